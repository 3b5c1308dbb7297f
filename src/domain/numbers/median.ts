/** Of ascending values, one at least. */
export function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1]!, sorted[Math.floor(middle)]!]
  return low === high ? low : (low + high) / 2
}

/** NaN of no values. */
export function median(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : medianOf([...values].sort((a, b) => a - b))
}
