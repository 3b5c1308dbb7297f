/** Measures how optimizers divide the learning rate, while somebody asks for it. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { type EpochRates, epochRates, isMeasured } from '../domain/training/effective-rates.ts'
import type { Trainer } from './training/trainer.ts'

export class RateMeter {
  /** Whether runs here are measured. */
  on = false
  readonly #begun = new WeakSet<Trainer>()

  /** At the end of an epoch; null where it is not measured. A run is first measured at its next epoch, whichever that is. */
  measure(experiment: Experiment, { epoch, learningRate }: EpochRow, trainer: Trainer): EpochRates | null {
    if (!this.on || (this.#begun.has(trainer) && !isMeasured(epoch, experiment))) return null
    this.#begun.add(trainer)
    return epochRates(experiment, epoch, learningRate, trainer.readState())
  }
}
