/**
 * The page's end of the wire. Decides which engine a run goes to, the one asked for or (`auto`) the one that measures
 * fastest, and which worker. When an engine is lost, its runs go on with another from their last checkpoint; the page
 * hears `rewound` and drops the epochs after it. Where no worker starts at all, it hears `no-engine`. When a worker has
 * nothing left to do, it takes a run from one that has several, without losing an epoch.
 */

import type { Experiment } from '../domain/experiment/experiment.ts'
import type { WeightArray } from '../domain/network/initial-weights.ts'
import { ENGINES, type EngineName, type EngineSpeed } from '../domain/run/engines.ts'
import type { FailureReason, Score } from '../domain/run/run.ts'
import type { Source } from '../domain/table/source.ts'
import type { Pace, RunId } from '../protocol/command.ts'
import type { RunEvent } from '../protocol/event.ts'
import type { Inspection, InspectionOf, SeenOf } from '../protocol/inspection.ts'
import type { ClientEvent } from './client-event.ts'
import { Chooser } from './engine-choice.ts'
import type { EngineClient, StartOptions } from './engine-client.ts'
import { EventBatch } from './event-batch.ts'
import { type Control, giveTo, type Running, runningFrom, runToMove } from './running.ts'
import { UsableEngines } from './usable-engines.ts'
import { spawnedBy, WorkerConnection, type WorkerLike } from './worker-connection.ts'
import { Pool } from './worker-pool.ts'

export interface ClientOptions {
  /** Workers that compute at the same time. */
  readonly cores?: number
  /** New epochs are told at most every so many ms. */
  readonly epochsEvery?: number
}

/** Warming up that is over sooner, in ms, is not worth a picture of its own. */
const WORTH_TELLING = 60

/**
 * Workers die under a run (a tab put to sleep, memory short for a moment), and it goes on in another. One that is lost
 * again sooner than this, in ms, is its own fault.
 */
const BETWEEN_LOSSES = 10_000

export class WorkerClient implements EngineClient {
  readonly #pool: Pool
  readonly #chooser: Chooser
  readonly #engines: UsableEngines
  readonly #sources = new Map<string, Source>()
  readonly #runs = new Map<RunId, Running>()
  readonly #batch: EventBatch

