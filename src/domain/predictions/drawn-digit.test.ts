import fc from 'fast-check'
import { expect, it } from 'vitest'
import { centreOfMass, digitPicture, type Stroke } from './drawn-digit.ts'
import { DRAWN_DIGITS } from './drawn-digits.testing.ts'

/** First and last row and column with ink. */
function boxOf(picture: Float32Array) {
  const inked = [...picture.keys()].filter((i) => picture[i]! > 0)
  const of = (place: (i: number) => number) => {
    const all = inked.map(place)
    return [Math.min(...all), Math.max(...all)] as const
  }
  return { x: of((i) => i % 28), y: of((i) => Math.floor(i / 28)) }
}

it('the longer side of a drawing fills 20 of 28 pixels, wherever and however large it was drawn', () => {
  for (const strokes of DRAWN_DIGITS) {
    const { x, y } = boxOf(digitPicture(strokes)!)
    const longer = Math.max(x[1] - x[0], y[1] - y[0]) + 1
    // An edge that lies within a pixel leaves ink in it.
    expect(longer).toBeGreaterThanOrEqual(20)
    expect(longer).toBeLessThanOrEqual(21)
  }
})

it('its centre of mass lies in the middle, and proportions stay', () => {
  for (const strokes of DRAWN_DIGITS) {
    const [x, y] = centreOfMass(digitPicture(strokes)!)
    expect(x).toBeCloseTo(14, 0)
    expect(y).toBeCloseTo(14, 0)
    expect(Math.hypot(x - 14, y - 14)).toBeLessThan(0.1)
  }
  const one = boxOf(
    digitPicture([
      [
        [0.5, 0.1],
        [0.5, 0.9],
      ],
    ])!,
  )
  expect(one.x[1] - one.x[0] + 1).toBeLessThanOrEqual(4)
})

it('where something was drawn changes nothing', () => {
  const moved = (strokes: readonly Stroke[], by: number): Stroke[] =>
    strokes.map((stroke) => stroke.map(([x, y]) => [x + by, y - by] as const))
  fc.assert(
    fc.property(fc.constantFrom(...DRAWN_DIGITS), fc.integer({ min: -8, max: 8 }), (strokes, eighths) => {
      // Sums of eighths are exact, so that even the last pixel is the same.
      const exact = strokes.map((stroke) =>
        stroke.map(([x, y]) => [Math.round(x * 64) / 64, Math.round(y * 64) / 64] as const),
      )
      expect(digitPicture(moved(exact, eighths / 8))).toEqual(digitPicture(exact))
    }),
  )
})

it('a dot is a picture, and nothing is none', () => {
  expect(digitPicture([])).toBeNull()
  const dot = digitPicture([[[0.2, 0.7]]])!
  expect(dot.every((value) => value >= 0 && value <= 1)).toBe(true)
  expect(boxOf(dot)).toEqual({ x: [4, 23], y: [4, 23] })
})
