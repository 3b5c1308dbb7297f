/**
 * The page's end of the wire. A run goes to the engine that was asked for or (`auto`) begins on what is ready and moves
 * where it is quicker (automatic-engine.ts). When an engine is lost, its runs go on with another from their last
 * checkpoint; the page hears `rewound` and drops the epochs after it. Where no worker starts at all, it hears
 * `no-engine`. When a worker has nothing left to do, it takes a run from one that has several, without losing an epoch.
 */

import type { Experiment } from '../domain/experiment/experiment.ts'
import type { WeightArray } from '../domain/network/initial-weights.ts'
import type { EngineSpeed } from '../domain/run/engines.ts'
import type { FailureReason, Score } from '../domain/run/run.ts'
import type { Source } from '../domain/table/source.ts'
import type { Pace, RunId } from '../protocol/command.ts'
import type { RunEvent } from '../protocol/event.ts'
import type { Inspection, InspectionOf, SeenOf } from '../protocol/inspection.ts'
import { AutomaticEngine } from './automatic-engine.ts'
import type { ClientEvent } from './client-event.ts'
import type { EngineClient, StartOptions } from './engine-client.ts'
import { EngineTimes, type TimesMemory } from './engine-times.ts'
import { EngineWorkers } from './engine-workers.ts'
import { EventBatch, type WhenDrawn } from './event-batch.ts'
import { LostWorkers } from './lost-workers.ts'
import { RunPlaces } from './run-places.ts'
import { type Control, hearEpochs, runningFrom } from './running.ts'
import { RunsInProgress } from './runs-in-progress.ts'
import { unpackedEpochs } from './unpacked-epochs.ts'
import { UsableEngines } from './usable-engines.ts'
import type { ConnectionOwner, WorkerConnection, WorkerLike } from './worker-connection.ts'

export interface ClientOptions {
  /** Workers that compute at the same time. */
  readonly cores?: number
  /** New epochs are told at most every so many ms. */
  readonly epochsEvery?: number
  /** Calls back once the page has drawn what it was told before: further epochs wait for that. */
  readonly whenDrawn?: WhenDrawn
  /** Where what engines take is kept between visits. */
  readonly memory?: TimesMemory
}

/** Warming up that is over sooner, in ms, is not worth a picture of its own. */
const WORTH_TELLING = 60

export class WorkerClient implements EngineClient {
  readonly #workers: EngineWorkers
  readonly #times: EngineTimes
  readonly #automatic: AutomaticEngine
  readonly #engines: UsableEngines
  readonly #runs = new RunsInProgress()
  readonly #batch: EventBatch
  readonly #places: RunPlaces
  readonly #lost: LostWorkers

