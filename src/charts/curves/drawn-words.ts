/** The words on the plot that others should not cover: names at the ends of curves, and the test score. */

import type { Box } from '../kit/free-place.ts'
import { measured } from '../kit/series.ts'
import { textWidth } from '../kit/text-width.ts'
import { placeOf } from '../kit/x-place.ts'
import { endLabels, LINE } from './end-labels.ts'
import type { Frame } from './frame.ts'
import { overlayNames } from './overlay-names.ts'
import { testBox } from './test-box.ts'

export function drawnWords(frame: Frame): readonly Box[] {
  return [...(frame.single === null ? namesOfMany(frame) : namesOfOne(frame)), ...testScore(frame)]
}

function namesOfOne(frame: Frame): readonly Box[] {
  const ends = frame.single && endLabels(frame, frame.single, false)
  if (!ends) return []
  const half = (ends.lines * LINE) / 2
  return ends.labels.map(({ words, value, place }) => {
    const rows = ends.lines === 1 ? [`${words} ${value}`] : [words, value]
    const width = Math.max(...rows.map((row) => textWidth(row, 12, 600)))
    return { left: ends.x, right: ends.x + width, top: place - half, bottom: place + half }
  })
}

function namesOfMany(frame: Frame): readonly Box[] {
  const { column, names } = overlayNames(frame)
  return names.map(({ text, place }) => ({
    left: column,
    right: column + textWidth(text, 12, 600),
    top: place - LINE / 2,
    bottom: place + LINE / 2,
  }))
}

function testScore(frame: Frame): readonly Box[] {
  const run = frame.leading?.run
  const tested = run?.tested ?? run?.best ?? null
  if (!run?.test || tested === null) return []
  const box = testBox(
    frame,
    frame.leading!,
    frame.x(placeOf(run, tested)),
    measured(run.test, frame.props.measure),
  )
  return box ? [box] : []
}
