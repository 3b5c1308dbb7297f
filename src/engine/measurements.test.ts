/** What is measured beside the scores, on networks whose answer is known, and of the real loop. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../domain/data/dataset.ts'
import { dataSet } from '../domain/data/registry.ts'
import type { Experiment, ExperimentInput } from '../domain/experiment/experiment.ts'
import { denseLayers, networkLayers } from '../domain/network/network.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { permutation, stream } from '../domain/random.ts'
import { dropoutMask, dropoutStream } from '../domain/training/dropout.ts'
import { eachEngine, samples, trainerOf, weightsOf } from './trainers.testing.ts'
import { trainOn } from './training/observed-training.testing.ts'
import { PROBES, relativeUpdates, watchedUpdates } from './training/probes.ts'
import { Recorder } from './training/rows.ts'

const many = (count: number, of: (i: number) => number) => Array.from({ length: count }, (_, i) => of(i))

describe('watched updates', () => {
  it.each([
    [1, [0]],
    [2, [0, 1]],
    [3, [0, 1, 2]],
    [30, [5, 15, 25]],
  ])('of %i', (updates, watched) => expect([...watchedUpdates(updates)]).toEqual(watched))

  it('the median leaves out updates of a kernel of 0', () => {
    const move = (moved: number, size: number) => [moved, size]
    expect(relativeUpdates([move(1, 0), move(4, 1), move(1, 1), move(9, 1)], 1)).toEqual([2])
    expect(relativeUpdates([move(1, 0)], 1)).toEqual([Number.NaN])
    expect(relativeUpdates([], 2)).toEqual([Number.NaN, Number.NaN])
  })
})

describe.each(eachEngine)('%s', (_, engine) => {
  const inactiveOf = (
    input: ExperimentInput,
    values: readonly (readonly number[])[],
    inputs: readonly (readonly number[])[],
  ) => {
    const experiment = expectExperiment({ ...input, data: { train: inputs.length, ...input.data } })
    const train = samples(
      inputs,
      many(inputs.length, () => 0),
    )
    const trainer = trainerOf(engine, experiment, { train }, weightsOf(experiment, values))
    for (let from = 0; from < train.count; from += 100)
      trainer.measure('train', from, Math.min(from + 100, train.count))
    const { inactive } = trainer.report()
    trainer.dispose()
    return inactive
  }
  const one = { set: 'sine', standardize: false } as const
  const biases = [-5, -0.5, 0.5, 5, 0]
  const dense = (activation: 'relu' | 'sigmoid' | 'tanh' | 'leaky-relu' | 'elu' | 'gelu' | 'linear') =>
    inactiveOf(
      { data: one, model: { layers: [{ units: 5 }], activation } },
      [[1, 1, 1, 1, 0], biases, many(5, () => 1), [0]],
      [[-1], [0.25]],
    )

  it.each([
    // −5 and −0.5 plus at most 0.25 stay below 0, and 0 is not above it.
    ['relu', 3 / 5],
    // Sigmoid is within 0.01 of a bound beyond ±4.6, tanh beyond ±2.65.
    ['sigmoid', 1 / 5],
    ['tanh', 2 / 5],
    ['leaky-relu', 0],
    ['elu', 0],
    ['gelu', 0],
    ['linear', 0],
  ] as const)('%s has this share of inactive units', (activation, share) =>
    expect(dense(activation)).toEqual([share]),
  )

  it('only the first samples are probes, and each report begins anew', () => {
    const model = { layers: [{ units: 1 }], activation: 'relu' } as const
    const experiment = expectExperiment({ data: { ...one, train: 300 }, model })
    const weights = weightsOf(experiment, [[1], [0], [1], [0]])
    const shareWith = (active: number) => {
      const train = samples(
        many(300, (i) => i).map((i) => [i === active ? 1 : -1]),
        many(300, () => 0),
      )
      const trainer = trainerOf(engine, experiment, { train }, weights)
      trainer.measure('train', 0, 200)
      trainer.measure('train', 200, 300)
      const first = trainer.report().inactive
      trainer.measure('train', 0, 1)
      const second = trainer.report().inactive
      trainer.dispose()
      return [...first, ...second]
    }
    expect(shareWith(PROBES - 1)).toEqual([0, 1])
    expect(shareWith(PROBES)).toEqual([1, 1])
    expect(shareWith(0)).toEqual([0, 0])
  })

  it('a filter is inactive if it is so at every position', () => {
    const image = (bright: number) => many(64, (i) => (i === bright ? 1 : 0))
    const filters = [1, -1, 0]
    const kernel = many(27, (i) => (Math.floor(i / 3) === 4 ? filters[i % 3]! : 0))
    const input: ExperimentInput = {
      data: { set: 'digits-8x8' },
      model: {
        kind: 'cnn',
        activation: 'relu',
        kernel: 3,
        layers: [],
        blocks: [{ filters: 3, layers: 1, pool: 3 }],
      },
    }
    const values = [kernel, [0, 0, 0.5], many(120, () => 0), many(10, () => 0)]
    // The last line and column are beyond the squares that are pooled.
    expect(inactiveOf(input, values, [image(5), image(63)])).toEqual([1 / 3])
    expect(inactiveOf(input, values, [image(63)])).toEqual([1 / 3])
    expect(inactiveOf(input, values, [many(64, () => 0)])).toEqual([2 / 3])
  })

  const recurrentShares = (kind: 'rnn' | 'lstm' | 'gru') => {
    const experiment = expectExperiment({
      data: { set: 'adding', length: 4, train: 3, validation: 3 },
      model: { kind, layers: [{ units: 3 }, { units: 2 }], activation: 'tanh' },
    })
    const trainer = trainerOf(engine, experiment, networkDataset(experiment).parts)
    trainer.measure('train', 0, 3)
    const { inactive } = trainer.report()
    trainer.dispose()
    return inactive
  }
  it.each(['rnn', 'lstm', 'gru'] as const)('a fresh %s has no inactive units', (kind) =>
    expect(recurrentShares(kind)).toEqual([0, 0]),
  )

  it('a watched update moves the weights by the same bits, and its relative size is the ratio of norms', () => {
    const run = (input: ExperimentInput, watched: boolean) => {
      const experiment = expectExperiment({ data: { set: 'moons', train: 20, validation: 20 }, ...input })
      const trainer = trainerOf(engine, experiment, networkDataset(experiment).parts)
      const states = many(3, (index) => index).map((index) => {
        trainer.accumulate({ from: 0, to: 20, epoch: 1, index }, 0, 20)
        const before = trainer.readState().weights
        trainer.update(0.05, watched)
        return { before, after: trainer.readState().weights }
      })
      const { updates } = trainer.report()
      trainer.dispose()
      const ratios = networkLayers(experiment).map(({ kernelAt, biasAt }) =>
        states
          .map(({ before, after }) => {
            const norm = (x: Float32Array) => Math.hypot(...x.subarray(kernelAt, biasAt))
            return norm(after.map((w, i) => w - before[i]!)) / norm(before)
          })
          .sort((a, b) => a - b),
      )
      return { updates, medians: ratios.map((each) => each[1]!), last: states.at(-1)!.after }
    }
    const inputs: ExperimentInput[] = [
      // Kernels that begin and end inside the kernels' blocks of 1024, and one of several.
      { model: { layers: [{ units: 37 }, { units: 61 }, { units: 3 }] }, optimizer: { kind: 'adamw' } },
      {
        model: { kind: 'residual-mlp', layers: [{ units: 21 }, { units: 33 }, { units: 18 }] },
        optimizer: { kind: 'momentum', clipNorm: 0.1 },
        regularization: { l1: 0.01, l2: 0.01, proximal: true },
      },
      { model: { layers: [] }, optimizer: { kind: 'sgd' }, regularization: { l1: 0.1 } },
    ]
    for (const input of inputs) {
      const [watched, plain] = [run(input, true), run(input, false)]
      expect(watched.last).toEqual(plain.last)
      expect(plain.updates.every(Number.isNaN)).toBe(true)
      for (const [i, median] of watched.medians.entries()) {
        if (Number.isFinite(median)) expect(watched.updates[i]! / median).toBeCloseTo(1, 3)
      }
    }
  })

  /** The loss of a row as it is trained on, by plain loops over the weights, through its factors of dropout. */
  function plainLoss(experiment: Experiment, weights: Float32Array, x: number[], target: number, off: Masks) {
    const layers = denseLayers(experiment)
    const z = layers.reduce((given, { units, kernelAt, biasAt }, l) => {
      const sums = Array.from({ length: units }, (_u, j) =>
        given.reduce(
          (sum, value, i) => sum + value * weights[kernelAt + i * units + j]!,
          weights[biasAt + j]!,
        ),
      )
      return l === layers.length - 1 ? sums : sums.map((sum, j) => Math.tanh(sum) * off[l]![j]!)
    }, x)
    const exps = z.map(Math.exp)
    const total = exps.reduce((a, b) => a + b, 0)
    const isClasses = dataSet(experiment.data).task === 'classes'
    const p = z.length > 1 ? exps.map((e) => e / total) : isClasses ? z.map((v) => 1 / (1 + Math.exp(-v))) : z
    const wanted = z.length > 1 ? z.map((_v, j) => (j === target ? 1 : 0)) : [target]
    if (experiment.loss === 'mse') return p.reduce((sum, v, j) => sum + (v - wanted[j]!) ** 2, 0) / p.length
    return -Math.log(z.length > 1 ? p[target]! : target === 1 ? p[0]! : 1 - p[0]!)
  }
  type Masks = readonly Float32Array[]

  it.each<[string, ExperimentInput]>([
    ['two classes', { data: { set: 'moons' } }],
    ['many classes', { data: { set: 'first-token', length: 4 } }],
    ['two classes by mse', { data: { set: 'moons' }, loss: 'mse' }],
    ['many classes by mse', { data: { set: 'first-token', length: 4 }, loss: 'mse' }],
    ['numbers', { data: { set: 'plane' } }],
  ])(
    'what fit would print is the loss at which each sample was trained on, and its penalty: %s',
    (__, input) => {
      const experiment = expectExperiment({
        ...input,
        data: { ...input.data, train: 30, validation: 5 } as ExperimentInput['data'] & object,
        model: { layers: [{ units: 6 }, { units: 5 }], activation: 'tanh' },
        regularization: { dropout: 0.4, l1: 0.003, l2: 0.02 },
        training: { batchSize: 8 },
        optimizer: { kind: 'sgd', learningRate: 0.3 },
      })
      const { train } = networkDataset(experiment).parts
      const trainer = trainerOf(engine, experiment, { train })
      const order = permutation(30, stream(3, 'order', 1))
      trainer.arrange(order)
      const layers = denseLayers(experiment)
      let total = 0
      const epoch = (scored: boolean, chunk: number) => {
        total = 0
        for (let from = 0, index = 0; from < 30; from += 8, index++) {
          const to = Math.min(from + 8, 30)
          const { weights } = trainer.readState()
          const kernels = layers.flatMap(({ kernelAt, biasAt }) => [...weights.subarray(kernelAt, biasAt)])
          const penalty = kernels.reduce((sum, w) => sum + 0.003 * Math.abs(w) + 0.02 * w * w, 0)
          const masks = layers
            .slice(0, -1)
            .map(({ units }, layer) =>
              dropoutMask(
                dropoutStream(experiment.seed.training, { epoch: 1, batch: index, layer }),
                units * (to - from),
                0.4,
              ),
            )
          for (let at = from; at < to; at++) {
            const x = [
              ...train.inputs.subarray(order[at]! * layers[0]!.inputs, (order[at]! + 1) * layers[0]!.inputs),
            ]
            const off = masks.map((mask, l) => {
              const { units } = layers[l]!
              return mask.subarray((at - from) * units, (at - from + 1) * units)
            })
            total += plainLoss(experiment, weights, x, train.targets[order[at]!]!, off) + penalty
          }
          for (let at = from; at < to; at += chunk) {
            const end = Math.min(at + chunk, to)
            trainer.accumulate({ from, to, epoch: 1, index, scored }, at, end)
            // The start of a run is reported in its first batch, and forgets nothing of it.
            if (index === 0) trainer.report()
          }
          trainer.update(0.3)
        }
      }
      for (const chunk of [8, 3]) {
        epoch(true, chunk)
        expect(trainer.report().fitLoss).toBeCloseTo(total / 30, 4)
      }
      epoch(false, 8)
      expect(trainer.report().fitLoss).toBeNaN()
      trainer.dispose()
    },
  )

  it('what fit would print is measured in few late epochs, and in all early ones', async () => {
    const { rows } = await trainOn(engine, {
      data: { set: 'moons', train: 8, validation: 4 },
      model: { layers: [] },
      training: { batchSize: 8, epochs: 40 },
    })
    const measured = rows.filter(({ fitLoss }) => Number.isFinite(fitLoss)).map(({ epoch }) => epoch)
    expect(measured).toEqual([...many(16, (i) => i + 1), 18, 20, 22, 24, 26, 28, 30, 32, 36, 40])
  })

  it.each<[string, ExperimentInput]>([
    ['cross-entropy of two classes', { data: { set: 'moons' } }],
    ['cross-entropy of many', { data: { set: 'first-token', length: 4 } }],
    ['mse of two classes', { data: { set: 'moons' }, loss: 'mse' }],
    ['mse of many', { data: { set: 'first-token', length: 4 }, loss: 'mse' }],
    ['mse of numbers', { data: { set: 'plane' } }],
  ])('the standard error of the validation loss: %s', (__, input) => {
    const experiment = expectExperiment({
      ...input,
      data: { ...input.data, train: 30, validation: 23 } as ExperimentInput['data'] & object,
      model: { layers: [{ units: 6 }] },
    })
    const { parts } = networkDataset(experiment)
    const trainer = trainerOf(engine, experiment, parts)
    const losses = many(23, (i) => {
      trainer.measure('validation', i, i + 1)
      return trainer.report().validation.loss
    })
    trainer.measure('train', 0, 30)
    trainer.measure('validation', 0, 23)
    const recorder = new Recorder(experiment, parts)
    const row = recorder.row(trainer.report(), { epoch: 1, learningRate: 1, seconds: 0 })
    trainer.dispose()
    const mean = losses.reduce((a, b) => a + b) / 23
    const variance = losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / 23
    expect(row.validationError! / Math.sqrt(variance / 23)).toBeCloseTo(1, 3)
  })

  it('of a single sample there is no standard error', () => {
    const experiment = expectExperiment({ data: { set: 'moons', train: 4, validation: 1 } })
    const { parts } = networkDataset(experiment)
    const trainer = trainerOf(engine, experiment, parts)
    trainer.measure('train', 0, 4)
    trainer.measure('validation', 0, 1)
    const recorder = new Recorder(experiment, parts)
    const row = recorder.row(trainer.report(), { epoch: 1, learningRate: 1, seconds: 0 })
    trainer.dispose()
    expect(row.validationError).toBeNaN()
  })
})
