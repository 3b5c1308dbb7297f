/** The form of a sweep: what a person has written so far, and the sweep that it describes. */
import {
  ACTIVATIONS,
  DATA_SETS,
  type Experiment,
  INITIALIZERS,
  LOSSES,
  MODEL_KINDS,
  MONITORS,
  OPTIMIZERS,
  SCHEDULES,
} from '../../domain/experiment/experiment.ts'
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

/** The settings whose values are chosen from a few names. */
const CHOICES: Partial<Record<AxisKey, readonly string[]>> = {
  data: DATA_SETS.filter((set) => set !== 'drawn' && set !== 'rows'),
  model: MODEL_KINDS,
  activation: ACTIVATIONS,
  init: INITIALIZERS,
  loss: LOSSES,
  optimizer: OPTIMIZERS,
  schedule: SCHEDULES,
  monitor: MONITORS,
  kernel: ['1', '3', '5', '7'],
}

export function choicesOf(setting: AxisKey): readonly string[] | null {
  return CHOICES[setting] ?? null
}

/** The values that the form begins with, for settings that have usual ones. */
const USUAL: Partial<Record<AxisKey, string>> = {
  width: '1 2 4 8 16 32 64',
  depth: '0 1 2 3 4',
  train: '30 100 300 1000',
  noise: '0 0.1 0.2 0.3 0.5',
  'label-noise': '0 0.1 0.2 0.3',
  dropout: '0 0.2 0.5 0.8',
  l1: '0 0.0001 0.001 0.01',
  l2: '0 0.0001 0.001 0.01 0.1',
  lr: '0.0003 0.001 0.003 0.01 0.03 0.1',
  batch: '4 16 64 256',
  epochs: '10 30 100 300',
  degree: '1 2 3 5 8 12',
  layers: 'none 8 64,64',
  activation: 'sigmoid tanh relu',
  optimizer: 'sgd momentum adagrad rmsprop adam',
  init: 'glorot-uniform he-uniform zeros',
}

const FLAGS: readonly AxisKey[] = ['standardize', 'proximal', 'shuffle', 'restore-best']

const GEOMETRIC: readonly AxisKey[] = ['width', 'train', 'lr', 'l1', 'l2', 'batch', 'epochs', 'weight-decay']

export function axisDraft(base: Experiment, setting: AxisKey): AxisDraft {
  const list = USUAL[setting] ?? (FLAGS.includes(setting) ? '0 1' : around(axisText(base, setting)))
  const numbers = list.split(' ').map(Number)
  const positive = numbers.filter((value) => value > 0)
  const log = GEOMETRIC.includes(setting)
  return {
    setting,
    as: 'list',
    list,
    from: String((log ? positive[0] : numbers[0]) || 0),
    to: String(numbers.at(-1) || 1),
    count: '6',
    spacing: log ? 'log' : 'linear',
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
    const log = GEOMETRIC.includes(setting)
    return {
      setting,
      as: 'list',
      list: values.join(' '),
      from: String(numbers.find((value) => !log || value > 0) ?? 0),
      to: String(numbers.at(-1) ?? 1),
      count: String(Math.max(2, values.length)),
      spacing: log ? 'log' : 'linear',
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
