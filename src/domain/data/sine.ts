import type { Generator } from './generator.ts'

/** Bishop's curve: y = sin 2πx + normal noise, x uniform in [0, 1) (Pattern Recognition and Machine Learning, ch. 1). */
export const sine: Generator = (_index, noise, where, jitter) => {
  const x = where.uniform()
  return { inputs: [x], target: Math.sin(2 * Math.PI * x) + noise * jitter.normal() }
}
