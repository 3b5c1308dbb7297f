/**
 * Trains experiments off the page's list, as many at a time as there are cores. They all train on one engine; on WASM
 * each has the same bits whenever it runs, so nothing depends on how often the queue was paused.
 */
import type { EngineClient } from '../client/engine-client.ts'
import { type Ended, trainOnce } from '../client/train-once.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { messageOf } from '../domain/message-of.ts'
import { ENGINES, type EngineName, EXACT_ENGINE } from '../domain/run/engines.ts'
import type { EpochRow, FailureReason } from '../domain/run/run.ts'
import type { DataCache } from './data-cache.ts'

export interface QueueWorld {
  /** A prefix for the ids of its runs, which must be unique among all users of the client. */
  readonly name: string
  readonly client: EngineClient
  readonly sources: Pick<DataCache, 'want'>
  readonly cores: number
}

interface QueueListener<Job> {
  onEpoch?(job: Job, row: EpochRow): void
  /** The next job waits for it. `signal` is aborted where the job was dropped in the meantime. */
  onEnded(job: Job, ended: Ended, signal: AbortSignal): Promise<void> | void
  /** Every job has ended. */
  onEmpty(): void
}

export function failedRun(reason: FailureReason, error: unknown): Ended {
  const outcome = { kind: 'failed', epoch: 0, reason, message: messageOf(error) } as const
  return { engine: null, rows: [], outcome, weights: null }
}

interface QueuedJob {
  readonly experiment: Experiment
  /** The epoch with which the run is stopped; if absent, it ends by itself. */
  readonly until?: number
}

export function createTrainingQueue<Job extends QueuedJob>(
  { name, client, sources, cores }: QueueWorld,
  { onEpoch, onEnded, onEmpty }: QueueListener<Job>,
) {
  let waiting: Job[] = []
  let inFlight = new Map<string, Job>()
  let abort = new AbortController()
  let engine: EngineName = EXACT_ENGINE
  let going = false
  let started = 0

  function fill() {
    if (!going) return
    while (inFlight.size < Math.max(1, cores)) {
      const job = waiting.shift()
      if (!job) break
      void run(job, abort.signal)
    }
    if (inFlight.size > 0) return
    going = false
    onEmpty()
  }

  async function run(job: Job, signal: AbortSignal) {
    const id = `${name}-${++started}`
    inFlight.set(id, job)
    const on = engine
    const ended = await trained(id, job, on, signal).catch((error: unknown) => failedRun('bug', error))
    if (signal.aborted) return
    const { outcome } = ended
    // Where the browser cannot run the exact engine, all jobs train on the one that replaces it.
    const { fallsBackTo } = ENGINES[on]
    const again = outcome.kind === 'failed' && outcome.reason === 'engine' && fallsBackTo !== null
    if (again) {
      engine = fallsBackTo
      waiting.unshift(job)
    } else await onEnded(job, ended, signal)
    if (signal.aborted) return
    inFlight.delete(id)
    fill()
  }

  async function trained(id: string, job: Job, on: EngineName, signal: AbortSignal): Promise<Ended> {
    try {
      await sources.want(job.experiment.data)
    } catch (error) {
      return failedRun('data', error)
    }
    return trainOnce(client, id, job.experiment, {
      engine: on,
      signal,
      onEpoch: (row) => {
        if (row.epoch === job.until) client.stop(id)
        onEpoch?.(job, row)
      },
    })
  }

  return {
    /** Adds jobs behind those that wait; `go` trains them. */
    add(jobs: readonly Job[]) {
      waiting.push(...jobs)
    },
    /** Begins, or continues after a pause. */
    go() {
      going = true
      for (const id of inFlight.keys()) client.resume(id)
      fill()
    },
    pause() {
      going = false
      for (const id of inFlight.keys()) client.pause(id)
    },
    /** Forgets all jobs and discards those in progress. Returns them, those in progress first. */
    drop(): readonly Job[] {
      going = false
      abort.abort()
      const dropped = [...inFlight.values(), ...waiting]
      waiting = []
      inFlight = new Map()
      abort = new AbortController()
      return dropped
    },
    /** The number of jobs that have not ended. */
    left: () => waiting.length + inFlight.size,
  }
}