  constructor(spawn: () => WorkerLike, { cores = 2, epochsEvery = 100 }: ClientOptions = {}) {
    this.#pool = new Pool(cores, (engine) => this.#open(engine, spawnedBy(spawn)))
    this.#batch = new EventBatch(epochsEvery)
    this.#engines = new UsableEngines((event) => this.#batch.add(event))
    this.#chooser = new Chooser(
      (engine, experiment) => this.#measure(engine, experiment),
      () => this.#batch.add({ type: 'timed' }),
    )
  }

  listen(listener: (event: ClientEvent) => void) {
    return this.#batch.listen(listener)
  }

  supply(key: string, source: Source) {
    if (this.#sources.has(key)) return
    this.#sources.set(key, source)
    for (const connection of this.#pool.connections) connection.send({ type: 'supply', key, source })
  }

  prepare(experiment: Experiment) {
    void this.#chooser.prepare(experiment, this.#engines.automatic())
  }

  speeds(experiment: Experiment): readonly EngineSpeed[] {
    return this.#chooser.speeds(experiment)
  }

  start(run: RunId, experiment: Experiment, options: StartOptions = {}) {
    const running = runningFrom(experiment, options)
    const { preference } = running
    this.#runs.set(run, running)
    this.#engines.tryAgain()
    const chosen =
      preference === 'auto' ? this.#chooser.choose(experiment, this.#engines.automatic()) : preference
    if (typeof chosen === 'string') this.#place(run, running, chosen)
    else
      void chosen.then((name) => {
        if (this.#runs.get(run) !== running) return
        if (this.#engines.isUnusable(name)) this.#placeAutomatically(run, running, 'no engine is left')
        else this.#place(run, running, name)
      })
  }

  pause(run: RunId) {
    this.#tell(run, 'pause', true)
  }

  resume(run: RunId) {
    this.#tell(run, 'resume', false)
  }

  step(run: RunId) {
    this.#tell(run, 'step', true)
  }

  stop(run: RunId) {
    this.#tell(run, 'stop', false)
  }

  setPace(run: RunId, pace: Pace) {
    const running = this.#runs.get(run)
    if (!running) return
    running.pace = pace
    running.connection?.send({ type: 'pace', run, pace })
  }

  dispose(run: RunId) {
    this.#tell(run, 'dispose', false)
    this.#forget(run)
  }

  async predictLive(run: RunId, rows: Float32Array | Float64Array): Promise<Float32Array> {
    const connection = this.#runs.get(run)?.connection
    if (!connection) throw new Error('the run is over')
    return (await connection.ask({ type: 'predict-live', run, rows })).outputs
  }

  async predict(
    experiment: Experiment,
    weights: readonly WeightArray[],
    rows: Float32Array | Float64Array,
  ): Promise<Float32Array> {
    return (await this.#anyLane().ask({ type: 'predict', experiment, weights, rows })).outputs
  }

  async inspectLive<K extends Inspection['kind']>(run: RunId, what: InspectionOf<K>): Promise<SeenOf<K>> {
    const connection = this.#runs.get(run)?.connection
    if (!connection) throw new Error('the run is over')
    return (await connection.ask({ type: 'inspect-live', run, what })).seen as SeenOf<K>
  }

  async inspect<K extends Inspection['kind']>(
    experiment: Experiment,
    weights: readonly WeightArray[],
    what: InspectionOf<K>,
  ): Promise<SeenOf<K>> {
    return (await this.#anyLane().ask({ type: 'inspect', experiment, weights, what })).seen as SeenOf<K>
  }

  async test(experiment: Experiment, weights: readonly WeightArray[]): Promise<Score> {
    return (await this.#anyLane().ask({ type: 'test', experiment, weights })).score
  }

  async #measure(engine: EngineName, experiment: Experiment): Promise<number> {
    const connection = this.#laneFor(engine)
    return (await connection.ask({ type: 'time', experiment })).epochsPerSecond
  }

  #tell(run: RunId, type: Control, held: boolean) {
    const running = this.#runs.get(run)
    if (!running) return
    running.held = held
    if (running.connection === null || running.moving) running.said.push(type)
    running.connection?.send({ type, run })
  }

  /** Throws where no engine works. */
  #anyLane(): WorkerConnection {
    const [engine] = this.#engines.automatic()
    if (engine === undefined) throw new Error('no engine is left')
    return this.#laneFor(engine)
  }

  #laneFor(engine: EngineName): WorkerConnection {
    return this.#pool.connectionFor(engine, (connection) => this.#runsOf(connection).length)
  }

  #runsOf(connection: WorkerConnection): [RunId, Running][] {
    return [...this.#runs].filter(([, running]) => running.connection === connection)
  }

  #open(name: EngineName, worker: WorkerLike): WorkerConnection {
    const connection = new WorkerConnection(name, worker, {
      onOpened: () => {
        this.#engines.onOpened(name)
        for (const [run] of this.#runsOf(connection)) this.#tellEngine(run, connection)
      },
      onRefused: (reason) =>
        this.#engines.hasWorked(name)
          ? this.#onLost(connection, reason)
          : this.#onRefused(connection, reason),
      onLost: (reason) => this.#onLost(connection, reason),
      onRunEvent: (event) => this.#hear(event),
    })
    for (const [key, source] of this.#sources) connection.send({ type: 'supply', key, source })
    return connection
  }

  #tellEngine(run: RunId, { engine }: WorkerConnection) {
    if (engine) this.#batch.add({ type: 'placed', run, engine })
  }

  /** Starts a run on an engine, from its checkpoint if it has one. */
  #place(run: RunId, running: Running, engine: EngineName) {
    const connection = this.#laneFor(engine)
    giveTo(connection, run, running)
    this.#tellEngine(run, connection)
  }

  #placeAutomatically(run: RunId, running: Running, detail: string) {
    const [engine] = this.#engines.automatic()
    if (engine === undefined) this.#fail(run, 'engine', detail)
    else this.#place(run, running, engine)
  }

  #hear(event: RunEvent) {
    const running = this.#runs.get(event.run)
    if (!running) return
    clearTimeout(running.warming)
    switch (event.type) {
      case 'checkpoint':
        running.checkpoint = event.checkpoint
        this.#batch.add(event)
        return
      case 'left':
        running.checkpoint = event.checkpoint
        this.#place(event.run, running, running.connection!.name)
        this.#balance()
        return
      case 'warming':
        // Told once, and only if it lasts: whoever changes workers is running all the time.
        if (running.checkpoint === null)
          running.warming = setTimeout(() => {
            if (this.#runs.get(event.run) === running) this.#batch.add(event)
          }, WORTH_TELLING)
        return
      case 'finished':
      case 'failed':
        this.#forget(event.run)
        this.#batch.add(event)
        return
      default:
        this.#batch.add(event)
    }
  }

  #forget(run: RunId) {
    this.#runs.delete(run)
    this.#balance()
  }

  /** A worker with nothing to do takes a run from the one with most. */
  #balance() {
    const run = runToMove(this.#pool.connections, this.#runs)
    if (run === null) return
    const running = this.#runs.get(run)!
    running.moving = true
    running.connection!.send({ type: 'leave', run })
  }

  #onRefused(connection: WorkerConnection, detail: string) {
    this.#pool.drop(connection)
    const isNews = this.#engines.markUnusable(connection.name)
    const stranded = this.#runsOf(connection)
    for (const [run, running] of stranded) {
      if (running.preference === 'auto') this.#placeAutomatically(run, running, detail)
      else this.#fail(run, 'engine', detail)
    }
    if (connection.started) this.#engines.onStarted()
    if (!isNews) return
    const isMissed = stranded.some(([, { preference }]) => preference === 'auto')
    const next = this.#engines.tellRefused(connection.name, detail, isMissed)
    if (next !== null && !this.#pool.connections.some(({ name }) => name === next)) this.#laneFor(next)
  }

  #onLost(connection: WorkerConnection, detail: string) {
    this.#pool.drop(connection)
    const stranded = this.#runsOf(connection)
    if (ENGINES[connection.name].sharesDevice) {
      this.#engines.markUnusable(connection.name)
      // Runs that asked for it stay with it.
      if (!stranded.length || stranded.some(([, { preference }]) => preference === 'auto'))
        this.#engines.tellLost(connection.name, detail)
    }
    for (const [run, running] of stranded) {
      const soon = performance.now() - running.lostAt < BETWEEN_LOSSES
      const next = this.#nextAfter(connection.name, running)
      if (soon || next === undefined) this.#fail(run, 'lost', detail)
      else {
        running.lostAt = performance.now()
        this.#batch.add({ type: 'rewound', run, epoch: running.checkpoint?.epoch ?? 0 })
        this.#place(run, running, next)
      }
    }
  }

  /** A worker is replaced by another like it; a run that did not ask for the lost device goes on without it. */
  #nextAfter(lost: EngineName, { preference }: Running): EngineName | undefined {
    return ENGINES[lost].sharesDevice && preference === 'auto' ? this.#engines.automatic()[0] : lost
  }

  #fail(run: RunId, reason: FailureReason, message: string) {
    this.#runs.delete(run)
    this.#batch.add({ type: 'failed', run, reason, message })
  }
}
