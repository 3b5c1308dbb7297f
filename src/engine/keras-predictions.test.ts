/**
 * What Keras predicts with weights that were loaded as the page's own program loads them (golden/keras-predictions.json):
 * the order of tensors, gates and numbers within a kernel is Keras', and so is every activation.
 */
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import { initialWeights } from '../domain/network/initial-weights.ts'
import { inputSize } from '../domain/network/inputs-outputs.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import golden from './golden/keras-predictions.json' with { type: 'json' }
import { eachEngine, trainerOf } from './trainers.testing.ts'

/** −½ … ½, in no order that a mix-up would keep. */
const number = (i: number) => Math.fround(((i * 7919) % 1000) / 1000 - 0.5)

describe.each(eachEngine)('%s', (_, engine) => {
  it.each(golden)('$name', ({ experiment: input, outputs }) => {
    const experiment = expectExperiment(input as ExperimentInput)
    let next = 0
    const weights = initialWeights(experiment).map((weight) => ({
      ...weight,
      values: weight.values.map(() => number(next++)),
    }))
    const rows = Float32Array.from({ length: outputs.length * inputSize(experiment) }, (_row, i) =>
      Math.fround(3 * number(i)),
    )
    const trainer = trainerOf(engine, experiment, {}, weights)
    const predicted = trainer.predict(rows)
    trainer.dispose()
    for (const [i, value] of outputs.flat().entries()) expect(predicted[i]).toBeCloseTo(value, 5)
  })
})
