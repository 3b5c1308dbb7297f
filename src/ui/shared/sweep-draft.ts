/** The form of a sweep: what a person has written so far, and the sweep that it describes. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { Problem } from '../../domain/experiment/problem.ts'
import { typedNumber } from '../../domain/numbers/number-text.ts'
import {
  type AxisKey,
  axisText,
  cellExperiment,
  isCount,
  MOST_VALUES,
  rangeValues,
  readAxis,
  type Spacing,
  type Sweep,
  sweepDefaults,
  sweepProblem,
  type Variation,
} from '../../domain/sweep/sweep.ts'

export interface AxisDraft {
  readonly setting: AxisKey
  readonly as: 'list' | 'range'
  readonly list: string
  readonly from: string
  readonly to: string
  readonly count: string
  readonly spacing: Spacing
}

export interface SweepDraft {
  readonly axes: readonly [AxisDraft] | readonly [AxisDraft, AxisDraft]
  readonly seeds: number
  readonly varies: Variation
  readonly test: boolean
}

export type AxisProblem =
  | { readonly kind: 'empty' | 'number' | 'ratio' | 'count' | 'twice' | 'tooMany' }
  | { readonly kind: 'unreadable'; readonly value: string }
  /** A text that may be one number or several: only the person who wrote it knows. */
  | { readonly kind: 'unclear'; readonly value: string }
  /** The schema refuses this value together with the other settings; the rest of the sweep runs without it. */
  | { readonly kind: 'invalid'; readonly value: string; readonly problem: Problem }

export interface AxisRead {
  readonly values: readonly string[]
  readonly problem: AxisProblem | null
}

export interface DraftRead {
  readonly axes: readonly AxisRead[]
  /** The sweep; null while a problem remains. */
  readonly sweep: Sweep | null
  /** A problem of the sweep as a whole. */
  readonly problem: Problem | null
  readonly cells: number
}

export function axisDraft(base: Experiment, setting: AxisKey): AxisDraft {
  const { values, spacing } = sweepDefaults(setting)
  const list = values ?? around(axisText(base, setting))
  const numbers = list.split(' ').map(Number)
  const positive = numbers.filter((value) => value > 0)
  const log = spacing === 'log'
  return {
    setting,
    as: 'list',
    list,
    from: String((log ? positive[0] : numbers[0]) || 0),
    to: String(numbers.at(-1) || 1),
    count: '6',
    spacing,
  }
}

/** Other settings begin with half the draft's value, the value itself, and twice it. */
function around(text: string | null): string {
  if (text === null) return ''
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value === 0) return text
  return [value / 2, value, value * 2].map((each) => Number(each.toPrecision(3))).join(' ')
}

export function draftOf({ axes, seeds, varies, test }: Sweep): SweepDraft {
  const of = ({ setting, values }: Sweep['axes'][0]): AxisDraft => {
    const numbers = values.map(Number).filter(Number.isFinite)
    const { spacing } = sweepDefaults(setting)
    const log = spacing === 'log'
    return {
      setting,
      as: 'list',
      list: values.join(' '),
      from: String(numbers.find((value) => !log || value > 0) ?? 0),
      to: String(numbers.at(-1) ?? 1),
      count: String(Math.max(2, values.length)),
      spacing,
    }
  }
  const [first, second] = axes
  return { axes: second ? [of(first), of(second)] : [of(first)], seeds, varies, test }
}

export function readDraft(base: Experiment, draft: SweepDraft): DraftRead {
  const { seeds, varies, test } = draft
  const [first, second] = draft.axes
  const reads = draft.axes.map((axis, i) => {
    const read = readAxisDraft(base, axis)
    return i === 1 && axis.setting === first.setting ? { ...read, problem: { kind: 'twice' } as const } : read
  })
  const at = (i: number, setting: AxisKey) => ({ setting, values: reads[i]!.values })
  const sweep: Sweep = {
    version: 1,
    base,
    axes: second ? [at(0, first.setting), at(1, second.setting)] : [at(0, first.setting)],
    seeds,
    varies,
    test,
  }
  const cells = reads.reduce((product, { values }) => product * values.length, 1)
  const stuck = reads.some(({ problem }) => problem !== null && problem.kind !== 'invalid')
  const problem = stuck ? null : sweepProblem(sweep)
  const possible = reads.every(({ values }, i) =>
    values.some((value) => invalid(base, draft.axes[i]!.setting, value) === null),
  )
  return { axes: reads, cells, problem, sweep: stuck || problem || !possible ? null : sweep }
}

export function readAxisDraft(base: Experiment, axis: AxisDraft): AxisRead {
  const { setting } = axis
  const refusal = axis.as === 'range' ? rangeProblem(axis) : null
  if (refusal) return { values: [], problem: refusal }
  const text =
    axis.as === 'list'
      ? axis.list
      : rangeValues(...endsOf(axis), countOf(axis), axis.spacing, isCount(setting)).join(' ')
  const { values, problems, unread, unclear } = readAxis(base, setting, text)
  if (unclear.length > 0) return { values, problem: { kind: 'unclear', value: unclear[0]! } }
  if (unread.length > 0) return { values, problem: { kind: 'unreadable', value: unread[0]! } }
  if (problems.length > 0) return { values, problem: { kind: 'tooMany' } }
  if (values.length === 0) return { values, problem: { kind: 'empty' } }
  for (const value of values) {
    const problem = invalid(base, setting, value)
    if (problem !== null) return { values, problem: { kind: 'invalid', value, problem } }
  }
  return { values, problem: null }
}

/** NaN for a text that is no number, or that could be read as two numbers. */
const numberIn = (text: string, whole: boolean) => {
  const typed = typedNumber(text, whole)
  return typed.kind === 'number' ? typed.value : Number.NaN
}

const endsOf = ({ from, to, setting }: AxisDraft) =>
  [numberIn(from, isCount(setting)), numberIn(to, isCount(setting))] as const

const countOf = ({ count }: AxisDraft) => numberIn(count, true)

function rangeProblem(axis: AxisDraft): AxisProblem | null {
  const { from, to, spacing, setting } = axis
  const unclear = [from, to].find((text) => typedNumber(text, isCount(setting)).kind === 'ambiguous')
  if (unclear !== undefined) return { kind: 'unclear', value: unclear }
  const ends = endsOf(axis)
  if (!ends.every(Number.isFinite)) return { kind: 'number' }
  if (spacing === 'log' && !ends.every((end) => end > 0)) return { kind: 'ratio' }
  const many = countOf(axis)
  return Number.isInteger(many) && many >= 2 && many <= MOST_VALUES ? null : { kind: 'count' }
}

function invalid(base: Experiment, setting: AxisKey, value: string): Problem | null {
  const parsed = cellExperiment({ base, axes: [{ setting, values: [value] }] }, { index: 0, values: [value] })
  return parsed.ok ? null : parsed.problems[0]!
}
