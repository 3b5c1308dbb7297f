import { expect, test } from 'vitest'
import { diagramLayout, shownHidden, shownUnits } from './diagram-layout.ts'

test('up to four hidden layers are drawn; of more the first, the last and two from the one that is looked at', () => {
  expect(shownHidden(4, null)).toEqual([0, 1, 2, 3])
  expect(shownHidden(9, null)).toEqual([0, 1, 2, 8])
  expect(shownHidden(9, 5)).toEqual([0, 5, 6, 8])
  // Near an end the two are still others than the first and the last.
  expect(shownHidden(9, 0)).toEqual([0, 1, 2, 8])
  expect(shownHidden(9, 8)).toEqual([0, 6, 7, 8])
  expect(shownHidden(5, 4)).toEqual([0, 2, 3, 4])
})

test('eight units are drawn; of more the seven with the largest outgoing weights, in their order', () => {
  expect(shownUnits(new Float32Array(8))).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(shownUnits([9, 1, 8, 7, 6, 5, 4, 3, 2])).toEqual([0, 2, 3, 4, 5, 6, 7])
})

test.each([
  [312, null],
  [1200, 700],
  [900, 420],
  [1500, 800],
])('at %i × %s nothing overlaps or leaves the picture', (width, height) => {
  const room = { width, height, columns: 5, places: 8, names: 20, picture: true }
  const { columns, map, output, y, height: whole } = diagramLayout(room)
  expect(map).toBeGreaterThanOrEqual(18)
  expect(columns[0]! - map / 2).toBeGreaterThanOrEqual(room.names)
  for (let i = 1; i < columns.length; i++) {
    const half = (i === columns.length - 1 ? output : map) / 2
    expect(columns[i]! - half).toBeGreaterThan(columns[i - 1]! + map / 2)
  }
  expect(columns.at(-1)! + output / 2).toBeLessThanOrEqual(width)
  expect(y(1, 8) - y(0, 8)).toBeGreaterThan(map)
  expect(y(0, 8) - map / 2).toBeGreaterThanOrEqual(0)
  expect(y(7, 8) + map / 2).toBeLessThanOrEqual(whole)
})

test('a wall is filled: maps and the picture of the output grow with the room', () => {
  const at = (width: number, height: number | null) =>
    diagramLayout({ width, height, columns: 4, places: 8, names: 20, picture: true })
  const [laptop, wall, column] = [at(900, 480), at(1500, 860), at(1500, null)]
  expect(wall.map).toBeGreaterThan(1.5 * laptop.map)
  expect(wall.output).toBeGreaterThan(1.2 * laptop.output)
  expect(wall.height).toBe(860)
  expect(column.map).toBe(46)
})
