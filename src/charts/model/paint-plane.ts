import { css, mix, type Rgb, tokenColour } from '../kit/theme.ts'
import type { FitPlaneProps, PlotPoint } from '../kit/types.ts'
import { joined, type Segment } from './marching-squares.ts'

/** The share of the class's colour in the paper where the model is certain. */
const CERTAIN = { light: 0.32, dark: 0.42 }

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
    paintRamp(pen, side, picture.grid, colours)
    const { size } = picture.grid
    paintBoundary(pen, side / (size - 1), picture.before, { ...BASELINE, colour: css(colours.ink2) })
    paintBoundary(pen, side / (size - 1), picture.boundary, { ...BOUNDARY, colour: css(colours.ink) })
  }
  paintPoints(pen, side, picture, colours)
}

let kept: HTMLCanvasElement | null = null

/** One buffer serves all pictures, which are drawn several times a second; each drawing overwrites it whole. */
function smallCanvas(size: number): HTMLCanvasElement {
  kept ??= document.createElement('canvas')
  if (kept.width !== size) kept.width = size
  if (kept.height !== size) kept.height = size
  return kept
}

type Colours = Readonly<Record<'paper' | 'ink' | 'ink2' | 'a' | 'b', Rgb>>

function paintRamp(
  pen: CanvasRenderingContext2D,
  side: number,
  { size, values }: NonNullable<PlanePicture['grid']>,
  colours: Colours,
): void {
  const paper = colours.paper
  const most = paper[0] < 128 ? CERTAIN.dark : CERTAIN.light
  const image = new ImageData(size, size)
  for (let i = 0; i < values.length; i++) {
    const lean = Math.max(-1, Math.min((values[i]! - 0.5) * 2, 1)) || 0
    const colour = mix(paper, lean < 0 ? colours.a : colours.b, Math.abs(lean) * most)
    image.data.set([...colour, 255], i * 4)
  }
  const small = smallCanvas(size)
  small.getContext('2d')?.putImageData(image, 0, 0)
  // Samples lie on the corners of the picture: half a cell of the small image lies outside.
  const cell = side / (size - 1)
  pen.imageSmoothingEnabled = true
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(small, -cell / 2, -cell / 2, side + cell, side + cell)
}

const BOUNDARY = { width: 1.75, dash: [] }
const BASELINE = { width: 1, dash: [4, 3] }

function paintBoundary(
  pen: CanvasRenderingContext2D,
  cell: number,
  segments: readonly Segment[],
  { width, dash, colour }: { width: number; dash: readonly number[]; colour: string },
): void {
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
