/** Scales of sliders that panels share. */
import type { SliderScale } from '../kit/slider-scale.ts'

/** Factors of penalties, with 0 at the left end. */
export const penaltyScale: SliderScale = { kind: 'log', min: 1e-5, max: 1, zero: true }

/** Round whole numbers. */
export const wholeScale = (min: number, max: number): SliderScale => ({
  kind: 'log',
  min,
  max,
  whole: true,
  mantissas: [1, 1.5, 2, 3, 4, 5, 6, 8],
})
