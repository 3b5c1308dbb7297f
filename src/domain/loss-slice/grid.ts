/** The places at which a slice of the loss is computed: from coarse to fine, so that a picture is there soon. */
import type { Experiment } from '../experiment/experiment.ts'
import { multiplications } from '../network/network.ts'

/** Places along each side. */
export const SLICE_SIZE = 33
/** The distances between the places of each round, in places of the finest. */
export const SLICE_STEPS = [8, 4, 2, 1] as const

/** From and to, along the first and the second direction. */
export type SliceExtent = readonly [readonly [number, number], readonly [number, number]]

/** Operations that a place may take, and that a worker may be asked for at a time. */
const [PLACE, CHUNK] = [1e8, 2e9]
const FEWEST_SAMPLES = 32

/** How many of the first training samples a slice is of: as many as keep it quick, or all. */
export function sliceSamples(experiment: Experiment): number {
  const most = Math.floor(PLACE / (2 * multiplications(experiment)))
  return Math.min(experiment.data.train, Math.max(FEWEST_SAMPLES, most))
}

/** How many places a worker is asked for at a time. */
export function placesAtOnce(experiment: Experiment): number {
  return Math.max(1, Math.floor(CHUNK / (2 * multiplications(experiment) * sliceSamples(experiment))))
}

/** The indices, row by row from the top, that a round adds to those before it. */
export function roundOf(step: number): number[] {
  const indices: number[] = []
  const known = step === SLICE_STEPS[0] ? Number.POSITIVE_INFINITY : 2 * step
  for (let row = 0; row < SLICE_SIZE; row += step)
    for (let column = 0; column < SLICE_SIZE; column += step)
      if (row % known !== 0 || column % known !== 0 || known === Number.POSITIVE_INFINITY)
        indices.push(row * SLICE_SIZE + column)
  return indices
}

/** Where a place lies: the first row is the largest along the second direction. */
export function placeOfIndex(index: number, [[x0, x1], [y0, y1]]: SliceExtent): readonly [number, number] {
  const [row, column] = [Math.floor(index / SLICE_SIZE), index % SLICE_SIZE]
  const share = (at: number) => at / (SLICE_SIZE - 1)
  return [x0 + share(column) * (x1 - x0), y1 - share(row) * (y1 - y0)]
}

/** A square around all places with room at its edges. */
export function extentAround(places: readonly (readonly [number, number])[]): SliceExtent {
  const ends = (axis: 0 | 1) => {
    const values = places.map((place) => place[axis])
    return [Math.min(...values), Math.max(...values)] as const
  }
  const [[x0, x1], [y0, y1]] = [ends(0), ends(1)]
  const half = 0.75 * Math.max(x1 - x0, y1 - y0) || 1
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return [
    [x - half, x + half],
    [y - half, y + half],
  ]
}
