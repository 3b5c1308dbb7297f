/**
 * What generated data make true: at each place, the mean and the variance that the target has there. Of two classes the
 * mean is the chance of class B, and a label's variance around it is p (1 − p), its Brier score if p itself is
 * predicted. No model can have a smaller squared error than the variance.
 */
import type { GeneratedKey } from '../data-sets/catalogue.ts'
import { type Chance, planeChances } from './plane-chances.ts'
import { regressionTruths } from './regression-truths.ts'

export interface Moments {
  readonly mean: number
  readonly variance: number
}

/** Moments of the target at an input, for a `data.noise`. Only the first two inputs are looked at. */
export type Truth = (noise: number) => (x: number, y: number) => Moments

/** null of sets that no line or plane shows. */
export const TRUTHS: Record<GeneratedKey, Truth | null> = {
  circle: ofClasses(planeChances.circle),
  xor: ofClasses(planeChances.xor),
  gauss: ofClasses(planeChances.gauss),
  spiral: ofClasses(planeChances.spiral),
  moons: ofClasses(planeChances.moons),
  ...regressionTruths,
  'sparse-linear': null,
  'first-token': null,
  adding: null,
}

function ofClasses(chance: Chance): Truth {
  return (noise) => {
    const at = chance(noise)
    return (x, y) => {
      const mean = at(x, y)
      return { mean, variance: mean * (1 - mean) }
    }
  }
}
