/** One thread or four: the same bits, of any network and any way to train it. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ExperimentInput, OPTIMIZERS } from '../../../domain/experiment/experiment.ts'
import { initialWeights } from '../../../domain/network/initial-weights.ts'
import { inputSize, outputUnits } from '../../../domain/network/inputs-outputs.ts'
import { expectExperiment } from '../../../domain/parsing/parse.ts'
import { stream } from '../../../domain/random.ts'
import { samples } from '../../trainers.testing.ts'
import { DeviceLost, type Trainer } from '../../training/trainer.ts'
import { compileKernels } from '../kernels.ts'
import { createWasmTrainer } from '../trainer.ts'
import type { HelperKernels, Invitation } from './helper.ts'
import { compileSharedKernels } from './kernels.ts'
import { spawnHelper } from './node.testing.ts'
import type { HelperLike } from './team.ts'

const THREADS = 4
/** No multiple of the four rows that a thread takes at least, and more than a batch. */
const ROWS = 45
const BATCH = 23

/** As many as there are take part; which numbers that were is remembered. */
const used = new Set<number>()
const all = () => ({
  next(available: number) {
    used.add(available)
    return available
  },
  took() {},
})
const alone = compileKernels()
const shared = compileSharedKernels(THREADS, spawnHelper, all)

const image = { set: 'digits-8x8' } as const
// Wide enough that four threads divide the columns of the second layer, and narrow enough that two do of the first.
const dense = { layers: [{ units: 37 }, { units: 70 }] }
const cnn = (kind: 'cnn' | 'residual-cnn') => ({
  kind,
  kernel: 3 as const,
  blocks: [{ filters: 5, layers: 2, pool: 2 }, { filters: 9 }],
  layers: [],
})
const everything = { dropout: 0.3, l1: 1e-3, l2: 1e-2 }

const cases: readonly (readonly [string, ExperimentInput])[] = [
  ...OPTIMIZERS.map((kind): [string, ExperimentInput] => [
    kind,
    { data: image, model: dense, optimizer: { kind } },
  ]),
  [
    'dropout, L1 and L2, clipped',
    { model: dense, regularization: everything, optimizer: { clipNorm: 0.01 } },
  ],
  ['L1 by proximal steps', { data: image, model: dense, regularization: { l1: 0.01, proximal: true } }],
  ['a sigmoid and GELU', { data: image, model: { ...dense, activation: 'gelu' }, loss: 'mse' }],
  [
    'residual blocks',
    { data: image, model: { kind: 'residual-mlp', layers: [37, 20, 50, 11].map((units) => ({ units })) } },
  ],
  ['convolutions', { data: image, model: cnn('cnn'), regularization: everything }],
  [
    'residual convolutions',
    { data: image, model: cnn('residual-cnn'), regularization: { l1: 0.01, proximal: true } },
  ],
  ...(['rnn', 'lstm', 'gru'] as const).map((kind): [string, ExperimentInput] => [
    kind,
    {
      data: { set: 'adding', length: 6 },
      model: { kind, layers: [{ units: 13 }, { units: 7 }] },
      regularization: everything,
    },
  ]),
]

function specOf(input: ExperimentInput) {
  const experiment = expectExperiment({ training: { batchSize: BATCH }, ...input })
  const random = stream(11, 'threads')
  const size = inputSize(experiment)
  const rows = Array.from({ length: ROWS }, () => Array.from({ length: size }, () => random.normal()))
  const classes = outputUnits(experiment) > 1 ? outputUnits(experiment) : 2
  const train = samples(
    rows,
    rows.map(() => random.below(classes)),
  )
  return { experiment, weights: initialWeights(experiment), parts: { train } }
}

/** Two epochs from the given state, the second update of each watched, and all that can be read afterwards. */
function story(trainer: Trainer, rows: Float32Array) {
  for (let epoch = 1; epoch <= 2; epoch++)
    for (let from = 0, index = 0; from < ROWS; from += BATCH, index++) {
      const to = Math.min(from + BATCH, ROWS)
      // In two pieces, as a long batch is.
      const middle = from + 14
      trainer.accumulate({ from, to, epoch, index, scored: true }, from, middle)
      trainer.accumulate({ from, to, epoch, index, scored: true }, middle, to)
      trainer.update(0.01, index === 1)
    }
  trainer.measure('train', 0, ROWS)
  return { state: trainer.readState(), report: trainer.report(), outputs: trainer.predict(rows) }
}

