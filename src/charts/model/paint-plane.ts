import { css, mix, type Rgb, tokenColour } from '../kit/theme.ts'
import type { FitPlaneProps, PlotPoint } from '../kit/types.ts'
import { joined, type Segment } from './marching-squares.ts'
import { paintRamp, rampOf } from './ramp.ts'

export interface PlanePicture extends Omit<FitPlaneProps, 'label' | 'baseline'> {
  readonly boundary: readonly Segment[]
  /** The boundary of the baseline. */
  readonly before: readonly Segment[]
}

/** `theme` is the number of the theme whose colours are used (kit/theme.ts). */
export function paintPlane(
  canvas: HTMLCanvasElement,
  side: number,
  picture: PlanePicture,
  theme: number,
): void {
  const ratio = window.devicePixelRatio || 1
  const pixels = Math.round(side * ratio)
  if (canvas.width !== pixels) canvas.width = pixels
  if (canvas.height !== pixels) canvas.height = pixels
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.resetTransform()
  const host = canvas.parentElement ?? document.body
  const colours = {
    paper: tokenColour(host, '--paper', theme),
    ink: tokenColour(host, '--ink', theme),
    ink2: tokenColour(host, '--ink2', theme),
    a: tokenColour(host, '--class-a', theme),
    b: tokenColour(host, '--class-b', theme),
  }
  pen.scale(canvas.width / side, canvas.width / side)
  pen.fillStyle = css(colours.paper)
  pen.fillRect(0, 0, side, side)
  if (picture.grid !== null) {
    const { size, values } = picture.grid
    paintRamp(pen, side, size, (i) => 2 * values[i]! - 1, rampOf(host, theme))
    paintContour(pen, side, size, picture.before, css(colours.ink2), BASELINE)
    paintContour(pen, side, size, picture.boundary, css(colours.ink))
  }
  paintPoints(pen, side, picture, colours)
}

type Colours = Readonly<Record<'paper' | 'ink' | 'ink2' | 'a' | 'b', Rgb>>

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

function paintPoints(
  pen: CanvasRenderingContext2D,
  side: number,
  picture: PlanePicture,
  colours: Colours,
): void {
  const [[x0, x1] = [0, 1], [y0, y1] = [0, 1]] = picture.extent
  const radius = side < 200 ? 2.25 : 3
  const paper = css(colours.paper)
  const draw = (points: readonly PlotPoint[], filled: boolean) => {
    for (const point of points) {
      const x = ((point.x - x0) / (x1 - x0)) * side
      const y = ((y1 - point.y) / (y1 - y0)) * side
      const square = point.target >= 0.5
      const whole = square ? colours.b : colours.a
      const colour = css(picture.graded ? mix(colours.paper, whole, shareOf(point.target)) : whole)
      pen.beginPath()
      if (square) pen.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8)
      else pen.arc(x, y, radius, 0, 2 * Math.PI)
      pen.lineWidth = filled ? 1.5 : 1.4
      pen.fillStyle = filled ? colour : paper
      pen.strokeStyle = filled ? paper : colour
      if (filled) {
        pen.stroke()
        pen.fill()
      } else {
        pen.fill()
        pen.stroke()
      }
      if (point.flipped && picture.showFlipped) {
        pen.beginPath()
        pen.arc(x, y, radius + 3.5, 0, 2 * Math.PI)
        pen.lineWidth = 1.25
        pen.strokeStyle = css(colours.ink)
        pen.stroke()
      }
    }
  }
  draw(picture.validation, false)
  draw(picture.train, true)
}

/** The share of its colour that a value has: pale in the middle of the range, but never invisible. */
const shareOf = (target: number) => Math.min(1, 0.3 + 1.4 * Math.abs(target - 0.5))
