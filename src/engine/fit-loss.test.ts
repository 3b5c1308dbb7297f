/** The loss that Keras' fit would print, against plain loops over the weights. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../domain/data/dataset.ts'
import { dataSet } from '../domain/data/registry.ts'
import type { Experiment, ExperimentInput } from '../domain/experiment/experiment.ts'
import { denseLayers } from '../domain/network/network.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { permutation, stream } from '../domain/random.ts'
import { dropoutMask, dropoutStream } from '../domain/training/dropout.ts'
import { eachEngine, trainerOf } from './trainers.testing.ts'
import { trainOn } from './training/observed-training.testing.ts'

const many = (count: number, of: (i: number) => number) => Array.from({ length: count }, (_, i) => of(i))

describe.each(eachEngine)('%s', (_, engine) => {
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
})
