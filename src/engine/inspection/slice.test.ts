/** Losses beside a network: those of its own run where that was, and those of plain loops elsewhere. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import { filterDirection, planeOf } from '../../domain/loss-slice/directions.ts'
import { flatWeights, initialWeights, namedWeights } from '../../domain/network/initial-weights.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import type { InspectionOf } from '../../protocol/inspection.ts'
import { trained } from '../trained.testing.ts'
import { eachEngine } from '../trainers.testing.ts'
import { Inspector } from './inspector.ts'

const experiment = expectExperiment({
  data: { set: 'moons', train: 40, validation: 30, test: 20, noise: 0.2 },
  model: { layers: [{ units: 6 }], activation: 'tanh' },
  optimizer: { kind: 'adam', learningRate: 0.05 },
  regularization: { l2: 0.01 },
  training: { batchSize: 10, epochs: 20 },
  earlyStopping: null,
})

const { last, start, weights } = await trained(experiment)
const initial = flatWeights(initialWeights(experiment))
const random = [0, 1].map((index) => filterDirection(experiment, weights, index))
const plane = planeOf(weights, [initial, weights], [random[0]!, random[1]!])

describe.each(eachEngine)('%s', (_, engine) => {
  const inspector = new Inspector(engine, {
    source: () => undefined,
    dataset: (one) => networkDataset(one, undefined),
  })
  const losses = (what: Pick<InspectionOf<'slice'>, 'directions' | 'places' | 'samples'>) => {
    const seen = inspector.ofWeights(experiment, namedWeights(experiment, weights), {
      kind: 'slice',
      ...what,
    })
    return seen.kind === 'slice' ? Array.from(seen.losses) : []
  }

  it('are those of the curves at the start of the run and at its end', () => {
    const [atStart, atEnd] = losses({
      directions: plane.directions,
      places: Float64Array.from(plane.places.flat()),
      samples: 40,
    })
    expect(atStart).toBeCloseTo(start!.train.loss, 5)
    expect(atEnd).toBeCloseTo(last.train.loss, 5)
  })

  it('are the mean cross-entropy of the moved network over the first samples', () => {
    const [a, b] = [0.4, -0.7]
    const [seen] = losses({
      directions: [random[0]!, random[1]!],
      places: Float64Array.of(a, b),
      samples: 12,
    })
    const w = weights.map((weight, i) => weight + a * random[0]![i]! + b * random[1]![i]!)
    const { inputs, targets } = networkDataset(experiment, undefined).parts.train
    let sum = 0
    for (let n = 0; n < 12; n++) {
      // 2 × 6 weights, 6 biases, 6 weights of the output, its bias.
      let logit = w[24]!
      for (let unit = 0; unit < 6; unit++) {
        const into = inputs[2 * n]! * w[unit]! + inputs[2 * n + 1]! * w[6 + unit]! + w[12 + unit]!
        logit += Math.tanh(into) * w[18 + unit]!
      }
      sum += Math.log(1 + Math.exp(targets[n] === 1 ? -logit : logit))
    }
    expect(seen).toBeCloseTo(sum / 12, 5)
  })

  it('leave the network as it was', () => {
    const places = Float64Array.of(0, 0, 1, 1, 0, 0)
    const [first, , again] = losses({ directions: plane.directions, places, samples: 40 })
    expect(again).toBe(first)
  })
})
