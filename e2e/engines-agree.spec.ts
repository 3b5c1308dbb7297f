/** The engines, written apart, compute the same: on a page that they all share, so that each starts once. */
import { expect, type Page } from '@playwright/test'
import { ACTIVATIONS, type ExperimentInput, LOSSES, OPTIMIZERS } from '../src/domain/experiment/experiment.ts'
import type { Score } from '../src/domain/run/run.ts'
import { open } from './page.ts'
import { test } from './test.ts'

let page: Page

test.beforeAll(async ({ sharedContext }) => {
  page = await sharedContext.newPage()
  // The page measures no engine of its own meanwhile.
  await open(page, 'engine=wasm')
})

test.afterAll(() => page.close())

const train = (experiment: ExperimentInput) =>
  page.evaluate((given) => window.fittingRoom.run(given, { engine: 'webgl' }), experiment)

/** Largest relative difference of all that the engines measure over a run but the time. */
const disagreement = (experiment: ExperimentInput) =>
  page.evaluate(async (given) => {
    const trainedOn = async (engine: 'webgl' | 'cpu') => {
      const run = await window.fittingRoom.run(given, { engine })
      if (run.engine?.name !== engine) throw new Error(`trained on ${run.engine?.name}`)
      const measured = [run.start!, ...run.epochs.map(({ seconds: _, ...row }) => row)]
      return measured.flatMap((each) => Object.values(each).flatMap(numbersOf))
    }
    type Measured = number | readonly number[] | Score
    const numbersOf = (value: Measured): readonly number[] =>
      typeof value === 'number' ? [value] : Array.isArray(value) ? value : Object.values(value)
    const [webgl, cpu] = [await trainedOn('webgl'), await trainedOn('cpu')]
    // Of a kernel of 0 there is no relative update.
    const differences = cpu.map((value, i) =>
      Object.is(value, webgl[i]) ? 0 : Math.abs(webgl[i]! - value) / Math.max(Math.abs(value), 1e-3),
    )
    return Math.max(...differences)
  }, experiment)

/** Five batches an epoch, the last of them of one sample: 30 steps. */
const small: ExperimentInput = {
  data: { set: 'circle', train: 33, validation: 20, test: 20 },
  model: { layers: [{ units: 6 }, { units: 5 }], activation: 'tanh' },
  optimizer: { kind: 'adam', learningRate: 0.01 },
  training: { batchSize: 8, epochs: 6 },
  earlyStopping: null,
}

type Case = readonly [name: string, experiment: ExperimentInput]

/** What is predicted, and by which loss it is judged: each is met by some optimizer and some activation. */
const TASKS: readonly ExperimentInput[] = [
  ...LOSSES.flatMap((loss) => [
    { ...small, loss },
    { ...small, loss, data: { ...small.data, set: 'digits-8x8' } satisfies ExperimentInput['data'] },
  ]),
  { ...small, data: { ...small.data, set: 'sine' } },
]

const groups: Record<string, readonly Case[]> = {
  'every optimizer, every activation and every loss, with L1, L2, dropout and clipping': Array.from(
    { length: Math.max(OPTIMIZERS.length, ACTIVATIONS.length, TASKS.length) },
    (_, i): Case => {
      const kind = OPTIMIZERS[i % OPTIMIZERS.length]!
      const activation = ACTIVATIONS[i % ACTIVATIONS.length]!
      const task = TASKS[i % TASKS.length]!
      return [
        `${kind}, ${activation}, ${task.data!.set}, ${task.loss}`,
        {
          ...task,
          model: { ...small.model, activation },
          optimizer: { kind, learningRate: 0.01, clipNorm: 0.5 },
          regularization: { l1: 1e-3, l2: 1e-2, dropout: 0.2 },
        },
      ]
    },
  ),
  'networks that no single program fits': [
    ['ten layers', { ...small, model: { layers: Array(10).fill({ units: 3 }) } }],
    [
      'wide layers',
      {
        ...small,
        data: { ...small.data, train: 70 },
        model: { layers: [{ units: 64 }, { units: 64 }, { units: 64 }], activation: 'gelu' },
        regularization: { dropout: 0.2 },
        training: { batchSize: 50, epochs: 5 },
      },
    ],
  ],
}

