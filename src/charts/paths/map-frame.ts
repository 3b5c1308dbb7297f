/**
 * Where the numbers of a surface lie in its picture. Two weights have one scale, so that directions are true; the window
 * is widened to the shape of the picture. One weight is drawn over the steps, from left to right.
 */
import { type SurfaceKey, surfaceOf } from '../../domain/optimizer-paths/surfaces.ts'
import { type Axis, linearAxis } from '../kit/axis.ts'
import type { Point } from '../kit/paths.ts'
import type { Size } from '../kit/use-size.ts'

type Ends = readonly [number, number]

export interface MapFrame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly xEnds: Ends
  readonly yEnds: Ends
  readonly xTicks: readonly number[]
  readonly yTicks: readonly number[]
  /** The pixel of a pair of numbers; for one weight these are the step and the weight. */
  place(x: number, y: number): Point
  /** The numbers at a pixel. */
  at(px: number, py: number): readonly [number, number]
}

const [LEFT, BOTTOM, TOP, RIGHT] = [34, 20, 2, 2]
const TICK = { x: 60, y: 40 }

export function mapFrame(size: Size, surface: SurfaceKey, steps: number): MapFrame {
  const { dimensions, window } = surfaceOf(surface)
  if (dimensions === 1) return frameOf(size, [0, steps], window[0])
  const { width, height } = inside(size)
  return frameOf(size, ...widened(window, width / height))
}

/** What is left of a picture for the plot itself. */
const inside = ({ width, height }: Size): Size => ({
  width: Math.max(1, width - LEFT - RIGHT),
  height: Math.max(1, height - TOP - BOTTOM),
})

/** A plot from the one end to the other of each axis, with room for ticks at the left and below. */
export function frameOf(size: Size, xEnds: Ends, yEnds: Ends): MapFrame {
  const { width, height } = inside(size)
  const x = (value: number) => LEFT + ((value - xEnds[0]) / (xEnds[1] - xEnds[0])) * width
  const y = (value: number) => TOP + ((yEnds[1] - value) / (yEnds[1] - yEnds[0])) * height
  return {
    ...{ left: LEFT, top: TOP, width, height, xEnds, yEnds },
    xTicks: ticks(xEnds, width / TICK.x),
    yTicks: ticks(yEnds, height / TICK.y),
    place: (a, b) => ({ x: x(a), y: y(b) }),
    at: (px, py) => [
      xEnds[0] + ((px - LEFT) / width) * (xEnds[1] - xEnds[0]),
      yEnds[1] - ((py - TOP) / height) * (yEnds[1] - yEnds[0]),
    ],
  }
}

const ticks = ([low, high]: Ends, count: number): Axis['ticks'] =>
  linearAxis(low, high, count).ticks.filter((tick) => tick >= low && tick <= high)

/** The smallest window of an aspect ratio around the given one, with the same middle. */
function widened([xs, ys]: readonly [Ends, Ends], aspect: number): readonly [Ends, Ends] {
  const [wide, high] = [xs[1] - xs[0], ys[1] - ys[0]]
  const unit = Math.max(wide / aspect, high)
  return [around(xs, unit * aspect), around(ys, unit)]
}

function around([low, high]: Ends, span: number): Ends {
  const middle = (low + high) / 2
  return [middle - span / 2, middle + span / 2]
}
