/** What views see inside, against plain loops, differences of losses, and the other engine. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import type { Experiment, ExperimentInput } from '../../domain/experiment/experiment.ts'
import { flatWeights, initialWeights, namedWeights } from '../../domain/network/initial-weights.ts'
import { inputSize } from '../../domain/network/inputs-outputs.ts'
import { denseLayers, networkLayers } from '../../domain/network/network.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { binStart } from '../../domain/run/gradient-bins.ts'
import { stepFactors, thinnedWeights } from '../../domain/training/dropout-step.ts'
import type { InspectionOf, SeenOf } from '../../protocol/inspection.ts'
import { KINDS } from '../agreement.testing.ts'
import { differentiated, eachEngine, engines, type TestEngine, trainerOf } from '../trainers.testing.ts'
import { inspect } from './inspect.ts'
import type { Inspected } from './inspected.ts'

const plane = (more: ExperimentInput = {}): Experiment =>
  expectExperiment({
    data: { set: 'moons', train: 40, validation: 30, test: 20, noise: 0.2 },
    model: { layers: [{ units: 6 }, { units: 5 }], activation: 'tanh' },
    ...more,
  })

/** Biases of 0 would leave them untested. */
function someWeights(experiment: Experiment): Float32Array {
  return flatWeights(initialWeights(experiment)).map((w, i) => w + 0.1 * Math.sin(i))
}

function networkOf(engine: TestEngine, experiment: Experiment, weights = someWeights(experiment)): Inspected {
  return {
    experiment,
    source: undefined,
    weights,
    most: 25,
    parts: () => networkDataset(experiment).parts,
    borrow(use, more = {}) {
      const other = more.experiment ?? experiment
      const trainer = trainerOf(engine, other, more.parts ?? {}, namedWeights(other, more.weights ?? weights))
      try {
        return use(trainer)
      } finally {
        trainer.dispose()
      }
    },
  }
}

const see = <K extends 'units' | 'part' | 'weights' | 'weight-history' | 'gradients'>(
  network: Inspected,
  what: InspectionOf<K>,
) => inspect(network, what) as SeenOf<K>

/** tanh(x·W + b), one row, in float64. */
function layerOf(x: readonly number[], weights: Float32Array, { kernelAt, biasAt, units }: Layer): number[] {
  return Array.from({ length: units }, (_, j) =>
    x.reduce((sum, value, i) => sum + value * weights[kernelAt + i * units + j]!, weights[biasAt + j]!),
  )
}
type Layer = ReturnType<typeof denseLayers>[number]

