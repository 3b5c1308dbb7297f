/**
 * Early stopping as Keras 3's EarlyStopping callback, with three deliberate differences: the best value starts at
 * ±∞ and NaN is never an improvement (Keras takes whatever comes first, even NaN, as its best), and it may judge only every
 * so many epochs.
 */
export interface StoppingRule {
  readonly direction: 'min' | 'max'
  readonly patience: number
  readonly minDelta: number
  /** Epochs below this (0-based) are not judged. */
  readonly startFromEpoch: number
  /** Judged only after epochs that are a multiple of this; 1 is every epoch, as in Keras. */
  readonly every: number
  /** Patience starts over only when the value also beats this one. */
  readonly baseline?: number
}

export interface StoppingState {
  readonly best: number
  /** Epoch (from 1) of the best value; 0 before the first judged epoch. */
  readonly bestEpoch: number
  /** Judgements since patience last started over. */
  readonly wait: number
  readonly improved: boolean
  readonly stop: boolean
}

export function freshStopping(rule: StoppingRule): StoppingState {
  const best = rule.direction === 'min' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  return { best, bestEpoch: 0, wait: 0, improved: false, stop: false }
}

/** The state after `epoch` (from 1) ended with `value`. */
export function judge(rule: StoppingRule, state: StoppingState, epoch: number, value: number): StoppingState {
  const index = epoch - 1
  if (index < rule.startFromEpoch || epoch % rule.every !== 0) return { ...state, improved: false }
  const delta = Math.abs(rule.minDelta)
  const beats = (mark: number) => (rule.direction === 'min' ? value + delta < mark : value - delta > mark)
  if (beats(state.best)) {
    const restart = rule.baseline === undefined || beats(rule.baseline)
    return { best: value, bestEpoch: epoch, wait: restart ? 0 : state.wait + 1, improved: true, stop: false }
  }
  const wait = state.wait + 1
  // Keras restores the first judged epoch when nothing ever improved.
  const bestEpoch = state.bestEpoch === 0 ? epoch : state.bestEpoch
  return {
    best: state.best,
    bestEpoch,
    wait,
    improved: state.bestEpoch === 0,
    stop: wait >= rule.patience && index > 0,
  }
}
