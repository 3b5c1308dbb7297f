/** The two levels that losses are read between: the best constant answer, and the noise that nobody can predict. */
import { dataSet } from '../data/registry.ts'
import type { Experiment, Part } from '../experiment/experiment.ts'
import { outputUnits } from '../network/inputs-outputs.ts'
import { constantLevel, noiseFloor } from '../run/reference-losses.ts'
import type { Source } from '../table/source.ts'
import type { EpochColumns } from './epoch-columns.ts'
import { floorOf } from './overlap.ts'

/** The test part is sealed. */
type Judged = Exclude<Part, 'test'>

interface Level {
  /** Loss of the best constant answer. */
  readonly constant: number
  /** Loss that no model can beat but by learning the noise by heart; 0 where none is known. */
  readonly floor: number
}

export interface Levels {
  readonly train: Level
  readonly validation: Level
  /** The floor of training where classes overlap as well, which no network can tell apart; else the same as its floor. */
  readonly reachable: number
  /**
   * The distance between the two levels that validation losses are measured by. Its constant answer is of the samples of
   * both parts, because those of a small validation part may vary by less than the noise; of the training part where the
   * parts are not drawn alike.
   */
  readonly explainable: number
  /**
   * By how much more the validation part varies than the training part, where they are not drawn alike, as later years of a
   * series are not: the same fit has so many times the loss there. Else 1.
   */
  readonly validationScale: number
  /** Whether what nobody can predict is known, as it is of most generated data; of others some of it may be taken for learnable. */
  readonly isNoiseKnown: boolean
  /** Share of the most frequent class in the training part; null for numbers, and where the samples are not here. */
  readonly largestClass: number | null
}

/** Of this very data where its samples are here; else as the record tells them, or for classes of equal shares. */
export function levelsOf(experiment: Experiment, epochs: EpochColumns, source?: Source): Levels {
  const constants = (['train', 'validation'] as const).map((part) => constantLevel(experiment, part, source))
  const [train, validation] = constants
  const { data } = experiment
  const flippedEverywhere = { ...experiment, data: { ...data, labelNoiseIn: 'all' as const } }
  const withoutSamples = (part: Judged) => equalShares(experiment) ?? varianceTold(epochs, part)
  const ofTrain = {
    constant: train?.loss ?? withoutSamples('train'),
    floor: noiseFloor(flippedEverywhere) ?? 0,
  }
  const ofValidation = {
    constant: validation?.loss ?? withoutSamples('validation'),
    floor: noiseFloor(experiment) ?? 0,
  }
  const differ = partsDiffer(experiment)
  const ratio = ofValidation.constant / ofTrain.constant
  const total = data.train * ofTrain.constant + data.validation * ofValidation.constant
  return {
    train: ofTrain,
    validation: ofValidation,
    reachable: floorOf(flippedEverywhere),
    explainable: (differ ? ofTrain.constant : total / (data.train + data.validation)) - ofValidation.floor,
    validationScale: differ && ratio > 0 && Number.isFinite(ratio) ? ratio : 1,
    isNoiseKnown: dataSet(data).kind === 'generated',
    largestClass: train?.accuracy ?? null,
  }
}

/** Of fewer samples it cannot be told how much more they vary. */
const FEWEST_SAMPLES = 20

function partsDiffer({ data }: Experiment): boolean {
  const set = dataSet(data)
  return (
    set.kind === 'stored' &&
    set.order !== 'shuffled' &&
    Math.min(data.train, data.validation) >= FEWEST_SAMPLES
  )
}

/** Loss of the same probability for every class; null for numbers. */
function equalShares(experiment: Experiment): number | null {
  const classes = dataSet(experiment.data).classes.length
  if (classes === 0) return null
  if (experiment.loss === 'cross-entropy') return Math.log(classes)
  return outputUnits(experiment) === 1 ? 0.25 : (classes - 1) / classes ** 2
}

/** R² and the loss of one epoch tell the variance of the targets; NaN where neither epoch has them. */
function varianceTold(epochs: EpochColumns, part: Judged): number {
  for (let epoch = 1; epoch <= epochs.length; epoch++) {
    const { loss, r2 = Number.NaN } = epochs.row(epoch)![part]
    if (Number.isFinite(r2) && r2 < 1) return loss / (1 - r2)
  }
  return Number.NaN
}