describe.each(eachEngine)('%s', (_, engine) => {
  it('the activations of every unit are those of plain loops over the weights', () => {
    const experiment = plane()
    const network = networkOf(engine, experiment)
    const seen = see(network, { kind: 'units', rows: Float32Array.of(0.3, -0.4, 1, 0.5), step: null })
    const [first, second, last] = denseLayers(experiment)
    for (const row of [0, 1]) {
      const x = Array.from(seen.inputs.subarray(2 * row, 2 * row + 2))
      const a = layerOf(x, network.weights, first!).map(Math.tanh)
      const b = layerOf(a, network.weights, second!).map(Math.tanh)
      const [z] = layerOf(b, network.weights, last!)
      for (const [i, value] of a.entries()) expect(seen.layers[0]![6 * row + i]).toBeCloseTo(value, 5)
      for (const [i, value] of b.entries()) expect(seen.layers[1]![5 * row + i]).toBeCloseTo(value, 5)
      expect(seen.layers[2]![row]).toBeCloseTo(1 / (1 + Math.exp(-z!)), 5)
    }
  })

  it('the gradient of a unit is that of the whole training loss by its incoming weights, dropout off', () => {
    const experiment = plane({ regularization: { dropout: 0.5, l2: 0.1 } })
    const network = networkOf(engine, experiment)
    const { gradients } = see(network, { kind: 'units', rows: Float32Array.of(0, 0), step: null })
    const { train } = networkDataset(experiment).parts
    const free = plane()
    const trainer = trainerOf(engine, free, { train }, namedWeights(free, network.weights))
    const { lossAt } = differentiated(trainer, train.count)
    const slope = (i: number) => (lossAt(i, 1e-2) - lossAt(i, -1e-2)) / 2e-2
    for (const [l, { inputs, units, kernelAt }] of denseLayers(experiment).entries())
      for (const unit of [0, units - 1]) {
        const squares = Array.from(
          { length: inputs },
          (_x, i) => slope(kernelAt + i * units + unit) ** 2,
        ).reduce((a, b) => a + b)
        const size = Math.sqrt(squares / inputs)
        expect(Math.abs(gradients[l]![unit]! - size)).toBeLessThan(0.01 * size + 1e-4)
      }
    trainer.dispose()
  })

  it('saturated is the share of training samples at which a unit is', () => {
    const experiment = plane()
    const weights = someWeights(experiment).map((w) => 3 * w)
    const network = networkOf(engine, experiment, weights)
    const { saturated } = see(network, { kind: 'units', rows: Float32Array.of(0, 0), step: null })
    const { train } = networkDataset(experiment).parts
    const [first] = denseLayers(experiment)
    const counts = new Array<number>(6).fill(0)
    for (let row = 0; row < 40; row++) {
      const x = Array.from(train.inputs.subarray(2 * row, 2 * row + 2))
      for (const [i, z] of layerOf(x, weights, first!).entries())
        if (Math.abs(Math.tanh(z)) > 0.95) counts[i]!++
    }
    expect(counts.some((count) => count > 0)).toBe(true)
    for (const [i, count] of counts.entries()) expect(saturated[0]![i]).toBeCloseTo(count / 40, 6)
  })

  it('of activations without a bound nothing is called saturated; of ReLU it is silence', () => {
    const shares = (activation: 'gelu' | 'relu') => {
      const experiment = plane({ model: { layers: [{ units: 6 }], activation } })
      const { kernelAt, biasAt } = denseLayers(experiment)[0]!
      const weights = someWeights(experiment).fill(0, kernelAt, biasAt)
      weights.set([-1, 1, -1, 1, -1, 1], biasAt)
      return see(networkOf(engine, experiment, weights), {
        kind: 'units',
        rows: Float32Array.of(0, 0),
        step: null,
      }).saturated
    }
    expect(shares('gelu')).toEqual([null])
    expect(shares('relu')).toEqual([Float32Array.of(1, 0, 1, 0, 1, 0)])
  })

  it('through the mask of a step the network answers as it did in that step', () => {
    const experiment = plane({ training: { batchSize: 1 }, regularization: { dropout: 0.4 } })
    const { train } = networkDataset(experiment).parts
    const network = networkOf(engine, experiment)
    const step = { epoch: 3, batch: 7, sample: 0 }
    const trainer = trainerOf(engine, experiment, { train }, namedWeights(experiment, network.weights))
    trainer.accumulate({ from: 7, to: 8, epoch: 3, index: 7 }, 7, 8)
    // The slope of the loss of one sample by the last bias is p − y.
    const p = trainer.readGradient().at(-1)! + train.targets[7]!
    const thinned = thinnedWeights(experiment, network.weights, step)
    const [answer] = network.borrow((lent) => lent.predict(train.inputs.slice(14, 16)), { weights: thinned })
    expect(answer).toBeCloseTo(p, 5)
    const [whole] = network.borrow((lent) => lent.predict(train.inputs.slice(14, 16)))
    expect(whole).not.toBeCloseTo(p, 2)
    const dropped = stepFactors(experiment, step).map((factors) => factors.filter((f) => f === 0).length)
    expect(dropped[0]! + dropped[1]!).toBeGreaterThan(0)
    expect(dropped[2]).toBe(0)
    trainer.dispose()
  })

  it('a part is answered for from its first sample on, as many as are allowed', () => {
    const experiment = plane()
    const network = networkOf(engine, experiment)
    const { validation } = networkDataset(experiment).parts
    const { outputs } = see(network, { kind: 'part', part: 'validation' })
    expect(outputs).toEqual(network.borrow((lent) => lent.predict(validation.inputs.slice(0, 50))))
    expect(see({ ...network, most: 99 }, { kind: 'part', part: 'test' }).outputs).toHaveLength(20)
  })

  it.each(KINDS)('the last activations are the predictions: %s', (__, input) => {
    const experiment = expectExperiment(input)
    const rows = Float32Array.from({ length: 3 * inputSize(experiment) }, (_x, i) => Math.sin(i) ** 2)
    networkOf(engine, experiment).borrow((lent) => {
      const activations = lent.activations(rows)
      expect(activations.at(-1)).toEqual(lent.predict(rows))
      expect(activations).toHaveLength(networkLayers(experiment).length)
    })
  })
})

