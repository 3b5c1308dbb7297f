import { css, mix, tokenColour } from '../kit/theme.ts'
import type { FitPlaneProps, PlotPoint } from '../kit/types.ts'
import { joined, type Segment } from './marching-squares.ts'
import { paintRamp, rampOf } from './ramp.ts'

/** What a model makes of the plane. */
export interface Fit {
  readonly grid: FitPlaneProps['grid']
  readonly boundary: readonly Segment[]
  /** The boundary of the baseline. */
  readonly before: readonly Segment[]
}

/**
 * Makes the canvas a square of `side`, as fine as the screen shows it, and empties it. Lengths are those of the page from
 * here on, which may be enlarged as a whole.
 */
function penFor(canvas: HTMLCanvasElement, side: number): CanvasRenderingContext2D | null {
  const shown = canvas.getBoundingClientRect().width || side
  const pixels = Math.round(shown * (window.devicePixelRatio || 1))
  if (canvas.width !== pixels) canvas.width = pixels
  if (canvas.height !== pixels) canvas.height = pixels
  const pen = canvas.getContext('2d')
  pen?.resetTransform()
  pen?.scale(canvas.width / side, canvas.width / side)
  pen?.clearRect(0, 0, side, side)
  return pen
}

/** `theme` is the number of the theme whose colours are used (kit/theme.ts). */
export function paintFit(
  canvas: HTMLCanvasElement,
  side: number,
  { grid, boundary, before }: Fit,
  theme: number,
): void {
  const pen = penFor(canvas, side)
  if (pen === null) return
  const host = canvas.parentElement ?? document.body
  const colour = (token: string) => css(tokenColour(host, token, theme))
  pen.fillStyle = colour('--paper')
  pen.fillRect(0, 0, side, side)
  if (grid === null) return
  const { size, values } = grid
  paintRamp(pen, side, size, (i) => 2 * values[i]! - 1, rampOf(host, theme))
  paintContour(pen, side, size, before, colour('--ink2'), BASELINE)
  paintContour(pen, side, size, boundary, colour('--ink'))
}

const BOUNDARY = { width: 1.75, dash: [] }
const BASELINE = { width: 1, dash: [4, 3] }

/** Draws the segments of a line through a square grid of so many places a side over a square of the canvas. */
export function paintContour(
  pen: CanvasRenderingContext2D,
  side: number,
  size: number,
  segments: readonly Segment[],
  colour: string,
  { width, dash }: { readonly width: number; readonly dash: readonly number[] } = BOUNDARY,
): void {
  const cell = side / (size - 1)
  pen.beginPath()
  for (const [first, ...others] of joined(segments)) {
    pen.moveTo(first![0] * cell, first![1] * cell)
    for (const [x, y] of others) pen.lineTo(x * cell, y * cell)
  }
  pen.lineWidth = width
  pen.lineJoin = pen.lineCap = 'round'
  pen.strokeStyle = colour
  pen.setLineDash([...dash])
  pen.stroke()
  pen.setLineDash([])
}

export type Points = Pick<FitPlaneProps, 'extent' | 'train' | 'validation' | 'showFlipped' | 'graded'>

/** The points alone, on a canvas that lies over the fit: they stay as they are while a model is trained. */
export function paintPoints(canvas: HTMLCanvasElement, side: number, points: Points, theme: number): void {
  const pen = penFor(canvas, side)
  if (pen === null) return
  const host = canvas.parentElement ?? document.body
  const colour = (token: string) => tokenColour(host, token, theme)
  const [paper, ink, a, b] = [
    colour('--paper'),
    css(colour('--ink')),
    colour('--class-a'),
    colour('--class-b'),
  ]
  const ground = css(paper)
  const [[x0, x1] = [0, 1], [y0, y1] = [0, 1]] = points.extent
  const radius = side < 200 ? 2.25 : 3
  const draw = (part: readonly PlotPoint[], filled: boolean) => {
    for (const point of part) {
      const x = ((point.x - x0) / (x1 - x0)) * side
      const y = ((y1 - point.y) / (y1 - y0)) * side
      const square = point.target >= 0.5
      const whole = square ? b : a
      const own = css(points.graded ? mix(paper, whole, shareOf(point.target)) : whole)
      pen.beginPath()
      if (square) pen.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8)
      else pen.arc(x, y, radius, 0, 2 * Math.PI)
      pen.lineWidth = filled ? 1.5 : 1.4
      pen.fillStyle = filled ? own : ground
      pen.strokeStyle = filled ? ground : own
      if (filled) {
        pen.stroke()
        pen.fill()
      } else {
        pen.fill()
        pen.stroke()
      }
      if (point.flipped && points.showFlipped) {
        pen.beginPath()
        pen.arc(x, y, radius + 3.5, 0, 2 * Math.PI)
        pen.lineWidth = 1.25
        pen.strokeStyle = ink
        pen.stroke()
      }
    }
  }
  draw(points.validation, false)
  draw(points.train, true)
}

/** The share of its colour that a value has: pale in the middle of the range, but never invisible. */
const shareOf = (target: number) => Math.min(1, 0.3 + 1.4 * Math.abs(target - 0.5))
