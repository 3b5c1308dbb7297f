export type SliderScale =
  | { kind: 'linear'; min: number; max: number; step: number }
  | {
      kind: 'log'
      min: number
      max: number
      /** The scale has a true 0 at the left end, below `min`. */
      zero?: boolean
      /** The stops within a decade, ascending, each in [1, 10); 1, 2, 3, 5 by default. */
      mantissas?: readonly number[]
      /** The values are counts: every stop and every typed value is a whole number. */
      whole?: boolean
    }

export const POSITIONS = 1000
const NICE = [1, 2, 3, 5] as const
/** The distance of `min` from a true zero; half of it still snaps to zero. */
const ZERO_GAP = 60
const EPSILON = 1e-9

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
/** 0.1 * 3 is 0.30000000000000004; a label and a link want 0.3. */
const clean = (value: number) => Number(value.toPrecision(12))

export function bounds(scale: SliderScale): readonly [number, number] {
  return [scale.kind === 'log' && scale.zero ? 0 : scale.min, scale.max]
}

export function isWhole(scale: SliderScale): boolean {
  if (scale.kind === 'log') return scale.whole ?? false
  return Number.isInteger(scale.step) && Number.isInteger(scale.min)
}

/** The position of a value, 0 to 1000. A value outside the scale is at the nearer end. */
export function toPosition(scale: SliderScale, value: number): number {
  if (scale.kind === 'linear') {
    return POSITIONS * clamp((value - scale.min) / (scale.max - scale.min), 0, 1)
  }
  const left = scale.zero ? ZERO_GAP : 0
  if (value < scale.min) return left * Math.max(0, value / scale.min)
  const share = Math.log(value / scale.min) / Math.log(scale.max / scale.min)
  return left + (POSITIONS - left) * clamp(share, 0, 1)
}

/** The allowed value that is nearest to a position. */
export function toValue(scale: SliderScale, position: number): number {
  const at = clamp(position, 0, POSITIONS)
  if (scale.kind === 'linear') {
    const exact = (at / POSITIONS) * (scale.max - scale.min)
    const snapped = Math.round(exact / scale.step) * scale.step + scale.min
    return clean(clamp(snapped, scale.min, scale.max))
  }
  const away = (value: number) => Math.abs(toPosition(scale, value) - at)
  return stops(scale).reduce((best, stop) => (away(stop) < away(best) ? stop : best))
}

/** Moves by n allowed values. A value between two goes to its neighbour first; a value beyond an end stays. */
export function stepBy(scale: SliderScale, value: number, n: number): number {
  const [low, high] = bounds(scale)
  if (n === 0 || (n > 0 && value >= high) || (n < 0 && value <= low)) return value
  if (scale.kind === 'linear') {
    const at = (value - low) / scale.step
    const from = n > 0 ? Math.floor(at + EPSILON) : Math.ceil(at - EPSILON)
    return clean(clamp(low + (from + n) * scale.step, low, high))
  }
  const all = stops(scale)
  const from =
    n > 0
      ? all.findLastIndex((stop) => stop <= value * (1 + EPSILON))
      : all.findIndex((stop) => stop >= value * (1 - EPSILON))
  const start = from < 0 ? (n > 0 ? -1 : all.length) : from
  return all[clamp(start + n, 0, all.length - 1)]!
}

/** The step of Page Up and Page Down: a decade, or a tenth of the range. */
export function pageOf(scale: SliderScale): number {
  if (scale.kind === 'log') return (scale.mantissas ?? NICE).length
  return Math.max(1, Math.round((scale.max - scale.min) / scale.step / 10))
}

function stops(scale: Extract<SliderScale, { kind: 'log' }>): readonly number[] {
  const { min, max } = scale
  const all = scale.zero ? [0, min] : [min]
  for (let decade = Math.floor(Math.log10(min)); decade <= Math.log10(max); decade++) {
    for (const mantissa of scale.mantissas ?? NICE) {
      const stop = Number(`${mantissa}e${decade}`)
      const inside = stop > min * (1 + EPSILON) && stop < max * (1 - EPSILON)
      if (inside && (!scale.whole || Number.isInteger(stop))) all.push(stop)
    }
  }
  return [...all, max]
}
