/** Mean and variance of the numbers that generated regressions ask for. */

import { REACH } from '../data-sets/playground.ts'
import { heightOfBumps, heightOfPlane, sineCurve } from '../data-sets/regressions.ts'
import type { Truth } from './truth.ts'

/** Steps of the integral over the jitter of one coordinate. */
const STEPS = 12

/** The height at the point moved by a uniform jitter of ±6 × noise in both coordinates. */
const moved =
  (height: (x: number, y: number) => number): Truth =>
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

export const regressionTruths = {
  plane: moved(heightOfPlane),
  bumps: moved(heightOfBumps),
  sine: (noise) => (x) => ({ mean: sineCurve(x), variance: noise ** 2 }),
} satisfies Record<string, Truth>
