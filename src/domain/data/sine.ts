import type { Generator } from './generator.ts'

/** Bishop's curve before noise, x in [0, 1] (Pattern Recognition and Machine Learning, ch. 1). */
export function sineCurve(x: number): number {
  return Math.sin(2 * Math.PI * x)
}

/** The curve plus normal noise, x uniform in [0, 1). */
export const sine: Generator = (_index, noise, where, jitter) => {
  const x = where.uniform()
  return { inputs: [x], target: sineCurve(x) + noise * jitter.normal() }
}
