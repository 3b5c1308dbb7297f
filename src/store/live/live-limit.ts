/** Live runs of experiments that take too long: what they could have less of, and how long that takes. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { edit } from '../edit.ts'

/** Longer than this, in seconds, no run follows a hand. */
const TOO_SLOW = 5
/** What a limited run should take, in seconds. */
const WANTED = 1
/** With fewer, curves and classes say little. */
const FEWEST_EPOCHS = 3
const FEWEST_SAMPLES = 20

/** Live runs have at most so many epochs, or so many training samples. */
export interface Limit {
  readonly setting: 'epochs' | 'train'
  readonly most: number
}

export interface SlowLive {
  /** What a whole run would take, told from its first part. */
  readonly seconds: number
  /** Each makes a run take about a second. */
  readonly offers: readonly Limit[]
}

/** The experiment that live mode trains. */
export function limited(experiment: Experiment, limit: Limit | null): Experiment {
  if (limit === null) return experiment
  const value = limit.setting === 'epochs' ? experiment.training.epochs : experiment.data.train
  if (value <= limit.most) return experiment
  const less = edit(experiment, limit.setting, limit.most)
  return less.ok ? less.experiment : experiment
}

/** `seconds`: what the whole run would take. null where that is quick enough. */
export function slowLive({ data, training }: Experiment, seconds: number): SlowLive | null {
  if (seconds <= TOO_SLOW) return null
  const share = WANTED / seconds
  // A training sample costs three passes, one of them backwards and dearer, and one more to be scored; the other parts
  // are only scored.
  const train = (share * (4 * data.train + data.validation) - data.validation) / 4
  const offers: readonly Limit[] = [
    { setting: 'epochs', most: roundDown(share * training.epochs) },
    { setting: 'train', most: roundDown(train) },
  ]
  return {
    seconds,
    offers: offers.filter(
      ({ setting, most }) => most >= (setting === 'epochs' ? FEWEST_EPOCHS : FEWEST_SAMPLES),
    ),
  }
}

/** Two digits are enough, and a person can say them: 347 → 340. */
function roundDown(value: number): number {
  if (value < 1) return 0
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return Math.floor(value / step) * step
}
