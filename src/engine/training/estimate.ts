/**
 * What a run will take on an engine, told from a few of its own steps: its own network, data, batches and chunks, so
 * that what a device compiles for it is compiled for the run as well. Starting, the steps, the evaluation and what an
 * epoch costs beside them are timed apart, after a first round that is not timed; an epoch is the sum of its parts.
 * The steps are taken at a learning rate of 0, which leaves the weights as they are.
 */
import { networkDataset } from '../../domain/data/dataset.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import { permutation, stream } from '../../domain/random.ts'
import type { EngineTime } from '../../domain/run/engines.ts'
import type { Source } from '../../domain/table/source.ts'
import { chunksOf } from './chunks.ts'
import type { Engine } from './engine.ts'
import { Pacing } from './pacing.ts'
import { Recorder, type TrainedPart, type TrainedParts } from './rows.ts'
import type { Trainer } from './trainer.ts'

/** Compilers may still be at work until this many ms have passed. */
const WARM_UP = 15
/**
 * Each kind of work is timed so many times, and the second quickest counts: a busy machine holds up some of them, and
 * compilers the first ones.
 */
const TIMES = 6
/** After so many ms it is not timed again. */
const ENOUGH = 300
/** Each time it is repeated until it has taken so many ms; longer where waiting for a queue has a price of its own. */
const LONG_ENOUGH = 4
const LONG_ENOUGH_FOR_A_QUEUE = 20

export interface EstimateHost {
  /** A monotone clock in milliseconds. */
  now(): number
  yieldToMessages(): Promise<void>
}

/** Thrown where something more important came up: whoever asked may ask again. */
export class EstimateInterrupted extends Error {
  override name = 'EstimateInterrupted'
  override message = 'a run was started'
}

/** `isInterrupted` is asked whenever messages have been handled. Throws what the trainer throws. */
export async function estimate(
  experiment: Experiment,
  engine: Engine,
  source: Source | undefined,
  { now, yieldToMessages }: EstimateHost,
  isInterrupted: () => boolean,
): Promise<EngineTime> {
  const began = now()
  const { parts } = networkDataset(experiment, source)
  const trainer = engine.createTrainer({ experiment, weights: initialWeights(experiment), parts })
  try {
    const pacing = new Pacing({ now, yieldToMessages }, trainer)
    /** The ms in which messages were handled: no part of an epoch's time. */
    let idle = 0
    const pause = async () => {
      await pacing.catchUp()
      idle += await pacing.listen()
      if (isInterrupted()) throw new EstimateInterrupted()
    }
    const epoch = new Rehearsal(experiment, trainer, parts, engine, { isDue: (n) => pacing.isDue(n), pause })
    await trainer.synchronize()
    const start = (now() - began) / 1000
    await trainer.settled?.()

    const longEnough = engine.queuesWork ? LONG_ENOUGH_FOR_A_QUEUE : LONG_ENOUGH
    /** The seconds that work takes once: it is done in rounds of 1, 2, 4, … times, so that what a round costs counts for little. */
    const secondsOnce = async (work: (times: number) => Promise<void>) => {
      await pause()
      const from = now() - idle
      let done = 0
      do {
        const times = done + 1
        await work(times)
        done += times
      } while (now() - idle - from < longEnough)
      await trainer.synchronize()
      return (now() - idle - from) / 1000 / done
    }
    const secondsOf = async (work: (times: number) => Promise<void>) => {
      const seconds: number[] = []
      const from = now()
      while (seconds.length < TIMES && now() - from < ENOUGH) seconds.push(await secondsOnce(work))
      return seconds.sort((a, b) => a - b)[Math.min(1, seconds.length - 1)]!
    }
    const warm = now() + WARM_UP
    do await epoch.once()
    while (now() < warm)
    const step = await secondsOf((times) => epoch.step(times))
    // What was measured has to be read before more is measured, as at the end of an epoch.
    const both = await secondsOf((times) => epoch.conclude(times, true))
    const rest = await secondsOf((times) => epoch.conclude(times, false))
    return { start, epoch: epoch.steps * step + epoch.rounds * Math.max(0, both - rest) + rest }
  } finally {
    trainer.dispose()
  }
}

