/**
 * A sweep: one experiment with one or two of its settings in several values, each from several seeds. Everything here
 * is plain data, so that a sweep can be kept, sent and gone on with; what its runs did is in sweep-run.ts.
 */

import { type Codec, count } from '../experiment/codecs.ts'
import type { Experiment, Layer } from '../experiment/experiment.ts'
import type { Problem } from '../experiment/problem.ts'
import { around, linear, log, type SweepDefaults } from '../experiment/sweep-defaults.ts'
import { listItems } from '../numbers/number-list.ts'
import { type Parsed, parseExperiment } from '../parsing/parse.ts'
import { settingText, withSetting } from '../settings/setting-values.ts'
import { isSetting, SETTING_KEYS, SETTINGS, type SettingKey } from '../settings/settings.ts'
import { NO_TABLES, type Tables } from '../table/library.ts'

/** Capacity as lectures sweep it: units of every hidden layer, and how many layers there are. */
const CAPACITY = {
  width: { ...count, sweep: log('1 2 4 8 16 32 64') },
  depth: { ...count, sweep: linear('0 1 2 3 4') },
} satisfies Record<string, Codec & { readonly sweep: SweepDefaults }>
export type AxisKey = SettingKey | keyof typeof CAPACITY

const axisOf = (key: AxisKey): Codec & { readonly sweep: SweepDefaults | null } =>
  isSetting(key) ? SETTINGS[key] : CAPACITY[key]

export interface SweepAxis {
  readonly setting: AxisKey
  /** As links write them. */
  readonly values: readonly string[]
}

/** What a seed decides: `all` is data, first weights and order; `training` leaves the data as they are. */
export const VARIATIONS = ['all', 'training'] as const
export type Variation = (typeof VARIATIONS)[number]

export interface Sweep {
  readonly version: 1
  readonly base: Experiment
  readonly axes: readonly [SweepAxis] | readonly [SweepAxis, SweepAxis]
  /** Seeds 1 … this. */
  readonly seeds: number
  readonly varies: Variation
  /** Whether every run opens its test set: looking at it while choosing makes it a validation set. */
  readonly test: boolean
}

export const MOST_SEEDS = 20
export const MOST_VALUES = 40
export const MOST_SWEEP_RUNS = 2000

export const AXIS_KEYS: readonly AxisKey[] = [
  ...(Object.keys(CAPACITY) as (keyof typeof CAPACITY)[]),
  ...SETTING_KEYS.filter((key) => SETTINGS[key].sweep !== null),
]

/** The axes whose controls the page shows: width and depth are read off the control of the layers. */
export function axesLeft(hidden: readonly SettingKey[]): readonly AxisKey[] {
  return AXIS_KEYS.filter((key) => !hidden.includes(isSetting(key) ? key : 'layers'))
}

/** The values with which a sweep over this axis begins; of an axis that cannot be swept, the plainest. */
export function sweepDefaults(key: AxisKey): SweepDefaults {
  return axisOf(key).sweep ?? around
}

function isAxis(key: string): key is AxisKey {
  return AXIS_KEYS.some((axis) => axis === key)
}

/** One combination of values, in the order of the axes; the second axis moves fastest. */
export interface Cell {
  readonly index: number
  readonly values: readonly string[]
}

export function cellsOf({ axes }: Pick<Sweep, 'axes'>): readonly Cell[] {
  const [first, second] = axes
  const pairs = first.values.flatMap((a) => (second ? second.values.map((b) => [a, b]) : [[a]]))
  return pairs.map((values, index) => ({ index, values }))
}

function runsOf(sweep: Sweep): number {
  return cellsOf(sweep).length * sweep.seeds
}

/**
 * The cell's experiment with the sweep's own seeds: what "open as experiment" opens. A table is that of the base: no axis
 * names one.
 */
export function cellExperiment({ base, axes }: Pick<Sweep, 'base' | 'axes'>, { values }: Cell): Parsed {
  let plain: object = base
  // Depth is applied before width, because it copies layers whose width then has to be set.
  const order = axes.map((_, i) => i).sort((a, b) => rank(axes[a]!.setting) - rank(axes[b]!.setting))
  for (const i of order) {
    const { setting } = axes[i]!
    const next = withAxis(plain, setting, values[i]!)
    if (next === undefined) return { ok: false, problems: [{ path: setting, kind: 'unreadable' }] }
    plain = next
  }
  return parseExperiment(plain, NO_TABLES)
}

const rank = (setting: AxisKey) => (setting === 'depth' ? 0 : setting === 'width' ? 2 : 1)

export function seeded(experiment: Experiment, seed: number, varies: Variation): Experiment {
  const data = varies === 'all' ? seed : experiment.seed.data
  return { ...experiment, seed: { data, weights: seed, training: seed } }
}

/** One layer more than the schema allows, so that the schema reports it. */
const TOO_DEEP = 65
/** A layer for depth to copy where the network has none. */
const PLAIN_LAYER: Layer = { units: 8 }

/** The experiment as plain JSON with one value put in, unchecked; undefined if the text is unreadable. */
function withAxis(experiment: object, key: AxisKey, text: string): object | undefined {
  if (isSetting(key)) return withSetting(experiment, key, text)
  const size = count.read(text)
  if (size === undefined) return undefined
  // Fractions and negative counts cannot be built, so the schema would never see and refuse them.
  if (key === 'depth' && !(Number.isInteger(size) && size >= 0)) return undefined
  const { model } = experiment as Experiment
  const [first = PLAIN_LAYER] = model.layers
  const layers =
    key === 'width'
      ? (model.layers.length > 0 ? model.layers : [first]).map((layer) => ({ ...layer, units: size }))
      : Array.from({ length: Math.min(size, TOO_DEEP) }, (_, i) => model.layers[i] ?? first)
  return { ...experiment, model: { ...model, layers } }
}

