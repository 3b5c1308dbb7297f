/**
 * The training loop, the same for every engine: order of batches, epochs, early stopping, pausing, yielding. Work is
 * divided into chunks: a mini-batch, or part of one on slow devices, or a slice of evaluation. After a chunk that ends
 * a time slice the loop waits for the device's queue and lets the worker handle its messages; pause and stop take
 * effect there, in the middle of a batch if need be. Where the chunks end depends on the experiment and the engine,
 * never on the clock, and nothing random depends on it: pausing cannot change a run.
 */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { permutation, stream } from '../../domain/random.ts'
import { MONITORED } from '../../domain/run/monitored.ts'
import type { EpochRow, Outcome } from '../../domain/run/run.ts'
import { monitorOf, stoppingRule } from '../../domain/run/stopping-rule.ts'
import {
  freshStopping,
  judge,
  type StoppingRule,
  type StoppingState,
} from '../../domain/training/early-stopping.ts'
import { learningRateAt } from '../../domain/training/schedule.ts'
import type { Checkpoint } from '../../protocol/checkpoint.ts'
import type { Pace } from '../../protocol/command.ts'
import { type Chunks, chunksOf } from './chunks.ts'
import { EpochKeeper } from './epoch-keeper.ts'
import { Pacing } from './pacing.ts'
import { isFitScored, watchedUpdates } from './probes.ts'
import { allFinite, Recorder, type TrainedPart, type TrainedParts } from './rows.ts'
import type { Snapshot, Trainer } from './trainer.ts'
import type { TrainingHost } from './training-host.ts'
import type { TrainingOptions } from './training-options.ts'

/** The longest wait without a look at the messages, in ms. */
const REST = 50
/** The time between checkpoints, in ms: the most that a run loses when its page is closed. */
const CHECKPOINT_EVERY = 1000
/** The first checkpoint comes sooner, because short runs are cut off too. */
const FIRST_CHECKPOINT = 200

export interface Trained {
  readonly outcome: Exclude<Outcome, { kind: 'failed' }>
  /** The flat weights at the end of the last whole epoch, and of the best one. */
  readonly last: Float32Array
  readonly best: Float32Array | null
}

type Mode = 'running' | 'one-epoch' | 'paused' | 'stopped'

export class Training {
  readonly #experiment: Experiment
  readonly #counts: Record<TrainedPart, number>
  readonly #recorder: Recorder
  readonly #watched: ReadonlySet<number>
  readonly #trainer: Trainer
  readonly #host: TrainingHost
  readonly #rule: StoppingRule
  readonly #chunks: Chunks
  readonly #pacing: Pacing
  readonly #keeper: EpochKeeper
  #mode: Mode
  #pace: Pace
  #leaving = false
  #wake: (() => void) | null = null
  #stopping: StoppingState
  #epoch = 0
  #last: Snapshot
  #best: Snapshot | null = null
  /** The ms of the present epoch in which other messages were handled. */
  #idle = 0
  #checkpointAt: number

  constructor(
    experiment: Experiment,
    { parts }: { readonly parts: TrainedParts },
    trainer: Trainer,
    host: TrainingHost,
    { from, oneEpoch, pace, chunkFlops, keepFew = false }: TrainingOptions,
  ) {
    this.#experiment = experiment
    this.#chunks = chunksOf(experiment, chunkFlops)
    this.#pacing = new Pacing(host, trainer)
    this.#counts = { train: parts.train.count, validation: parts.validation.count }
    this.#recorder = new Recorder(experiment, parts)
    this.#watched = watchedUpdates(Math.ceil(parts.train.count / experiment.training.batchSize))
    this.#trainer = trainer
    this.#host = host
    this.#rule = stoppingRule(experiment)
    this.#stopping = freshStopping(this.#rule)
    this.#mode = oneEpoch ? 'one-epoch' : 'running'
    this.#pace = pace
    this.#keeper = new EpochKeeper(experiment, trainer, host, keepFew)
    this.#checkpointAt = host.now() + FIRST_CHECKPOINT
    if (from) {
      trainer.writeState(from.state)
      this.#epoch = from.epoch
      this.#stopping = from.stopping
      this.#best = from.best && trainer.adopt(from.best)
    }
    this.#last = trainer.snapshot()
  }

