/** What words on the plot should not cover: the curves, and the rules at the best and the last epoch. */
import { isGrey } from './colour.ts'
import type { Frame } from './frame.ts'
import type { Point } from './paths.ts'
import { placeOf, type Series } from './series.ts'

const BOTH = ['train', 'validation'] as const
const GREY = ['validation'] as const
/** Distance between the points that stand for a rule; less than a line of text is high. */
const STRIDE = 6

export function drawnCurves(frame: Frame, series: readonly Series[]): Point[][] {
  return series.flatMap((of) =>
    (isGrey(of.run) ? GREY : BOTH).map((part) =>
      of.points.flatMap((point) => {
        const drawn = point[part]
        return drawn === null ? [] : [{ x: frame.x(point.x), y: frame.y(drawn) }]
      }),
    ),
  )
}

export function drawnRules(frame: Frame): Point[][] {
  const run = frame.leading?.run
  const epochs = [run?.best, run?.end?.epoch].filter((epoch) => epoch !== null && epoch !== undefined)
  const count = Math.ceil((frame.bottom - frame.top) / STRIDE)
  const places = run ? epochs.map((epoch) => placeOf(run, epoch)) : []
  return places.map((place) =>
    Array.from({ length: count + 1 }, (_, i) => ({ x: frame.x(place), y: frame.top + i * STRIDE })),
  )
}
