/** The positions of a sweep's values on its axes. */
import { type Axis, linearAxis, logAxis } from '../kit/axis.ts'
import { textWidth } from '../kit/text-width.ts'

export type XKind = 'linear' | 'log' | 'category'

/** Values that span more than this ratio are placed by their logarithms. */
const RATIO = 10

/**
 * Numbers that span a decade are placed by their ratios; with a 0 among them all have equal distances. null stands for
 * a name.
 */
export function xKind(values: readonly (number | null)[]): XKind {
  const numbers = values.filter((value) => value !== null)
  if (numbers.length < values.length || numbers.length < 2) return 'category'
  const positive = numbers.filter((value) => value > 0)
  const wide = Math.max(...positive) / Math.min(...positive) > RATIO
  if (!wide) return 'linear'
  return positive.length === numbers.length ? 'log' : 'category'
}

/** The position of each value, 0 to 1. */
export function xPlaces(values: readonly (number | null)[], kind: XKind): readonly number[] {
  if (values.length === 1) return [0.5]
  if (kind === 'category') return values.map((_, i) => i / (values.length - 1))
  const at = values.map((value) => (kind === 'log' ? Math.log(value ?? 1) : (value ?? 0)))
  const [low, high] = [Math.min(...at), Math.max(...at)]
  return at.map((value) => (high > low ? (value - low) / (high - low) : 0.5))
}

/** The labels that fit side by side: both ends, then from the left each that touches no other. */
export function readableLabels(
  labels: readonly string[],
  xs: readonly number[],
  size: number,
): readonly boolean[] {
  const air = size * 0.7
  const half = labels.map((label) => textWidth(label, size, 400) / 2)
  const shown = labels.map(() => false)
  const last = labels.length - 1
  let right = Number.NEGATIVE_INFINITY
  labels.forEach((_, i) => {
    const [from, to] = [xs[i]! - half[i]!, xs[i]! + half[i]!]
    const beforeLast = i === last || to + air <= xs[last]! - half[last]!
    if (from < right + air || !beforeLast) return
    shown[i] = true
    right = to
  })
  return shown
}

export type YKind = 'loss' | 'share' | 'count'

/** A single diverging seed must not press the medians flat: the band beyond this is cut. */
const CLIP = 3
/** Nor must a value whose seeds all diverge: losses above this many times the levels leave the plot at its top. */
const FAR = 10
const LEVEL_STRETCH = 1.5
const LEAST_SPAN = 0.05
/** Training losses that vanish are drawn on the axis: the validation losses matter more. */
const DEEPEST = 1e-4

export interface YInput {
  readonly kind: YKind
  readonly log: boolean
  /** Only finite values count. */
  readonly medians: readonly number[]
  readonly ends: readonly number[]
  readonly levels: readonly number[]
}

export function yAxis({ kind, log, medians, ends, levels }: YInput, count: number): Axis {
  const known = medians.filter(Number.isFinite)
  const middle = kind === 'loss' ? withoutFar(known, levels) : known
  if (middle.length === 0) return log ? logAxis(0.1, 1, count) : linearAxis(0, 1, count)
  const top = Math.max(...middle)
  const most = top > 0 ? CLIP * top : Number.POSITIVE_INFINITY
  const values = [...middle, ...ends.filter((value) => Number.isFinite(value) && value <= most)]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (kind === 'share') {
    const near = levels.filter((level) => level >= low - (high - low) / 2 && level <= 1)
    const bottom = Math.min(low, high - LEAST_SPAN, ...near)
    const axis = linearAxis(bottom, Math.min(high, 1), count)
    const ticks = axis.ticks.filter((tick) => tick <= 1)
    return ticks.length > 1 ? { domain: [ticks[0]!, ticks.at(-1)!], ticks } : axis
  }
  const near = levels.filter((level) => level <= high * LEVEL_STRETCH)
  const above = Math.max(high, ...near)
  const positive = values.filter((value) => value > 0)
  if (log) {
    if (positive.length === 0) return logAxis(0.1, 1, count)
    const floor = Math.max(Math.min(...positive), above * DEEPEST)
    return logAxis(Math.min(floor, ...near.filter((level) => level > floor / 10)), above, count)
  }
  return linearAxis(Math.min(0, low), above, count)
}

/** The losses that are not far above the levels; where all are, the lowest. */
function withoutFar(losses: readonly number[], levels: readonly number[]): readonly number[] {
  const most = levels.length === 0 ? Number.POSITIVE_INFINITY : FAR * Math.max(...levels)
  const near = losses.filter((loss) => loss <= most)
  return near.length > 0 || losses.length === 0 ? near : [Math.min(...losses)]
}

/** The share of the height from the bottom; beyond 0 and 1 for values outside the axis. */
export function yPlace(value: number, { domain: [low, high] }: Axis, log: boolean): number {
  if (!log) return (value - low) / (high - low)
  return value > 0 ? Math.log(value / low) / Math.log(high / low) : Number.NEGATIVE_INFINITY
}
