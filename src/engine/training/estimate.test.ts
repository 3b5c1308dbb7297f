import { describe, expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import type { Engine } from './engine.ts'
import { EstimateInterrupted, estimate } from './estimate.ts'
import { Training } from './train.ts'
import type { Trainer } from './trainer.ts'

const SUMS = { loss: 1, squares: 1, correct: 0 }
const REPORT = {
  train: SUMS,
  validation: SUMS,
  test: SUMS,
  penalty: 0,
  gradients: [],
  updates: [],
  inactive: [],
  fitLoss: 0,
}

interface Costs {
  /** ms of a row in training and evaluation, of an update, of what an epoch does once, and of creating the trainer. */
  readonly row: number
  readonly evaluation: number
  readonly update: number
  readonly report: number
  readonly create: number
  /** ms that a kind and size of work takes the first time, besides. */
  readonly compile: number
  /** ms that it takes the worker to give work to a device with a queue; null where the worker does it all itself. */
  readonly queueing: number | null
}

/** An engine that computes nothing and takes the time that it is told to take, by a clock of its own. */
function timed({ row, evaluation, update, report, create, compile, queueing }: Costs) {
  let clock = 0
  /** When the device will be done with its queue. */
  let done = 0
  const compiled = new Set<string>()
  const work = (kind: string, ms: number) => {
    const first = !compiled.has(kind)
    compiled.add(kind)
    clock += queueing ?? 0
    done = Math.max(done, clock) + ms
    if (first || queueing === null) clock = done += first ? compile : 0
  }
  const wait = () => {
    clock = Math.max(clock, done)
  }
  const snapshot = () => ({ dispose: () => {} })
  const createTrainer = (): Trainer => {
    clock += create
    return {
      arrange: () => work('arrange', 0),
      accumulate: (_, from, to) => work(`accumulate ${to - from}`, row * (to - from)),
      update: () => work('update', update),
      measure: (_, from, to) => work(`measure ${to - from}`, evaluation * (to - from)),
      report() {
        work('report', report)
        wait()
        return REPORT
      },
      predict: () => new Float32Array(),
      activations: () => [],
      cellTraces: () => [],
      readGradient: () => new Float32Array(),
      snapshot,
      restore: () => {},
      adopt: snapshot,
      read: () => new Float32Array(),
      readState: () => ({ weights: new Float32Array(), slots: [], updates: 0 }),
      writeState: () => {},
      synchronize: async () => wait(),
      dispose: () => {},
    }
  }
  const engine: Engine = {
    info: { name: 'webgl', device: 'none' },
    createTrainer,
    chunkFlops: () => 1e7,
    queuesWork: queueing !== null,
    watch: () => {},
  }
  const world = {
    now: () => clock,
    async yieldToMessages() {
      clock += 0.01
    },
    rest: async () => {},
  }
  return { engine, world }
}

/** The seconds of a late epoch of a real run, by the engine's clock. */
async function trueEpoch(experiment: Experiment, { engine, world }: ReturnType<typeof timed>) {
  const rows: EpochRow[] = []
  const nothing = () => {}
  const host = {
    ...world,
    onStart: nothing,
    onEpoch: (row: EpochRow) => void rows.push(row),
    onPaused: nothing,
    onRunning: nothing,
    onCheckpoint: nothing,
    onLeft: nothing,
  }
  const { parts } = networkDataset(experiment)
  const trainer = engine.createTrainer({ experiment, weights: [], parts })
  await new Training(experiment, { parts }, trainer, host, {
    from: null,
    oneEpoch: false,
    pace: null,
    chunkFlops: engine.chunkFlops(experiment),
  }).run()
  return rows.at(-1)!.seconds
}

const EXPERIMENTS: [string, Experiment][] = [
  ['many small batches', expectExperiment({ data: { set: 'moons', train: 250, validation: 250 } })],
  [
    'wide batches and a smaller last one',
    expectExperiment({
      data: { set: 'moons', train: 1000, validation: 300 },
      model: { layers: [{ units: 64 }, { units: 64 }] },
      training: { batchSize: 256 },
    }),
  ],
  [
    'one batch with everything',
    expectExperiment({ data: { set: 'moons', train: 100, validation: 2000 }, training: { batchSize: 500 } }),
  ],
]
const short = (experiment: Experiment): Experiment => ({
  ...experiment,
  training: { ...experiment.training, epochs: 4 },
  earlyStopping: null,
})

const ENGINES: [string, Costs][] = [
  [
    'the worker itself',
    { row: 0.01, evaluation: 0.004, update: 0.05, report: 0.1, create: 3, compile: 0, queueing: null },
  ],
  [
    'a device that costs by the call',
    { row: 0, evaluation: 0, update: 0.2, report: 8, create: 150, compile: 400, queueing: 0.3 },
  ],
  [
    'a device that costs by the row',
    { row: 0.5, evaluation: 0.2, update: 4, report: 1, create: 40, compile: 3000, queueing: 0.2 },
  ],
]

describe.each(ENGINES)('on %s', (_, costs) => {
  it.each(EXPERIMENTS)('%s: an epoch takes what is told, compiling apart', async (_, experiment) => {
    const device = timed(costs)
    const run = short(experiment)
    const { epoch, start } = await estimate(run, device.engine, undefined, device.world, () => false)
    const truth = await trueEpoch(run, timed(costs))
    expect(epoch / truth).toBeGreaterThan(1 / 1.2)
    expect(epoch / truth).toBeLessThan(1.2)
    expect(start).toBeCloseTo(costs.create / 1000, 6)
  })
})

it('gives way to a run as soon as messages were handled', async () => {
  const [, costs] = ENGINES[2]!
  const [, experiment] = EXPERIMENTS[1]!
  const { engine, world } = timed(costs)
  let looks = 0
  const asked = estimate(short(experiment), engine, undefined, world, () => ++looks === 3)
  await expect(asked).rejects.toThrow(EstimateInterrupted)
  expect(looks).toBe(3)
})
