/** What generated data make true: at each place, the mean and the variance that the target has there. */

export interface Moments {
  readonly mean: number
  /** No model can have a smaller squared error. */
  readonly variance: number
}

/** Moments of the target at an input, for a `data.noise`. Only the first two inputs are looked at. */
export type Truth = (noise: number) => (x: number, y: number) => Moments

/** For a `data.noise`: the chance of class B at a point. */
export type Chance = (noise: number) => (x: number, y: number) => number

/**
 * Of two classes the mean is the chance of class B, and a label's variance around it is p (1 − p), its Brier score if p
 * itself is predicted.
 */
export function truthOfClasses(chance: Chance): Truth {
  return (noise) => {
    const at = chance(noise)
    return (x, y) => {
      const mean = at(x, y)
      return { mean, variance: mean * (1 - mean) }
    }
  }
}
