/** From points to SVG paths; a null is a gap. */

export interface Point {
  readonly x: number
  readonly y: number
}

export function linePath(points: readonly (Point | null)[]): string {
  let pen = 'M'
  let path = ''
  for (const point of points) {
    if (point === null) {
      pen = 'M'
      continue
    }
    path += `${pen}${short(point.x)} ${short(point.y)}`
    pen = 'L'
  }
  return path
}

/** Circles around points; what is no number has none. */
export function dotsPath(points: readonly Point[], radius: number): string {
  const round = `a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`
  return points
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    .map(({ x, y }) => `M${short(x - radius)} ${short(y)}${round}`)
    .join('')
}

export interface Bar {
  readonly left: number
  readonly width: number
  readonly height: number
}

/** The bars of a histogram as one shape, on a common base; those without a height are left out. */
export function barsPath(bars: readonly Bar[], base: number): string {
  return bars
    .filter(({ height }) => height > 0)
    .map(({ left, width, height }) => {
      const [wide, high] = [short(width), short(height)]
      return `M${short(left)} ${short(base)}v${-high}h${wide}v${high}Z`
    })
    .join('')
}

export interface Span {
  readonly x: number
  readonly from: number
  readonly to: number
}

/** The area between two lines, one closed shape for each unbroken stretch. */
export function bandPath(spans: readonly (Span | null)[]): string {
  const shapes: Span[][] = [[]]
  for (const span of spans) {
    if (span === null) shapes.push([])
    else shapes.at(-1)?.push(span)
  }
  return shapes
    .filter((shape) => shape.length > 1)
    .map((shape) => {
      const there = shape.map(({ x, from }) => ({ x, y: from }))
      const back = shape.map(({ x, to }) => ({ x, y: to })).reverse()
      return `${linePath([...there, ...back])}Z`
    })
    .join('')
}

/** Rounds to a tenth of a pixel, as fine as a screen shows. */
function short(value: number): number {
  return Math.round(value * 10) / 10
}