it.each(KINDS)('both engines see the same in every layer: %s', (_, input) => {
  const experiment = expectExperiment(input)
  const rows = Float32Array.from({ length: 3 * inputSize(experiment) }, (_x, i) => Math.sin(i) ** 2)
  const [ours, theirs] = engines.map((engine) =>
    networkOf(engine, experiment).borrow((lent) => lent.activations(rows)),
  )
  for (const [i, layer] of ours!.entries()) {
    expect(layer).toHaveLength(theirs![i]!.length)
    for (const [k, value] of layer.entries()) expect(value).toBeCloseTo(theirs![i]![k]!, 5)
  }
})

describe('weights', () => {
  it('norm, zeros and histogram are of the kernel alone, beside what it was before training', () => {
    const experiment = plane()
    const weights = someWeights(experiment)
    const [first] = denseLayers(experiment)
    weights.set([0, 0, 0.005, -0.5, 3, -4, ...new Array(6).fill(1)], first!.kernelAt)
    const [layer] = see(networkOf(engines[0], experiment, weights), { kind: 'weights' }).layers
    expect(layer).toMatchObject({ name: 'dense_1', count: 12, reach: 4, zero: 2 / 12, nearZero: 3 / 12 })
    expect(layer!.norm).toBeCloseTo(Math.sqrt(0.005 ** 2 + 0.25 + 9 + 16 + 6), 6)
    const sum = (counts: Uint32Array) => counts.reduce((a, b) => a + b)
    expect([sum(layer!.counts), sum(layer!.startCounts)]).toEqual([12, 12])
    // 41 bins of 8/41: zero and what is near it in the middle, the largest at an end.
    expect([layer!.counts[20], layer!.counts[0], layer!.counts[35]]).toEqual([3, 1, 1])
  })

  it('over epochs, all histograms of a layer have one scale, the largest weight of any epoch at its end', () => {
    const experiment = plane()
    const [first] = denseLayers(experiment)
    const at = (...kernel: number[]) => {
      const weights = someWeights(experiment)
      weights.set([...kernel, ...new Array(12 - kernel.length).fill(1)], first!.kernelAt)
      return weights
    }
    const moments = [
      { epoch: 0, weights: at(2, -2, 0) },
      { epoch: 7, weights: at(4, 0, 0, 0.005) },
    ]
    const what = { kind: 'weight-history', moments } as const
    const [layer] = see<'weight-history'>(networkOf(engines[0], experiment), what).layers
    expect(layer).toMatchObject({ name: 'dense_1', count: 12, reach: 4 })
    expect(layer!.moments).toMatchObject([
      { epoch: 0, zero: 1 / 12, nearZero: 1 / 12 },
      { epoch: 7, zero: 2 / 12, nearZero: 3 / 12 },
    ])
    // 41 bins of 8/41.
    const filled = layer!.moments.map(({ counts }) => [
      counts[0],
      counts[10],
      counts[20],
      counts[30],
      counts[40],
    ])
    expect(filled).toEqual([
      [0, 1, 1, 1, 0],
      [0, 0, 3, 0, 1],
    ])
    expect(layer!.moments[1]!.norm).toBeCloseTo(Math.sqrt(16 + 0.005 ** 2 + 8), 6)
  })

  it('a network of zeros has everything in the middle', () => {
    const experiment = plane({ model: { layers: [{ units: 2 }], initializer: 'zeros' } })
    const zeros = flatWeights(initialWeights(experiment))
    const [layer] = see(networkOf(engines[0], experiment, zeros), { kind: 'weights' }).layers
    expect(layer).toMatchObject({ norm: 0, zero: 1, reach: 0 })
    expect(layer!.counts[20]).toBe(4)
  })

  it('of images, the first layer’s units are pictures; a filter is a small one', () => {
    const dense = expectExperiment({ data: { set: 'digits' }, model: { layers: [{ units: 3 }] } })
    const weights = someWeights(dense)
    const { pictures } = see(networkOf(engines[0], dense, weights), { kind: 'weights' })
    expect(pictures).toMatchObject({ height: 28, width: 28, all: 3 })
    expect(pictures!.units[2]![5]).toBe(weights[5 * 3 + 2])
    const blocks = [{ filters: 4, layers: 1, pool: 2 }]
    const filters = expectExperiment({ data: { set: 'digits' }, model: { kind: 'cnn', blocks, layers: [] } })
    const small = see(networkOf(engines[0], filters), { kind: 'weights' }).pictures
    expect(small).toMatchObject({ height: 3, width: 3, all: 4 })
    expect(see(networkOf(engines[0], plane()), { kind: 'weights' }).pictures).toBeNull()
  })
})

