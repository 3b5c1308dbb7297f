/**
 * The workers. A run of an engine that computes keeps one thread busy, so each gets a worker of its own up to the number
 * of cores; the runs of an engine that shares its device share one worker.
 */
import { ENGINES, type EngineName } from '../domain/run/engines.ts'
import type { WorkerConnection } from './worker-connection.ts'

export class Pool {
  readonly #open: (engine: EngineName, cores: number) => WorkerConnection
  readonly #cores: number
  readonly #connections = new Set<WorkerConnection>()
  /** How many cores each run may use; a worker begins with all. */
  #share: number

  constructor(cores: number, open: (engine: EngineName, cores: number) => WorkerConnection) {
    this.#cores = Math.max(1, cores)
    this.#share = this.#cores
    this.#open = open
  }

  get connections(): readonly WorkerConnection[] {
    return [...this.#connections]
  }

  /** The worker for a new run: the least busy, or a new one while all are busy and there are cores. */
  connectionFor(engine: EngineName, load: (connection: WorkerConnection) => number): WorkerConnection {
    const connections = this.connections.filter((connection) => connection.name === engine)
    const [least] = connections.sort((a, b) => load(a) - load(b))
    const most = ENGINES[engine].sharesDevice ? 1 : this.#cores
    if (least && (load(least) === 0 || connections.length >= most)) return least
    const connection = this.#open(engine, this.#cores)
    this.#connections.add(connection)
    if (this.#share !== this.#cores) connection.send({ type: 'cores', cores: this.#share })
    return connection
  }

  /** Divides the cores among so many runs that compute at the same time. */
  shareCores(runs: number) {
    const share = Math.max(1, Math.floor(this.#cores / Math.max(1, runs)))
    if (share === this.#share) return
    this.#share = share
    for (const connection of this.#connections) connection.send({ type: 'cores', cores: share })
  }

  drop(connection: WorkerConnection) {
    this.#connections.delete(connection)
  }
}
