/** The words of the test score: beside its mark, where they cover no curve. */
import { type Box, freePlace } from '../kit/free-place.ts'
import type { Series } from '../kit/series.ts'
import { textWidth } from '../kit/text-width.ts'
import { drawnCurves } from './drawn-lines.ts'
import type { Frame } from './frame.ts'

const AWAY = 11
const HEIGHT = 14

export const testWords = ({ props: { labels } }: Frame, value: number) =>
  `${labels.test} ${labels.value(value)}`

/** null where the score is no number. */
export function testBox(frame: Frame, of: Series, x: number, value: number): Box | null {
  if (!Number.isFinite(value)) return null
  const y = frame.y(value)
  const width = textWidth(testWords(frame, value), 12, 600)
  const place = (middle: number, left: boolean) => ({
    left: left ? x - AWAY - width : x + AWAY,
    right: left ? x - AWAY : x + AWAY + width,
    top: middle - HEIGHT / 2,
    bottom: middle + HEIGHT / 2,
  })
  return freePlace(
    [
      place(y, true),
      place(y, false),
      ...[-16, 16, -28, 28].flatMap((shift) => [place(y + shift, true), place(y + shift, false)]),
    ],
    drawnCurves(frame, [of]),
    frame,
  )
}
