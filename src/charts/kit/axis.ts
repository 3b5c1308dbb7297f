/** Axes with steps between round ends: the ends of a value axis always have a tick. */

export interface Axis {
  readonly domain: readonly [number, number]
  readonly ticks: readonly number[]
}

/** The smallest 1, 2 or 5 × 10ᵏ that is at least `least`. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 5].find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10
  return clean(factor * power)
}

/** The ticks of a linear axis around [low, high], about `count` steps of a round size. */
export function linearAxis(low: number, high: number, count: number): Axis {
  const span = high - low > 0 ? high - low : Math.abs(high) || 1
  const step = niceStep(span / Math.max(count, 1))
  const first = Math.floor(low / step + 1e-9)
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1)
  return axis(Array.from({ length: last - first + 1 }, (_, i) => clean((first + i) * step)))
}

/** The steps in which the end of a growing axis moves on: at most a tenth of the plot stays empty. */
const END_STEPS = 20

/**
 * An axis from 0 to a round end close to `until`, however few ticks fit: the last tick may lie before the end. The end
 * is a whole number, and at least five, where the step is one epoch or more.
 */
export function axisFromZero(until: number, count: number, step = 1): Axis {
  const whole = step >= 1
  const least = whole ? Math.max(until, 5) : until || 1
  const stepOf = (size: number) => (whole ? Math.max(1, niceStep(size)) : niceStep(size))
  const stretch = stepOf(least / END_STEPS)
  const end = clean(Math.ceil(least / stretch - 1e-9) * stretch)
  const tick = stepOf(end / Math.max(count, 1))
  const ticks = Array.from({ length: Math.floor(end / tick + 1e-9) + 1 }, (_, i) => clean(i * tick))
  return { domain: [0, end], ticks }
}

/** The ticks of a log axis: powers of ten, or 1-2-5 steps where these give at most `count` ticks. `low` > 0. */
export function logAxis(low: number, high: number, count: number): Axis {
  const from = Math.floor(Math.log10(low) + 1e-9)
  const to = Math.max(Math.ceil(Math.log10(high) - 1e-9), from + 1)
  const decades = Array.from({ length: to - from + 1 }, (_, i) => clean(10 ** (from + i)))
  const fine = decades.flatMap((decade) => [decade, clean(decade * 2), clean(decade * 5)])
  const begin = fine.findLastIndex((tick) => tick <= low * (1 + 1e-9))
  const end = fine.findIndex((tick) => tick >= high * (1 - 1e-9))
  const ticks = fine.slice(Math.max(begin, 0), Math.max(end, begin + 1) + 1)
  if (ticks.length <= count + 1) return axis(ticks)
  const every = Math.ceil((decades.length - 1) / Math.max(count, 1))
  const offset = (decades.length - 1) % every
  const sparse = decades.filter((_, i) => i % every === offset)
  return { domain: [decades[0]!, decades.at(-1)!], ticks: sparse }
}

/**
 * A log axis of whole decades, from below `low` > 0 to above `high`. About `count` powers of ten are ticks, the largest
 * among them.
 */
export function decadeAxis(low: number, high: number, count: number): Axis {
  const from = Math.floor(Math.log10(low) + 1e-9)
  const to = Math.max(Math.ceil(Math.log10(high) - 1e-9), from + 1)
  const every = Math.max(1, Math.ceil((to - from) / Math.max(count, 1)))
  const powers: number[] = []
  for (let power = to; power >= from; power -= every) powers.unshift(power)
  return { domain: [10 ** from, 10 ** to], ticks: powers.map((power) => Number(`1e${power}`)) }
}

function axis(ticks: readonly number[]): Axis {
  return { domain: [ticks[0]!, ticks.at(-1)!], ticks }
}

/** Removes the rounding error of sums such as 3 × 0.1. */
function clean(value: number): number {
  return Number(value.toPrecision(12))
}
