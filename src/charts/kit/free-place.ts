/** Finds a place on the plot where a few words cover no curve. */
import type { Point } from './paths.ts'

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The distance in pixels at which a curve is examined; it is less than the width of any word. */
const STRIDE = 4
const MARGIN = 2

/** Whether a polyline (x ascending) passes through the box or touches its margin. */
export function crosses({ left, right, top, bottom }: Box, line: readonly Point[]): boolean {
  // Many curves are examined at every place, so each is examined only where it can meet the box.
  for (let i = firstFrom(line, left); i < line.length; i++) {
    const to = line[i]!
    const from = line[i - 1] ?? to
    if (from.x > right) return false
    const looks = Math.max(1, Math.ceil((to.x - from.x) / STRIDE))
    for (let k = 0; k <= looks; k++) {
      const x = from.x + ((to.x - from.x) * k) / looks
      const y = from.y + ((to.y - from.y) * k) / looks
      if (x >= left && x <= right && y >= top - MARGIN && y <= bottom + MARGIN) return true
    }
  }
  return false
}

/** The index of the first point at x or right of it. */
function firstFrom(line: readonly Point[], x: number): number {
  let low = 0
  let high = line.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (line[middle]!.x < x) low = middle + 1
    else high = middle
  }
  return low
}

/** The first of the places inside `bounds` that no line crosses; else the first inside; else the first. */
export function freePlace<B extends Box>(
  places: readonly [B, ...B[]],
  lines: readonly (readonly Point[])[],
  bounds: Box,
): B {
  const inside = places.filter(
    (box) =>
      box.left >= bounds.left &&
      box.right <= bounds.right &&
      box.top >= bounds.top &&
      box.bottom <= bounds.bottom,
  )
  return inside.find((box) => !lines.some((line) => crosses(box, line))) ?? inside[0] ?? places[0]
}
