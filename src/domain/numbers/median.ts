/** The median of ascending values, of which there must be at least one. */
export function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1]!, sorted[Math.floor(middle)]!]
  return low === high ? low : (low + high) / 2
}

/** NaN of no values. Gaps (NaN) do not count. */
export function median(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.length === 0 ? Number.NaN : medianOf(known.sort((a, b) => a - b))
}

/** Each value's median with `reach` neighbours on both sides, as far as there are any. */
export function runningMedian(values: readonly number[], reach: number): number[] {
  return values.map((_, i) => median(values.slice(Math.max(0, i - reach), i + reach + 1)))
}
