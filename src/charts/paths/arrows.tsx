/**
 * What moves a path at a step: downhill, against the gradient, and the step that it made last. Directions are those of the
 * picture. Each arrow is as long as the root of its size, compared with the largest of its kind on the path.
 */
import type { MapFrame } from './map-frame.ts'
import { placesOf } from './paint-map.ts'
import styles from './surface-map.module.css'
import type { Trail } from './trail.ts'

const LONGEST = 64
const SHORTEST = 12

interface Vector {
  readonly x: number
  readonly y: number
}

/** The two arrows at a step, in pixels; null where there is nothing to point to. */
function arrowsAt({ path }: Trail, frame: MapFrame, step: number) {
  const { dimensions, points, gradients } = path
  const at = Math.min(step, path.last)
  const row = (values: Float64Array, i: number) =>
    Array.from(values.subarray(i * dimensions, (i + 1) * dimensions))
  const inPicture = (vector: readonly number[]): Vector => {
    const [x, y] = dimensions === 1 ? [0, vector[0]!] : [vector[0]!, vector[1]!]
    const [from, to] = [frame.place(0, 0), frame.place(x, y)]
    return { x: to.x - from.x, y: to.y - from.y }
  }
  const downhill = (i: number) => inPicture(row(gradients, i).map((slope) => -slope))
  const moved = (i: number) =>
    inPicture(row(points, i).map((weight, j) => (i === 0 ? 0 : weight - points[(i - 1) * dimensions + j]!)))
  return { downhill: scaled(downhill, at, path.last), moved: scaled(moved, at, path.last) }
}

function scaled(of: (step: number) => Vector, step: number, last: number): Vector | null {
  const size = ({ x, y }: Vector) => Math.hypot(x, y)
  const here = of(step)
  let largest = 0
  for (let i = 0; i <= last; i++) largest = Math.max(largest, size(of(i)))
  if (size(here) === 0 || !Number.isFinite(largest)) return null
  const length = Math.max(SHORTEST, LONGEST * Math.sqrt(size(here) / largest))
  return { x: (here.x / size(here)) * length, y: (here.y / size(here)) * length }
}

interface Props {
  readonly trail: Trail
  readonly frame: MapFrame
  readonly step: number
}

export function Arrows({ trail, frame, step }: Props) {
  const from = placesOf(trail.path, frame, step).at(-1)!
  const { downhill, moved } = arrowsAt(trail, frame, step)
  return (
    <>
      {downhill && <Arrow kind="downhill" from={from} by={downhill} />}
      {moved && <Arrow kind="moved" from={from} by={moved} />}
    </>
  )
}

const POINT = 7

export function Arrow({
  kind,
  from,
  by,
}: {
  readonly kind: 'downhill' | 'moved'
  readonly from: Vector
  readonly by: Vector
}) {
  const length = Math.hypot(by.x, by.y)
  const [ux, uy] = [by.x / length, by.y / length]
  const tip = { x: from.x + by.x, y: from.y + by.y }
  const neck = { x: tip.x - ux * POINT, y: tip.y - uy * POINT }
  const side = { x: -uy * POINT * 0.55, y: ux * POINT * 0.55 }
  return (
    <g className={styles.arrow} data-kind={kind}>
      <path className={styles.shaft} d={`M${from.x} ${from.y}L${neck.x} ${neck.y}`} />
      <path
        className={styles.point}
        d={`M${tip.x} ${tip.y}L${neck.x + side.x} ${neck.y + side.y}L${neck.x - side.x} ${neck.y - side.y}Z`}
      />
    </g>
  )
}
