/**
 * Everything that the worker does, without being one: commands come in, events go out, and each run has one training.
 * Runs take turns because every training yields between its time slices. Whatever goes wrong inside a run becomes that
 * run's `failed` event; a lost device concerns all of them and becomes `lost`. Work that cannot yield is announced as
 * `busy`, so that silence at any other time means that the worker is gone.
 */
import { messageOf } from '../domain/message-of.ts'
import { initialWeights, namedWeights } from '../domain/network/initial-weights.ts'
import type { EpochRow, FailureReason, Start } from '../domain/run/run.ts'
import type { Checkpoint, KeptState } from '../protocol/checkpoint.ts'
import type { Command, RunId } from '../protocol/command.ts'
import type { EngineEvent, Patience } from '../protocol/event.ts'
import { Answers, type Question } from './answers.ts'
import { EpochMessages } from './epoch-messages.ts'
import { RateMeter } from './rate-meter.ts'
import { SuppliedData } from './supplied-data.ts'
import { announced } from './training/announced-work.ts'
import type { Engine } from './training/engine.ts'
import { Training } from './training/train.ts'
import { DeviceLost, type Trainer } from './training/trainer.ts'

/** What a run can be told. */
type Control = Extract<Command, { type: 'pause' | 'resume' | 'step' | 'stop' | 'leave' | 'pace' }>

interface InProgress {
  readonly training: Training
  readonly trainer: Trainer
}

/** A run that has been asked for. */
interface Asked {
  /** null until its data and its trainer are made. */
  inProgress: InProgress | null
  /** What it was told before that. */
  readonly told: Control[]
}

export interface HostWorld {
  post(event: EngineEvent): void
  now(): number
  yieldToMessages(): Promise<void>
  rest(ms: number): Promise<void>
}

type RunCommand = Exclude<Command, { type: 'open' }>

export class Host {
  readonly #engine: Engine
  readonly #world: HostWorld
  readonly #runs = new Map<RunId, Asked>()
  readonly #data = new SuppliedData()
  readonly #answers: Answers
  readonly #rates = new RateMeter()
  /** The number of tasks in progress that cannot yield. */
  #long = 0
  /** Counts the runs that were started. */
  #starts = 0

  constructor(engine: Engine, world: HostWorld) {
    this.#engine = engine
    this.#world = world
    const runs = {
      inProgress: (run: RunId) => this.#runs.get(run)?.inProgress ?? undefined,
      started: () => this.#starts,
    }
    this.#answers = new Answers(engine, this.#data, runs, world)
  }

  hear(command: RunCommand) {
    switch (command.type) {
      case 'ping':
        this.#world.post({ type: 'pong' })
        return
      case 'cores':
        this.#engine.limitCores?.(command.cores)
        return
      case 'measure-rates':
        this.#rates.on = command.on
        return
      case 'supply':
        this.#data.supply(command.key, command.source)
        return
      case 'start':
        void this.#start(command)
        return
      case 'pause':
      case 'resume':
      case 'step':
      case 'stop':
      case 'leave':
      case 'pace':
        this.#tell(command)
        return
      case 'dispose':
        this.#runs.get(command.run)?.inProgress?.training.stop()
        this.#runs.delete(command.run)
        return
      case 'predict-run':
      case 'predict':
      case 'inspect-run':
      case 'inspect':
      case 'test':
      case 'time':
        void this.#answer(command)
        return
      default:
        command satisfies never
    }
  }

