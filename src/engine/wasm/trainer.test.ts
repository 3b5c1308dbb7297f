/** What only this engine promises: always the same bits, and any shape of network. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import {
  ACTIVATIONS,
  type Experiment,
  type ExperimentInput,
  LOSSES,
} from '../../domain/experiment/experiment.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import { rowsAtOnce } from '../../domain/network/memory.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { engines, trainerOf } from '../trainers.testing.ts'
import { WASM_CHUNK_FLOPS } from '../training/chunks.ts'
import { Training } from '../training/train.ts'
import { checkGradient } from './gradient.testing.ts'
import { hashOf, PINNED, PINNED_HASH, untimed } from './pinned.testing.ts'

const [wasm] = engines
/** The number of rows for which the buffers of a dense network have room. */
const ROWS = rowsAtOnce(expectExperiment({}))

async function history(experiment: Experiment, chunkFlops = WASM_CHUNK_FLOPS, pauses = false) {
  const dataset = networkDataset(experiment)
  const trainer = trainerOf(wasm, experiment, dataset.parts)
  const rows: EpochRow[] = []
  let clock = 0
  const training = new Training(
    experiment,
    dataset,
    trainer,
    {
      now: () => (clock += pauses ? 10 : 0),
      yieldToMessages: async () => {
        if (!pauses) return
        training.pause()
        setImmediate(() => training.resume())
      },
      rest: async () => {},
      onStart: () => {},
      onEpoch: (row) => rows.push(row),
      onPaused: () => {},
      onRunning: () => {},
      onCheckpoint: () => {},
      onLeft: () => {},
    },
    { from: null, oneEpoch: false, pace: null, chunkFlops },
  )
  const trained = await training.run()
  return { rows, curves: untimed(rows), last: trained!.last }
}

describe('the same bits', () => {
  const experiment = expectExperiment(PINNED)

  it('a history of 50 epochs is the one it was when this was written', async () => {
    const { rows } = await history(experiment)
    expect(rows).toHaveLength(50)
    expect(hashOf(rows)).toBe(PINNED_HASH)
  })

  it('twice, paused all the time, and in fresh memory', async () => {
    const { curves, last } = await history(experiment)
    expect(await history(experiment)).toMatchObject({ curves, last })
    expect(await history(experiment, WASM_CHUNK_FLOPS, true)).toMatchObject({ curves, last })
  })
})

describe('any shape', () => {
  const shapes = fc.record({
    kind: fc.constantFrom('mlp' as const, 'residual-mlp' as const),
    layers: fc.array(
      fc.record({ units: fc.integer({ min: 1, max: 60 }), activation: fc.constantFrom(...ACTIVATIONS) }),
      { maxLength: 7 },
    ),
    inputs: fc.integer({ min: 1, max: 9 }),
    rows: fc.integer({ min: 1, max: 13 }),
    classes: fc.constantFrom(1, 2, 10),
    loss: fc.constantFrom(...LOSSES),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })

  it('gradients agree with central differences', () => {
    fc.assert(
      fc.property(shapes, ({ kind, layers, inputs, rows, classes, loss, seed }) => {
        const data: ExperimentInput['data'] =
          classes === 10
            ? { set: 'digits' }
            : classes === 2
              ? {
                  set: 'circle',
                  features: ['x', 'y', 'x2', 'y2', 'xy', 'sin-x', 'sin-y'].slice(0, inputs) as ['x'],
                }
              : { set: 'sine', degree: inputs }
        const experiment = expectExperiment({
          data,
          model: { kind, layers, initializer: 'glorot-normal' },
          loss: classes === 1 ? 'mse' : loss,
          optimizer: { kind: 'sgd' },
        })
        checkGradient(experiment, rows, classes, seed)
      }),
      { numRuns: 150 },
    )
  })
})

describe('rows in chunks', () => {
  const big = expectExperiment({
    data: { set: 'circle', train: 3 * ROWS + 5, validation: 2 * ROWS + 1 },
    model: { layers: [{ units: 6 }] },
    regularization: { dropout: 0.3 },
    training: { batchSize: 3 * ROWS + 5, epochs: 2 },
    earlyStopping: null,
  })

  it('a batch beyond the buffers goes through in several, dropout masks in one stream', async () => {
    const [whole, cut] = [await history(big), await history(big, 6 * 25 * 100)]
    for (const [i, weight] of cut.last.entries()) expect(weight).toBeCloseTo(whole.last[i]!, 5)
  })

  it('predictions too', () => {
    const trainer = trainerOf(wasm, big, {})
    const rows = Float32Array.from({ length: 2 * (ROWS + 3) }, (_, i) => Math.sin(i))
    const all = trainer.predict(rows)
    expect(all).toHaveLength(ROWS + 3)
    expect(trainer.predict(rows.subarray(2 * ROWS))).toEqual(all.subarray(ROWS))
  })
})

describe('its own functions', () => {
  const through = (activation: (typeof ACTIVATIONS)[number], xs: number[]) => {
    const experiment = expectExperiment({
      data: { set: 'sine', standardize: false },
      model: { layers: [{ units: 1 }], activation },
    })
    const weights = initialWeights(experiment).map((weight) => ({
      ...weight,
      values: weight.values.map(() => (weight.name.endsWith('kernel') ? 1 : 0)),
    }))
    return trainerOf(wasm, experiment, {}, weights).predict(Float32Array.from(xs))
  }
  const xs = Array.from({ length: 4001 }, (_, i) => Math.fround((i - 2000) / 100))

  it.each([
    ['tanh', Math.tanh, 3e-7],
    ['sigmoid', (x: number) => 1 / (1 + Math.exp(-x)), 5e-7],
    // The result keeps the digits of e^x − 1 for a small x.
    ['elu', (x: number) => (x < 0 ? Math.expm1(x) : x), 3e-4],
  ] as const)('%s is right to a few units in the last place', (name, exact, relative) => {
    const found = through(name, xs)
    for (const [i, x] of xs.entries())
      expect(Math.abs(found[i]! - exact(x)), `${name}(${x})`).toBeLessThanOrEqual(
        relative * Math.abs(exact(x)) + 1e-38,
      )
  })

  it('tanh never passes 1, and what is not a number stays so', () => {
    for (const y of through('tanh', [9, 9.01, 20, 1e30, Number.POSITIVE_INFINITY])) expect(y).toBe(1)
    for (const activation of ACTIVATIONS) expect(through(activation, [Number.NaN])[0], activation).toBeNaN()
  })
})
