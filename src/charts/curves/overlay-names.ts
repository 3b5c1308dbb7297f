/** The names of overlaid runs: one column beside the longest curve. Where not all fit, only coloured runs are named. */
import { isGrey } from '../kit/colour.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { shortenedName } from '../kit/text-width.ts'
import type { ChartRun } from '../kit/types.ts'
import type { Frame } from './frame.ts'

const APART = 18
export const AWAY = 20

interface OverlayName {
  readonly run: ChartRun
  readonly text: string
  /** The end of the curve. */
  readonly x: number
  readonly y: number
  /** The y of the name. */
  readonly place: number
}

interface OverlayNames {
  readonly column: number
  readonly names: readonly OverlayName[]
  /** How many runs are only counted. */
  readonly more: number
}

export function overlayNames(frame: Frame): OverlayNames {
  const room = Math.floor((frame.bottom - 4 - frame.top) / APART)
  const named = frame.series.length <= room ? frame.series : frame.series.filter(({ run }) => !isGrey(run))
  const more = frame.series.length - named.length
  const ends = named.flatMap(({ run, points }) => {
    const last = points.findLast((point) => point.validation !== null)
    if (last === undefined || last.validation === null) return []
    return [{ run, x: frame.x(last.x), y: frame.y(last.validation) }]
  })
  const column = Math.max(...ends.map(({ x }) => x), ends.length > 0 ? frame.left : frame.right) + AWAY
  const places = placeLabels(
    ends.map(({ y }) => y),
    APART,
    frame.top,
    frame.bottom - 4 - (more > 0 ? APART : 0),
  )
  const names = ends.map((end, i) => ({
    ...end,
    text: shortenedName(end.run.name, 12, 600, frame.size.width - column),
    place: places[i]!,
  }))
  return { column, names, more }
}
