/** The runs that have not ended, by their ids, and which worker each of them has. */
import { ENGINES, type EngineName } from '../domain/run/engines.ts'
import type { Pace, RunId } from '../protocol/command.ts'
import type { Control, Running } from './running.ts'
import type { WorkerConnection } from './worker-connection.ts'

export class RunsInProgress {
  readonly #runs = new Map<RunId, Running>()

  get all(): ReadonlyMap<RunId, Running> {
    return this.#runs
  }

  get(run: RunId): Running | undefined {
    return this.#runs.get(run)
  }

  add(run: RunId, running: Running) {
    this.#runs.set(run, running)
  }

  remove(run: RunId) {
    this.#runs.delete(run)
  }

  /** Throws where the run has no worker. */
  connectionOf(run: RunId): WorkerConnection {
    const connection = this.#runs.get(run)?.connection
    if (!connection) throw new Error('the run is over')
    return connection
  }

  of(connection: WorkerConnection): [RunId, Running][] {
    return [...this.#runs].filter(([, running]) => running.connection === connection)
  }

  /** The number of runs that an engine has, those on their way to it included. */
  countOn(engine: EngineName): number {
    return [...this.#runs.values()].filter(
      ({ connection, movingTo }) => (movingTo ?? connection?.name) === engine,
    ).length
  }

  /** How many runs keep a core busy: not those that wait, or whose engine has a device to compute on. */
  countComputing(): number {
    let count = 0
    for (const { connection, held } of this.#runs.values())
      if (connection !== null && !held && !ENGINES[connection.name].sharesDevice) count++
    return count
  }

  /**
   * Says something to a run. One that is between two workers hears it from both, so that it is not lost on the way. A stop is
   * always said to the next worker too: the present one may be gone without anybody having noticed yet.
   */
  tell(run: RunId, type: Control, held: boolean) {
    const running = this.#runs.get(run)
    if (!running) return
    running.held = held
    const isBetween = running.connection === null || running.movingTo !== null
    if (isBetween || type === 'stop') running.said.push(type)
    running.connection?.send({ type, run })
  }

  setPace(run: RunId, pace: Pace) {
    const running = this.#runs.get(run)
    if (!running) return
    running.pace = pace
    running.connection?.send({ type: 'pace', run, pace })
  }
}
