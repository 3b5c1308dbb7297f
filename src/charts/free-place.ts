/** A place for a few words on the plot where they cover no curve. */
import type { Point } from './paths.ts'

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Pixels between two looks at a curve; less than any word is wide. */
const STRIDE = 4
const MARGIN = 2

/** Whether a polyline (x ascending) passes through the box or touches its margin. */
export function crosses(box: Box, line: readonly Point[]): boolean {
  return line.some((to, i) => {
    const from = line[i - 1] ?? to
    if (to.x < box.left || from.x > box.right) return false
    const looks = Math.max(1, Math.ceil((to.x - from.x) / STRIDE))
    return Array.from({ length: looks + 1 }, (_, k) => k / looks).some((share) => {
      const x = from.x + (to.x - from.x) * share
      const y = from.y + (to.y - from.y) * share
      return x >= box.left && x <= box.right && y >= box.top - MARGIN && y <= box.bottom + MARGIN
    })
  })
}

/** First of the places inside `bounds` that no line crosses; else the first inside; else the first. */
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