  /** The run pauses after the chunk of work in progress; no other is begun. */
  pause() {
    if (this.#mode !== 'running' && this.#mode !== 'one-epoch') return
    this.#mode = 'paused'
    if (this.#best) this.#keeper.keepBest(this.#stopping.bestEpoch, this.#best)
    this.#host.onPaused()
  }

  resume() {
    this.#awaken('running')
  }

  /** Trains to the end of the current epoch, or one more. */
  step() {
    this.#awaken('one-epoch')
  }

  stop() {
    this.#awaken('stopped')
  }

  /** The pace applies from the next epoch on; an epoch that takes longer is not shortened. */
  set pace(pace: Pace) {
    this.#pace = pace
  }

  /** The run ends at the next epoch, to be continued elsewhere from there. */
  leave() {
    this.#leaving = true
  }

  get settings(): Experiment {
    return this.#experiment
  }

  /**
   * Trains to the end, whatever the reason for ending; returns null if the run left. Throws what the trainer throws.
   */
  async run(): Promise<Trained | null> {
    this.#host.onRunning()
    this.#pacing.restart()
    while (this.#epoch < this.#experiment.training.epochs) {
      const began = this.#host.now()
      const row = await this.#trainEpoch(this.#epoch + 1)
      if (row === null) return this.#end('stopped', this.#epoch)
      if (!allFinite(row)) return this.#end('diverged', row.epoch)
      this.#conclude(row)
      if (this.#stopping.stop) return this.#end('early-stopped', row.epoch)
      if (this.#leaving && this.#epoch < this.#experiment.training.epochs) {
        this.#host.onLeft(this.#checkpoint())
        return null
      }
      if (this.#mode === 'one-epoch' && this.#epoch < this.#experiment.training.epochs) this.pause()
      await this.#keepPace(began)
    }
    return this.#end('completed', this.#epoch)
  }

  /** Frees what the loop keeps on the device; the trainer itself belongs to its maker. */
  dispose() {
    this.#last.dispose()
    this.#best?.dispose()
  }

  /** Returns null when the run was stopped before the epoch was whole. */
  async #trainEpoch(epoch: number): Promise<EpochRow | null> {
    const { training, seed } = this.#experiment
    const chunks = this.#chunks
    const began = this.#host.now()
    this.#idle = 0
    if (this.#isDue(0) && !(await this.#yieldToMessages())) return null
    const count = this.#counts.train
    if (training.shuffle) this.#trainer.arrange(permutation(count, stream(seed.training, 'order', epoch)))
    const learningRate = learningRateAt(epoch, this.#experiment)
    const scored = isFitScored(epoch)
    for (let from = 0, index = 0; from < count; from += training.batchSize, index++) {
      const to = Math.min(from + training.batchSize, count)
      for (let at = from; at < to; at += chunks.training) {
        const end = Math.min(at + chunks.training, to)
        this.#trainer.accumulate({ from, to, epoch, index, scored }, at, end)
        if (this.#isDue((end - at) * chunks.cost.training) && !(await this.#yieldToMessages())) return null
      }
      if (epoch === 1 && index === 0 && !(await this.#measureStart())) return null
      this.#trainer.update(learningRate, this.#watched.has(index))
      if (this.#isDue(chunks.cost.update) && !(await this.#yieldToMessages())) return null
    }
    if (!(await this.#evaluate())) return null
    const report = this.#trainer.report()
    const seconds = (this.#host.now() - began - this.#idle) / 1000
    return this.#recorder.row(report, { epoch, learningRate, seconds })
  }

  /** The scores of the present weights. Returns false when the run was stopped. */
  async #evaluate(): Promise<boolean> {
    const chunks = this.#chunks
    for (const part of ['train', 'validation'] as const) {
      for (let from = 0; from < this.#counts[part]; from += chunks.evaluation) {
        const to = Math.min(from + chunks.evaluation, this.#counts[part])
        this.#trainer.measure(part, from, to)
        if (this.#isDue((to - from) * chunks.cost.evaluation) && !(await this.#yieldToMessages()))
          return false
      }
    }
    await this.#trainer.synchronize()
    // Messages were heard meanwhile: a run that was paused reports no epoch until it goes on.
    return this.#mode === 'paused' || this.#mode === 'stopped' ? this.#yieldToMessages() : true
  }

  /** The first batch has its gradient, and nothing has moved. None of this belongs to the time of the epoch. */
  async #measureStart(): Promise<boolean> {
    const idle = this.#idle
    const from = this.#host.now()
    if (!(await this.#evaluate())) return false
    const start = this.#recorder.start(this.#trainer.report())
    if (allFinite(start)) this.#host.onStart(start)
    this.#idle = idle + this.#host.now() - from
    return true
  }

  #conclude(row: EpochRow) {
    this.#epoch = row.epoch
    this.#last.dispose()
    this.#last = this.#trainer.snapshot()
    const monitor = monitorOf(this.#experiment.earlyStopping)
    const value = MONITORED[monitor].value(row.validation)
    this.#stopping = judge(this.#rule, this.#stopping, row.epoch, value)
    if (this.#stopping.improved) {
      this.#best?.dispose()
      this.#best = this.#trainer.snapshot()
    }
    this.#host.onEpoch(row, { best: this.#stopping.bestEpoch, wait: this.#stopping.wait })
    this.#keeper.keep(row.epoch, this.#last)
    // A run that pauses at the end of this epoch may stay paused for long, so it writes a checkpoint now.
    if (this.#host.now() >= this.#checkpointAt || this.#mode === 'one-epoch') {
      this.#host.onCheckpoint(this.#checkpoint())
      this.#checkpointAt = this.#host.now() + CHECKPOINT_EVERY
    }
  }

  #checkpoint(): Checkpoint {
    return {
      epoch: this.#epoch,
      state: this.#trainer.readState(),
      stopping: this.#stopping,
      best: this.#best && this.#trainer.read(this.#best),
    }
  }

  #end(kind: Trained['outcome']['kind'], epoch: number): Trained {
    const restores = this.#experiment.earlyStopping?.restoreBest === true && this.#best !== null
    const best = this.#stopping.bestEpoch
    return {
      outcome: { kind, epoch, best, restored: restores ? best : null },
      last: this.#trainer.read(this.#last),
      best: this.#best && this.#trainer.read(this.#best),
    }
  }

  /** Counts chunks of work that were queued or done, and returns whether it is time to handle messages. */
  #isDue(chunks: number): boolean {
    const due = this.#pacing.isDue(chunks)
    return due || (this.#mode !== 'running' && this.#mode !== 'one-epoch')
  }

  /** Returns false when the run was stopped. */
  async #yieldToMessages(): Promise<boolean> {
    if (this.#mode === 'stopped') return false
    await this.#pacing.catchUp()
    this.#idle += await this.#pacing.listen()
    if ((this.#mode as Mode) === 'paused') await this.#sleep()
    return (this.#mode as Mode) !== 'stopped'
  }

  /** Waits for the rest of the epoch's time, in stretches so short that a person who stops the run does not wait. */
  async #keepPace(began: number) {
    for (;;) {
      const left = this.#pace === null ? 0 : began + 1000 / this.#pace - this.#host.now()
      if (left <= 0 || this.#mode !== 'running') return
      await this.#host.rest(Math.min(left, REST))
      this.#pacing.restart()
    }
  }

  async #sleep() {
    const from = this.#host.now()
    await new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    this.#wake = null
    this.#pacing.restart()
    this.#idle += this.#host.now() - from
  }

  #awaken(mode: Mode) {
    if (this.#mode === 'stopped') return
    if (this.#mode === 'paused' && mode !== 'stopped') this.#host.onRunning()
    this.#mode = mode
    this.#wake?.()
  }
}