/** Where on the axis an experiment stands: the units of all its layers, or null where they differ. */
export function axisText(experiment: Experiment, key: AxisKey): string | null {
  if (isSetting(key)) return settingText(experiment, key)
  const { layers } = experiment.model
  if (key === 'depth') return String(layers.length)
  const [first] = layers
  return first && layers.every(({ units }) => units === first.units) ? String(first.units) : null
}

/** Whether every value is a single number, so that values have distances and not only names. */
export function isNumeric({ setting, values }: SweepAxis): boolean {
  return (
    axisOf(setting).takes === 'numbers' &&
    values.every((value) => value.trim() !== '' && Number.isFinite(Number(value)))
  )
}

export interface AxisReading {
  readonly values: readonly string[]
  readonly problems: readonly Problem[]
  /** What could not be read, as it was written. */
  readonly unread: readonly string[]
  /** Texts that may be one number or several. */
  readonly unclear: readonly string[]
}

/**
 * Reads a person's list of values: each is written as links write it, numbers are sorted, repetitions are
 * left out. Values that the schema refuses stay, and their cells say what is wrong with them. Text that
 * cannot be read at all is a problem.
 */
export function readAxis(base: Experiment, setting: AxisKey, text: string): AxisReading {
  const { takes } = axisOf(setting)
  const items =
    takes === 'numbers' || takes === 'numbers-or-off'
      ? listItems(text, isCount(setting))
      : namesIn(text, takes === 'lists')
  const written = items.filter(({ kind }) => kind === 'value').map((item) => item.text)
  const unclear = items.filter(({ kind }) => kind === 'unclear').map((item) => item.text)
  const problems: Problem[] = unclear.map(() => ({ path: setting, kind: 'unreadable' }))
  const values: string[] = []
  const unread: string[] = []
  for (const value of written) {
    const plain = withAxis(base, setting, value)
    if (plain === undefined) {
      problems.push({ path: setting, kind: 'unreadable' })
      unread.push(value)
      continue
    }
    const parsed = parseExperiment(plain, NO_TABLES)
    const clean = parsed.ok ? (axisText(parsed.experiment, setting) ?? value) : value
    if (!values.includes(clean)) values.push(clean)
  }
  if (isNumeric({ setting, values })) values.sort((a, b) => Number(a) - Number(b))
  if (values.length > MOST_VALUES)
    problems.push({ path: setting, kind: 'too-large', limit: MOST_VALUES, received: String(values.length) })
  return { values: values.slice(0, MOST_VALUES), problems, unread, unclear }
}

/** `commas` says that a single value contains commas itself. */
function namesIn(text: string, commas: boolean) {
  const separator = commas ? /[\s/;；]+/ : /[\s/;；,，、]+/
  const names = text.split(separator).filter((value) => value !== '')
  return names.map((name) => ({ kind: 'value', text: name }) as const)
}

export type Spacing = 'linear' | 'log'

/** `count` values from one end to the other in equal steps or equal ratios, to three digits; whole ones without twins. */
export function rangeValues(
  from: number,
  to: number,
  count: number,
  spacing: Spacing,
  whole: boolean,
): readonly string[] {
  const log = spacing === 'log' && from > 0 && to > 0
  const at = (share: number) => (log ? from * (to / from) ** share : from + (to - from) * share)
  const values = Array.from({ length: count }, (_, i) => at(count === 1 ? 0 : i / (count - 1)))
  const clean = values.map((value) => String(whole ? Math.round(value) : Number(value.toPrecision(3))))
  return [...new Set(clean)]
}

/** Whether the values of a setting are whole numbers. */
export function isCount(key: AxisKey): boolean {
  return axisOf(key).whole === true
}

/** What is wrong with the sweep as a whole, if anything: it would take too many runs, or has none. */
export function sweepProblem(sweep: Sweep): Problem | null {
  const empty = sweep.axes.find(({ values }) => values.length === 0)
  if (empty) return { path: empty.setting, kind: 'missing' }
  const runs = runsOf(sweep)
  if (runs > MOST_SWEEP_RUNS)
    return { path: 'sweep', kind: 'too-large', limit: MOST_SWEEP_RUNS, received: String(runs) }
  return null
}

/** Reads a stored or sent sweep; null if it is none, or if its experiment is no longer valid. */
export function parseSweep(input: unknown, tables: Tables): Sweep | null {
  if (typeof input !== 'object' || input === null) return null
  const { base, axes, seeds, varies, test } = input as Record<string, unknown>
  const parsed = parseExperiment(base, tables)
  if (!parsed.ok || !Array.isArray(axes) || axes.length < 1 || axes.length > 2) return null
  const read: SweepAxis[] = axes.flatMap((axis: unknown) => {
    // `knob` is the name that files have for it.
    const { knob: setting, values } = (axis ?? {}) as Record<string, unknown>
    if (typeof setting !== 'string' || !isAxis(setting) || !Array.isArray(values)) return []
    return values.every((value) => typeof value === 'string') ? [{ setting, values }] : []
  })
  if (read.length !== axes.length || !Number.isInteger(seeds)) return null
  const count = Number(seeds)
  const sweep: Sweep = {
    version: 1,
    base: parsed.experiment,
    axes: read as unknown as Sweep['axes'],
    seeds: count,
    varies: varies === 'training' ? 'training' : 'all',
    test: test === true,
  }
  return count < 1 || count > MOST_SEEDS || sweepProblem(sweep) !== null ? null : sweep
}
