/** Where the names of levels stand on the plot: on no other words, and if possible on no curve. */
import { type Box, crosses, isInside, leastCovering, overlaps } from '../kit/free-place.ts'
import { textWidth } from '../kit/text-width.ts'
import type { Level } from '../kit/types.ts'
import { drawnCurves, drawnRules, drawnTethers } from './drawn-lines.ts'
import { drawnWords } from './drawn-words.ts'
import type { Frame } from './frame.ts'

const HEIGHT = 12
/** The space between a level and its name. */
const GAP = 3
/** The space between a name and what is beside it. */
export const CLEAR = 4
/** The number of places tried along a level, from its right end. */
const TRIES = 24
const MOST_OF_IT = 0.6

export interface PlacedLevel extends Pick<Level, 'label' | 'short' | 'hint'> {
  /** The y of the level; null for a remark about what lies below the axis. */
  readonly value: number | null
  readonly y: number
  /** The name as it is written. */
  readonly name: string
  /** The box of its name; null where there is no room for one. */
  readonly box: Box | null
}

type Unplaced = Omit<PlacedLevel, 'name' | 'box'>

/** The whole name where it covers nothing, else the short one, over as little of the curves as possible. */
export function placedLevels(frame: Frame): readonly PlacedLevel[] {
  const lines = [...drawnCurves(frame, frame.series), ...drawnTethers(frame), ...drawnRules(frame)]
  const words = [...drawnWords(frame)]
  const shown: Unplaced[] = frame.props.levels
    .filter(({ value }) => frame.inside(value))
    .map((level) => ({ ...level, y: frame.y(level.value) }))
  const foot: Unplaced[] = frame.below === null ? [] : [{ label: frame.below, value: null, y: frame.bottom }]
  return [...foot, ...shown].map((level): PlacedLevel => {
    const { label, short = label } = level
    const placesFor = (name: string) =>
      candidates(frame, level.y, textWidth(name, 11, 400)).filter(
        (box) => isInside(box, frame) && !words.some((other) => overlaps(box, other)),
      )
    const free = (name: string) => placesFor(name).find((box) => !lines.some((line) => crosses(box, line)))
    const whole = free(label)
    const name = whole ? label : short
    const box = whole ?? free(short) ?? leastCovering(placesFor(short), lines)
    if (box) words.push(box)
    return { ...level, name, box }
  })
}

/**
 * The x at which names of curves begin on the plot, once the longest curve has come most of the way; else the end of
 * the plot.
 */
function rightEnd({ series, x, left, right }: Frame): number {
  const end = Math.max(left, ...series.map(({ points }) => x(points.at(-1)?.x ?? 0)))
  return end - left > MOST_OF_IT * (right - left) ? Math.min(end, right) : right
}

/** Above and below the level, from its right end on. */
function candidates(frame: Frame, y: number, text: number): Box[] {
  const width = text + 2 * CLEAR
  const end = rightEnd(frame)
  const stride = Math.max(0, end - frame.left - width) / TRIES
  return Array.from({ length: TRIES + 1 }, (_, step) => {
    const right = end - step * stride
    return [y - GAP - HEIGHT, y + GAP].map((top) => ({
      left: right - width,
      right,
      top,
      bottom: top + HEIGHT,
    }))
  }).flat()
}