  constructor(
    spawn: () => WorkerLike,
    { cores = 2, epochsEvery = 100, whenDrawn, memory }: ClientOptions = {},
  ) {
    this.#workers = new EngineWorkers({
      spawn,
      cores,
      ownerOf: (connection) => this.#ownerOf(connection),
      load: (connection) => this.#runs.of(connection).length,
      anyEngine: () => this.#engines.automatic()[0],
    })
    this.#batch = new EventBatch(epochsEvery, whenDrawn)
    this.#engines = new UsableEngines((event) => this.#batch.add(event))
    this.#times = new EngineTimes(
      (engine, experiment) =>
        this.#workers.time(engine, experiment, (opened) => this.#automatic.mayWinOn(opened)),
      () => {
        this.#batch.add({ type: 'timed' })
        for (const run of [...this.#runs.all.keys()]) this.#places.moveIfBetter(run)
      },
      memory,
    )
    this.#automatic = new AutomaticEngine(this.#times, {
      usable: () => this.#engines.automatic(),
      runsOn: (engine) => this.#runs.countOn(engine),
      cores,
    })
    const parts = {
      workers: this.#workers,
      engines: this.#engines,
      runs: this.#runs,
      tell: (event: ClientEvent) => this.#batch.add(event),
    }
    this.#places = new RunPlaces({ ...parts, automatic: this.#automatic })
    this.#lost = new LostWorkers({
      ...parts,
      times: this.#times,
      place: (run, running, engine) => this.#places.place(run, running, engine),
      fail: (run, reason, message) => this.#fail(run, reason, message),
    })
  }

  listen(listener: (event: ClientEvent) => void) {
    return this.#batch.listen(listener)
  }

  supply(key: string, source: Source) {
    this.#workers.supply(key, source)
  }

  prepare(experiment: Experiment) {
    void this.#automatic.prepare(experiment)
  }

  speeds(experiment: Experiment): readonly EngineSpeed[] {
    return this.#times.speeds(experiment)
  }

  start(run: RunId, experiment: Experiment, options: StartOptions = {}) {
    const running = runningFrom(experiment, options)
    this.#runs.add(run, running)
    this.#engines.tryAgain()
    if (running.preference !== 'auto') return this.#places.place(run, running, running.preference)
    const engine = this.#automatic.first(experiment)
    if (engine === undefined) return this.#fail(run, 'engine', 'no engine is left')
    this.#places.place(run, running, engine)
    this.#places.moveIfBetter(run)
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
    this.#runs.setPace(run, pace)
  }

  dispose(run: RunId) {
    this.#tell(run, 'dispose', false)
    this.#forget(run)
  }

  measureRates(on: boolean) {
    this.#workers.measureRates(on)
  }

  async predictRun(run: RunId, rows: Float32Array | Float64Array): Promise<Float32Array> {
    return (await this.#runs.connectionOf(run).ask({ type: 'predict-run', run, rows })).outputs
  }

  predict(
    experiment: Experiment,
    weights: readonly WeightArray[],
    rows: Float32Array | Float64Array,
  ): Promise<Float32Array> {
    return this.#workers.predict(experiment, weights, rows)
  }

  async inspectRun<K extends Inspection['kind']>(run: RunId, what: InspectionOf<K>): Promise<SeenOf<K>> {
    return (await this.#runs.connectionOf(run).ask({ type: 'inspect-run', run, what })).seen as SeenOf<K>
  }

  inspect<K extends Inspection['kind']>(
    experiment: Experiment,
    weights: readonly WeightArray[],
    what: InspectionOf<K>,
  ): Promise<SeenOf<K>> {
    return this.#workers.inspect(experiment, weights, what)
  }

  test(experiment: Experiment, weights: readonly WeightArray[]): Promise<Score> {
    return this.#workers.test(experiment, weights)
  }

  #ownerOf(connection: WorkerConnection): ConnectionOwner {
    const { name } = connection
    return {
      onOpened: (engine) => {
        this.#engines.onOpened(name)
        this.#times.onOpened(engine)
        for (const [run] of this.#runs.of(connection)) this.#places.tellEngine(run, connection)
      },
      onRefused: (reason) =>
        this.#engines.hasWorked(name)
          ? this.#lost.onLost(connection, reason)
          : this.#lost.onRefused(connection, reason),
      onLost: (reason) => this.#lost.onLost(connection, reason),
      onRunEvent: (event) => this.#hear(event, connection),
    }
  }

  #hear(event: RunEvent, from: WorkerConnection) {
    const running = this.#runs.get(event.run)
    if (!running || running.connection !== from) return
    clearTimeout(running.warming)
    switch (event.type) {
      case 'checkpoint':
        running.checkpoint = event.checkpoint
        this.#batch.add(event)
        return
      case 'left':
        this.#places.onLeft(event, running, from)
        return
      case 'epochs': {
        const epochs = unpackedEpochs(event)
        hearEpochs(running, epochs.rows)
        this.#batch.add(epochs)
        this.#places.moveIfBetter(event.run)
        return
      }
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
    this.#runs.remove(run)
    this.#places.shareCores()
    this.#times.remember()
    this.#places.balance()
  }

  #tell(run: RunId, type: Control, held: boolean) {
    this.#runs.tell(run, type, held)
    this.#places.shareCores()
  }

  #fail(run: RunId, reason: FailureReason, message: string) {
    this.#runs.remove(run)
    this.#places.shareCores()
    this.#batch.add({ type: 'failed', run, reason, message })
  }
}
