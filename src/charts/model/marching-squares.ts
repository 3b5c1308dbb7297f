/**
 * The lines along which a square grid of values crosses a level, as segments in grid coordinates (marching squares).
 */

export type Segment = readonly [x1: number, y1: number, x2: number, y2: number]

/**
 * `values` are samples at whole coordinates (x, y), row by row. Crossings are interpolated along the edges of each
 * cell; in a saddle the mean of the cell decides which corners belong together. Cells with a NaN have no line.
 */
export function contour(values: Float32Array, size: number, level: number): readonly Segment[] {
  const segments: Segment[] = []
  for (let y = 0; y + 1 < size; y++) {
    for (let x = 0; x + 1 < size; x++) cell(values, size, level, x, y, segments)
  }
  return segments
}

function cell(values: Float32Array, size: number, level: number, x: number, y: number, out: Segment[]): void {
  const a = values[y * size + x]! - level
  const b = values[y * size + x + 1]! - level
  const c = values[(y + 1) * size + x + 1]! - level
  const d = values[(y + 1) * size + x]! - level
  const above = Number(a > 0) + Number(b > 0) + Number(c > 0) + Number(d > 0)
  if (above === 0 || above === 4 || Number.isNaN(a + b + c + d)) return
  // The crossings of the four edges, clockwise from the top one.
  const crossings: (readonly [number, number])[] = []
  if (a > 0 !== b > 0) crossings.push([x + share(a, b), y])
  if (b > 0 !== c > 0) crossings.push([x + 1, y + share(b, c)])
  if (c > 0 !== d > 0) crossings.push([x + share(d, c), y + 1])
  if (d > 0 !== a > 0) crossings.push([x, y + share(a, d)])
  const [p, q, r, s] = crossings
  if (p === undefined || q === undefined) return
  if (r === undefined || s === undefined) {
    out.push([...p, ...q])
    return
  }
  // In a saddle the lines cut off the corners (b, d) or (a, c), whichever differ from the middle.
  const cutsBD = a + b + c + d > 0 === a > 0
  if (cutsBD) out.push([...p, ...q], [...r, ...s])
  else out.push([...p, ...s], [...q, ...r])
}

/** The segments as lines of points, each as long as it goes: a dash pattern then runs along a whole line. */
export function joined(segments: readonly Segment[]): readonly (readonly (readonly [number, number])[])[] {
  const at = new Map<string, Segment[]>()
  for (const segment of segments)
    for (const key of keysOf(segment)) at.set(key, [...(at.get(key) ?? []), segment])
  const used = new Set<Segment>()
  const lines: (readonly [number, number])[][] = []
  const isEnd = (segment: Segment) => keysOf(segment).some((key) => at.get(key)!.length === 1)
  // Lines that end somewhere begin at an end; what is left goes round in circles.
  for (const first of [...segments.filter(isEnd), ...segments]) {
    if (used.has(first)) continue
    used.add(first)
    const [one, other] = keysOf(first)
    const backwards = at.get(one)!.length > 1 && at.get(other)!.length === 1
    const [x1, y1, x2, y2] = first
    const line: (readonly [number, number])[] = backwards
      ? [
          [x2, y2],
          [x1, y1],
        ]
      : [
          [x1, y1],
          [x2, y2],
        ]
    for (;;) {
      const [x, y] = line.at(-1)!
      const next = at.get(`${x} ${y}`)!.find((segment) => !used.has(segment))
      if (next === undefined) break
      used.add(next)
      line.push(next[0] === x && next[1] === y ? [next[2], next[3]] : [next[0], next[1]])
    }
    lines.push(line)
  }
  return lines
}

const keysOf = ([x1, y1, x2, y2]: Segment) => [`${x1} ${y1}`, `${x2} ${y2}`] as const

function share(from: number, to: number): number {
  return from / (from - to)
}
