/** What a unit computes, over the plane or along the line of the data. */

export interface UnitMap {
  /** The side of the square grid, its rows from the top; null along a line. */
  readonly side: number | null
  /** The unit's values: every `stride`th number from `at` on. */
  readonly values: Float32Array
  readonly at: number
  readonly stride: number
  /** The value that is drawn as paper, and how far from it a value has its full colour. */
  readonly zero: number
  readonly reach: number
}

/** How many values there are. */
export const mapLength = ({ values, at, stride }: UnitMap) => Math.ceil((values.length - at) / stride)

export const mapValue = ({ values, at, stride }: UnitMap, i: number) => values[at + i * stride]!

/** A value from −1 to 1, as it is coloured. */
export const leanOf = (map: UnitMap, i: number) => (mapValue(map, i) - map.zero) / map.reach

/** The distance from `zero` within which 99 of 100 values lie: single extremes do not make all others pale. */
export function usualReach(values: Float32Array, zero: number): number {
  const distances = values.map((value) => Math.abs(value - zero)).sort()
  return distances[Math.ceil(0.99 * distances.length) - 1] || 1
}

/** Whether no value is below that of paper, as of ReLU. */
export function isOneSided(map: UnitMap): boolean {
  for (let i = 0; i < mapLength(map); i++) if (mapValue(map, i) < map.zero) return false
  return true
}
