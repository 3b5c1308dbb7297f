/**
 * The sweep of the page. It trains all values of one seed before the next, so that a whole curve is there early. Its
 * runs go through a training queue, so a continued sweep equals an uninterrupted one.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Ended } from '../client/train-once.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { Problem } from '../domain/experiment/problem.ts'
import { cannotRunReason } from '../domain/parsing/cannot-run.ts'
import { cellExperiment, cellsOf, parseSweep, type Sweep, seeded } from '../domain/sweep/sweep.ts'
import { axesToJson, FIRST_METRIC, type OpenedSweep } from '../domain/sweep/sweep-record.ts'
import { METRICS, type Metric, type SweepRun, sweepRun } from '../domain/sweep/sweep-run.ts'
import { keepTable, type Tables } from '../domain/table/library.ts'
import { weightsAfter } from './run-view.ts'
import type { SweepStorage } from './sweep-storage.ts'
import { createTrainingQueue, failedRun, type QueueWorld } from './training-queue.ts'

export interface SweepsState {
  readonly sweep: Sweep | null
  /** `stopped` has discarded the runs in progress; a sweep can be continued from it and from `paused`. */
  readonly status: 'idle' | 'running' | 'paused' | 'stopped' | 'done'
  readonly runs: readonly SweepRun[]
  /** The metric by which the sweep is read. */
  readonly metric: Metric
  /** By cell: the reason why it cannot be run, or null. */
  readonly problems: readonly (Problem | null)[]
  /** The number of runs to expect: those that can be trained here, and those that came with an opened sweep. */
  readonly total: number
  readonly secondsLeft: number | null
  /** Whether the sweep is stored, so that a reload would find it. */
  readonly kept: boolean
  /** The number of sweeps that were opened from files. */
  readonly opened: number
}

export interface SweepWorld extends QueueWorld {
  /** The storage; without one, nothing is kept. */
  readonly storage: SweepStorage | null
  /** The tables of the page, to which that of a stored sweep is added. */
  readonly tables: Tables
  readonly deviceMemory: number | undefined
  /** ms */
  now(): number
}

interface Job {
  readonly cell: number
  readonly seed: number
  readonly experiment: Experiment
}

export interface Sweeps {
  readonly store: StoreApi<SweepsState>
  start(sweep: Sweep): void
  /**
   * Opens a sweep from elsewhere with its finished runs; nothing trains. Returns false while a sweep is running here.
   */
  open(opened: OpenedSweep): boolean
  setMetric(metric: Metric): void
  pause(): void
  resume(): void
  /** Discards the runs in progress; finished ones stay. */
  cancel(): void
  /** Continues a sweep that a reload interrupted. */
  restore(): Promise<void>
}

const IDLE: SweepsState = {
  sweep: null,
  status: 'idle',
  runs: [],
  metric: FIRST_METRIC,
  problems: [],
  total: 0,
  secondsLeft: null,
  kept: true,
  opened: 0,
}