describe('gradients', () => {
  it.each(eachEngine)(
    '%s: each weight is counted by the size of its slope of the training loss, dropout off',
    (_, engine) => {
      const experiment = plane({ regularization: { dropout: 0.5 } })
      const network = { ...networkOf(engine, experiment), most: Number.POSITIVE_INFINITY }
      const { layers, samples } = see<'gradients'>(network, { kind: 'gradients' })
      expect(samples).toBe(40)
      const { train } = networkDataset(experiment).parts
      const free = plane()
      const trainer = trainerOf(engine, free, { train }, namedWeights(free, network.weights))
      trainer.accumulate({ from: 0, to: 40, epoch: 1, index: 0 }, 0, 40)
      const gradient = trainer.readGradient()
      trainer.dispose()
      for (const [l, { kernelAt, biasAt }] of denseLayers(experiment).entries()) {
        const kernel = Array.from(gradient.subarray(kernelAt, biasAt))
        expect(layers[l]!.rms).toBeCloseTo(
          Math.sqrt(kernel.reduce((sum, g) => sum + g * g, 0) / kernel.length),
          6,
        )
        for (const [bin, count] of layers[l]!.counts.entries()) {
          const within = kernel.filter(
            (g) => Math.abs(g) >= binStart(bin) * 1.00001 && Math.abs(g) < binStart(bin + 1) / 1.00001,
          )
          expect(count).toBeGreaterThanOrEqual(within.length)
        }
        expect(layers[l]!.counts.reduce((a, b) => a + b)).toBe(kernel.length)
      }
    },
  )

  it('of a network of zeros all are exactly 0; a run in training answers for fewer samples', () => {
    const experiment = plane({ model: { layers: [{ units: 4 }], initializer: 'zeros' } })
    const zeros = flatWeights(initialWeights(experiment))
    const network = networkOf(engines[0], experiment, zeros)
    const { layers, samples } = see<'gradients'>(network, { kind: 'gradients' })
    expect(layers[0]).toMatchObject({ zero: 1, rms: 0 })
    expect(samples).toBe(Math.floor(25 / 3))
  })
})
