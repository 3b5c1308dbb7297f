/**
 * What a training step costs on WebGL, in draw calls by kind of network, and that its gradient is that of WASM. On a
 * graphics card draw calls are most of what a step takes, so the numbers are exact: one more is a regression.
 */
import { afterAll, expect, it, vi } from 'vitest'
import type { Samples } from '../../domain/data/samples.ts'
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import { inputSize } from '../../domain/network/inputs-outputs.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import type { Trainer, TrainerSpec } from '../training/trainer.ts'
import { openWasm } from '../wasm/engine.ts'
import { openTfjs } from './engine.ts'
import { tf } from './tf.ts'

/** Rows are odd in number, so that blocks of two have an edge. */
const ROWS = 33

const digits = (
  optimizer: ExperimentInput['optimizer'],
  regularization: ExperimentInput['regularization'] = {},
): ExperimentInput => ({
  data: { set: 'digits', train: ROWS, validation: 20 },
  model: { layers: [{ units: 500 }, { units: 500 }], activation: 'relu' },
  optimizer,
  regularization,
})
const plane = (units: number, optimizer: ExperimentInput['optimizer']): ExperimentInput => ({
  data: { set: 'circle', train: ROWS, validation: 20 },
  model: { layers: [{ units }, { units }], activation: 'tanh' },
  optimizer,
})
const adam = { kind: 'adam' } as const
const sgd = { kind: 'sgd' } as const

const images = (model: ExperimentInput['model']): ExperimentInput => ({
  data: { set: 'digits-8x8', train: ROWS, validation: 20 },
  model: { kind: 'cnn', blocks: [{ filters: 16 }, { filters: 32 }], layers: [{ units: 64 }], ...model },
  optimizer: adam,
})
const sequences = (
  kind: 'rnn' | 'lstm' | 'gru',
  units: readonly number[],
  activation: ExperimentInput['model'] = {},
): ExperimentInput => ({
  data: { set: 'adding', length: 30, train: ROWS, validation: 20 },
  model: { kind, layers: units.map((each) => ({ units: each })), ...activation },
  optimizer: adam,
})

/** Draws do not depend on the number of units. */
const TABLE: readonly (readonly [network: string, draws: number, experiment: ExperimentInput])[] = [
  ['2-16-16-1, SGD', 8, plane(16, sgd)],
  ['2-16-16-1, Adam', 8, plane(16, adam)],
  ['2-301-301-1, tanh, Adam', 13, plane(301, adam)],
  ['784-500-500-10, Adam', 13, digits(adam)],
  ['784-500-500-10, Adam, dropout', 15, digits(adam, { dropout: 0.2 })],
  ['784-500-500-10, Adam, L2 and clipping', 19, digits({ ...adam, clipNorm: 1 }, { l2: 0.001 })],
  ['CNN 16, 32 → 64', 51, images({ activation: 'relu' })],
  ['CNN 16, 32 → 64, GELU', 54, images({ activation: 'gelu' })],
  [
    'residual CNN',
    89,
    { ...images({}), model: { kind: 'residual-cnn', blocks: [{ filters: 3, layers: 3, pool: 2 }] } },
  ],
  ['LSTM 5, 4, 30 steps', 284, sequences('lstm', [5, 4])],
  ['GRU 7, 6, 30 steps', 284, sequences('gru', [7, 6])],
  ['RNN 5, 5, 30 steps, ReLU', 224, sequences('rnn', [5, 5], { activation: 'relu' })],
]

/** Every number in its place is another, and none is round. */
function samplesOf(size: number): Samples {
  return {
    count: ROWS,
    inputs: Float32Array.from({ length: ROWS * size }, (_, i) => ((i * 31) % 97) / 97),
    targets: Float32Array.from({ length: ROWS }, (_, i) => i % 2),
    flipped: new Uint8Array(ROWS),
  }
}

/** Counts draw calls while it does something. */
let draws = 0
const methods = ['drawArrays', 'drawElements'] as const
const originals = methods.map((method) => WebGL2RenderingContext.prototype[method])
for (const [i, method] of methods.entries())
  WebGL2RenderingContext.prototype[method] = function (this: WebGL2RenderingContext, ...given: never[]) {
    draws++
    ;(originals[i] as (...values: never[]) => void).apply(this, given)
  }
afterAll(() => {
  for (const [i, method] of methods.entries())
    Object.assign(WebGL2RenderingContext.prototype, { [method]: originals[i] })
})

const webgl = await openTfjs('webgl')
const wasm = openWasm()

function specOf(input: ExperimentInput): TrainerSpec {
  const experiment = expectExperiment({ ...input, earlyStopping: null })
  const part = samplesOf(inputSize(experiment))
  return { experiment, weights: initialWeights(experiment), parts: { train: part, validation: part } }
}

const whole = (index: number) => ({ from: 0, to: ROWS, epoch: 1, index })

it.each(TABLE)('a training step of %s is %i draw calls and leaves nothing behind', (_, expected, input) => {
  const held = () => [tf.memory().numTensors, tf.memory().numDataBuffers]
  const empty = held()
  const trainer = webgl.createTrainer(specOf(input))
  trainer.arrange(Int32Array.from({ length: ROWS }, (_x, i) => ROWS - 1 - i))
  const step = (index: number) => {
    trainer.accumulate(whole(index), 0, ROWS)
    trainer.update(0.001)
  }
  step(0)
  const [before, full] = [draws, held()]
  step(1)
  const made = draws - before
  expect(held()).toEqual(full)
  trainer.dispose()
  expect(held()).toEqual(empty)
  expect(made).toBe(expected)
})

/** The other runs the same programs with its dropout at 0, and compiling takes long. */
const COMPARED = TABLE.filter(([network]) => network !== '784-500-500-10, Adam')

it.each(COMPARED)('%s has the gradient, the scores and the next weights of WASM', (_, __, input) => {
  const spec = specOf(input)
  const ours = stepOf(webgl.createTrainer(spec))
  const theirs = stepOf(wasm.createTrainer(spec))
  for (const name of ['gradient', 'weights', 'scores'] as const) {
    const differences = theirs[name].map((value, i) => Math.abs(value - ours[name][i]!))
    const largest = theirs[name].reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    expect(differences.every(Number.isFinite), name).toBe(true)
    expect(differences.reduce((a, b) => Math.max(a, b)) / largest, name).toBeLessThan(1e-4)
  }
})

/** The batch in two pieces, the first of which ends in the middle of a block. */
function stepOf(trainer: Trainer) {
  trainer.accumulate(whole(0), 0, 15)
  trainer.accumulate(whole(0), 15, ROWS)
  const gradient = trainer.readGradient()
  trainer.update(0.001)
  const { weights } = trainer.readState()
  trainer.measure('train', 0, 20)
  trainer.measure('validation', 5, ROWS)
  const { train, validation, inactive } = trainer.report()
  trainer.dispose()
  const scores = [train.loss, train.squares, train.correct, validation.loss, ...inactive]
  return { gradient, weights, scores: Float32Array.from(scores) }
}

it('a checkpoint of weights and optimizer is read back in one go', () => {
  const trainer = webgl.createTrainer(specOf(plane(16, adam)))
  trainer.accumulate(whole(0), 0, ROWS)
  trainer.update(0.001)
  const reads = vi.spyOn(WebGL2RenderingContext.prototype, 'readPixels')
  const { weights, slots } = trainer.readState()
  expect(reads).toHaveBeenCalledTimes(1)
  reads.mockRestore()
  trainer.dispose()
  expect(slots.map(({ length }) => length)).toEqual([weights.length, weights.length])
})
