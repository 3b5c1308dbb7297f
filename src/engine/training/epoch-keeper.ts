/** Hands the states of epochs to the page, which keeps a run's past. Which epochs these are follows from their numbers. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { isKept, type KeptEpochs, keptEpochs } from '../../domain/run/kept-epochs.ts'
import type { Snapshot, Trainer } from './trainer.ts'
import type { TrainingHost } from './training-host.ts'

/** Epochs that are kept at a time where few are. */
const FEW_KEPT = 24

export class EpochKeeper {
  readonly #kept: KeptEpochs
  readonly #trainer: Trainer
  readonly #host: TrainingHost

  /** `few`: because each state has to be read from a device. */
  constructor(experiment: Experiment, trainer: Trainer, host: TrainingHost, few: boolean) {
    const kept = keptEpochs(experiment)
    this.#kept = few ? { ...kept, most: Math.min(kept.most, FEW_KEPT) } : kept
    this.#trainer = trainer
    this.#host = host
  }

  /** Keeps the epoch that has just ended, whose weights are `weights`, if it is one of those that are kept. */
  keep(epoch: number, weights: Snapshot) {
    if (!this.#host.onKept || !isKept(epoch, epoch, this.#kept)) return
    if (this.#kept.withOptimizer) this.#host.onKept({ epoch, state: this.#trainer.readState() })
    else this.#keepWeights(epoch, weights)
  }

  /** Keeps the best epoch so far, from which a run that is paused may be looked at. */
  keepBest(epoch: number, weights: Snapshot) {
    this.#keepWeights(epoch, weights)
  }

  #keepWeights(epoch: number, weights: Snapshot) {
    this.#host.onKept?.({ epoch, state: { weights: this.#trainer.read(weights), slots: [], updates: 0 } })
  }
}
