/**
 * The lines that words on the plot should not cover: the curves, the lines that tie them to their names, and the rules
 * at epochs.
 */
import { isGrey } from '../kit/colour.ts'
import type { Point } from '../kit/paths.ts'
import { linePoints, type Series } from '../kit/series.ts'
import { placeOf } from '../kit/x-place.ts'
import type { Frame } from './frame.ts'

const BOTH = ['train', 'validation'] as const
const VALIDATION = ['validation'] as const
const RAW = ['rawTrain', 'rawValidation'] as const

/** As they are drawn, the faint ones too. */
export function drawnCurves(frame: Frame, series: readonly Series[]): Point[][] {
  return series.flatMap((of) => {
    const parts = isGrey(of.run) && !of.run.behind ? VALIDATION : BOTH
    const raw = frame.props.smoothing > 0 ? RAW : []
    return [...parts, ...raw].map((part) =>
      linePoints(of, part)
        .filter((point) => point !== null)
        .map(({ x, value }) => ({ x: frame.x(x), y: frame.y(value) })),
    )
  })
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
  if (!run) return []
  return [run.best, run.end?.epoch, run.ghost?.epoch].flatMap((epoch) => {
    if (epoch === null || epoch === undefined) return []
    const x = frame.x(placeOf(run, epoch))
    return [
      [
        { x, y: frame.top },
        { x, y: frame.bottom },
      ],
    ]
  })
}
