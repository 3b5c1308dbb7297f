/**
 * The engine of a run for which nobody named one. It begins on what is ready. While it trains, engines that might be
 * quicker are opened and measured in workers of their own, and the run moves once that is known to pay. It moves back
 * if its first epochs there disappoint.
 */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { ENGINES, type EngineInfo, type EngineName, FIRST_ENGINE } from '../domain/run/engines.ts'
import type { EngineTimes } from './engine-times.ts'
import { betterPlace, couldWin, isSoftware, type Move, type Place } from './placement.ts'
import type { Running } from './running.ts'

/** A run moves at most so often: there, and back. */
const MOST_MOVES = 2
/** So many epochs of a run tell what an epoch takes. */
const ENOUGH_EPOCHS = 3

interface Surroundings {
  /** Engines that can be used here, the one to begin on first. */
  usable(): readonly EngineName[]
  /** How many runs an engine has, those on their way to it included. */
  runsOn(engine: EngineName): number
  /** Runs that compute at the same time. */
  readonly cores: number
}

export class AutomaticEngine {
  readonly #times: EngineTimes
  readonly #here: Surroundings

  constructor(times: EngineTimes, surroundings: Surroundings) {
    this.#times = times
    this.#here = surroundings
  }

  /** Where a run begins; undefined where no engine works. */
  first(experiment: Experiment): EngineName | undefined {
    const [first, ...others] = this.#here.usable()
    if (first === undefined) return undefined
    const time = this.#times.of(first, experiment)
    if (time === null) return first
    const ready = others.filter((engine) => this.#times.isReady(engine, experiment))
    const epoch = time.epoch * this.#share(first, 1)
    return betterPlace(epoch, this.#places(ready, experiment, null), experiment.training.epochs)?.to ?? first
  }

  /** Measures what a run of the experiment would begin on, and what it might move to. */
  async prepare(experiment: Experiment) {
    const [first, ...others] = this.#here.usable()
    if (first === undefined) return
    await this.#times.ask(first, experiment)
    const epoch = this.#times.of(first, experiment)?.epoch ?? null
    const { epochs } = experiment.training
    for (const engine of others)
      if (this.#couldWin(engine, experiment, epoch) && this.#isWorthAsking(engine, experiment, epoch, epochs))
        void this.#times.ask(engine, experiment)
  }

  /** Whether a run should go on elsewhere. What has to be measured first is measured, and then it can be asked again. */
  better(running: Running): Move | null {
    const { experiment, connection, pace } = running
    if (connection === null || !this.#mayMove(running)) return null
    const { name } = connection
    this.#learn(running)
    const own = running.secondsHere ?? this.#times.of(name, experiment)?.epoch ?? null
    const alone = own === null || ENGINES[name].sharesDevice ? own : own * this.#share(name, 0)
    const others = this.#here
      .usable()
      .filter((engine) => engine !== name && this.#couldWin(engine, experiment, alone))
    const left = experiment.training.epochs - running.epoch
    const ready = others.filter((engine) => this.#isReady(engine, experiment))
    for (const engine of others)
      if (!ready.includes(engine) && this.#isWorthAsking(engine, experiment, alone, left))
        void this.#times.ask(engine, experiment)
    if (alone === null) return null
    return betterPlace(Math.max(alone, shortest(pace)), this.#places(ready, experiment, pace), left)
  }

  /** Whether an engine could be the quicker one on the device that it was opened on. */
  mayWinOn({ name, device }: Pick<EngineInfo, 'name' | 'device'>): boolean {
    return name === FIRST_ENGINE || !isSoftware(device) || this.#here.usable()[0] !== FIRST_ENGINE
  }

  #couldWin(engine: EngineName, experiment: Experiment, epoch: number | null): boolean {
    const device = this.#times.deviceOf(engine)
    return couldWin(engine, experiment, epoch) && (device === null || this.mayWinOn({ name: engine, device }))
  }

  #mayMove({ preference, movingTo, held, moves }: Running): boolean {
    return preference === 'auto' && movingTo === null && !held && moves < MOST_MOVES
  }

  /** An engine that compiles nothing can begin as soon as its time is known. */
  #isReady(engine: EngineName, experiment: Experiment): boolean {
    return ENGINES[engine].queuesWork
      ? this.#times.isReady(engine, experiment)
      : this.#times.of(engine, experiment) !== null
  }

  /** What was known before, and what is left to win, can make a measurement useless. */
  #isWorthAsking(engine: EngineName, experiment: Experiment, epoch: number | null, left: number): boolean {
    const known = this.#times.of(engine, experiment)?.epoch ?? 0
    if (epoch === null) return true
    return betterPlace(epoch, [{ engine, epoch: known, start: 0 }], left) !== null
  }

  #learn({ connection, experiment, secondsHere, epochsHere }: Running) {
    if (connection === null || secondsHere === null || epochsHere < ENOUGH_EPOCHS) return
    const { name } = connection
    // Several runs that share a device take each other's time.
    if (ENGINES[name].sharesDevice && this.#here.runsOn(name) > 1) return
    this.#times.learn(name, experiment, secondsHere)
  }

  #places(engines: readonly EngineName[], experiment: Experiment, pace: number | null): Place[] {
    return engines.flatMap((engine) => {
      const time = this.#times.of(engine, experiment)
      if (time === null) return []
      const epoch = Math.max(time.epoch * this.#share(engine, 1), shortest(pace))
      return [{ engine, epoch, start: time.start }]
    })
  }

  /** How many times longer an epoch takes where so many more runs share the device or the cores. */
  #share(engine: EngineName, more: number): number {
    const runs = this.#here.runsOn(engine) + more
    return Math.max(1, runs / (ENGINES[engine].sharesDevice ? 1 : this.#here.cores))
  }
}

/** The seconds of an epoch at a limited pace. */
const shortest = (pace: number | null) => (pace === null ? 0 : 1 / pace)
