import { describe, expect, it } from 'vitest'
import cases from '../../engine/golden/early-stopping.json'
import { freshStopping, judge, type StoppingRule } from './early-stopping.ts'

describe("the rule follows Keras' callback, NaN and infinity included", () => {
  it.each(cases)('$name', ({ seq, args, robust_variant_best_inf: golden }) => {
    const rule: StoppingRule = {
      direction: args.mode === 'max' ? 'max' : 'min',
      patience: args.patience,
      minDelta: args.min_delta ?? 0,
      startFromEpoch: args.start_from_epoch ?? 0,
      ...(args.baseline === undefined ? {} : { baseline: args.baseline }),
    }
    let state = freshStopping(rule)
    let epochs = 0
    for (const value of seq) {
      state = judge(rule, state, ++epochs, Number(value))
      if (state.stop) break
    }
    expect({ stopped: state.stop, epochs, best: state.bestEpoch - 1 }).toEqual({
      stopped: golden.stopped,
      epochs: golden.epochs_run,
      best: golden.best_epoch0,
    })
  })
})
