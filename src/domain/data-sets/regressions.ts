/** Numbers to predict: the two regressions of TensorFlow Playground, Bishop's sine, and a sum of few inputs out of many. */
import { generatedSet, square, vector } from './data-set.ts'
import { always, type GeneratedEntry } from './entry.ts'
import type { Generator } from './generator.ts'
import { PLAYGROUND, REACH, symmetric } from './playground.ts'
import type { Truth } from './truth.ts'

type Height = (x: number, y: number) => number

const onPlane = (generate: Generator, height: Height): GeneratedEntry => ({
  origin: 'generated',
  group: 'regression',
  reference: PLAYGROUND,
  truth: truthOfMoved(height),
  describe: always(generatedSet({ shape: vector(2), generate, noise: 'sample', extent: square(REACH) })),
})

/** Steps of the integral over the jitter of one coordinate. */
const STEPS = 12

/** The height at the point moved by a uniform jitter of ±6 × noise in both coordinates. */
const truthOfMoved =
  (height: Height): Truth =>
  (noise) => {
    if (noise === 0) return (x, y) => ({ mean: height(x, y), variance: 0 })
    const shifts = Array.from({ length: STEPS }, (_, i) => REACH * noise * ((2 * (i + 0.5)) / STEPS - 1))
    return (x, y) => {
      let [sum, squares] = [0, 0]
      for (const dx of shifts)
        for (const dy of shifts) {
          const value = height(x + dx, y + dy)
          sum += value
          squares += value ** 2
        }
      const mean = sum / STEPS ** 2
      return { mean, variance: Math.max(0, squares / STEPS ** 2 - mean ** 2) }
    }
  }

/** A tilted plane: the target rises from −1 to 1 along the diagonal. */
const plane: Generator = (_index, noise, where, jitter) => {
  const [x, y] = [symmetric(where) * REACH, symmetric(where) * REACH]
  const [judgedX, judgedY] = [x + symmetric(jitter) * REACH * noise, y + symmetric(jitter) * REACH * noise]
  return { inputs: [x, y], target: heightOfPlane(judgedX, judgedY) }
}

const heightOfPlane = (x: number, y: number) => clamped((x + y) / 10)

/** Six hills and hollows of radius 2; where two overlap, the larger counts. */
const bumps: Generator = (_index, noise, where, jitter) => {
  const [x, y] = [symmetric(where) * REACH, symmetric(where) * REACH]
  const [judgedX, judgedY] = [x + symmetric(jitter) * REACH * noise, y + symmetric(jitter) * REACH * noise]
  return { inputs: [x, y], target: heightOfBumps(judgedX, judgedY) }
}

function heightOfBumps(x: number, y: number): number {
  const heights = HILLS.map(([centreX, centreY, sign]) => {
    const distance = Math.hypot(x - centreX, y - centreY)
    return sign * Math.max(0, 1 - distance / 2)
  })
  return heights.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a))
}

const HILLS = [
  [-4, 2.5, 1],
  [0, 2.5, -1],
  [4, 2.5, 1],
  [-4, -2.5, -1],
  [0, -2.5, 1],
  [4, -2.5, -1],
] as const

const clamped = (value: number) => Math.max(-1, Math.min(1, value))

/** Bishop's curve before noise, x in [0, 1]. */
export const sineCurve = (x: number) => Math.sin(2 * Math.PI * x)

/** The curve plus normal noise, x uniform in [0, 1). */
const sine: GeneratedEntry = {
  origin: 'generated',
  group: 'plane',
  reference: {
    name: 'Bishop 2006, ch. 1',
    url: 'https://www.microsoft.com/en-us/research/publication/pattern-recognition-machine-learning/',
    citation: 'C. M. Bishop, “Pattern recognition and machine learning”, ch. 1, Springer, 2006',
  },
  truth: (noise) => (x) => ({ mean: sineCurve(x), variance: noise ** 2 }),
  describe: always(
    generatedSet({
      shape: vector(1),
      noise: 'target',
      trueCurve: sineCurve,
      generate(_index, noise, where, jitter) {
        const x = where.uniform()
        return { inputs: [x], target: sineCurve(x) + noise * jitter.normal() }
      },
      extent: [
        [0, 1],
        [-2, 2],
      ],
    }),
  ),
}

/** A hundred inputs of which five matter, spread among the rest. */
const SPARSE_INPUTS = 100
export const TRUE_WEIGHTS: ReadonlyMap<number, number> = new Map([
  [10, 2],
  [30, -1.5],
  [50, 1],
  [70, -1],
  [90, 1.5],
])

/** y = w·x plus normal noise, every input standard normal. */
const sparseLinear: GeneratedEntry = {
  origin: 'generated',
  group: 'regression',
  reference: {
    name: 'Tibshirani 1996',
    url: 'https://doi.org/10.1111/j.2517-6161.1996.tb02080.x',
    citation:
      'R. Tibshirani, “Regression shrinkage and selection via the lasso”, Journal of the Royal Statistical Society B 58(1), 267–288, 1996',
  },
  truth: null,
  describe: always(
    generatedSet({
      shape: vector(SPARSE_INPUTS),
      noise: 'target',
      trueWeights: TRUE_WEIGHTS,
      generate(_index, noise, where, jitter) {
        const inputs = Array.from({ length: SPARSE_INPUTS }, () => where.normal())
        let target = noise * jitter.normal()
        for (const [i, weight] of TRUE_WEIGHTS) target += weight * inputs[i]!
        return { inputs, target }
      },
    }),
  ),
}

export const regressions = {
  plane: onPlane(plane, heightOfPlane),
  bumps: onPlane(bumps, heightOfBumps),
  sine,
  'sparse-linear': sparseLinear,
}
