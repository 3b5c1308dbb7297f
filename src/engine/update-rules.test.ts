/** The rules in double precision against outside traces, and the engines' against them. */
import { describe, expect, it } from 'vitest'
import { OPTIMIZERS, slotStarts } from '../domain/experiment/optimizers.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { effectiveRate, updated } from '../domain/training/update-rules.ts'
import traces from './golden/optimizer-traces.json'
import { type OptimizerInput, TRACED_OPTIMIZERS } from './traced-optimizers.testing.ts'
import { eachEngine, parabola, step, trainerOf, weightsOf } from './trainers.testing.ts'

/** The weight after each of some steps on w² from 1, and the rate by which its gradient was multiplied. */
function descent(
  input: OptimizerInput,
  steps = 3,
  epsilonOf = (epsilon: number, _update: number) => epsilon,
) {
  const settings = expectExperiment({ optimizer: input }).optimizer
  const [first = 0, second = 0] = slotStarts(settings)
  const slots: [number, number] = [first, second]
  const rate = effectiveRate(settings.kind)
  let w = 1
  return Array.from({ length: steps }, (_, i) => {
    const epsilon = epsilonOf(settings.epsilon, i + 1)
    const moment = { settings: { ...settings, epsilon }, learningRate: settings.learningRate, update: i + 1 }
    w = updated(w, 2 * w, slots, moment)
    return { w, slots: [...slots], rate: rate?.of(slots[rate.slot], moment) }
  })
}

describe('the rules follow the outside traces to the last digits', () => {
  it.each(TRACED_OPTIMIZERS)('%s', (key, input) => {
    const made = descent(input)
    for (const [i, expected] of traces[key].entries()) {
      expect(made[i]!.w).toBeCloseTo(expected.w, 12)
      if ('eff_lr' in expected) expect(made[i]!.rate).toBeCloseTo(expected.eff_lr as number, 12)
    }
  })
})

it('the Adam of Keras is ours with an ε that is divided by √(1 − β₂ᵗ)', () => {
  const made = descent(
    { kind: 'adam', learningRate: 0.1 },
    3,
    (epsilon, t) => epsilon / Math.sqrt(1 - 0.999 ** t),
  )
  const trace = traces['Adam lr=0.1 b1=.9 b2=.999 eps=1e-7 (epsilon-hat = Keras)']
  for (const [i, { w }] of trace.entries()) expect(made[i]!.w).toBeCloseTo(w, 12)
})

describe('the rate of a weight whose gradient is always 1', () => {
  const rateAfter = (input: OptimizerInput, updates: number) => {
    const settings = expectExperiment({
      optimizer: { learningRate: 1, initialAccumulator: 0, ...input },
    }).optimizer
    const slots: [number, number] = [0, 0]
    const { slot, of } = effectiveRate(settings.kind)!
    let rate = Number.NaN
    for (let update = 1; update <= updates; update++) {
      const moment = { settings, learningRate: 1, update }
      updated(0, 1, slots, moment)
      rate = of(slots[slot], moment)
    }
    return rate
  }

  it('falls as 1/√t with Adagrad', () => {
    for (const t of [1, 10, 100, 1000])
      expect(rateAfter({ kind: 'adagrad' }, t)).toBeCloseTo(1 / Math.sqrt(t), 6)
  })

  it('begins at 3.16 with RMSProp and soon is 1', () => {
    expect(rateAfter({ kind: 'rmsprop' }, 1)).toBeCloseTo(Math.sqrt(10), 5)
    expect(rateAfter({ kind: 'rmsprop' }, 100)).toBeCloseTo(1, 4)
  })

  it('is 1 all the time with Adam', () => {
    for (const t of [1, 10, 1000]) expect(rateAfter({ kind: 'adam' }, t)).toBeCloseTo(1, 6)
  })
})

describe.each(eachEngine)('%s', (_, engine) => {
  it.each(OPTIMIZERS)('follows the rule of %s', (kind) => {
    const input: OptimizerInput = { kind, learningRate: 0.2, momentum: 0.7, rho: 0.8, beta1: 0.6, beta2: 0.9 }
    const { experiment, data } = parabola(input)
    const trainer = trainerOf(engine, experiment, { train: data }, weightsOf(experiment, [[1], [0]]))
    for (const [i, { w, slots }] of descent(input, 8).entries()) {
      step(trainer, 2, 0.2, i)
      const state = trainer.readState()
      expect(state.weights[0]).toBeCloseTo(w, 5)
      state.slots.forEach((slot, j) => {
        expect(slot[0]).toBeCloseTo(slots[j]!, 5)
      })
    }
    trainer.dispose()
  })
})
