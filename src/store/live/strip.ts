/** The strip beside a slider: the validation loss at each value of a setting that was trained, all else being the same. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { experimentKey } from '../../domain/experiment/identity.ts'
import { putSetting, settingValue } from '../../domain/settings/setting-values.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import type { RunView } from '../run-view.ts'
import { outcomeOf } from '../run-view.ts'
import type { SeedRange } from './seed-median.ts'

type Span = readonly [low: number, high: number]

export interface StripPoint {
  readonly value: number
  /** The lowest validation loss, and the epoch that had it; null of a run that diverged at once. */
  readonly best: number | null
  readonly bestEpoch: number
  readonly last: number | null
  readonly diverged: boolean
  /** Of five seeds, the lowest and highest. */
  readonly spans: { readonly best: Span; readonly last: Span } | null
}

export function stripPoint(value: number, { view, range }: { view: RunView; range: SeedRange | null }) {
  const outcome = outcomeOf(view)
  return {
    value,
    best: view.best?.validation.loss ?? null,
    bestEpoch: view.best?.epoch ?? 0,
    last: view.latest?.validation.loss ?? null,
    diverged: outcome?.kind === 'diverged' || outcome?.kind === 'failed',
    spans: range && { best: range.bestLoss, last: range.lastLoss },
  } satisfies StripPoint
}

/** The value of a setting that a strip can show; null for settings that are no number. */
export function stripValue(experiment: Experiment, setting: SettingKey): number | null {
  const value = settingValue(experiment, setting)
  return typeof value === 'number' ? value : null
}

/** Equal for experiments that differ in nothing but this setting. */
export function apartFrom(experiment: Experiment, setting: SettingKey): string {
  return experimentKey(putSetting(experiment, setting, null) as Experiment)
}

/** Beside a slider there is no room for more. */
export const MOST_POINTS = 200

/**
 * The points with this one among them, in ascending order of the values; it replaces one of the same value. Where there are
 * too many, one goes whose neighbours are close to each other.
 */
export function withPoint(points: readonly StripPoint[], point: StripPoint): readonly StripPoint[] {
  const all = [...points.filter(({ value }) => value !== point.value), point].sort(
    (a, b) => a.value - b.value,
  )
  if (all.length <= MOST_POINTS) return all
  const needed = [point, lowestPoint(all, 'best'), lowestPoint(all, 'last')]
  const inner = all.slice(1, -1).filter((other) => !needed.includes(other))
  const crowded = inner.reduce((a, b) => (gapAround(all, b) < gapAround(all, a) ? b : a))
  return all.filter((other) => other !== crowded)
}

/** From the point before to the point after, as a share of their size: most sliders are logarithmic. */
function gapAround(points: readonly StripPoint[], point: StripPoint): number {
  const at = points.indexOf(point)
  const [low, high] = [points[at - 1]!.value, points[at + 1]!.value]
  return (high - low) / (Math.abs(low) + Math.abs(high))
}

/** The point with the lowest loss among those that did not diverge; null where there is none. */
export function lowestPoint(points: readonly StripPoint[], of: 'best' | 'last'): StripPoint | null {
  return points.reduce<StripPoint | null>((lowest, point) => {
    const loss = point[of]
    if (point.diverged || loss === null || !Number.isFinite(loss)) return lowest
    return lowest === null || loss < lowest[of]! ? point : lowest
  }, null)
}

/**
 * The value to try next while the hand rests: of these values, which are ascending and evenly spread along the slider,
 * the one furthest from any that was tried. null once all were.
 */
export function nextToTry(values: readonly number[], tried: readonly number[]): number | null {
  const places = tried.map((value) => placeAmong(values, value))
  let furthest: { readonly value: number; readonly distance: number } | null = null
  for (const [i, value] of values.entries()) {
    if (tried.includes(value)) continue
    const distance = Math.min(Number.POSITIVE_INFINITY, ...places.map((place) => Math.abs(place - i)))
    if (furthest === null || distance > furthest.distance) furthest = { value, distance }
  }
  return furthest?.value ?? null
}

/** Where a value lies between these, as a fractional index. */
function placeAmong(values: readonly number[], value: number): number {
  const after = values.findIndex((other) => other >= value)
  if (after === -1) return values.length - 1
  if (after === 0 || values[after] === value) return after
  const [low, high] = [values[after - 1]!, values[after]!]
  return after - 1 + (value - low) / (high - low)
}
