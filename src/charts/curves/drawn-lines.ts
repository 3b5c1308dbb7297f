/**
 * The lines that words on the plot should not cover: the curves, the lines that tie them to their names, and the rules
 * at epochs.
 */
import { isGrey } from '../kit/colour.ts'
import type { Point } from '../kit/paths.ts'
import { placeOf, type Series } from '../kit/series.ts'
import type { Frame } from './frame.ts'

const BOTH = ['train', 'validation'] as const
const GREY = ['validation'] as const
/** The distance between the points that stand for a rule; it is less than the height of a line of text. */
const STRIDE = 6

export function drawnCurves(frame: Frame, series: readonly Series[]): Point[][] {
  return (
    series
      // A name may lie on the faint curve of a baseline.
      .filter(({ run }) => !run.baseline)
      .flatMap((of) =>
        (isGrey(of.run) ? GREY : BOTH).map((part) =>
          of.points.flatMap((point) => {
            const drawn = point[part]
            return drawn === null ? [] : [{ x: frame.x(point.x), y: frame.y(drawn) }]
          }),
        ),
      )
  )
}

/** The lines from the end of each overlaid run to the column of names; there are none for a single run. */
export function drawnTethers(frame: Frame): Point[][] {
  if (frame.single !== null) return []
  return frame.series.flatMap(({ points }) => {
    const last = points.findLast(({ validation }) => validation !== null)
    if (last === undefined || last.validation === null) return []
    const y = frame.y(last.validation)
    return [
      [
        { x: frame.x(last.x), y },
        { x: frame.right, y },
      ],
    ]
  })
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
