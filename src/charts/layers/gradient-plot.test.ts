import { expect, test } from 'vitest'
import { row } from '../curves/fixture.ts'
import { gradientAxis, gradientPlot, rowAt } from './gradient-plot.ts'

const rows = (...gradients: number[][]) =>
  gradients.map((of, i) => ({ ...row(i + 1, 0.5, 0.6), gradients: of }))

test('whole decades hold the gradients of all runs side by side', () => {
  const [vanishing, sound] = [rows([3e-7, 0.02]), rows([0.01, 0.2])]
  expect(gradientAxis([vanishing, sound], 10)).toEqual({
    domain: [1e-7, 1],
    ticks: [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1],
  })
  expect(gradientAxis([sound], 10)?.domain).toEqual([0.01, 1])
})

test('where there is no room for all decades, some are left out and the largest stays', () => {
  expect(gradientAxis([rows([1e-7, 1])], 3)?.ticks).toEqual([1e-6, 1e-3, 1])
})

test('one batch in many whose gradient all but vanishes does not squeeze the others', () => {
  const usual = Array.from({ length: 39 }, () => [0.02, 0.3])
  expect(gradientAxis([rows(...usual, [1e-11, 0.3])], 10)?.domain).toEqual([0.01, 1])
})

test('0 and what is no number have no place on the axis; without others there is none', () => {
  expect(gradientAxis([rows([0, 0.5, Number.NaN, Number.POSITIVE_INFINITY])], 4)?.domain).toEqual([0.1, 1])
  expect(gradientAxis([rows([0, Number.NaN])], 4)).toBeNull()
})

test('charts of one size and one range have their ticks in the same places', () => {
  const range = [rows([3e-7, 0.02]), rows([0.01, 0.2], [0.01, 0.3])]
  const size = { width: 500, height: 300 }
  const [a, b] = [range, [...range].reverse()].map(
    (of) => gradientPlot(size, { until: 60, step: 1, range: of })!,
  )
  expect([a!.xTicks, a!.yTicks]).toEqual([b!.xTicks, b!.yTicks])
  expect(a!.y(1e-9)).toBe(a!.bottom)
  expect(a!.placeAt(a!.x(48))).toBeCloseTo(48)
})

test('another x unit moves an epoch to another position', () => {
  const axes = { until: 600, step: 10, xUnit: (epoch: number) => 10 * epoch, range: [rows([0.1, 0.2])] }
  const plot = gradientPlot({ width: 500, height: 300 }, axes)!
  expect(plot.x(30)).toBe(plot.at(300))
  expect(plot.x(60)).toBe(plot.right)
})

test('the row looked at is the nearest that was kept; beyond the end there is none', () => {
  const kept = rows([1], [1], [1], [1]).filter(({ epoch }) => epoch !== 3)
  const same = (epoch: number) => epoch
  expect(rowAt(kept, 4, same)?.epoch).toBe(4)
  expect(rowAt(kept, 1.2, same)?.epoch).toBe(1)
  expect(rowAt(kept, 5, same)).toBeNull()
  expect(rowAt(kept, 19, (epoch) => 10 * epoch)?.epoch).toBe(2)
  expect(rowAt([], 1, same)).toBeNull()
})
