/** tfjs frees nothing by itself: whatever a trainer does, it leaves no tensor behind. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import { type ExperimentInput, OPTIMIZERS } from '../../domain/experiment/experiment.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { engines, trainerOf } from '../trainers.testing.ts'
import { type Options, SMALL, trainOn } from '../training/observed-training.testing.ts'
import { tf } from './tf.ts'

const [, cpu] = engines
const data = { set: 'adding', length: 4, train: 6, validation: 4 } as const
const layers = [{ units: 3 }, { units: 2 }]
const blocks = [{ filters: 2, layers: 3, pool: 2 }]

describe.each<[string, ExperimentInput]>([
  ['mlp', { data, model: { layers } }],
  ['cnn', { data: { ...data, set: 'digits-8x8' }, model: { kind: 'cnn', activation: 'gelu', blocks } }],
  ['residual-cnn', { data: { ...data, set: 'digits-8x8' }, model: { kind: 'residual-cnn', blocks } }],
  ['rnn', { data, model: { kind: 'rnn', layers } }],
  ['lstm', { data, model: { kind: 'lstm', layers } }],
  ['gru', { data, model: { kind: 'gru', layers } }],
])('%s', (_, input) => {
  const experiment = expectExperiment({
    ...input,
    regularization: { dropout: 0.3, l1: 0.01, l2: 0.01, proximal: true },
    optimizer: { kind: 'adam', clipNorm: 1 },
  })
  const source = { inputs: new Float32Array(1797 * 64).fill(8), targets: new Uint8Array(1797) }
  const { parts } = networkDataset(experiment, source)
  const { inputs } = parts.validation

  it('a step adds nothing to what the last one held, and a trainer cut off in a batch gives all back', () => {
    const before = tf.memory().numTensors
    const trainer = trainerOf(cpu, experiment, parts)
    const held = [0, 1, 2].map((index) => {
      trainer.arrange(Int32Array.from({ length: 6 }, (_x, i) => 5 - i))
      trainer.accumulate({ from: 0, to: 4, epoch: 1, index }, 0, 2)
      trainer.accumulate({ from: 0, to: 4, epoch: 1, index }, 2, 4)
      trainer.update(0.01)
      trainer.measure('validation', 0, 4)
      trainer.report()
      trainer.predict(inputs)
      trainer.snapshot().dispose()
      return tf.memory().numTensors
    })
    expect(held[1]).toBe(held[0])
    expect(held[2]).toBe(held[0])
    trainer.measure('validation', 0, 4)
    trainer.accumulate({ from: 0, to: 4, epoch: 1, index: 3 }, 0, 2)
    trainer.dispose()
    expect(tf.memory().numTensors).toBe(before)
  })
})

describe('the loop', () => {
  const trainReal = (input: ExperimentInput, options?: Options) => trainOn(cpu, input, options)

  it('twenty runs leave nothing behind', async () => {
    await trainReal({ ...SMALL, training: { epochs: 1 } })
    const before = tf.memory().numTensors
    for (let i = 0; i < 20; i++) {
      const kind = OPTIMIZERS[i % OPTIMIZERS.length]!
      await trainReal({
        ...SMALL,
        optimizer: { kind },
        training: { epochs: 2 },
        earlyStopping: { patience: 1 },
      })
    }
    expect(tf.memory().numTensors).toBe(before)
  })

  it('an epoch leaves nothing behind', async () => {
    const counts: number[] = []
    await trainReal(SMALL, { onEpoch: () => counts.push(tf.memory().numTensors) })
    expect(new Set(counts.slice(1)).size).toBe(1)
  })
})
