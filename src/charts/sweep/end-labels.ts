/** The names of lines at their ends, right of the plot: training, validation, and the levels. */
import { placeLabels } from '../kit/label-placement.ts'
import { textWidth } from '../kit/text-width.ts'
import type { Level } from '../kit/types.ts'
import type { SweepBand } from './sweep-part.tsx'

const TICK = 12
const LABEL = 14

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

/** The name of each line at its end: training, validation and the levels, without overlaps. */
export function endLabels(
  { points, levels, coloured, labels }: Labelled,
  xs: readonly number[],
  y: (value: number) => number,
  top: number,
  bottom: number,
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
  for (const { label, value } of levels) {
    const wish = y(value)
    if (wish > top && wish < bottom) wishes.push({ text: label, value: '', tone: 'level', from: null, wish })
  }
  const places = placeLabels(
    wishes.map(({ wish }) => wish),
    20,
    top,
    bottom,
  )
  return wishes.map((wish, i) => ({ ...wish, at: places[i]! }))
}

/** The pixels that the longest of them takes, to the right of the plot. */
export function rightMargin(levels: readonly Level[], labels: Words, two: boolean): number {
  const words = [`${labels.main} 00.000`, ...(two ? [`${labels.train} 00.000`] : [])]
  const widths = [
    ...words.map((word) => textWidth(word, LABEL, 620)),
    ...levels.map(({ label }) => textWidth(label, TICK, 400)),
  ]
  return Math.max(...widths) + 24
}
