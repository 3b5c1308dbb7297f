/** The WebGL engine reads back seldom, compiles once and leaks nothing, in the built page. */
import { expect, type Page, type Worker } from '@playwright/test'
import type { ExperimentInput } from '../src/domain/experiment/experiment.ts'
import { open } from './page.ts'
import { test } from './test.ts'

interface Counts {
  programs: number
  readBacks: number
}

interface Counting {
  counts: Counts
  _tfengine: {
    backendName: string
    state: { numTensors: number }
    backendInstance: { numDataIds(): number }
  }
}

const BATCH = 32
const EPOCHS = 2

/** The network of the figure in docs/figures.md, trained for this many steps an epoch. */
const tiny = (steps: number, optimizer: ExperimentInput['optimizer'] = {}): ExperimentInput => ({
  data: { set: 'circle', train: steps * BATCH, validation: 50, test: 50 },
  model: { layers: [{ units: 16 }, { units: 16 }], activation: 'tanh' },
  loss: 'cross-entropy',
  optimizer: { kind: 'adam', learningRate: 0.01, ...optimizer },
  training: { batchSize: BATCH, epochs: EPOCHS },
  earlyStopping: null,
})

const train = (page: Page, experiment: ExperimentInput) =>
  page.evaluate((given) => window.fittingRoom.run(given, { engine: 'webgl' }), experiment)

/** Opens the WebGL engine and counts its calls from here on. */
async function counted(page: Page): Promise<Worker> {
  await train(page, tiny(1))
  for (const worker of page.workers()) {
    const found = await worker.evaluate(() => {
      const scope = globalThis as unknown as Partial<Counting>
      if (scope._tfengine?.backendName !== 'webgl') return false
      const counts = { programs: 0, readBacks: 0 }
      scope.counts = counts
      const count = (method: keyof WebGL2RenderingContext, as: keyof Counts) => {
        const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, () => unknown>
        const original = prototype[method]!
        prototype[method] = function (this: WebGL2RenderingContext, ...given: []) {
          counts[as]++
          return original.apply(this, given)
        }
      }
      count('linkProgram', 'programs')
      count('readPixels', 'readBacks')
      return true
    })
    if (found) return worker
  }
  throw new Error('no worker holds WebGL')
}

/** The calls that a run adds to the counts. */
async function cost(page: Page, worker: Worker, experiment: ExperimentInput): Promise<Counts> {
  const counts = () => worker.evaluate(() => (globalThis as unknown as Counting).counts)
  const before = await counts()
  await train(page, experiment)
  const after = await counts()
  return {
    programs: after.programs - before.programs,
    readBacks: after.readBacks - before.readBacks,
  }
}

test('an epoch reads back once; a new learning rate compiles nothing; a run leaves nothing behind', async ({
  page,
}) => {
  await open(page, 'engine=wasm')
  const worker = await counted(page)
  const held = () =>
    worker.evaluate(() => {
      const { _tfengine } = globalThis as unknown as Counting
      return { tensors: _tfengine.state.numTensors, buffers: _tfengine.backendInstance.numDataIds() }
    })
  const short = await cost(page, worker, tiny(2))
  const before = await held()
  const more = 20
  const training = { batchSize: BATCH, epochs: EPOCHS + more }
  const long = await cost(page, worker, { ...tiny(2), training })
  // The end of a run and its checkpoints read weights as well.
  expect((long.readBacks - short.readBacks) / more).toBeCloseTo(1, 0)
  const slowing = await cost(page, worker, tiny(2, { schedule: 'exponential', decayEvery: 1 }))
  expect(slowing.programs).toBe(0)
  expect(await held()).toEqual(before)
})
