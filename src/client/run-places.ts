/**
 * Which worker has a run: first one of the engine that it starts on, then perhaps one of a quicker engine, or one that has
 * nothing left to do. A run that moves leaves with a checkpoint at the end of its epoch.
 */
import type { EngineName } from '../domain/run/engines.ts'
import type { RunId } from '../protocol/command.ts'
import type { RunEvent } from '../protocol/event.ts'
import type { AutomaticEngine } from './automatic-engine.ts'
import type { ClientEvent } from './client-event.ts'
import type { EngineWorkers } from './engine-workers.ts'
import { giveTo, type Running, runToMove } from './running.ts'
import type { RunsInProgress } from './runs-in-progress.ts'
import type { UsableEngines } from './usable-engines.ts'
import type { WorkerConnection } from './worker-connection.ts'

/** Beginning anew on an engine so many times quicker is better than waiting for the end of the first epoch. */
const WORTH_ANEW = 2

interface ClientParts {
  readonly workers: EngineWorkers
  readonly automatic: AutomaticEngine
  readonly engines: UsableEngines
  readonly runs: RunsInProgress
  tell(event: ClientEvent): void
}

export class RunPlaces {
  readonly #client: ClientParts

  constructor(client: ClientParts) {
    this.#client = client
  }

  /** Starts a run on an engine, from its checkpoint if it has one. */
  place(run: RunId, running: Running, engine: EngineName) {
    const connection = this.#client.workers.of(engine)
    giveTo(connection, run, running)
    this.shareCores()
    this.tellEngine(run, connection)
  }

  tellEngine(run: RunId, { engine }: WorkerConnection) {
    const { checkpoint, quicker } = this.#client.runs.get(run)!
    if (engine) this.#client.tell({ type: 'placed', run, engine, after: checkpoint?.epoch ?? 0, quicker })
  }

  /**
   * Sends a run to another engine, at the end of its epoch, if that is known to pay. Where no epoch has ended yet, the
   * run can also begin anew there.
   */
  moveIfBetter(run: RunId) {
    const running = this.#client.runs.get(run)
    if (!running) return
    const better = this.#client.automatic.better(running)
    if (better === null) return
    running.quicker = better.quicker
    running.moves++
    if (running.epoch === 0 && better.quicker >= WORTH_ANEW) {
      running.connection!.send({ type: 'dispose', run })
      this.place(run, running, better.to)
    } else {
      running.movingTo = better.to
      running.connection!.send({ type: 'leave', run })
    }
  }

  /** A run has left its worker, and goes where it was sent to. */
  onLeft({ run, checkpoint }: RunEvent & { type: 'left' }, running: Running, from: WorkerConnection) {
    running.checkpoint = checkpoint
    running.connection = null
    this.place(run, running, this.#destination(running, from))
    this.balance()
  }

  /** An engine that was lost while the run finished its epoch is no place to go. */
  #destination({ movingTo }: Running, { name }: WorkerConnection): EngineName {
    return movingTo === null || this.#client.engines.isUnusable(movingTo) ? name : movingTo
  }

  /** A worker with nothing to do takes a run from the one with most. */
  balance() {
    const { workers, runs } = this.#client
    const run = runToMove(workers.connections, runs.all)
    if (run === null) return
    const running = runs.get(run)!
    running.movingTo = running.connection!.name
    running.connection!.send({ type: 'leave', run })
  }

  shareCores() {
    this.#client.workers.shareCores(this.#client.runs.countComputing())
  }
}
