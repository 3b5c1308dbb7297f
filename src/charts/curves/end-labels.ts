/** Where the curves of a single run end, and those of its baseline, and where the words beside them go. */
import { coloursOf } from '../kit/colour.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { measured, type Series } from '../kit/series.ts'
import { textWidth } from '../kit/text-width.ts'
import { placeOf } from '../kit/x-place.ts'
import type { Frame } from './frame.ts'

export const LINE = 16
const AWAY = 12
/** The approximate width of a flag. */
const FLAG = 56

export interface EndLabel {
  readonly part: 'train' | 'validation'
  readonly isBaseline: boolean
  readonly colour: string
  readonly line: string
  /** Of the curve's end, and of the words. */
  readonly from: { readonly x: number; readonly y: number }
  readonly place: number
  readonly words: string
  readonly value: string
}

export interface EndLabels {
  readonly x: number
  /** Rows of text that a label takes. */
  readonly lines: 1 | 2
  readonly labels: readonly EndLabel[]
}

type Unplaced = Omit<EndLabel, 'place'>

/** `roomy`: whether each label takes two lines, to leave room for a mark between them. */
export function endLabels(frame: Frame, of: Series, roomy: boolean): EndLabels | null {
  const point = of.points.at(-1)
  if (point === undefined) return null
  const { epochFlags } = frame.props
  const ends = [of, ...(frame.baseline ? [frame.baseline] : [])]
  const end = frame.x(point.x)
  const furthest = Math.max(...ends.map(endOf(frame)))
  const x = furthest + (frame.layout.narrow ? 9 : AWAY)
  const unplaced = ends.flatMap((series) => labelsOf(frame, series))
  const room = frame.size.width - x
  const long = unplaced.some(({ words, value }) => textWidth(`${words} ${value}`, 12, 600) > room)
  const lines = long || roomy ? 2 : 1
  const half = (lines * LINE) / 2
  const places = placeLabels(
    unplaced.map(({ from }) => from.y),
    lines * LINE + 2,
    frame.top + (epochFlags && flagged(frame, of, end) ? half + 6 : half - 8),
    frame.bottom - half + 2,
  )
  return { x, lines, labels: unplaced.map((label, i) => ({ ...label, place: places[i]! })) }
}

const endOf = (frame: Frame) => (series: Series) => {
  const last = series.points.at(-1)?.x ?? 0
  const { run } = series
  return frame.x(run.end && !run.baseline ? Math.max(last, placeOf(run, run.end.epoch)) : last)
}

function labelsOf(frame: Frame, { run, points }: Series): Unplaced[] {
  const { labels, measure } = frame.props
  const row = run.rows.at(-1)
  const point = points.at(-1)
  if (row === undefined || point === undefined) return []
  const colours = coloursOf(run)
  const isBaseline = run.baseline === true
  return (['validation', 'train'] as const).flatMap((part) => {
    const drawn = point[part]
    // A loss above the plot has no label; one below a log axis has its label at the end.
    if (drawn === null || frame.at(drawn) < frame.top - 0.5) return []
    const value = labels.value(measured(row[part], measure))
    return [
      {
        part,
        isBaseline,
        colour: isBaseline ? 'var(--ink3)' : part === 'train' ? colours.trainText : colours.validationText,
        line: colours[part],
        from: { x: frame.x(point.x), y: frame.y(drawn) },
        words: isBaseline ? (labels.baseline?.(value) ?? value) : labels[part],
        value: isBaseline ? '' : value,
      },
    ]
  })
}

/** Whether a flag lies over the end of the curves. */
function flagged(frame: Frame, { run }: Series, end: number): boolean {
  return run.end !== null || (run.best !== null && frame.x(placeOf(run, run.best)) > end - FLAG)
}
