/**
 * Remedies tried in seeds: a run's experiment and that of its remedy are each trained with every seed, off the page's
 * list. What a seed gave is kept, so that the remedies of one run share its side.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type End, endOf, type SeedEnds } from '../domain/diagnosis/remedies/effect.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { experimentKey } from '../domain/experiment/identity.ts'
import { type EpochRow, type Outcome, restoredEpoch } from '../domain/run/run.ts'
import { seeded } from '../domain/sweep/sweep.ts'
import { createTrainingQueue, type QueueWorld } from './training-queue.ts'

/** As a sweep's: data, first weights and order of the samples come from each of these. */
export const TRIAL_SEEDS = [1, 2, 3, 4, 5] as const

/** The results that are kept, so many at most; the oldest go first. */
const KEPT = 400

interface Pair {
  readonly before: Experiment
  readonly after: Experiment
}

interface Job {
  readonly experiment: Experiment
  readonly key: string
}

export interface SeedTrialsState {
  /** By seeded experiment; null where the run failed. */
  readonly ends: ReadonlyMap<string, End | null>
  /** By seeded experiment in training: the share of its epochs that are done. */
  readonly shares: ReadonlyMap<string, number>
  /** What is being trained, in order. */
  readonly going: readonly Pair[]
}

export interface SeedTrial {
  readonly pairs: SeedEnds
  readonly isGoing: boolean
  /** Of all its runs, 0..1. */
  readonly progress: number
}

export interface SeedTrials {
  readonly store: StoreApi<SeedTrialsState>
  /** Behind what is being trained already. Runs that failed before are tried again. */
  start(before: Experiment, after: Experiment): void
  /** Discards what is in training for this remedy alone; seeds that have ended stay. */
  cancel(before: Experiment, after: Experiment): void
}

export function createSeedTrials(world: QueueWorld): SeedTrials {
  const store = createStore<SeedTrialsState>(() => ({ ends: new Map(), shares: new Map(), going: [] }))
  const { getState: get, setState: set } = store
  const queue = createTrainingQueue<Job>(world, {
    onEpoch({ key, experiment }, { epoch }) {
      set(({ shares }) => ({ shares: new Map(shares).set(key, epoch / experiment.training.epochs) }))
    },
    onEnded({ key }, { outcome, rows }) {
      const shares = new Map(get().shares)
      shares.delete(key)
      const ends = new Map(get().ends).set(key, endOf(outcome, keptRow(outcome, rows)))
      for (const old of ends.keys()) if (ends.size > KEPT) ends.delete(old)
      set(({ going }) => ({ ends, shares, going: going.filter((pair) => missing(pair, ends).length > 0) }))
    },
    onEmpty: () => set({ going: [], shares: new Map() }),
  })

  /** Trains what is wanted and not there yet; what is in training elsewhere in the list is trained once. */
  function train(going: readonly Pair[]) {
    queue.drop()
    const jobs = new Map(going.flatMap((pair) => missing(pair, get().ends)).map((job) => [job.key, job]))
    set({ going, shares: new Map() })
    queue.add([...jobs.values()])
    queue.go()
  }

  return {
    store,
    start(before, after) {
      const ends = new Map(get().ends)
      for (const key of keysOf({ before, after })) if (ends.get(key) === null) ends.delete(key)
      set({ ends })
      const pair = { before, after }
      if (get().going.some((other) => isSame(other, pair))) return
      const jobs = missing(pair, ends).filter(({ key }) => !isComing(get(), key))
      set(({ going }) => ({ going: [...going, pair] }))
      queue.add(jobs)
      queue.go()
    },
    cancel(before, after) {
      train(get().going.filter((other) => !isSame(other, { before, after })))
    },
  }
}

/** What is known of a remedy in seeds; null where nobody asked. */
export function seedTrial(
  { ends, shares, going }: SeedTrialsState,
  before: Experiment,
  after: Experiment,
): SeedTrial | null {
  const isGoing = going.some((other) => isSame(other, { before, after }))
  const keys = TRIAL_SEEDS.map((seed) => [seedKey(before, seed), seedKey(after, seed)] as const)
  const pairs = keys.map(([was, is]) => [ends.get(was), ends.get(is)] as const)
  if (!isGoing && !pairs.some(([was, is]) => was !== undefined && is !== undefined)) return null
  const done = keys.flat().map((key) => (ends.has(key) ? 1 : (shares.get(key) ?? 0)))
  return { pairs, isGoing, progress: done.reduce((sum, share) => sum + share, 0) / done.length }
}

const seedKey = (experiment: Experiment, seed: number) => experimentKey(seeded(experiment, seed, 'all'))

/** Seed by seed, so that the first comparison is there early. */
function jobsOf({ before, after }: Pair): readonly Job[] {
  return TRIAL_SEEDS.flatMap((seed) =>
    [before, after].map((side) => {
      const experiment = seeded(side, seed, 'all')
      return { experiment, key: experimentKey(experiment) }
    }),
  )
}

const keysOf = (pair: Pair) => jobsOf(pair).map(({ key }) => key)

const missing = (pair: Pair, ends: SeedTrialsState['ends']) =>
  jobsOf(pair).filter(({ key }) => !ends.has(key))

const isComing = ({ going, ends }: SeedTrialsState, key: string) =>
  going.some((pair) => missing(pair, ends).some((job) => job.key === key))

const isSame = (a: Pair, b: Pair) =>
  experimentKey(a.before) === experimentKey(b.before) && experimentKey(a.after) === experimentKey(b.after)

function keptRow(outcome: Outcome, rows: readonly EpochRow[]): EpochRow | null {
  return rows[(restoredEpoch(outcome) ?? rows.length) - 1] ?? null
}
