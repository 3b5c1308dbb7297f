/**
 * The workers of all engines: opened when they are needed, told the data that runs share, and asked what concerns no
 * run in progress. Whoever holds them hears of their runs' events and of their loss.
 */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { WeightArray } from '../domain/network/initial-weights.ts'
import type { EngineInfo, EngineName, EngineTime } from '../domain/run/engines.ts'
import type { Score } from '../domain/run/run.ts'
import type { Source } from '../domain/table/source.ts'
import type { Inspection, InspectionOf, SeenOf } from '../protocol/inspection.ts'
import { type ConnectionOwner, spawnedBy, WorkerConnection, type WorkerLike } from './worker-connection.ts'
import { Pool } from './worker-pool.ts'

interface Options {
  spawn(): WorkerLike
  /** Workers of an engine that compute at the same time. */
  readonly cores: number
  /** Who hears what becomes of a connection and of the runs that it was given. */
  ownerOf(connection: WorkerConnection): ConnectionOwner
  /** The number of runs that a connection has. */
  load(connection: WorkerConnection): number
  /** The engine for what any engine can answer; undefined where none works. */
  anyEngine(): EngineName | undefined
}

export class EngineWorkers {
  readonly #pool: Pool
  readonly #sources = new Map<string, Source>()
  readonly #options: Options
  #measuresRates = false

  constructor(options: Options) {
    this.#options = options
    this.#pool = new Pool(options.cores, (name, cores) => this.#open(name, cores))
  }

  get connections(): readonly WorkerConnection[] {
    return this.#pool.connections
  }

  /** The worker for a new run of the engine. */
  of(engine: EngineName): WorkerConnection {
    return this.#pool.connectionFor(engine, this.#options.load)
  }

  /** Divides the cores among so many runs that compute at the same time. */
  shareCores(runs: number) {
    this.#pool.shareCores(runs)
  }

  /** A connection that was closed is no longer one of them. */
  drop(connection: WorkerConnection) {
    this.#pool.drop(connection)
  }

  supply(key: string, source: Source) {
    if (this.#sources.has(key)) return
    this.#sources.set(key, source)
    for (const connection of this.connections) connection.send({ type: 'supply', key, source })
  }

  /** Whether runs are measured (protocol/command.ts), in the workers of now and in those to come. */
  measureRates(on: boolean) {
    if (this.#measuresRates === on) return
    this.#measuresRates = on
    for (const connection of this.connections) connection.send({ type: 'measure-rates', on })
  }

  /** Rejects where the engine, once it is open, turns out not to be worth the question. */
  async time(
    engine: EngineName,
    experiment: Experiment,
    isWorthwhile: (engine: EngineInfo) => boolean,
  ): Promise<EngineTime> {
    return (await this.of(engine).ask({ type: 'time', experiment }, isWorthwhile)).time
  }

  /** Outputs of given weights for raw rows. Rejects where no engine works. */
  async predict(
    experiment: Experiment,
    weights: readonly WeightArray[],
    rows: Float32Array | Float64Array,
  ): Promise<Float32Array> {
    return (await this.#any().ask({ type: 'predict', experiment, weights, rows })).outputs
  }

  /** What a network of given weights looks like inside. Rejects where no engine works. */
  async inspect<K extends Inspection['kind']>(
    experiment: Experiment,
    weights: readonly WeightArray[],
    what: InspectionOf<K>,
  ): Promise<SeenOf<K>> {
    return (await this.#any().ask({ type: 'inspect', experiment, weights, what })).seen as SeenOf<K>
  }

  /** The score of given weights on the test part. Rejects where no engine works. */
  async test(experiment: Experiment, weights: readonly WeightArray[]): Promise<Score> {
    return (await this.#any().ask({ type: 'test', experiment, weights })).score
  }

  #any(): WorkerConnection {
    const engine = this.#options.anyEngine()
    if (engine === undefined) throw new Error('no engine is left')
    return this.of(engine)
  }

  #open(name: EngineName, cores: number): WorkerConnection {
    const { spawn, ownerOf } = this.#options
    const owner: ConnectionOwner = {
      onOpened: (engine) => ownerOf(connection).onOpened(engine),
      onRefused: (reason) => ownerOf(connection).onRefused(reason),
      onLost: (reason) => ownerOf(connection).onLost(reason),
      onRunEvent: (event) => ownerOf(connection).onRunEvent(event),
    }
    const connection = new WorkerConnection(name, spawnedBy(spawn), owner, cores)
    for (const [key, source] of this.#sources) connection.send({ type: 'supply', key, source })
    if (this.#measuresRates) connection.send({ type: 'measure-rates', on: true })
    return connection
  }
}
