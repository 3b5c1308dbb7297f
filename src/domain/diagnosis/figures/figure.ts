import type { Figures, Quantity, Stretch } from '../verdict.ts'

export type Figure = Figures[Quantity]

/** A number with the stretch of epochs that it is taken from; null where it was not measured, or cannot be known. */
export const figure = (value: number | null, epochs: Stretch | null = null): Figure => ({ value, epochs })

/** Of the first value that no other beats. */
export function indexOf(values: Float64Array, beats: (value: number, best: number) => boolean): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if (beats(values[i]!, values[best]!)) best = i
  return best
}
