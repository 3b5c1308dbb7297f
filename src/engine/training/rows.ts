/** From what a trainer reports to what a run records. */
import type { Dataset } from '../../domain/data/dataset.ts'
import type { Experiment, Part } from '../../domain/experiment/experiment.ts'
import { meanSquare } from '../../domain/numbers/moments.ts'
import type { EpochRow, Score, Start } from '../../domain/run/run.ts'
import { scoreOf } from './score.ts'
import type { Report, Sums } from './trainer.ts'

/** The parts that training evaluates: the test part is sealed. */
export type TrainedPart = Exclude<Part, 'test'>
export type TrainedParts = Pick<Dataset['parts'], TrainedPart>

export class Recorder {
  readonly #experiment: Experiment
  readonly #counts: Record<TrainedPart, number>
  readonly #variance: Record<TrainedPart, number>

  constructor(experiment: Experiment, { train, validation }: TrainedParts) {
    this.#experiment = experiment
    this.#counts = { train: train.count, validation: validation.count }
    this.#variance = { train: meanSquare(train.targets), validation: meanSquare(validation.targets) }
  }

  row(
    report: Report,
    { epoch, learningRate, seconds }: Pick<EpochRow, 'epoch' | 'learningRate' | 'seconds'>,
  ) {
    const { train, validation, test: _, penalty, gradients, updates, inactive, fitLoss } = report
    return {
      epoch,
      train: this.#score('train', train),
      validation: this.#score('validation', validation),
      penalty,
      learningRate,
      gradients,
      seconds,
      validationError: standardError(validation, this.#counts.validation),
      updates,
      inactive,
      fitLoss,
    } satisfies EpochRow
  }

  start({ train, validation, gradients, inactive }: Report): Start {
    return {
      train: this.#score('train', train),
      validation: this.#score('validation', validation),
      gradients,
      inactive,
    }
  }

  #score(part: TrainedPart, sums: Sums): Score {
    return scoreOf(sums, this.#counts[part], this.#experiment, this.#variance[part])
  }
}

/** Of the mean loss: the population deviation of the samples' losses over √n. NaN of fewer than two samples. */
function standardError({ loss, squares }: Sums, count: number): number {
  if (count < 2) return Number.NaN
  return Math.sqrt(Math.max(0, squares / count - (loss / count) ** 2) / count)
}

type Judged = Pick<EpochRow, 'train' | 'validation' | 'gradients'> & Partial<Pick<EpochRow, 'penalty'>>

/** Whether training can go on from here. */
export function allFinite({ train, validation, gradients, penalty = 0 }: Judged): boolean {
  return [train.loss, validation.loss, penalty, ...gradients].every(Number.isFinite)
}
