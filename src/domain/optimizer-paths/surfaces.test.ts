/** Surfaces against differences of their own losses, and the points that the literature gives them. */
import { describe, expect, it } from 'vitest'
import { stream } from '../random.ts'
import { READY_SCENES } from './ready-scenes.ts'
import { SURFACES, type Surface, surfaceOf } from './surfaces.ts'

const slopes = ({ loss }: Surface, point: readonly number[], step: number) =>
  point.map((_, i) => {
    const beside = (by: number) =>
      loss(
        point.map((w, j) => (i === j ? w + by : w)),
        step,
      )
    return (beside(1e-5) - beside(-1e-5)) / 2e-5
  })

describe.each(SURFACES)('%s', (key) => {
  const surface = surfaceOf(key)

  it('has the gradient of its loss', () => {
    const random = stream(1, key)
    for (const step of [0, 250])
      for (let i = 0; i < 20; i++) {
        const point = surface.window
          .slice(0, surface.dimensions)
          .map(([from, to]) => from + (to - from) * random.uniform())
        const expected = slopes(surface, point, step)
        surface.gradient(point, step).forEach((slope, j) => {
          expect(Math.abs(slope - expected[j]!)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)))
        })
      }
  })

  it('is lowest at one of its minima, and flat at all of them and at its saddles', () => {
    const moved = (i: number) => (surface.movesAt !== null && i === 1 ? surface.movesAt : 0)
    const losses = surface.minima.map((point, i) => surface.loss(point, moved(i)))
    expect(Math.min(...losses)).toBeCloseTo(surface.lowest, 12)
    surface.minima.forEach((point, i) => {
      for (const slope of surface.gradient(point, moved(i))) expect(slope).toBeCloseTo(0, 9)
    })
    for (const point of surface.saddles)
      for (const slope of surface.gradient(point, 0)) expect(slope).toBeCloseTo(0, 9)
  })

  it('shows its minima and its start', () => {
    for (const point of [...surface.minima, READY_SCENES[key].start])
      point.forEach((w, i) => {
        const [from, to] = surface.window[i]!
        expect(w > from && w < to).toBe(true)
      })
  })
})

it('is what the literature prints', () => {
  expect(surfaceOf('beale').loss([3, 0.5], 0)).toBe(0)
  expect(surfaceOf('beale').loss([0, 0], 0)).toBeCloseTo(14.203125, 12)
  expect(surfaceOf('rosenbrock').loss([-1.2, 1], 0)).toBeCloseTo(24.2, 12)
  expect(surfaceOf('minima').lowest / 2).toBeCloseTo(-39.16599, 3)
})
