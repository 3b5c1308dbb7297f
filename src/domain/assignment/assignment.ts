/**
 * An assignment: what a teacher asks of a run, as conditions on its numbers. In links:
 * `assignment=min-accuracy:0.93,max-parameters:60,verdict:good-fit,title:A small network`. What the student may not change is
 * said by `hide=`, and what they start from by the rest of the link.
 */
import { VERDICTS, type Verdict } from '../diagnosis/verdict.ts'
import { number } from '../experiment/codecs.ts'
import type { Problem } from '../experiment/problem.ts'

/** What a condition may be about: of the weights that a run is left with, and never of the test part. */
export const QUANTITIES = [
  'accuracy',
  'r2',
  'loss',
  'train-accuracy',
  'train-loss',
  'gap',
  'parameters',
  'epochs',
  'train',
] as const
export type Quantity = (typeof QUANTITIES)[number]

export const BOUNDS = ['min', 'max'] as const
type Bound = (typeof BOUNDS)[number]

export interface Limit {
  readonly quantity: Quantity
  readonly bound: Bound
  readonly value: number
}

export type Condition = Limit | { readonly quantity: 'verdict'; readonly value: Verdict }

export interface Assignment {
  readonly conditions: readonly Condition[]
  /** Empty where the teacher gave none. */
  readonly title: string
}

/** In characters. */
export const LONGEST_TITLE = 120

const KEY = 'assignment'
const TITLE = 'title:'
/** As people type them by hand. The page writes none of these signs: programs that make links of addresses end them there. */
const SIGNS: Readonly<Record<string, Bound>> = { '>=': 'min', '<=': 'max' }

/** null where no condition can be read. The title comes last, because it may contain commas. */
export function readAssignment(text: string, problems: Problem[]): Assignment | null {
  const at = `,${text}`.indexOf(`,${TITLE}`)
  const list = at === -1 ? text : text.slice(0, Math.max(0, at - 1))
  const title = at === -1 ? '' : text.slice(at + TITLE.length).trim()
  const conditions = list.split(',').flatMap((part) => readCondition(part, problems) ?? [])
  if (conditions.length === 0) return null
  return { conditions, title: Array.from(title).slice(0, LONGEST_TITLE).join('').trim() }
}

/** The title is the one value of a link that people write freely, so it is escaped. */
export function assignmentText({ conditions, title }: Assignment): string {
  const parts = conditions.map((condition) =>
    condition.quantity === 'verdict'
      ? `verdict:${condition.value}`
      : `${condition.bound}-${condition.quantity}:${condition.value}`,
  )
  return [...parts, ...(title === '' ? [] : [TITLE + escaped(title)])].join(',')
}

/** Also the signs that stand around addresses in a text. */
const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

function readCondition(text: string, problems: Problem[]): Condition | null {
  const [, bound, name = '', sign = '', value = ''] =
    /^(?:(min|max)-)?([\w-]+?)(:|>=|<=)(.*)$/.exec(text) ?? []
  const verdict = VERDICTS.find((each) => each === value)
  if (name === 'verdict' && sign === ':' && bound === undefined) {
    if (verdict) return { quantity: 'verdict', value: verdict }
    problems.push({ path: KEY, kind: 'not-one-of', choices: VERDICTS, received: value })
    return null
  }
  const quantity = QUANTITIES.find((each) => each === name)
  const limit = number.read(value)
  const wanted = SIGNS[sign] ?? (bound as Bound | undefined)
  if (quantity && limit !== undefined && wanted && (sign === ':') === (bound !== undefined))
    return { quantity, bound: wanted, value: limit }
  problems.push(
    name !== '' && !quantity
      ? { path: KEY, kind: 'not-one-of', choices: [...QUANTITIES, 'verdict'], received: name }
      : { path: KEY, kind: 'unreadable' },
  )
  return null
}
