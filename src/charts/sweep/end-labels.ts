/** The names of lines at their ends, right of the plot: training, validation, and the levels. */
import { placeLabels } from '../kit/label-placement.ts'
import { ellipsis, textWidth } from '../kit/text-width.ts'
import type { Level } from '../kit/types.ts'
import type { SweepBand } from './sweep-part.tsx'

const TICK = 12
const LABEL = 14
/** Between the plot and the words, and after them. */
const LEAD = 12
const AIR = 12

interface Words {
  readonly main: string
  readonly train: string
  readonly value: (value: number) => string
}

interface Labelled {
  readonly points: readonly { readonly validation: SweepBand | null; readonly train: SweepBand | null }[]
  readonly levels: readonly Level[]
  readonly coloured: string
  readonly labels: Words
}

export interface EndLabel {
  readonly text: string
  readonly value: string
  readonly tone: string
  /** The position where its line ends. */
  readonly from: number | null
  readonly wish: number
  readonly at: number
}

/**
 * The name of each line at its end: training, validation and the levels, without overlaps. A level whose name is longer than
 * `room`, the pixels to the right of the plot, has its short one.
 */
export function endLabels(
  { points, levels, coloured, labels }: Labelled,
  xs: readonly number[],
  y: (value: number) => number,
  top: number,
  bottom: number,
  room: number,
): readonly EndLabel[] {
  const wishes: Omit<EndLabel, 'at'>[] = []
  const add = (part: 'train' | 'validation', text: string, tone: string) => {
    const index = points.findLastIndex((point) => point[part] && Number.isFinite(point[part].median))
    const median = points[index]?.[part]?.median
    if (median === undefined) return
    wishes.push({ text, value: labels.value(median), tone, from: xs[index]!, wish: y(median) })
  }
  add('validation', labels.main, coloured)
  add('train', labels.train, 'train')
  const most = room - LEAD
  for (const { label, short = label, value } of levels) {
    const wish = y(value)
    const text = textWidth(label, TICK, 400) <= most ? label : ellipsis(short, TICK, 400, most)
    if (wish > top && wish < bottom) wishes.push({ text, value: '', tone: 'level', from: null, wish })
  }
  const places = placeLabels(
    wishes.map(({ wish }) => wish),
    20,
    top,
    bottom,
  )
  return wishes.map((wish, i) => ({ ...wish, at: places[i]! }))
}

/** The pixels that the longest of them takes, to the right of the plot; the levels have at most so many. */
export function rightMargin(levels: readonly Level[], labels: Words, two: boolean, most: number): number {
  const words = [`${labels.main} 00.000`, ...(two ? [`${labels.train} 00.000`] : [])]
  const lines = Math.max(...words.map((word) => textWidth(word, LABEL, 620))) + LEAD + AIR
  const names = Math.max(0, ...levels.map(({ label }) => textWidth(label, TICK, 400))) + LEAD + AIR
  return Math.max(lines, Math.min(names, most))
}
