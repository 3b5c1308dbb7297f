/**
 * What becomes of the runs of a worker that is no more: one whose engine does not open here, or one that was lost. They go
 * on with the next engine that they may have, from their last checkpoint.
 */
import { ENGINES, type EngineName } from '../domain/run/engines.ts'
import type { FailureReason } from '../domain/run/run.ts'
import type { RunId } from '../protocol/command.ts'
import type { ClientEvent } from './client-event.ts'
import type { EngineTimes } from './engine-times.ts'
import type { EngineWorkers } from './engine-workers.ts'
import { isLostAgain, type Running } from './running.ts'
import type { RunsInProgress } from './runs-in-progress.ts'
import type { UsableEngines } from './usable-engines.ts'
import type { WorkerConnection } from './worker-connection.ts'

interface ClientParts {
  readonly workers: EngineWorkers
  readonly times: EngineTimes
  readonly engines: UsableEngines
  readonly runs: RunsInProgress
  tell(event: ClientEvent): void
  /** Starts a run on an engine, from its checkpoint if it has one. */
  place(run: RunId, running: Running, engine: EngineName): void
  fail(run: RunId, reason: FailureReason, message: string): void
}

export class LostWorkers {
  readonly #client: ClientParts

  constructor(client: ClientParts) {
    this.#client = client
  }

  #drop(connection: WorkerConnection) {
    this.#client.workers.drop(connection)
    this.#client.times.onClosed(connection.name)
  }

  /** Its engine does not work here. */
  onRefused(connection: WorkerConnection, detail: string) {
    this.#drop(connection)
    const isNews = this.#client.engines.markUnusable(connection.name)
    const stranded = this.#client.runs.of(connection)
    for (const [run, running] of stranded) {
      const engine = running.preference === 'auto' ? this.#client.engines.automatic()[0] : undefined
      if (engine === undefined) this.#client.fail(run, 'engine', detail)
      else this.#client.place(run, running, engine)
    }
    if (connection.started) this.#client.engines.onStarted()
    if (!isNews) return
    const isMissed = stranded.some(([, { preference }]) => preference === 'auto')
    const next = this.#client.engines.tellRefused(connection.name, detail, isMissed)
    if (next !== null && !this.#client.workers.connections.some(({ name }) => name === next))
      this.#client.workers.of(next)
  }

  /** It worked before, and answers no more. */
  onLost(connection: WorkerConnection, detail: string) {
    this.#drop(connection)
    const stranded = this.#client.runs.of(connection)
    if (ENGINES[connection.name].sharesDevice) {
      this.#client.engines.markUnusable(connection.name)
      // Runs that asked for it stay with it.
      if (!stranded.length || stranded.some(([, { preference }]) => preference === 'auto'))
        this.#client.engines.tellLost(connection.name, detail)
    }
    for (const [run, running] of stranded) {
      const next = this.#nextAfter(connection.name, running)
      if (isLostAgain(running) || next === undefined) this.#client.fail(run, 'lost', detail)
      else {
        running.quicker = null
        this.#client.tell({ type: 'rewound', run, epoch: running.checkpoint?.epoch ?? 0 })
        this.#client.place(run, running, next)
      }
    }
  }

  /** A worker is replaced by another like it; a run that did not ask for the lost device goes on without it. */
  #nextAfter(lost: EngineName, { preference }: Running): EngineName | undefined {
    return ENGINES[lost].sharesDevice && preference === 'auto' ? this.#client.engines.automatic()[0] : lost
  }
}
