/** Describes sweeps in words: axes, values, metrics, and what the seeds say. No axis and no ready sweep names a table. */

import { FEWEST_SEEDS, type SeedVerdict } from '../domain/comparison/seed-noise.ts'
import { dataSet } from '../domain/data/registry.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { Change } from '../domain/settings/changes.ts'
import { isSetting, type SettingKey } from '../domain/settings/settings.ts'
import type { AxisKey, Cell, Sweep } from '../domain/sweep/sweep.ts'
import { higherIsBetter, type Metric } from '../domain/sweep/sweep-run.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { loss, percent, ratio, rSquared, settingNumber, whole } from './format.ts'
import type { AllMessages, Messages } from './messages.ts'
import { inSentence, valueText, withoutImplied } from './run-name.ts'

export function axisName(setting: AxisKey, t: AllMessages): string {
  return isSetting(setting) ? t.setting[setting].name : t.sweep.capacity[setting]
}

export function axisValue(setting: AxisKey, value: string, t: Messages): string {
  if (isSetting(setting)) return valueText(setting, value, NO_TABLES, t)
  return settingNumber(Number(value))
}

/** `width 16`, `SGD`; of two axes `width 16 · L2 0.01`. */
export function cellName(
  { axes }: Pick<Sweep, 'axes'>,
  { values }: Pick<Cell, 'values'>,
  t: AllMessages,
): string {
  if (axes.length === 1 && isChoice(axes[0].setting)) return axisValue(axes[0].setting, values[0]!, t)
  return axes
    .map(({ setting }, i) => `${shortAxis(setting, t)} ${axisValue(setting, values[i]!, t)}`)
    .join(t.sweep.and)
}

/** Settings whose values are names that need no name of the setting beside them. */
function isChoice(setting: AxisKey): boolean {
  return ['data', 'model', 'activation', 'init', 'loss', 'optimizer', 'monitor'].includes(setting)
}

/** `data set Circle → Two moons, train samples 50 → 100`. */
export function settingChanges(differing: readonly Change[], t: AllMessages): string {
  return withoutImplied(differing)
    .map(({ key, from, to }) =>
      t.sweep.change(inSentence(t.setting[key].name), settingValue(key, from, t), settingValue(key, to, t)),
    )
    .join(t.panes.comma)
}

function settingValue(key: SettingKey, value: string, t: Messages): string {
  const named: Readonly<Record<string, string>> = key === 'label-noise-in' ? t.noiseIn : {}
  return named[value] ?? valueText(key, value, NO_TABLES, t)
}

function shortAxis(setting: AxisKey, t: AllMessages): string {
  if (!isSetting(setting)) return t.sweep.short[setting]
  return inSentence(t.setting[setting].name)
}

function qualityName({ data }: Experiment, t: Messages): string {
  return dataSet(data).task === 'classes' ? t.stage.accuracy : t.stage.r2
}

export function metricName(metric: Metric, base: Experiment, t: AllMessages): string {
  const text = t.sweep.metrics[metric]
  return typeof text === 'string' ? text : text(qualityName(base, t))
}

/** Writes a value of the metric. */
export function metricValue(metric: Metric, base: Experiment): (value: number) => string {
  switch (metric) {
    case 'quality-best':
    case 'quality-last':
    case 'test-quality':
      return dataSet(base.data).task === 'classes' ? (value) => percent(value) : rSquared
    case 'gap-last':
      return ratio
    case 'best-epoch':
      return whole
    case 'validation-best':
    case 'validation-last':
    case 'train-last':
    case 'test-loss':
      return loss
    default:
      return metric satisfies never
  }
}

interface Compared {
  readonly name: string
  readonly verdict: SeedVerdict
}

/** Compares the best setting with others; `verdict` is from the best to the other. */
export function verdictSentences(
  best: string,
  others: readonly Compared[],
  metric: Metric,
  t: AllMessages,
): readonly string[] {
  const known = others.filter(({ verdict }) => verdict.seeds > 0)
  const wins = ({ verdict }: Compared) => (higherIsBetter(metric) ? verdict.lower : verdict.higher)
  const worse = known.filter((other) => other.verdict.apart && 2 * wins(other) > other.verdict.seeds)
  const rest = known.filter((other) => !worse.includes(other))
  const few = rest.filter(({ verdict }) => verdict.seeds < FEWEST_SEEDS)
  const within = rest.filter(
    (other) => !few.includes(other) && Math.abs(other.verdict.difference) <= other.verdict.spread,
  )
  const split = rest.filter((other) => !few.includes(other) && !within.includes(other))
  const listed = (group: readonly Compared[]) => t.sweep.listed(group.map(({ name }) => name))
  const seeds = Math.min(...few.map(({ verdict }) => verdict.seeds))
  const sentences = [
    ...worse.map((other) => t.sweep.better(best, other.name, wins(other), other.verdict.seeds)),
    ...(within.length > 0 ? [t.sweep.withinSpread(best, listed(within))] : []),
    ...(split.length > 0 ? [t.sweep.disagree(best, listed(split))] : []),
    ...(few.length > 0 ? [t.sweep.tooFew(best, listed(few), seeds)] : []),
  ]
  return sentences.map(wellSet)
}

/** A name may begin the sentence, and stands without spaces between Han characters. */
function wellSet(sentence: string): string {
  const text = sentence.replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '')
  return text[0]!.toUpperCase() + text.slice(1)
}
