/** A surface under the paths: how high it is everywhere in the picture, and lines of equal height. */
import { type SurfaceKey, surfaceOf } from '../../domain/optimizer-paths/surfaces.ts'
import { contour, type Segment } from '../model/marching-squares.ts'
import type { MapFrame } from './map-frame.ts'

export interface Ground {
  /** The number of samples along each side. */
  readonly size: number
  /** The height of each sample, row by row from the top, as a share: 0 the lowest there is, 1 the highest shown. */
  readonly shares: Float32Array
  /** Lines of equal height, in units of samples. */
  readonly lines: readonly (readonly Segment[])[]
}

const SIZE = 180
const LINES = 13
/** Below this share of the highest loss, heights are no longer told apart. */
const FINEST = 2e-4

/** Heights are logarithms of the distance to the lowest loss: lines then lie close where a walk is nearly over, too. */
export function groundOf(key: SurfaceKey, frame: MapFrame): Ground {
  const { left, top, width, height, at } = frame
  const surface = surfaceOf(key)
  const above = new Float64Array(SIZE * SIZE)
  let highest = 0
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      const [x, y] = at(left + (column / (SIZE - 1)) * width, top + (row / (SIZE - 1)) * height)
      const loss = surface.dimensions === 1 ? surface.loss([y], x) : surface.loss([x, y], 0)
      above[row * SIZE + column] = loss - surface.lowest
      highest = Math.max(highest, loss - surface.lowest)
    }
  }
  const ground = heightMap(above, SIZE, highest)
  return surface.movesAt === null ? ground : apartAt(ground, (surface.movesAt / frame.xEnds[1]) * (SIZE - 1))
}

/** Without the lines that would join both sides of a column at which the surface becomes another. */
function apartAt(ground: Ground, column: number): Ground {
  const cell = Math.ceil(column) - 1
  const crosses = ([x1, , x2]: Segment) => Math.min(x1, x2) >= cell && Math.max(x1, x2) <= cell + 1
  return { ...ground, lines: ground.lines.map((line) => line.filter((segment) => !crosses(segment))) }
}

/** From losses above the lowest, on a square grid. */
export function heightMap(above: ArrayLike<number>, size: number, highest: number, finest = FINEST): Ground {
  const floor = highest * finest
  const range = Math.log(highest + floor) - Math.log(floor)
  const shares = Float32Array.from(
    above,
    (height) => (Math.log(Math.max(height, 0) + floor) - Math.log(floor)) / range,
  )
  const sorted = Float32Array.from(shares).filter(Number.isFinite).sort()
  const least = sorted[0] ?? 0
  const lines = Array.from({ length: LINES }, (_, i) =>
    contour(shares, size, least + ((1 - least) * (i + 1)) / (LINES + 1)),
  )
  return { size, shares, lines }
}

/** The square of values with `times` as many steps a side, through all of them, smoothly (Catmull and Rom 1974). */
export function smoothed(values: Float64Array, size: number, times: number): Float64Array {
  const fine = (size - 1) * times + 1
  const weights = Array.from({ length: times }, (_, i) => spline(i / times))
  const at = (i: number) => Math.max(0, Math.min(i, size - 1))
  /** Between the values of a line, given by place. */
  const between = (line: (i: number) => number, place: number) => {
    const [whole, part] = [Math.floor(place / times), place % times]
    if (part === 0) return line(whole)
    return weights[part]!.reduce((sum, weight, k) => sum + weight * line(at(whole - 1 + k)), 0)
  }
  const rows = new Float64Array(size * fine)
  for (let row = 0; row < size; row++)
    for (let x = 0; x < fine; x++) rows[row * fine + x] = between((i) => values[row * size + i]!, x)
  const all = new Float64Array(fine * fine)
  for (let y = 0; y < fine; y++)
    for (let x = 0; x < fine; x++) all[y * fine + x] = between((i) => rows[i * fine + x]!, y)
  return all
}

/** What the two values on either side of a place between them count there. */
function spline(t: number): readonly [number, number, number, number] {
  return [
    (-t + 2 * t ** 2 - t ** 3) / 2,
    (2 - 5 * t ** 2 + 3 * t ** 3) / 2,
    (t + 4 * t ** 2 - 3 * t ** 3) / 2,
    (t ** 3 - t ** 2) / 2,
  ]
}
