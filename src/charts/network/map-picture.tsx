/** A unit's map as a picture: colours over a plane, or a curve along a line. */
import { useEffect, useRef } from 'react'
import { css, tokenColour, useTheme } from '../kit/theme.ts'
import { contour } from '../model/marching-squares.ts'
import { paintContour } from '../model/paint-plane.ts'
import { paintRamp, type Ramp, rampColour, rampOf } from '../model/ramp.ts'
import styles from './network.module.css'
import { isOneSided, leanOf, mapLength, mapValue, type UnitMap } from './unit-map.ts'

interface Props {
  readonly map: UnitMap
  readonly side: number
  /** Whether a line is drawn where the value is that of paper. */
  readonly line?: boolean
  /** Without a label the picture is decoration of what names it. */
  readonly label?: string
}

export function MapPicture({ map, side, line = false, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  useEffect(() => {
    if (canvas.current) paintMap(canvas.current, side, map, line, theme)
  }, [map, side, line, theme])
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return <canvas ref={canvas} className={styles.map} style={{ width: side, height: side }} {...named} />
}

function paintMap(canvas: HTMLCanvasElement, side: number, map: UnitMap, line: boolean, theme: number) {
  const ratio = window.devicePixelRatio || 1
  const pixels = Math.round(side * ratio)
  if (canvas.width !== pixels) canvas.width = pixels
  if (canvas.height !== pixels) canvas.height = pixels
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.resetTransform()
  pen.scale(canvas.width / side, canvas.width / side)
  const host = canvas.parentElement ?? document.body
  const ramp = rampOf(host, theme)
  const ink = css(tokenColour(host, '--ink', theme))
  if (map.side === null) return paintCurve(pen, side, map, ramp, ink)
  paintRamp(pen, side, map.side, (i) => leanOf(map, i), ramp)
  if (!line || isOneSided(map)) return
  const values = Float32Array.from({ length: mapLength(map) }, (_, i) => mapValue(map, i))
  paintContour(pen, side, map.side, contour(values, map.side, map.zero), ink)
}

/** Height and colour are the same value; the middle of the picture is the value of paper. */
function paintCurve(pen: CanvasRenderingContext2D, side: number, map: UnitMap, ramp: Ramp, ink: string) {
  const count = mapLength(map)
  const [middle, height] = [side / 2, side / 2 - 2]
  const curve = new Path2D()
  for (let i = 0; i < count; i++)
    curve.lineTo((side * i) / (count - 1), middle - Math.max(-1, Math.min(leanOf(map, i), 1)) * height)
  const area = new Path2D(curve)
  area.lineTo(side, middle)
  area.lineTo(0, middle)
  pen.fillStyle = pixelCss(rampColour(ramp, 0))
  pen.fillRect(0, 0, side, side)
  for (const [lean, top] of [
    [1, 0],
    [-1, middle],
  ] as const) {
    pen.save()
    pen.beginPath()
    pen.rect(0, top, side, middle)
    pen.clip()
    pen.fillStyle = pixelCss(rampColour(ramp, lean))
    pen.fill(area)
    pen.restore()
  }
  pen.lineWidth = side < 100 ? 1.25 : 1.75
  pen.strokeStyle = ink
  pen.stroke(curve)
}

/** Pixels lie in memory as bytes from the lowest: red first. */
const pixelCss = (pixel: number) => `rgb(${pixel & 255} ${(pixel >> 8) & 255} ${(pixel >> 16) & 255})`
