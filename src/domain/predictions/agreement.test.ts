import { expect, it } from 'vitest'
import { agreement, residuals } from './agreement.ts'

it('R² and the typical error of as many samples as have a prediction', () => {
  // Squares 0.25 + 0 + 0.25 over 3; the variance of 1, 2, 3 is 2/3.
  const { r2, rmse } = agreement(Float32Array.of(1, 2, 3, 99), Float32Array.of(1.5, 2, 2.5))
  expect(r2).toBeCloseTo(0.75, 12)
  expect(rmse).toBeCloseTo(Math.sqrt(0.5 / 3), 12)
  expect(Array.from(residuals([1, 2], [1.5, 1]))).toEqual([0.5, -1])
  expect(agreement([2, 2], [2, 3]).r2).toBeNaN()
})
