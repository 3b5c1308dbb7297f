/** How the numbers of a strip are spread. */
export interface Spread {
  readonly mean: number
  readonly least: number
  readonly most: number
  /** The share that is exactly 0. */
  readonly zero: number
}

/** Of every `stride`th number from `at` on, `count` of them. */
export function spreadOf(numbers: Float32Array, at = 0, stride = 1, count = numbers.length): Spread {
  let [sum, zeros, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < count; i++) {
    const value = numbers[at + i * stride]!
    sum += value
    if (value === 0) zeros++
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return { mean: sum / count, least, most, zero: zeros / count }
}
