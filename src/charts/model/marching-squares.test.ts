import { describe, expect, test } from 'vitest'
import { contour, joined } from './marching-squares.ts'

const grid = (...values: number[]) => Float32Array.from(values)

test('a level between two rows is a straight line, at the interpolated height', () => {
  const [segment, ...rest] = contour(grid(0, 0, 1, 1), 2, 0.25)
  expect(rest).toEqual([])
  expect(segment?.toSorted()).toEqual([0, 0.25, 0.25, 1])
})

test('no line where all lie on one side, or where a value is missing', () => {
  expect(contour(grid(1, 1, 1, 1), 2, 0.5)).toEqual([])
  expect(contour(grid(0, 0, 1, Number.NaN), 2, 0.5)).toEqual([])
})

describe('saddle', () => {
  const cutOff = (values: Float32Array) =>
    contour(values, 2, 0.5).map(([x1, y1, x2, y2]) =>
      [Math.round((x1 + x2) / 2), Math.round((y1 + y2) / 2)].join(),
    )
  test('the high corners are connected when the middle is high', () => {
    expect(cutOff(grid(1, 0.2, 0.2, 1)).toSorted()).toEqual(['0,1', '1,0'])
  })
  test('they are cut off when the middle is low', () => {
    expect(cutOff(grid(0.8, 0, 0, 0.8)).toSorted()).toEqual(['0,0', '1,1'])
  })
})

test('the contour of a circle is closed: every end of a segment is the end of one other', () => {
  const size = 32
  const values = Float32Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)]
    return Math.hypot(x - 15.3, y - 14.8) - 9
  })
  const segments = contour(values, size, 0)
  const ends = new Map<string, number>()
  for (const [x1, y1, x2, y2] of segments) {
    for (const [x, y] of [[x1, y1] as const, [x2, y2] as const]) {
      const key = `${x.toFixed(4)} ${y.toFixed(4)}`
      ends.set(key, (ends.get(key) ?? 0) + 1)
      expect(Math.hypot(x - 15.3, y - 14.8)).toBeCloseTo(9, 1)
    }
  }
  expect(segments.length).toBeGreaterThan(30)
  expect(new Set(ends.values())).toEqual(new Set([2]))
})

describe('joined', () => {
  test('segments that touch are one line, whichever way they go', () => {
    const lines = joined([
      [1, 1, 2, 2],
      [1, 1, 0, 0],
      [5, 5, 6, 6],
      [3, 3, 2, 2],
    ])
    expect(lines.map(({ length }) => length).toSorted()).toEqual([2, 4])
  })

  test('a circle is one closed line', () => {
    const size = 20
    const values = Float32Array.from({ length: size * size }, (_, i) =>
      Math.hypot((i % size) - 9.3, Math.floor(i / size) - 9.7),
    )
    const [line, ...others] = joined(contour(values, size, 6))
    expect(others).toEqual([])
    expect(line!.at(0)).toEqual(line!.at(-1))
  })
})