describe.each(cases)('%s', (_, input) => {
  const spec = specOf(input)
  let team: Trainer
  beforeAll(async () => {
    shared.limit(THREADS)
    team = createWasmTrainer(shared, spec)
    await team.settled?.()
  })
  afterAll(() => team.dispose())

  it('the same bits from 1, 2, 3 and 4 threads as without', () => {
    const single = createWasmTrainer(alone, spec)
    const before = single.readState()
    const expected = story(single, spec.parts.train.inputs)
    expect(expected.report.train.loss).toBeGreaterThan(0)
    for (let threads = 1; threads <= THREADS; threads++) {
      shared.limit(threads)
      team.writeState(before)
      used.clear()
      expect(story(team, spec.parts.train.inputs)).toEqual(expected)
      expect([...used]).toEqual([threads])
    }
  })
})

describe('helpers', () => {
  const spec = specOf({ data: image, model: dense })
  const expected = story(createWasmTrainer(alone, spec), spec.parts.train.inputs)

  it('nobody waits for them: a run begins alone, and they take part once they have come', async () => {
    shared.limit(2)
    const trainer = createWasmTrainer(shared, spec)
    const before = trainer.readState()
    used.clear()
    expect(story(trainer, spec.parts.train.inputs)).toEqual(expected)
    expect([...used]).toEqual([1])
    await trainer.settled?.()
    trainer.writeState(before)
    expect(story(trainer, spec.parts.train.inputs)).toEqual(expected)
    expect([...used]).toEqual([1, 2])
    trainer.dispose()
  })

  it('one that cannot come is not missed', async () => {
    const failing = compileSharedKernels(2, () =>
      fakeHelper((helper) => helper.onerror?.(new Event('error') as ErrorEvent)),
    )
    const trainer = createWasmTrainer(failing, spec)
    await trainer.settled?.()
    expect(story(trainer, spec.parts.train.inputs)).toEqual(expected)
  })

  it('one that came and does not answer costs the device, and not the worker', async () => {
    const silent = compileSharedKernels(
      2,
      () =>
        fakeHelper((helper, { module, memory }) => {
          const { exports } = new WebAssembly.Instance(module, { env: { memory } })
          ;(exports as unknown as HelperKernels).join()
          helper.onmessage?.(new MessageEvent('message'))
        }),
      all,
    )
    const trainer = createWasmTrainer(silent, spec)
    await trainer.settled?.()
    expect(() => story(trainer, spec.parts.train.inputs)).toThrow(DeviceLost)
  })

  it('sleep between calls that do not come', async () => {
    let memory: WebAssembly.Memory | undefined
    let module: WebAssembly.Module | undefined
    const watched = compileSharedKernels(
      3,
      () => {
        const helper = spawnHelper()
        const { postMessage } = helper
        helper.postMessage = (invitation) => {
          ;({ memory, module } = invitation)
          postMessage(invitation)
        }
        return helper
      },
      all,
    )
    const trainer = createWasmTrainer(watched, spec)
    await trainer.settled?.()
    story(trainer, spec.parts.train.inputs)
    const { exports } = new WebAssembly.Instance(module!, { env: { memory: memory! } })
    const atRest = exports.helpersAtRest as () => number
    await vi.waitFor(() => expect(atRest()).toBe(2), { timeout: 60_000 })
    trainer.dispose()
  })
})

/** Does something of its own in place of a worker when it is invited. */
function fakeHelper(invited: (helper: HelperLike, invitation: Invitation) => void): HelperLike {
  const helper: HelperLike = {
    postMessage: (invitation) => queueMicrotask(() => invited(helper, invitation)),
    terminate() {},
    onmessage: null,
    onerror: null,
  }
  return helper
}
