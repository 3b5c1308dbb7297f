/** Finds a place on the plot where a few words cover no curve, or as little as possible of the curves. */
import type { Point } from './paths.ts'

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

type Line = readonly Point[]

/** Half the width of a curve, and a pixel of air. */
const MARGIN = 2

/** How many pixels of a polyline (x ascending) lie in the box or its margin. */
export function covered(box: Box, line: Line): number {
  // Many curves are examined at every place, so each is examined only where it can meet the box.
  let length = 0
  for (let i = Math.max(1, firstFrom(line, box.left)); i < line.length; i++) {
    const from = line[i - 1]!
    if (from.x > box.right) break
    length += coveredSegment(box, from, line[i]!)
  }
  return length
}

/** The length of the segment inside; a tenth of a pixel where it only touches the margin. */
function coveredSegment({ left, right, top, bottom }: Box, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const across = shareInside(from.x, dx, left, right)
  const up = shareInside(from.y, dy, top - MARGIN, bottom + MARGIN)
  if (across === null || up === null) return 0
  const inside = Math.min(across[1], up[1]) - Math.max(across[0], up[0])
  return inside < 0 ? 0 : Math.max(0.1, inside * Math.hypot(dx, dy))
}

/** From where to where on its way a number that goes from `start` by `by` is within the bounds; null if it never is. */
function shareInside(start: number, by: number, low: number, high: number): readonly [number, number] | null {
  if (by === 0) return start >= low && start <= high ? [0, 1] : null
  const ends = [(low - start) / by, (high - start) / by] as const
  const [from, to] = [Math.max(0, Math.min(...ends)), Math.min(1, Math.max(...ends))]
  return from <= to ? [from, to] : null
}

/** Whether a polyline (x ascending) passes through the box or touches its margin. */
export function crosses(box: Box, line: Line): boolean {
  return covered(box, line) > 0
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** The index of the first point at x or right of it. */
function firstFrom(line: Line, x: number): number {
  let low = 0
  let high = line.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (line[middle]!.x < x) low = middle + 1
    else high = middle
  }
  return low
}

export function isInside(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  )
}

/** The first of the places inside `bounds` that no line crosses; else the one that covers least; else the first of all. */
export function freePlace<B extends Box>(
  places: readonly [B, ...B[]],
  lines: readonly Line[],
  bounds: Box,
): B {
  const inside = places.filter((box) => isInside(box, bounds))
  return (
    inside.find((box) => !lines.some((line) => crosses(box, line))) ??
    leastCovering(inside, lines) ??
    places[0]
  )
}

/** The first of the places that cover least of the lines. */
export function leastCovering<B extends Box>(places: readonly B[], lines: readonly Line[]): B | null {
  let least = Number.POSITIVE_INFINITY
  let found: B | null = null
  for (const box of places) {
    const length = lines.reduce((sum, line) => sum + covered(box, line), 0)
    if (length >= least) continue
    least = length
    found = box
  }
  return found
}
