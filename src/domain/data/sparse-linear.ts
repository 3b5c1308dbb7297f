import type { Generator } from './generator.ts'

/** A hundred inputs of which five matter, spread among the rest. */
export const INPUTS = 100
export const TRUE_WEIGHTS: ReadonlyMap<number, number> = new Map([
  [10, 2],
  [30, -1.5],
  [50, 1],
  [70, -1],
  [90, 1.5],
])

/** y = w·x plus normal noise, every input standard normal. */
export const sparseLinear: Generator = (_index, noise, where, jitter) => {
  const inputs = Array.from({ length: INPUTS }, () => where.normal())
  let target = noise * jitter.normal()
  for (const [i, weight] of TRUE_WEIGHTS) target += weight * inputs[i]!
  return { inputs, target }
}
