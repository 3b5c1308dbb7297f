/** The surface and the paths on it, on a canvas. */
import { css, mix, type Rgb, tokenColour } from '../kit/theme.ts'
import { joined } from '../model/marching-squares.ts'
import type { Ground } from './ground.ts'
import type { MapFrame } from './map-frame.ts'
import { DASH, type Trail } from './trail.ts'

/** The share of the darkest paper at the highest place. */
const DARKEST = 0.62

interface Sheet {
  readonly canvas: HTMLCanvasElement
  readonly width: number
  readonly height: number
  readonly theme: number
}

/** A pen on the cleared canvas, in CSS pixels; null where there is none. */
function penOn({ canvas, width, height }: Sheet): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== wide) canvas.width = wide
  if (canvas.height !== high) canvas.height = high
  const pen = canvas.getContext('2d')
  pen?.setTransform(wide / width, 0, 0, high / height, 0, 0)
  pen?.clearRect(0, 0, width, height)
  return pen
}

export function paintGround(sheet: Sheet, frame: MapFrame, ground: Ground): void {
  const pen = penOn(sheet)
  if (pen === null) return
  const host = sheet.canvas.parentElement ?? document.body
  const colour = (token: string) => tokenColour(host, token, sheet.theme)
  const { left, top, width, height } = frame
  pen.imageSmoothingEnabled = true
  pen.imageSmoothingQuality = 'high'
  pen.save()
  pen.beginPath()
  pen.roundRect(left, top, width, height, 4)
  pen.clip()
  pen.drawImage(shaded(ground, colour('--paper'), colour('--rule')), left, top, width, height)
  pen.strokeStyle = css(mix(colour('--rule'), colour('--ctl'), 0.25))
  pen.lineWidth = 0.75
  pen.lineJoin = 'round'
  const cell = [width / (ground.size - 1), height / (ground.size - 1)] as const
  for (const segments of ground.lines) {
    pen.beginPath()
    for (const line of joined(segments))
      line.forEach(([x, y], i) => {
        pen[i === 0 ? 'moveTo' : 'lineTo'](left + x * cell[0], top + y * cell[1])
      })
    pen.stroke()
  }
  pen.restore()
}

function shaded({ size, shares }: Ground, low: Rgb, high: Rgb): HTMLCanvasElement {
  const image = new ImageData(size, size)
  shares.forEach((share, i) => {
    image.data.set([...mix(low, high, Math.min(1, share) ** 1.5 * DARKEST), 255], 4 * i)
  })
  const small = document.createElement('canvas')
  small.width = small.height = size
  small.getContext('2d')?.putImageData(image, 0, 0)
  return small
}

/** Steps closer than this are not told apart by dots, and paths of more steps have none. */
const [DOTTED, MOST_DOTTED] = [5, 120]

/** Each path up to a step; one in focus is drawn over the others, which then are pale. */
export function paintTrails(
  sheet: Sheet,
  frame: MapFrame,
  trails: readonly Trail[],
  step: number,
  focus: number | null,
): void {
  const pen = penOn(sheet)
  if (pen === null) return
  const host = sheet.canvas.parentElement ?? document.body
  pen.beginPath()
  pen.rect(frame.left, frame.top, frame.width, frame.height)
  pen.clip()
  pen.lineJoin = pen.lineCap = 'round'
  const order = trails.map((_, i) => i).sort((a, b) => Number(a === focus) - Number(b === focus))
  for (const i of order) {
    const { path, style } = trails[i]!
    const colour = css(tokenColour(host, `--run-${style.colour}`, sheet.theme))
    pen.globalAlpha = focus === null || focus === i ? 1 : 0.35
    const points = placesOf(path, frame, step)
    pen.strokeStyle = pen.fillStyle = colour
    pen.lineWidth = i === focus ? 2.5 : 1.75
    pen.setLineDash(style.dashed ? [...DASH] : [])
    pen.beginPath()
    points.forEach(({ x, y }, j) => {
      pen[j === 0 ? 'moveTo' : 'lineTo'](x, y)
    })
    pen.stroke()
    pen.setLineDash([])
    let [lastX, lastY] = [Number.NEGATIVE_INFINITY, 0]
    for (const { x, y } of path.losses.length > MOST_DOTTED ? [] : points) {
      if (Math.hypot(x - lastX, y - lastY) < DOTTED) continue
      ;[lastX, lastY] = [x, y]
      pen.beginPath()
      pen.arc(x, y, 2.1, 0, 2 * Math.PI)
      pen.fill()
    }
  }
  pen.globalAlpha = 1
}

/** Where a path has been after each step up to one, in pixels; places far outside stay where a canvas can draw them. */
export function placesOf({ points, dimensions, last }: Trail['path'], frame: MapFrame, step: number) {
  const far = 20 * (frame.width + frame.height)
  const clip = (value: number) => Math.max(-far, Math.min(value, far))
  return Array.from({ length: Math.min(step, last) + 1 }, (_, i) => {
    const { x, y } =
      dimensions === 1 ? frame.place(i, points[i]!) : frame.place(points[2 * i]!, points[2 * i + 1]!)
    return { x: clip(x), y: clip(y) }
  })
}