for (const [group, cases] of Object.entries(groups))
  test(`WebGL and CPU agree: ${group}`, { tag: '@proof' }, async () => {
    for (const [name, experiment] of cases)
      expect.soft(await disagreement(experiment), name).toBeLessThan(1e-4)
  })

test('a diverging run is seen with every activation', { tag: '@proof' }, async () => {
  for (const activation of ACTIVATIONS) {
    const run = await train({
      ...small,
      data: { ...small.data, set: 'sine' },
      model: { ...small.model, activation },
      optimizer: { kind: 'sgd', learningRate: 1000 },
    })
    expect.soft(run.outcome, activation).toMatchObject({ kind: 'diverged' })
  }
})

test('three engines, one experiment: the same curves', async () => {
  const [wasm, webgl, cpu] = await page.evaluate(async () => {
    const { experiment } = window.fittingRoom.parse({
      data: { set: 'moons', train: 40, validation: 40, test: 40, noise: 0.2 },
      model: { layers: [{ units: 8 }] },
      regularization: { dropout: 0.2, l2: 1e-3 },
      optimizer: { learningRate: 0.02 },
      training: { batchSize: 16, epochs: 12 },
      earlyStopping: null,
    }) as { experiment: ReturnType<typeof window.fittingRoom.defaults> }
    const on = (engine: 'wasm' | 'webgl' | 'cpu') => window.fittingRoom.run(experiment, { engine })
    return Promise.all([on('wasm'), on('webgl'), on('cpu')])
  })
  expect([wasm, webgl, cpu].map((run) => run!.engine!.name)).toEqual(['wasm', 'webgl', 'cpu'])
  for (const other of [webgl, cpu])
    for (const [i, row] of other!.epochs.entries())
      expect(Math.abs(row.validation.loss - wasm!.epochs[i]!.validation.loss)).toBeLessThan(1e-4)
})

// One step of every kind of network is compared in src/engine/tfjs/draws.browser.test.tsx at each change; here whole runs,
// in the worker.
const kinds: Record<string, ExperimentInput> = {
  'residual-cnn': {
    data: { set: 'digits-8x8' },
    model: { kind: 'residual-cnn', blocks: [{ filters: 4, layers: 3, pool: 2 }], layers: [{ units: 6 }] },
  },
  lstm: { data: { set: 'adding', length: 6 }, model: { kind: 'lstm', layers: [{ units: 5 }, { units: 4 }] } },
}

for (const [kind, { data, model = {} }] of Object.entries(kinds))
  test(`WASM and WebGL agree: ${kind}`, { tag: '@proof' }, async () => {
    const experiment: ExperimentInput = {
      data: { ...data, train: 40, validation: 20, test: 20 },
      model,
      optimizer: { kind: 'sgd', learningRate: 0.05 },
      training: { batchSize: 20, epochs: 3 },
      earlyStopping: null,
    }
    const [wasm, webgl] = await page.evaluate(async (given) => {
      const story = (engine: 'wasm' | 'webgl') => window.fittingRoom.run(given, { engine })
      return [await story('wasm'), await story('webgl')]
    }, experiment)
    // Numbers of blank squares tie in max pooling, and WebGL sends the gradient to another of them than WASM. That matters
    // to a block whose last kernel is 0 at first: what it is given differs among squares whose sums are equal.
    const updateDigits = kind === 'residual-cnn' ? 0 : 2
    expect(wasm!.engine!.name).toBe('wasm')
    expect(webgl!.engine!.name).toBe('webgl')
    expect(webgl!.start!.inactive).toEqual(wasm!.start!.inactive)
    for (const [i, row] of wasm!.epochs.entries()) {
      expect(webgl!.epochs[i]!.train.loss).toBeCloseTo(row.train.loss, 3)
      expect(webgl!.epochs[i]!.validation.loss).toBeCloseTo(row.validation.loss, 3)
      expect(webgl!.epochs[i]!.validationError! / row.validationError!).toBeCloseTo(1, 2)
      expect(webgl!.epochs[i]!.inactive).toEqual(row.inactive)
      for (const [layer, update] of row.updates!.entries())
        expect(webgl!.epochs[i]!.updates![layer]! / update).toBeCloseTo(1, updateDigits)
    }
  })