export function createSweeps({ storage, tables, deviceMemory, now, ...world }: SweepWorld): Sweeps {
  const store = createStore<SweepsState>(() => IDLE)
  const { getState: get, setState: set } = store
  const queue = createTrainingQueue<Job>(world, {
    async onEnded(job, ended, signal) {
      const result = await scored(job, ended, signal)
      if (!signal.aborted) finish(result)
    },
    onEmpty() {
      set({ status: 'done', secondsLeft: null })
      keep((kept) => kept.setGoing(false))
    },
  })
  /** The clock's time, and the number of finished runs, when the sweep last began to run. */
  let since = { at: 0, finished: 0 }

  const keep = (change: (kept: SweepStorage) => Promise<void>) => {
    if (storage === null) return
    change(storage).catch(() => set({ kept: false }))
  }

  /** Failed runs are not stored, so that they are tried again after a reload. */
  const lasting = (runs: readonly SweepRun[]) => runs.filter(({ outcome }) => outcome.kind !== 'failed')

  function begin(sweep: Sweep, going: boolean, runs: readonly SweepRun[]) {
    const table = sweep.base.data.rows?.contents() ?? null
    const saved = { ...sweep, axes: axesToJson(sweep) }
    keep((kept) => kept.begin({ sweep: saved, metric: get().metric, table, going, runs: lasting(runs) }))
  }

  function setUp(sweep: Sweep, runs: readonly SweepRun[]) {
    const ran = new Set(runs.map(({ cell }) => cell))
    const problems: (Problem | null)[] = []
    const jobs: Job[] = []
    for (const cell of cellsOf(sweep)) {
      const parsed = cellExperiment(sweep, cell)
      const problem = parsed.ok ? cannotRunReason(parsed.experiment, deviceMemory) : parsed.problems[0]!
      problems.push(ran.has(cell.index) ? null : problem)
      if (!parsed.ok || problem !== null) continue
      for (let seed = 1; seed <= sweep.seeds; seed++)
        jobs.push({ cell: cell.index, seed, experiment: seeded(parsed.experiment, seed, sweep.varies) })
    }
    const done = new Set(runs.map(({ cell, seed }) => `${cell} ${seed}`))
    const left = jobs.filter(({ cell, seed }) => !done.has(`${cell} ${seed}`))
    queue.add(left.sort((a, b) => a.seed - b.seed || a.cell - b.cell))
    set({ sweep, runs, problems, total: done.size + left.length, secondsLeft: null, status: 'paused' })
  }

  function go() {
    since = { at: now(), finished: 0 }
    set({ status: 'running' })
    queue.go()
  }

  async function scored(
    { cell, seed, experiment }: Job,
    ended: Ended,
    signal: AbortSignal,
  ): Promise<SweepRun> {
    const { outcome, rows, weights } = ended
    const final = weights && weightsAfter(outcome, weights)
    const opens = get().sweep?.test && final && outcome.kind !== 'diverged' && !signal.aborted
    try {
      const test = opens ? await world.client.test(experiment, final) : null
      return sweepRun(cell, seed, rows, outcome, test)
    } catch (error) {
      return sweepRun(cell, seed, [], failedRun('bug', error).outcome, null)
    }
  }

  function finish(result: SweepRun) {
    const runs = [...get().runs, result]
    since = { ...since, finished: since.finished + 1 }
    // The run that has just ended is still among those left.
    const secondsLeft = (((now() - since.at) / since.finished) * (queue.left() - 1)) / 1000
    set({ runs, secondsLeft })
    for (const run of lasting([result])) keep((kept) => kept.add(run))
  }

  return {
    store,
    start(sweep) {
      queue.drop()
      setUp(sweep, [])
      begin(sweep, true, [])
      go()
    },
    open({ sweep, runs, metric }) {
      if (get().status === 'running') return false
      queue.drop()
      setUp(sweep, runs)
      set({ metric, status: queue.left() === 0 ? 'done' : 'paused', opened: get().opened + 1 })
      begin(sweep, false, runs)
      return true
    },
    setMetric(metric) {
      set({ metric })
      keep((kept) => kept.setMetric(metric))
    },
    pause() {
      if (get().status !== 'running') return
      queue.pause()
      set({ status: 'paused', secondsLeft: null })
      keep((kept) => kept.setGoing(false))
    },
    resume() {
      const { status } = get()
      if (status !== 'paused' && status !== 'stopped') return
      keep((kept) => kept.setGoing(true))
      go()
    },
    cancel() {
      const { status } = get()
      if (status !== 'running' && status !== 'paused') return
      queue.add(queue.drop())
      set({ status: 'stopped', secondsLeft: null })
      keep((kept) => kept.setGoing(false))
    },
    async restore() {
      const found = await storage?.load().catch(() => {
        set({ kept: false })
        return null
      })
      if (found?.table) keepTable(found.table, tables)
      const sweep = found ? parseSweep(found.sweep, tables) : null
      if (!found || sweep === null || get().status !== 'idle') return
      setUp(sweep, found.runs)
      set({ metric: METRICS.find((metric) => metric === found.metric) ?? FIRST_METRIC })
      if (found.going) go()
      else if (queue.left() === 0) set({ status: 'done' })
    },
  }
}