  #tell(command: Control) {
    const asked = this.#runs.get(command.run)
    if (!asked) return
    if (asked.inProgress === null) asked.told.push(command)
    else if (command.type === 'pace') asked.inProgress.training.pace = command.pace
    else asked.inProgress.training[command.type]()
  }

  /**
   * Announces work during which no message is handled. Returns the function that ends the announcement; calling it
   * again does nothing.
   */
  #busy(): () => void {
    if (++this.#long === 1) this.#world.post({ type: 'busy', busy: true })
    let ended = false
    return () => {
      if (ended) return
      ended = true
      if (--this.#long === 0) this.#world.post({ type: 'busy', busy: false })
    }
  }

  async #start(command: Extract<Command, { type: 'start' }>) {
    const { run, experiment, weights, from, oneEpoch, pace, keepEpochs } = command
    const { post, now, yieldToMessages, rest } = this.#world
    this.#starts++
    const asked: Asked = { inProgress: null, told: [] }
    this.#runs.set(run, asked)
    const isWanted = () => this.#runs.get(run) === asked
    const owned: { trainer?: Trainer; training?: Training } = {}
    const batcher = new EpochMessages(run, post, now)
    post({ type: 'warming', run })
    const warm = this.#busy()
    try {
      await yieldToMessages()
      if (!isWanted()) return
      const dataset = this.#data.dataset(experiment)
      const created = this.#engine.createTrainer({
        experiment,
        weights: weights ?? initialWeights(experiment),
        parts: { train: dataset.parts.train, validation: dataset.parts.validation },
      })
      const trainer = this.#engine.queuesWork ? announced(created, () => this.#busy(), now) : created
      owned.trainer = trainer
      const host = {
        now,
        yieldToMessages,
        rest,
        onStart: (start: Start) => post({ type: 'started', run, start }),
        onEpoch: (row: EpochRow, patience: Patience) => {
          warm()
          const rates = this.#rates.measure(experiment, row, trainer)
          if (rates) post({ type: 'rates', run, rates })
          batcher.add(row, patience)
        },
        ...(keepEpochs && { onKept: (kept: KeptState) => batcher.keep(kept) }),
        onPaused: () => {
          batcher.flush()
          post({ type: 'paused', run })
        },
        onRunning: () => post({ type: 'running', run }),
        onCheckpoint: (checkpoint: Checkpoint) => {
          batcher.flush()
          post({ type: 'checkpoint', run, checkpoint })
        },
        onLeft: (checkpoint: Checkpoint) => {
          batcher.flush()
          post({ type: 'left', run, checkpoint })
        },
      }
      const training = new Training(experiment, dataset, trainer, host, {
        from,
        oneEpoch,
        pace,
        chunkFlops: this.#engine.chunkFlops(experiment),
        keepFew: this.#engine.queuesWork,
      })
      owned.training = training
      asked.inProgress = { training, trainer }
      if (!this.#engine.queuesWork) warm()
      const over = training.run()
      for (const command of asked.told) this.#tell(command)
      const trained = await over
      batcher.flush()
      if (trained === null || !isWanted()) return
      const { outcome, last, best } = trained
      const named = (flat: Float32Array) => namedWeights(experiment, flat)
      post({ type: 'finished', run, outcome, last: named(last), best: best && named(best) })
    } catch (error) {
      batcher.flush()
      if (error instanceof DeviceLost) post({ type: 'lost', reason: error.message })
      else if (isWanted()) post({ type: 'failed', run, reason: reasonOf(error), message: messageOf(error) })
    } finally {
      warm()
      if (isWanted()) this.#runs.delete(run)
      owned.training?.dispose()
      owned.trainer?.dispose()
    }
  }

  async #answer(question: Question) {
    const { request } = question
    // A run in training predicts ten times a second and quickly, except on an engine that compiles first:
    // only there it is announced.
    const answered = question.type === 'predict-run' && !this.#engine.queuesWork ? () => {} : this.#busy()
    try {
      this.#world.post(await this.#answers.to(question))
    } catch (error) {
      if (error instanceof DeviceLost) this.#world.post({ type: 'lost', reason: error.message })
      this.#world.post({ type: 'unanswered', request, message: messageOf(error) })
    } finally {
      answered()
    }
  }
}

/** The messages of browsers and TensorFlow.js when a buffer or a texture cannot be allocated. */
function reasonOf(error: unknown): FailureReason {
  return /texture size|out of memory|allocation failed|invalid array length/i.test(messageOf(error))
    ? 'memory'
    : 'bug'
}
