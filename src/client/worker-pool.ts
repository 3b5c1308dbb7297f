/**
 * The workers. A computing engine (WebAssembly, JavaScript) keeps one thread busy, so each of its runs gets a worker
 * of its own up to the number of cores; WebGL's runs share one worker, because they share one device.
 */
import type { EngineName } from '../domain/run/run.ts'
import type { Lane } from './worker-connection.ts'

export class Pool {
  readonly #open: (engine: EngineName) => Lane
  readonly #cores: number
  readonly #lanes = new Set<Lane>()

  constructor(cores: number, open: (engine: EngineName) => Lane) {
    this.#cores = Math.max(1, cores)
    this.#open = open
  }

  get lanes(): readonly Lane[] {
    return [...this.#lanes]
  }

  /** The worker for a new run: the least busy, or a new one while all are busy and there are cores. */
  laneFor(engine: EngineName, load: (lane: Lane) => number): Lane {
    const lanes = this.lanes.filter((lane) => lane.name === engine)
    const [least] = lanes.sort((a, b) => load(a) - load(b))
    const most = engine === 'webgl' ? 1 : this.#cores
    if (least && (load(least) === 0 || lanes.length >= most)) return least
    const lane = this.#open(engine)
    this.#lanes.add(lane)
    return lane
  }

  drop(lane: Lane) {
    this.#lanes.delete(lane)
  }
}
