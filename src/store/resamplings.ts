/**
 * Experiments trained on ten freshly drawn training sets, off the page's list. Each fit is kept as its outputs at the
 * places that are drawn and at those that it is measured at.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Ended } from '../client/train-once.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { askedRows, resampled, resamplingKey, SAMPLES } from '../domain/resampling/resampling.ts'
import { weightsAfter } from './run-view.ts'
import { createTrainingQueue, type QueueWorld } from './training-queue.ts'

/** The experiments whose fits are kept; the oldest go first. */
const KEPT = 8

export interface Resampling {
  readonly status: 'running' | 'stopped' | 'done'
  /** Outputs at `askedRows`, of the fits that have ended, in the order in which they did. */
  readonly fits: readonly Float32Array[]
  /** Trainings that diverged or failed: they have no fit. */
  readonly lost: number
  /** Of all trainings, 0..1. */
  readonly progress: number
}

export interface ResamplingsState {
  /** By `resamplingKey`. */
  readonly all: ReadonlyMap<string, Resampling>
}

interface Job {
  readonly experiment: Experiment
  readonly key: string
}

export interface Resamplings {
  readonly store: StoreApi<ResamplingsState>
  /** Begins anew; what is in progress for another experiment stops. */
  start(experiment: Experiment): void
  /** Fits that have ended stay. */
  cancel(): void
}

const NOTHING: Resampling = { status: 'running', fits: [], lost: 0, progress: 0 }

export function createResamplings(world: QueueWorld): Resamplings {
  const store = createStore<ResamplingsState>(() => ({ all: new Map() }))
  /** By data seed of the experiment in progress: the share of its epochs that are done. */
  let shares = new Map<number, number>()
  const queue = createTrainingQueue<Job>(world, {
    onEpoch({ key, experiment }, { epoch }) {
      shares.set(experiment.seed.data, epoch / experiment.training.epochs)
      change(key, (now) => now)
    },
    async onEnded({ key, experiment }, ended, signal) {
      const fit = await outputsOf(experiment, ended).catch(() => null)
      if (signal.aborted) return
      shares.set(experiment.seed.data, 1)
      change(key, ({ fits, lost, ...now }) =>
        fit === null ? { ...now, fits, lost: lost + 1 } : { ...now, fits: [...fits, fit], lost },
      )
    },
    onEmpty: () => conclude('done'),
  })

  function set(key: string, resampling: Resampling) {
    const all = new Map(store.getState().all).set(key, resampling)
    for (const old of all.keys()) if (all.size > KEPT && old !== key) all.delete(old)
    store.setState({ all })
  }

  function change(key: string, to: (now: Resampling) => Resampling) {
    const now = store.getState().all.get(key)
    if (!now) return
    const progress = [...shares.values()].reduce((sum, share) => sum + share, 0) / SAMPLES
    set(key, { ...to(now), progress })
  }

  function conclude(status: 'stopped' | 'done') {
    for (const [key, now] of store.getState().all) if (now.status === 'running') set(key, { ...now, status })
  }

  /** null of a network that diverged or failed. */
  async function outputsOf(
    experiment: Experiment,
    { outcome, weights }: Ended,
  ): Promise<Float32Array | null> {
    if (weights === null || outcome.kind === 'diverged') return null
    return world.client.predict(experiment, weightsAfter(outcome, weights), askedRows(experiment.data))
  }

  return {
    store,
    start(experiment) {
      queue.drop()
      conclude('stopped')
      shares = new Map()
      const key = resamplingKey(experiment)
      set(key, NOTHING)
      queue.add(resampled(experiment).map((other) => ({ experiment: other, key })))
      queue.go()
    },
    cancel() {
      queue.drop()
      conclude('stopped')
    },
  }
}
