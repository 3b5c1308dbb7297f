/**
 * Links: `#key=value&…` for what differs from the default experiment, or from `preset=NAME`. A bad pair becomes a
 * problem and its default stands; the rest of the link still works. encode and decode are inverse:
 * decodeLink(encodeLink(x)) gives x back (property-tested).
 */

import { type Comparison, comparisonText, readComparison } from '../comparison/comparison.ts'
import { DATA_SETS, type Experiment, PARTS, type Part } from '../experiment/experiment.ts'
import { isPreset, OPENING_PRESET, PRESETS, type PresetKey } from '../experiment/presets.ts'
import type { Problem } from '../experiment/problem.ts'
import { fittedCounts } from '../parsing/fitted-counts.ts'
import { defaultExperiment, defaultLoss, parseExperiment } from '../parsing/parse.ts'
import { ENGINE_PREFERENCES, type EnginePreference } from '../run/engines.ts'
import {
  changes,
  isSetting,
  SETTING_KEYS,
  type SettingKey,
  settingText,
  withSetting,
} from '../settings/settings.ts'
import { tableOf } from '../table/table.ts'

export const LANGUAGES = ['en', 'zh-CN'] as const
export const THEMES = ['light', 'dark'] as const
/** What stands below the loss where runs stand side by side. */
export const PANE_VIEWS = ['quality', 'gradients', 'fit'] as const
export type PaneView = (typeof PANE_VIEWS)[number]
export type Language = (typeof LANGUAGES)[number]
export type Theme = (typeof THEMES)[number]

/** What a link says. */
export interface Scene {
  readonly preset: PresetKey | null
  readonly experiment: Experiment
  readonly comparison: Comparison | null
}

export interface DecodedLink extends Scene {
  /** Start training at once. */
  readonly run: boolean
  readonly language: Language | null
  readonly theme: Theme | null
  /** Most epochs a second; null leaves it as it is. */
  readonly pace: number | null
  /** What to train on; null leaves it as it is. */
  readonly engine: EnginePreference | null
  /** Side by side, with this below the loss; null is the overlaid view. */
  readonly panes: PaneView | null
  /** Controls a teacher hides. */
  readonly hide: readonly SettingKey[]
  readonly problems: readonly Problem[]
}

/** Keys of the contract that no part of the page honours yet. */
const LATER = ['lesson', 'view', 'embed']
/** Epochs a second. */
const SLOWEST = 0.1
const FASTEST = 1000

export function decodeLink(hash: string): DecodedLink {
  const problems: Problem[] = []
  const pairs = pairsOf(hash, problems)
  const take = <T extends string>(key: string, allowed: readonly T[]): T | null => {
    const text = pairs.get(key)
    pairs.delete(key)
    if (text === undefined) return null
    if (allowed.includes(text as T)) return text as T
    problems.push({ path: key, kind: 'not-one-of', choices: allowed, received: text })
    return null
  }
  const language = take('lang', LANGUAGES)
  const theme = take('theme', THEMES)
  const engine = take('engine', ENGINE_PREFERENCES)
  const panes = take('panes', PANE_VIEWS)
  const pace = takePace(pairs, problems)
  const run = take('run', ['0', '1']) === '1'
  const hide = takeHidden(pairs, problems)
  // Finished runs travel beside the scene; who opens the address reads them (files/runs-link.ts).
  pairs.delete('runs')
  for (const key of LATER) if (pairs.delete(key)) problems.push({ path: key, kind: 'not-yet' })
  const named = pairs.get('preset')
  pairs.delete('preset')
  const preset =
    named === undefined ? (pairs.size === 0 ? OPENING_PRESET : null) : isPreset(named) ? named : null
  if (named !== undefined && preset === null)
    problems.push({ path: 'preset', kind: 'not-one-of', choices: Object.keys(PRESETS), received: named })
  const base: Scene =
    preset === null ? { preset, experiment: defaultExperiment(), comparison: null } : presetScene(preset)
  const scene = applyPairs(base, pairs, problems)
  return { ...scene, run, language, theme, engine, pace, panes, hide, problems }
}

/** What the page opens on when a preset is chosen. */
export function presetScene(preset: PresetKey): Scene {
  const problems: Problem[] = []
  const base: Scene = { preset, experiment: defaultExperiment(), comparison: null }
  const scene = applyPairs(base, pairsOf(PRESETS[preset], problems), problems)
  if (problems.length > 0) throw new Error(`preset ${preset}: ${JSON.stringify(problems)}`)
  return scene
}

