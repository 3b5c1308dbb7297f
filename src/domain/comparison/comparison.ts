/**
 * A comparison: one setting in several values, run side by side from the same start. An entry may bring further settings of
 * its own, as when every optimizer has its own learning rate. In links: `compare=optimizer:sgd;lr=0.3/adam;lr=0.003`.
 */
import type { Experiment } from '../experiment/experiment.ts'
import type { Problem } from '../experiment/problem.ts'
import { weightTensors } from '../network/network.ts'
import { type Parsed, parseExperiment } from '../parsing/parse.ts'
import { type Change, changes } from '../settings/changes.ts'
import { settingText, withSetting } from '../settings/setting-values.ts'
import { isSetting, SETTING_KEYS, type SettingKey } from '../settings/settings.ts'
import type { Tables } from '../table/library.ts'

/** A setting as a link writes it. */
type Setting = Pick<Change, 'key' | 'to'>

interface Entry {
  readonly value: string
  readonly also: readonly Setting[]
}

export interface Comparison {
  readonly setting: SettingKey
  readonly entries: readonly Entry[]
}

export const MOST_COMPARED = 12

/**
 * The experiments that stand side by side: one, or one for each entry that the schema lets run. Tables may be compared,
 * and an entry names its own by the digest.
 */
export function membersOf(
  scene: { readonly experiment: Experiment; readonly comparison: Comparison | null },
  tables: Tables,
): Experiment[] {
  const { experiment, comparison } = scene
  if (comparison === null) return [experiment]
  return comparison.entries.flatMap((entry) => {
    const parsed = memberOf(experiment, comparison.setting, entry, tables)
    return parsed?.ok ? [parsed.experiment] : []
  })
}

/** undefined where a value cannot be read. */
function memberOf(
  experiment: Experiment,
  setting: SettingKey,
  { value, also }: Entry,
  tables: Tables,
): Parsed | undefined {
  let plain: object | undefined = experiment
  for (const { key, to } of [{ key: setting, to: value }, ...also]) plain &&= withSetting(plain, key, to)
  return plain && parseExperiment(plain, tables)
}

export interface SharedStart {
  /** Whether all begin with the same weights. */
  readonly weights: boolean
  /** Whether all see the same samples in the same batches. */
  readonly batches: boolean
}

export function sharedStart(members: readonly Experiment[]): SharedStart {
  const same = (of: (experiment: Experiment) => unknown) =>
    new Set(members.map((member) => JSON.stringify(of(member)))).size <= 1
  return {
    weights: same((member) => [weightTensors(member), member.model.initializer, member.seed.weights]),
    batches: same(({ data, seed, training: { batchSize, shuffle } }) => [
      { ...data, validation: 0, test: 0 },
      seed.data,
      shuffle && seed.training,
      batchSize,
    ]),
  }
}

/**
 * Makes these experiments a comparison of the first one. The compared setting is the first in which they
 * differ.
 */
export function comparisonOf(experiments: readonly Experiment[]): Comparison | null {
  const [first, ...others] = experiments
  if (!first) return null
  const differing = others.map((other) => changes(first, other))
  const setting = SETTING_KEYS.find((key) => differing.some((of) => of.some((change) => change.key === key)))
  if (setting === undefined) return null
  const entries = experiments.map((experiment, i) => {
    // Without early stopping its settings have no effect, so they do not differ.
    const has = ({ key }: Setting) => key !== setting && settingText(experiment, key) !== null
    const also: Setting[] = (differing[i - 1] ?? []).filter(has)
    // A new data set brings its own default loss, which may differ from this experiment's.
    const brings = [setting, ...also.map(({ key }) => key)].some((key) => key === 'data' || key === 'rows')
    const loss = brings && !also.some(({ key }) => key === 'loss') ? [experiment.loss] : []
    return {
      value: settingText(experiment, setting) ?? '',
      also: [
        ...also.map(({ key, to }) => ({ key, to })),
        ...loss.map((to) => ({ key: 'loss' as const, to })),
      ],
    }
  })
  return { setting, entries }
}

