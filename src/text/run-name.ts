/** The name of a run: what sets it apart, in words. */

import { dataSet } from '../domain/data/registry.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { PresetKey } from '../domain/experiment/presets.ts'
import { isConvolutional, isRecurrent } from '../domain/network/model-kinds.ts'
import { defaultLoss } from '../domain/parsing/parse.ts'
import type { Branch } from '../domain/run/branch.ts'
import type { NamedRun } from '../domain/run/named-run.ts'
import { type Change, changes } from '../domain/settings/changes.ts'

import { settingText } from '../domain/settings/setting-values.ts'
import { SETTINGS, type SettingKey } from '../domain/settings/settings.ts'
import type { Tables } from '../domain/table/library.ts'
import type { Table } from '../domain/table/table.ts'
import { settingNumber } from './format.ts'
import type { Messages } from './messages.ts'

/** Where the names of tables are found, of which a value is only the digest. */
type Known = Pick<Tables, 'find'>

/** The name that a person gave, or else the comparison's value, the changes, or the scene's name. */
export function runName(run: NamedRun, t: Messages): string {
  return withDistinction(ownName(run, t), run, t)
}

function ownName({ name, preset, changes, lineupValue, branch, experiment }: NamedRun, t: Messages): string {
  if (name !== null) return name
  const names = changesText(changes, experiment, t)
  if (branch) return `${branchName(branch, t)} ${names}`.trim()
  if (lineupValue !== null)
    return `${changeText(lineupValue, tablesOf(experiment), t, false)} ${names}`.trim()
  return names || (preset === null ? dataName(experiment, t) : sceneName(preset, t))
}

/** `from 240`: of the run whose weights it began with. */
function branchName({ epoch, edits }: Branch, t: Messages): string {
  return edits ? t.time.fromEdited(epoch) : t.time.from(epoch)
}

function withDistinction(own: string, { apart = [], repetition, experiment }: NamedRun, t: Messages): string {
  const parts = [own, changesText(apart, experiment, t), repetition === undefined ? '' : `(${repetition})`]
  return parts.filter((part) => part !== '').join(' ')
}

/**
 * The short name where everything else is the same, as on a chart: a run of a comparison is named by its value alone, if
 * that tells it from the others.
 */
export function shortName(run: NamedRun, t: Messages): string {
  if (run.lineupValue === null || run.sharesValue || run.name !== null) return runName(run, t)
  return withDistinction(changeText(run.lineupValue, tablesOf(run.experiment), t, false), run, t)
}

export function sceneName(preset: PresetKey | null, t: Messages): string {
  return preset === null ? t.presets.free : t.presets.names[preset]
}

/** `+ dropout 0.2 + L2 1e−3`, of the experiment that has the new values; empty when nothing differs. */
export function changesText(changes: readonly Change[], to: Experiment, t: Messages): string {
  const tables = tablesOf(to)
  return withoutConsequences(withoutImplied(changes), to)
    .map((change) => `+ ${changeText(change, tables, t, false)}`)
    .join(' ')
}

/** `dropout 0.2 + L2 1e−3`, from one experiment to another, as it reads after a name: what that says is not said again. */
export function changesAfter(name: string, from: Experiment, to: Experiment, t: Messages): string {
  const text = changesText(changes(from, to), to, t).replace(/^\+ /, '')
  const isSaid = `${text} `.toLowerCase().startsWith(`${name.toLowerCase()} `)
  return isSaid ? text.slice(name.length + 1) : text
}

/**
 * Seeds that changed together are named once; with a person's own samples the sizes of their parts are not
 * named.
 */
export function withoutImplied(changes: readonly Change[]): readonly Change[] {
  const seeds = changes.filter(({ key }) => key.startsWith('seed-'))
  const own = changes.some(({ key }) => key === 'points' || key === 'rows')
  const implied: readonly SettingKey[] = [
    ...(seeds.length === 3 ? (['seed-weights', 'seed-training'] as const) : []),
    ...(own ? (['train', 'validation', 'test'] as const) : []),
  ]
  return changes.filter(({ key }) => !implied.includes(key))
}

/**
 * A name leaves out what other data bring with them: that they are a table, the loss that suits them, and that numbers
 * have no labels to flip.
 */
function withoutConsequences(changes: readonly Change[], to: Experiment): readonly Change[] {
  const changed = (key: SettingKey) => changes.some((change) => change.key === key)
  if (!changed('data')) return changes
  const brought: readonly SettingKey[] = [
    ...(changed('rows') ? (['data'] as const) : []),
    ...(to.loss === defaultLoss(to) ? (['loss'] as const) : []),
    ...(dataSet(to.data).task === 'regression' ? (['label-noise'] as const) : []),
  ]
  return changes.filter(({ key }) => !brought.includes(key))
}

/** Of differences so many are named; what comes after them tells no more than that they are many. */
const MOST_NAMED = 4

/**
 * How the second of two experiments differs from the first, and whether that can explain different results. `differing`
 * is what is to be said of it.
 */
