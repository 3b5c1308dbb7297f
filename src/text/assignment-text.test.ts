import { expect, it } from 'vitest'
import type { Quantity } from '../domain/assignment/assignment.ts'
import { conditionText, judgedText } from './assignment-text.ts'
import { allMessages } from './messages.ts'

const t = allMessages('en')
const min = (quantity: Quantity, value: number) => ({ quantity, bound: 'min', value }) as const
const judged = (quantity: Quantity, limit: number, value: number | null) =>
  judgedText({ condition: min(quantity, limit), value, standing: 'open' }, t)

it('a condition is a name, a sign and the limit as it was written', () => {
  expect(conditionText(min('accuracy', 0.93), t)).toBe('validation accuracy ≥ 93%')
  expect(conditionText(min('accuracy', 0.9355), t)).toBe('validation accuracy ≥ 93.55%')
  expect(conditionText({ quantity: 'parameters', bound: 'max', value: 1200 }, t)).toBe(
    'parameters ≤ 1\u202f200',
  )
  expect(conditionText({ quantity: 'gap', bound: 'max', value: 1.5 }, t)).toMatch(/≤ ×1\.5$/)
  expect(conditionText({ quantity: 'verdict', value: 'good-fit' }, t)).toBe('verdict: Good fit')
})

it('a value never looks like the limit that it misses', () => {
  expect(judged('accuracy', 0.93, 0.941)).toBe('94.1%')
  expect(judged('accuracy', 0.93, 0.92956)).toBe('92.956%')
  expect(judged('accuracy', 0.93, 0.93)).toBe('93.0%')
  expect(judged('loss', 0.25, 0.2504)).toBe('0.2504')
  expect(judged('loss', 0.25, null)).toBe('–')
})