/** Whether its entries bring learning rates of their own. */
export function hasOwnRates({ entries }: Comparison): boolean {
  return entries.some(({ also }) => also.some(({ key }) => key === 'lr'))
}

/** The same values, all at the experiment's learning rate. */
export function atOneRate({ setting, entries }: Comparison): Comparison {
  return {
    setting,
    entries: entries.map(({ value, also }) => ({ value, also: also.filter(({ key }) => key !== 'lr') })),
  }
}

export function comparisonText(comparison: Comparison | null): string {
  if (comparison === null) return 'off'
  const entry = ({ value, also }: Entry) => [value, ...also.map(({ key, to }) => `${key}=${to}`)].join(';')
  return `${comparison.setting}:${comparison.entries.map(entry).join('/')}`
}

/** The settings that the text of a comparison gives, unchecked. */
export function comparisonSettings(text: string): { readonly key: string; readonly to: string }[] {
  const { setting, entries } = splitComparison(text)
  return entries.map(splitEntry).flatMap(({ value, also }) => [{ key: setting, to: value }, ...also])
}

/**
 * Reads a comparison. Entries that cannot be read or run are reported and left out, and so are repetitions.
 */
export function readComparison(
  text: string,
  experiment: Experiment,
  tables: Tables,
  problems: Problem[],
): Comparison | null {
  if (text === 'off') return null
  const { setting, entries: written } = splitComparison(text)
  if (!isSetting(setting)) {
    problems.push({ path: 'compare', kind: 'not-one-of', choices: SETTING_KEYS, received: setting })
    return null
  }
  const entries: Entry[] = []
  for (const one of new Set(written)) {
    const entry = readEntry(one, setting, experiment, tables, problems)
    if (entry) entries.push(entry)
  }
  if (entries.length > MOST_COMPARED)
    problems.push({
      path: 'compare',
      kind: 'too-large',
      limit: MOST_COMPARED,
      received: String(entries.length),
    })
  return entries.length === 0 ? null : { setting, entries: entries.slice(0, MOST_COMPARED) }
}

function readEntry(
  text: string,
  setting: SettingKey,
  experiment: Experiment,
  tables: Tables,
  problems: Problem[],
): Entry | undefined {
  const { value, also: others } = splitEntry(text)
  const also: Setting[] = []
  for (const { key, to } of others) {
    if (!isSetting(key) || key === setting) {
      problems.push({ path: 'compare', kind: 'not-one-of', choices: SETTING_KEYS, received: key })
      return undefined
    }
    also.push({ key, to })
  }
  const parsed = memberOf(experiment, setting, { value, also }, tables)
  if (!parsed?.ok) {
    problems.push(
      parsed ? { ...parsed.problems[0]!, path: 'compare' } : { path: 'compare', kind: 'unreadable' },
    )
    return undefined
  }
  const clean = (key: SettingKey, to: string) => settingText(parsed.experiment, key) ?? to
  return { value: clean(setting, value), also: also.map(({ key, to }) => ({ key, to: clean(key, to) })) }
}

function splitComparison(text: string) {
  const [setting = '', list = ''] = text.split(/:(.*)/s)
  return { setting, entries: list.split('/') }
}

function splitEntry(text: string) {
  // Drawn points contain semicolons too, but no equals sign.
  const [value = '', ...others] = text.split(/;(?=[a-z0-9-]+=)/)
  const also = others.map((other) => {
    const [key = '', to = ''] = other.split(/=(.*)/s)
    return { key, to }
  })
  return { value, also }
}

/** Whether the comparison has learning rates of its own, or could have them. */
export function isAboutRates(comparison: Comparison): boolean {
  return hasOwnRates(comparison) || (comparison.setting === 'optimizer' && comparison.entries.length > 1)
}
