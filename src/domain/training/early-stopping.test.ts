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
      every: 1,
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

describe('judged every three epochs', () => {
  const rule: StoppingRule = { direction: 'min', patience: 2, minDelta: 0, startFromEpoch: 0, every: 3 }
  const follow = (values: readonly number[]) => {
    let state = freshStopping(rule)
    let epochs = 0
    for (const value of values) {
      state = judge(rule, state, ++epochs, value)
      if (state.stop) break
    }
    return { epochs, stopped: state.stop, best: state.bestEpoch, wait: state.wait }
  }

  it('what lies between counts neither as better nor as a loss of patience', () =>
    expect(follow([9, 1, 8, 9, 0, 7, 9, 0, 6, 9])).toEqual({ epochs: 10, stopped: false, best: 9, wait: 0 }))

  it('patience counts judgements: two of them end the run six epochs after the best', () =>
    expect(follow([9, 9, 5, 1, 1, 6, 1, 1, 7, 1, 1])).toEqual({ epochs: 9, stopped: true, best: 3, wait: 2 }))

  it('a run that ends before it was judged has no best epoch', () =>
    expect(follow([3, 2])).toEqual({ epochs: 2, stopped: false, best: 0, wait: 0 }))
})
