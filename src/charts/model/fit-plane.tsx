/**
 * The decision boundary: the probability of class B everywhere on the plane, under the points that the model was fitted
 * to.
 */
import { useEffect, useMemo, useRef } from 'react'
import { useTheme } from '../kit/theme.ts'
import type { FitPlaneProps } from '../kit/types.ts'
import { useSize } from '../kit/use-size.ts'
import styles from './fit-plane.module.css'
import { contour } from './marching-squares.ts'
import { paintFit, paintPoints } from './paint-plane.ts'

export function FitPlane(props: FitPlaneProps) {
  const { grid, baseline = null, extent, train, validation, showFlipped, graded = false, label } = props
  const box = useRef<HTMLDivElement>(null)
  const fit = useRef<HTMLCanvasElement>(null)
  const points = useRef<HTMLCanvasElement>(null)
  const size = useSize(box)
  const theme = useTheme()
  const boundary = useMemo(
    () => (grid === null || graded ? [] : contour(grid.values, grid.size, 0.5)),
    [grid, graded],
  )
  const before = useMemo(() => (baseline ? contour(baseline.values, baseline.size, 0.5) : []), [baseline])
  const side = size === null ? 0 : Math.min(size.width, size.height)
  useEffect(() => {
    if (fit.current && side > 0) paintFit(fit.current, side, { grid, boundary, before }, theme)
  }, [side, grid, boundary, before, theme])
  useEffect(() => {
    if (points.current && side > 0)
      paintPoints(points.current, side, { extent, train, validation, showFlipped, graded }, theme)
  }, [side, extent, train, validation, showFlipped, graded, theme])
  const square = { width: side, height: side }
  return (
    <div ref={box} className={styles.plane}>
      <canvas ref={fit} role="img" aria-label={label} style={square} />
      <canvas ref={points} className={styles.points} aria-hidden style={square} />
    </div>
  )
}
