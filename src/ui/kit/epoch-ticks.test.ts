import { expect, test } from 'vitest'
import { tickPath, tickStep } from './epoch-ticks.ts'

test('a tick per epoch, per ten above 300, and never closer than 3 px', () => {
  expect(tickStep(60, 1440)).toBe(1)
  expect(tickStep(200, 1440)).toBe(1)
  expect(tickStep(300, 1440)).toBe(1)
  expect(tickStep(301, 1440)).toBe(10)
  expect(tickStep(200, 390)).toBe(2)
  expect(tickStep(5000, 390)).toBe(50)
  for (const width of [1, 40, 390, 1440, 1920]) {
    for (const epochs of [1, 7, 200, 300, 301, 5000]) {
      expect((tickStep(epochs, width) * width) / epochs).toBeGreaterThanOrEqual(3)
    }
  }
})

test('ticks are longer at 5 and longest at 10', () => {
  const lengths = [...tickPath(21, 420, 8).matchAll(/v-(\d+)/g)].map((match) => Number(match[1]))
  expect(lengths).toHaveLength(20)
  expect([lengths[3], lengths[4], lengths[9]]).toEqual([3, 4, 6])
  expect(lengths[19]).toBe(6)
})

test('nothing to draw before it has a width', () => {
  expect(tickPath(200, 0, 8)).toBe('')
  expect(tickPath(0, 400, 8)).toBe('')
})