/** Without the `#`. Never empty, because the empty link is the opening scene. */
export function encodeLink({ preset, experiment, comparison }: Scene): string {
  const base = preset === null ? { experiment: defaultExperiment(), comparison: null } : presetScene(preset)
  const pairs = preset === null ? [] : [`preset=${preset}`]
  const set = experiment.data.set
  if (preset === null || set !== base.experiment.data.set) pairs.push(`data=${set}`)
  const differing = changes(rebased(base.experiment, experiment), experiment)
  const { training, weights, data } = experiment.seed
  const oneSeed = training === weights && weights === data
  for (const { key, to } of differing) {
    const absent = settingText(experiment, key) === null
    if (key === 'data' || absent || (oneSeed && key.startsWith('seed-'))) continue
    pairs.push(`${key}=${to}`)
  }
  if (oneSeed && differing.some(({ key }) => key.startsWith('seed-'))) pairs.push(`seed=${data}`)
  if (comparisonText(comparison) !== comparisonText(base.comparison))
    pairs.push(`compare=${comparisonText(comparison)}`)
  return pairs.join('&')
}

/** What decoding starts from once `data=` and its default loss are settled. */
function rebased(base: Experiment, experiment: Experiment): Experiment {
  if (base.data.set === experiment.data.set) return base
  return { ...base, data: { ...base.data, set: experiment.data.set }, loss: defaultLoss(experiment) }
}

function pairsOf(hash: string, problems: Problem[]): Map<string, string> {
  const pairs = new Map<string, string>()
  for (const pair of hash.replace(/^#/, '').split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const value = at > 0 ? decoded(pair.slice(at + 1)) : null
    if (value === null) problems.push({ path: pair.slice(0, 60), kind: 'unreadable' })
    else pairs.set(pair.slice(0, at), value)
  }
  return pairs
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function takeHidden(pairs: Map<string, string>, problems: Problem[]): SettingKey[] {
  const text = pairs.get('hide')
  pairs.delete('hide')
  const names = text === undefined || text === '' ? [] : text.split(',')
  for (const name of names)
    if (!isSetting(name))
      problems.push({ path: 'hide', kind: 'not-one-of', choices: SETTING_KEYS, received: name })
  return names.filter(isSetting)
}

function takePace(pairs: Map<string, string>, problems: Problem[]): number | null {
  const text = pairs.get('pace')
  pairs.delete('pace')
  if (text === undefined) return null
  const pace = Number(text)
  if (pace >= SLOWEST && pace <= FASTEST) return pace
  problems.push({ path: 'pace', kind: 'unreadable' })
  return null
}

function applyPairs(base: Scene, pairs: Map<string, string>, problems: Problem[]): Scene {
  const compare = pairs.get('compare')
  const seed = pairs.get('seed')
  const settings: [SettingKey, string][] = []
  for (const key of SETTING_KEYS) {
    const text = pairs.get(key) ?? (key.startsWith('seed-') ? seed : undefined)
    if (text !== undefined) settings.push([key, text])
  }
  for (const key of pairs.keys())
    if (!isSetting(key) && key !== 'seed' && key !== 'compare')
      problems.push({ path: key, kind: 'unknown-key' })
  // Points are drawn points, whether the link says so or not.
  if (pairs.get('points') && !pairs.has('data')) settings.unshift(['data', 'drawn'])
  const experiment = withoutStrayPoints(applySettings(base.experiment, settings, problems), problems)
  const comparison = compare === undefined ? base.comparison : readComparison(compare, experiment, problems)
  return { preset: base.preset, experiment, comparison }
}

/** An experiment whose own link says all of it: none, or stray points, are no points. */
function withoutStrayPoints(experiment: Experiment, problems: Problem[]): Experiment {
  const { points, ...data } = experiment.data
  if (points === undefined || (data.set === 'drawn' && points.length > 0)) return experiment
  if (points.length > 0) problems.push({ path: 'points', kind: 'points-not-drawn', set: data.set })
  return { ...experiment, data }
}

/** All at once if they agree; else one after another, each bad one named and left out. */
function applySettings(
  base: Experiment,
  settings: readonly [SettingKey, string][],
  problems: Problem[],
): Experiment {
  let together: object | undefined = base
  for (const [key, text] of settings) together &&= withSetting(together, key, text)
  const given = new Set(PARTS.filter((part) => settings.some(([key]) => key === part)))
  const parsed = together && parseExperiment(withFittedCounts(together, given))
  if (parsed?.ok) return parsed.experiment
  return settings.reduce((experiment, [key, text]) => {
    const next = withSetting(experiment, key, text)
    const tried = next && parseExperiment(key === 'data' ? withFittedCounts(next, new Set()) : next)
    if (tried?.ok) return tried.experiment
    const problem: Problem = { path: key, kind: 'unreadable' }
    problems.push(tried ? { ...tried.problems[0]!, path: key } : problem)
    return experiment
  }, base)
}

/** A link that names a set and not how much of it gets what the set has. */
function withFittedCounts(experiment: object, given: ReadonlySet<Part>): object {
  const { data } = experiment as Experiment
  // The link has a table by its digest alone: how many rows that has is known where it was read.
  const table = data.set === 'rows' ? tableOf(data.rows?.digest ?? '') : null
  if (
    table === undefined ||
    !DATA_SETS.includes(data.set) ||
    PARTS.some((part) => !Number.isInteger(data[part]))
  )
    return experiment
  return { ...experiment, data: { ...data, ...fittedCounts(table ? { ...data, rows: table } : data, given) } }
}
