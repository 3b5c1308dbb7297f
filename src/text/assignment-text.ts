/** Conditions of an assignment and what a run has, in words and numbers. */
import type { Condition, Quantity } from '../domain/assignment/assignment.ts'
import type { Judgement } from '../domain/assignment/judge.ts'
import { loss, percent, ratio, rSquared, whole } from './format.ts'
import type { AllMessages } from './messages.ts'

export type Unit = 'share' | 'count' | 'number'

export const UNITS: Readonly<Record<Quantity, Unit>> = {
  accuracy: 'share',
  'train-accuracy': 'share',
  r2: 'number',
  loss: 'number',
  'train-loss': 'number',
  gap: 'number',
  parameters: 'count',
  epochs: 'count',
  train: 'count',
}

const SIGNS = { min: '≥', max: '≤' } as const

/** `validation accuracy ≥ 93%` */
export function conditionText(condition: Condition, t: AllMessages): string {
  if (condition.quantity === 'verdict') return t.assignment.verdictIs(t.verdict.words[condition.value])
  return `${t.assignment.quantities[condition.quantity]} ${SIGNS[condition.bound]} ${limitText(condition.quantity, condition.value)}`
}

/** What the run has; a dash for nothing. It has more digits where fewer would make it look like the limit that it is not. */
export function judgedText({ condition, value }: Judgement, t: AllMessages): string {
  if (value === null) return '–'
  if (typeof value === 'string') return t.verdict.words[value]
  if (condition.quantity === 'verdict') return '–'
  const { quantity, value: limit } = condition
  const short = shortText(quantity, value)
  return value !== limit && short === shortText(quantity, limit) ? limitText(quantity, value) : short
}

/** Exactly, as somebody wrote it. */
function limitText(quantity: Quantity, value: number): string {
  const number = (of: number) => String(Number(of.toPrecision(6))).replace('-', '−')
  if (UNITS[quantity] === 'share') return `${number(100 * value)}%`
  if (quantity === 'gap') return `×${number(value)}`
  return UNITS[quantity] === 'count' && Number.isInteger(value) ? whole(value) : number(value)
}

function shortText(quantity: Quantity, value: number): string {
  if (UNITS[quantity] === 'share') return percent(value)
  if (UNITS[quantity] === 'count') return whole(value)
  if (quantity === 'r2') return rSquared(value)
  return quantity === 'gap' ? ratio(value) : loss(value)
}
