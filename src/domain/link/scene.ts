/**
 * The scene of a link: what differs from the default experiment, or from `preset=NAME`. scenePairs and readScene are
 * inverse.
 */

import { type Comparison, comparisonText, readComparison } from '../comparison/comparison.ts'
import { DATA_SETS, type Experiment, PARTS, type Part } from '../experiment/experiment.ts'
import { isPreset, OPENING_PRESET, PRESETS, type PresetKey } from '../experiment/presets.ts'
import type { Problem } from '../experiment/problem.ts'
import { fittedCounts } from '../parsing/fitted-counts.ts'
import { defaultExperiment, defaultLoss, parseExperiment } from '../parsing/parse.ts'
import { changes } from '../settings/changes.ts'
import { settingText, withSetting } from '../settings/setting-values.ts'
import { isSetting, SETTING_KEYS, type SettingKey } from '../settings/settings.ts'
import { NO_TABLES, type Tables } from '../table/library.ts'
import { type Pairs, readPairs } from './pairs.ts'

/** The experiment that the controls show, and the comparison that runs side by side. */
export interface Scene {
  readonly preset: PresetKey | null
  readonly experiment: Experiment
  readonly comparison: Comparison | null
}

/** The scene of a link, without what that says of the page. */
export function sceneOf({ preset, experiment, comparison }: Scene): Scene {
  return { preset, experiment, comparison }
}

/** What the page opens on when a preset is chosen. */
export function presetScene(preset: PresetKey): Scene {
  const problems: Problem[] = []
  const base: Scene = { preset, experiment: defaultExperiment(), comparison: null }
  const scene = applyPairs(base, readPairs(PRESETS[preset], problems), NO_TABLES, problems)
  if (problems.length > 0) throw new Error(`preset ${preset}: ${JSON.stringify(problems)}`)
  return scene
}

/** The pairs are never empty, because the empty link means the opening scene. */
export function scenePairs({ preset, experiment, comparison }: Scene): Pairs {
  const base = preset === null ? { experiment: defaultExperiment(), comparison: null } : presetScene(preset)
  const pairs: Pairs = new Map()
  if (preset !== null) pairs.set('preset', preset)
  const set = experiment.data.set
  if (preset === null || set !== base.experiment.data.set) pairs.set('data', set)
  const differing = changes(rebased(base.experiment, experiment), experiment)
  const { training, weights, data } = experiment.seed
  const oneSeed = training === weights && weights === data
  for (const { key, to } of differing) {
    const absent = settingText(experiment, key) === null
    if (key === 'data' || absent || (oneSeed && key.startsWith('seed-'))) continue
    pairs.set(key, to)
  }
  if (oneSeed && differing.some(({ key }) => key.startsWith('seed-'))) pairs.set('seed', String(data))
  const text = comparisonText(comparison)
  if (text !== comparisonText(base.comparison)) pairs.set('compare', text)
  return pairs
}

/** Every pair is read or becomes a problem. Without any, the link is the opening scene. */
export function readScene(pairs: Pairs, tables: Tables, problems: Problem[]): Scene {
  const named = pairs.get('preset')
  const preset =
    named === undefined ? (pairs.size === 0 ? OPENING_PRESET : null) : isPreset(named) ? named : null
  if (named !== undefined && preset === null)
    problems.push({ path: 'preset', kind: 'not-one-of', choices: Object.keys(PRESETS), received: named })
  const base: Scene =
    preset === null ? { preset, experiment: defaultExperiment(), comparison: null } : presetScene(preset)
  return applyPairs(base, pairs, tables, problems)
}

/** The experiment that decoding starts from once `data=` and its default loss are applied. */
function rebased(base: Experiment, experiment: Experiment): Experiment {
  if (base.data.set === experiment.data.set) return base
  return { ...base, data: { ...base.data, set: experiment.data.set }, loss: defaultLoss(experiment) }
}

function applyPairs(base: Scene, pairs: Pairs, tables: Tables, problems: Problem[]): Scene {
  const compare = pairs.get('compare')
  const seed = pairs.get('seed')
  const settings: [SettingKey, string][] = []
  for (const key of SETTING_KEYS) {
    const text = pairs.get(key) ?? (key.startsWith('seed-') ? seed : undefined)
    if (text !== undefined) settings.push([key, text])
  }
  for (const key of pairs.keys())
    if (!isSetting(key) && !['preset', 'seed', 'compare'].includes(key))
      problems.push({ path: key, kind: 'unknown-key' })
  // A link with points means drawn points, even if it does not name that set.
  if (pairs.get('points') && !pairs.has('data')) settings.unshift(['data', 'drawn'])
  const experiment = withoutStrayPoints(applySettings(base.experiment, settings, tables, problems), problems)
  const comparison =
    compare === undefined ? base.comparison : readComparison(compare, experiment, tables, problems)
  return { preset: base.preset, experiment, comparison }
}

/**
 * Leaves out points that no link of the experiment would write: an empty list, or points beside another data
 * set.
 */
function withoutStrayPoints(experiment: Experiment, problems: Problem[]): Experiment {
  const { points, ...data } = experiment.data
  if (points === undefined || (data.set === 'drawn' && points.length > 0)) return experiment
  if (points.length > 0) problems.push({ path: 'points', kind: 'points-not-drawn', set: data.set })
  return { ...experiment, data }
}

/**
 * Applies all settings at once if the result is valid; otherwise one after another, so that each bad one is
 * reported and left out.
 */
function applySettings(
  base: Experiment,
  settings: readonly [SettingKey, string][],
  tables: Tables,
  problems: Problem[],
): Experiment {
  let together: object | undefined = base
  for (const [key, text] of settings) together &&= withSetting(together, key, text)
  const given = new Set(PARTS.filter((part) => settings.some(([key]) => key === part)))
  const parsed = together && parseExperiment(withFittedCounts(together, given, tables), tables)
  if (parsed?.ok) return parsed.experiment
  return settings.reduce((experiment, [key, text]) => {
    const next = withSetting(experiment, key, text)
    const tried =
      next && parseExperiment(key === 'data' ? withFittedCounts(next, new Set(), tables) : next, tables)
    if (tried?.ok) return tried.experiment
    const problem: Problem = { path: key, kind: 'unreadable' }
    problems.push(tried ? { ...tried.problems[0]!, path: key } : problem)
    return experiment
  }, base)
}

/** Where a link names a set without its sample counts, they are fitted to what the set has. */
function withFittedCounts(experiment: object, given: ReadonlySet<Part>, tables: Tables): object {
  const { data } = experiment as Experiment
  // A link knows a table only by its digest; the number of its rows is known where it was read.
  const table = data.set === 'rows' ? tables.find(data.rows?.digest ?? '') : null
  if (
    table === undefined ||
    !DATA_SETS.includes(data.set) ||
    PARTS.some((part) => !Number.isInteger(data[part]))
  )
    return experiment
  return { ...experiment, data: { ...data, ...fittedCounts(table ? { ...data, rows: table } : data, given) } }
}