interface Pauses {
  isDue(chunks: number): boolean
  pause(): Promise<void>
}

/** The parts of an epoch, to be done one by one and several times. */
class Rehearsal {
  /** The batches of an epoch; a smaller last one counts by its share. */
  readonly steps: number
  /** How often the slices of `evaluateSlices` fit into the evaluation of an epoch. */
  readonly rounds: number
  readonly #experiment: Experiment
  readonly #trainer: Trainer
  readonly #recorder: Recorder
  readonly #counts: Readonly<Record<TrainedPart, number>>
  readonly #chunks
  readonly #pauses: Pauses

  constructor(experiment: Experiment, trainer: Trainer, parts: TrainedParts, engine: Engine, pauses: Pauses) {
    this.#experiment = experiment
    this.#trainer = trainer
    this.#recorder = new Recorder(experiment, parts)
    this.#counts = { train: parts.train.count, validation: parts.validation.count }
    this.#chunks = chunksOf(experiment, engine.chunkFlops(experiment))
    this.#pauses = pauses
    const { train, validation } = this.#counts
    this.steps = train / Math.min(experiment.training.batchSize, train)
    this.rounds = (train + validation) / (this.#slice('train') + this.#slice('validation'))
  }

  /** Everything of an epoch that has a size of its own: what a device compiles, it compiles now. */
  async once() {
    const { train } = this.#counts
    const { batchSize } = this.#experiment.training
    this.#arrange()
    await this.step(1)
    if (train % batchSize > 0 && train > batchSize) await this.#batch(train - (train % batchSize), train)
    await this.conclude(1, true)
    for (const part of ['train', 'validation'] as const) {
      const count = this.#counts[part]
      const last = count % this.#slice(part)
      if (last > 0 && this.#evaluate(part, count - last, count)) await this.#pauses.pause()
    }
    await this.conclude(1, false)
  }

  step(times: number): Promise<void> {
    return this.#batch(0, Math.min(this.#experiment.training.batchSize, this.#counts.train), times)
  }

  /** What an epoch does once, whatever its number of batches, after a slice of each part was evaluated if so wished. */
  async conclude(times: number, evaluates: boolean) {
    const parts = evaluates ? (['train', 'validation'] as const) : []
    for (let i = 0; i < times; i++) {
      for (const part of parts) if (this.#evaluate(part, 0, this.#slice(part))) await this.#pauses.pause()
      this.#arrange()
      const report = this.#trainer.report()
      this.#recorder.row(report, { epoch: 1, learningRate: 0, seconds: 0 })
      this.#trainer.snapshot().dispose()
      if (this.#pauses.isDue(0)) await this.#pauses.pause()
    }
  }

  #slice(part: TrainedPart): number {
    return Math.min(this.#chunks.evaluation, this.#counts[part])
  }

  #arrange() {
    const { training, seed } = this.#experiment
    if (!training.shuffle) return
    this.#trainer.arrange(permutation(this.#counts.train, stream(seed.training, 'order', 1)))
  }

  async #batch(from: number, to: number, times = 1) {
    const { training, cost } = this.#chunks
    for (let i = 0; i < times; i++) {
      for (let at = from; at < to; at += training) {
        const end = Math.min(at + training, to)
        this.#trainer.accumulate({ from, to, epoch: 1, index: 0 }, at, end)
        if (this.#pauses.isDue((end - at) * cost.training)) await this.#pauses.pause()
      }
      this.#trainer.update(0)
      if (this.#pauses.isDue(cost.update)) await this.#pauses.pause()
    }
  }

  /** Returns whether a pause is due. */
  #evaluate(part: TrainedPart, from: number, to: number): boolean {
    this.#trainer.measure(part, from, to)
    return this.#pauses.isDue((to - from) * this.#chunks.cost.evaluation)
  }
}
