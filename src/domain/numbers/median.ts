type Values = ArrayLike<number>

/** The median of ascending values, of which there must be at least one. */
export function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  return mean(sorted[Math.ceil(middle) - 1]!, sorted[Math.floor(middle)]!)
}

/** NaN of no values. Gaps (NaN) do not count. */
export function median(values: Values): number {
  const known = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) known[count++] = values[i]!
  return count === 0 ? Number.NaN : middleOf(known, count)
}

/** Each value's median with `reach` neighbours on both sides, as far as there are any. Meant for few neighbours. */
export function runningMedian(values: Values, reach: number): Float64Array {
  const window = new Float64Array(2 * reach + 1)
  const medians = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) {
    let count = 0
    for (let j = Math.max(0, i - reach); j <= Math.min(values.length - 1, i + reach); j++) {
      const value = values[j]!
      if (Number.isNaN(value)) continue
      let at = count++
      for (; at > 0 && window[at - 1]! > value; at--) window[at] = window[at - 1]!
      window[at] = value
    }
    medians[i] = count === 0 ? Number.NaN : mean(window[Math.ceil(count / 2) - 1]!, window[count >> 1]!)
  }
  return medians
}

const mean = (low: number, high: number) => (low === high ? low : (low + high) / 2)

/** Of the first `count` numbers, whose order it changes. Hoare's quickselect: a long run is read between two pictures. */
function middleOf(numbers: Float64Array, count: number): number {
  const upper = count >> 1
  let [from, to] = [0, count - 1]
  while (from < to) {
    const pivot = numbers[(from + to) >> 1]!
    let [i, j] = [from, to]
    while (i <= j) {
      while (numbers[i]! < pivot) i++
      while (numbers[j]! > pivot) j--
      if (i > j) break
      const held = numbers[i]!
      numbers[i++] = numbers[j]!
      numbers[j--] = held
    }
    if (upper <= j) to = j
    else if (upper >= i) from = i
    else break
  }
  const high = numbers[upper]!
  if (count % 2 === 1) return high
  let low = Number.NEGATIVE_INFINITY
  for (let i = 0; i < upper; i++) if (numbers[i]! > low) low = numbers[i]!
  return mean(low, high)
}
