/** Digits that a pen drew are recognized by a network that was trained on MNIST alone. */
import { expect, it } from 'vitest'
import { inputEncoder } from '../domain/data/dataset.ts'
import { namedWeights } from '../domain/network/initial-weights.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { digitPicture } from '../domain/predictions/drawn-digit.ts'
import { DRAWN_DIGITS } from '../domain/predictions/drawn-digits.testing.ts'
import { packedSource, trained, wasm } from './trained.testing.ts'
import { lend } from './training/lend.ts'

const experiment = expectExperiment({
  data: { set: 'digits', train: 4000, validation: 100, test: 1, noise: 0 },
  model: { layers: [{ units: 64 }], activation: 'relu' },
  optimizer: { kind: 'adam', learningRate: 0.003 },
  training: { batchSize: 50, epochs: 6 },
  earlyStopping: null,
})

it('a network knows at least nine of ten drawn digits', async () => {
  const source = packedSource('digits')
  const { weights } = await trained(experiment, source)
  const spec = { experiment, weights: namedWeights(experiment, weights), parts: {} }
  const encode = inputEncoder(experiment, source)
  const answers = lend(wasm, spec, (trainer) =>
    DRAWN_DIGITS.map((strokes) => {
      const outputs = Array.from(trainer.predict(encode(digitPicture(strokes)!)))
      return outputs.indexOf(Math.max(...outputs))
    }),
  )
  expect(
    answers.filter((answer, digit) => answer === digit).length,
    answers.join(' '),
  ).toBeGreaterThanOrEqual(9)
})