export function differenceText(
  differing: readonly Change[],
  pair: readonly [Experiment, Experiment],
  t: Messages,
): string {
  const tables = tablesOf(...pair)
  const all = withoutImplied(differing)
  const texts = all.map(
    ({ key, from, to }) =>
      `${inSentence(t.setting[key].name)} ${changeText({ key, to: from }, tables, t, true)} → ${changeText({ key, to }, tables, t, true)}`,
  )
  if (all.length === 0) return t.compare.none
  if (all.length === 1) return t.compare.only(texts[0]!)
  const [named, more] = [texts.slice(0, MOST_NAMED).join(t.compare.and), all.length - MOST_NAMED]
  return t.compare.several(all.length, more > 0 ? t.compare.andMore(named, more) : named)
}

/** A control's name within a sentence; abbreviations keep their capitals. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label
}

/** One change in words: a choice by its own name, a number with the name of its control. */
function changeText(
  { key, to }: Pick<Change, 'key' | 'to'>,
  tables: Known,
  t: Messages,
  bare: boolean,
): string {
  if (key === 'points') return t.ownData.pad.count(to === '' ? 0 : to.split(';').length)
  if (key === 'rows') return tableText(tables.find(to), t)
  const choice = choiceText(key, to, t)
  if (choice !== null) return choice
  const label = t.setting[key].name
  const value = SETTINGS[key].read(to)
  const text = plainValue(value, to, t)
  if (bare) return text
  return `${inSentence(label)} ${text}`
}

function plainValue(value: unknown, text: string, t: Messages): string {
  if (typeof value === 'number') return settingNumber(value)
  if (typeof value === 'boolean') return value ? t.runs.on : t.runs.off
  return text === 'off' || text === 'none' ? t.runs.none : text.replaceAll(',', '–')
}

/** The name of a person's own table, or of the data set. */
export function dataName({ data }: Experiment, t: Messages): string {
  return data.set === 'rows' && data.rows ? tableText(data.rows, t) : t.sets[data.set]
}

/** The name of a table's file; for a table that was pasted or scripted, its size. */
function tableText(table: Table | undefined, t: Messages): string {
  if (!table) return t.setting.rows.name.toLowerCase()
  const { name, count, columns } = table
  return name ?? `${t.setting.rows.name.toLowerCase()} (${t.ownData.size(count, columns.length)})`
}

/** The tables that these experiments carry. */
function tablesOf(...experiments: readonly Experiment[]): Known {
  const tables = experiments.map(({ data }) => data.rows)
  return { find: (digest) => tables.find((table) => table?.digest === digest) }
}

/** A value alone, as a chart writes it. */
export function valueText(key: SettingKey, value: string, tables: Known, t: Messages): string {
  return changeText({ key, to: value }, tables, t, true)
}

/** The value that an experiment has, alone. */
export function ownValueText(experiment: Experiment, key: SettingKey, t: Messages): string {
  return valueText(key, settingText(experiment, key) ?? 'off', tablesOf(experiment), t)
}

function choiceText(key: SettingKey, value: string, t: Messages): string | null {
  const tables: Partial<Record<SettingKey, Readonly<Record<string, string>>>> = {
    data: t.sets,
    activation: t.activations,
    init: t.initializers,
    model: t.modelKinds,
    loss: t.losses,
    optimizer: t.optimizers,
    schedule: t.schedules,
    monitor: t.monitors,
  }
  return tables[key]?.[value] ?? null
}

/**
 * `64–64 ReLU, Adam 0.004, batch 20`: the settings a chart's subtitle repeats; without the optimizer where the runs of
 * the chart differ in it.
 */
export function summary(
  { model, optimizer, training }: Experiment,
  t: Messages,
  oneOptimizer = true,
): string {
  const network = networkText(model, t)
  const steps = `${t.setting.batch.name.toLowerCase()} ${training.batchSize}`
  const name = oneOptimizer ? t.optimizers[optimizer.kind] : t.setting.lr.name.toLowerCase()
  return [network, `${name} ${settingNumber(optimizer.learningRate)}`, steps].join(t.time.comma)
}

/**
 * `64–64 ReLU`, `CNN 8–16×3 ReLU`, `LSTM 16`; equal layers side by side as one with their count; without what the runs
 * told about `differ` in.
 */
export function networkText(
  { kind, blocks, layers, activation }: Experiment['model'],
  t: Messages,
  differ: ReadonlySet<SettingKey> = new Set(),
): string {
  const convolutions = isConvolutional(kind) ? blocks.map(({ filters, layers: n }) => times(filters, n)) : []
  const widths = [
    ...(differ.has('blocks') ? [] : convolutions),
    ...(differ.has('layers') ? [] : widthsOf(layers)),
  ].join('–')
  const name = kind === 'mlp' || differ.has('model') ? '' : t.modelKinds[kind]
  const bare = widths === '' && !differ.has('layers')
  const applied = bare ? t.activations.linear : isRecurrent(kind) ? '' : t.activations[activation]
  return [name, widths, differ.has('activation') ? '' : applied].filter((part) => part !== '').join(' ')
}

function widthsOf(layers: Experiment['model']['layers']): string[] {
  const runs: { units: number; count: number }[] = []
  for (const { units } of layers) {
    const last = runs.at(-1)
    if (layers.length > 5 && last?.units === units) last.count++
    else runs.push({ units, count: 1 })
  }
  return runs.map(({ units, count }) => times(units, count))
}

const times = (width: number, count: number) => (count === 1 ? String(width) : `${width}×${count}`)
