/**
 * Every threshold of every rule (thresholds.testing.ts): a quarter beyond it the rule holds, a quarter before it it does
 * not, while all else that the clause looks at holds well.
 */
import { describe, expect, it } from 'vitest'
import { expectExperiment } from '../parsing/parse.ts'
import type { Values } from './clause.testing.ts'
import { allRules, diagnose } from './diagnose.ts'
import { learningRateTooSmall } from './rules/learning-rate-too-small.ts'
import { CLAUSES } from './thresholds.testing.ts'
import { type Figures, holds, QUANTITIES, type Rule } from './verdict.ts'

function figures(values: Values): Figures {
  const all = QUANTITIES.map((quantity) => [quantity, { value: values[quantity] ?? null, epochs: null }])
  return Object.fromEntries(all) as Figures
}

const isMet = ({ clauses }: Rule, values: Values) =>
  clauses(figures(values)).some((checks) => checks.every(holds))

/** Without the size of its steps a smooth curve can do. */
const isSmooth = (values: Values) => 'rising-epochs' in values && !('epochs-discarded' in values)

const edges = CLAUSES.flatMap(({ rule, values, edges }) =>
  edges.map(([quantity, side, threshold]) => ({ rule, values, quantity, side, threshold, name: rule.key })),
)

describe.each(edges)('$name: $quantity $side $threshold', ({ rule, values, quantity, side, threshold }) => {
  const quarter = Math.abs(threshold) / 4
  const [within, beyond] =
    side === 'at least'
      ? [threshold + quarter, threshold - quarter]
      : [threshold - quarter, threshold + quarter]

  it('holds a quarter within', () => expect(isMet(rule, { ...values, [quantity]: within })).toBe(true))
  it('does not hold a quarter beyond', () =>
    expect(isMet(rule, { ...values, [quantity]: beyond })).toBe(false))
  it('does not hold where it was not measured, but for the size of steps beside a smooth curve', () => {
    const { [quantity]: _, ...others } = values
    expect(isMet(rule, others)).toBe(quantity === 'update-ratio-late' && isSmooth(values))
  })
})

it('learning-rate-too-small: less than 0.15 of the explainable loss is gone since the first tenth', () => {
  const smooth = { 'train-left': 0.6, 'rising-epochs': 0, progress: 0.05 }
  expect(isMet(learningRateTooSmall, { ...smooth, 'train-left-early': 0.72 })).toBe(true)
  expect(isMet(learningRateTooSmall, { ...smooth, 'train-left-early': 0.78 })).toBe(false)
})

it('no rule, clause or comparison is left out', () => {
  const none = diagnose({ experiment: expectExperiment({}), epochs: [], outcome: null })
  const tested = new Set(CLAUSES.map(({ rule }) => rule))
  expect([...tested].map(({ key }) => key).sort()).toEqual(
    allRules(none)
      .map(({ key }) => key)
      .sort(),
  )
  for (const rule of tested) {
    const of = CLAUSES.filter((clause) => clause.rule === rule)
    const known = of.map(({ edges, values }) => [
      ...new Set([...edges.map(([quantity]) => quantity), ...Object.keys(values)]),
    ])
    for (const checks of rule.clauses(figures({})))
      expect(known).toContainEqual(expect.arrayContaining(checks.map(({ quantity }) => quantity)))
  }
})
