import { describe, expect, it } from 'vitest'
import { flatWeights, initialWeights } from '../network/initial-weights.ts'
import { networkLayers } from '../network/network.ts'
import { expectExperiment } from '../parsing/parse.ts'
import { filterDirection, planeOf } from './directions.ts'

const experiment = expectExperiment({
  data: { set: 'moons' },
  model: { layers: [{ units: 5 }, { units: 3 }] },
})
const weights = flatWeights(initialWeights(experiment)).map((w, i) => w + 0.01 * i)
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, w, i) => sum + w * b[i]!, 0)

describe('a random direction', () => {
  const direction = filterDirection(experiment, weights, 0)

  it('is as long as the network in the incoming weights of each unit, and moves no bias', () => {
    for (const { kernelAt, biasAt, end, outputs } of networkLayers(experiment)) {
      for (let unit = 0; unit < outputs; unit++) {
        const incoming = (of: Float32Array) =>
          Array.from(of.subarray(kernelAt, biasAt)).filter((_, i) => i % outputs === unit)
        expect(Math.hypot(...incoming(direction))).toBeCloseTo(Math.hypot(...incoming(weights)), 5)
      }
      expect(direction.subarray(biasAt, end).every((w) => w === 0)).toBe(true)
    }
  })

  it('is the same each time, and another for another index', () => {
    expect(filterDirection(experiment, weights, 0)).toEqual(direction)
    expect(filterDirection(experiment, weights, 1)).not.toEqual(direction)
  })
})

describe('the plane of a run', () => {
  const origin = Float32Array.of(1, 2, 3, 4)
  const others = [Float32Array.of(1, 1, 0, 0), Float32Array.of(0, 0, 1, 1)] as const

  it('holds three points exactly: lengths and angles are those between the weights', () => {
    const points = [Float32Array.of(4, 2, 7, 4), Float32Array.of(1, 0, 3, 5), origin]
    const { directions, places, share } = planeOf(origin, points, others)
    expect(dot(directions[0], directions[0])).toBeCloseTo(1, 6)
    expect(dot(directions[1], directions[1])).toBeCloseTo(1, 6)
    expect(dot(directions[0], directions[1])).toBeCloseTo(0, 6)
    expect(share).toBeCloseTo(1, 9)
    const [a, b, c] = places
    expect(Math.hypot(...a!)).toBeCloseTo(5, 6)
    expect(Math.hypot(...b!)).toBeCloseTo(Math.sqrt(5), 6)
    expect(Math.hypot(a![0] - b![0], a![1] - b![1])).toBeCloseTo(Math.sqrt(9 + 4 + 16 + 1), 6)
    expect(c).toEqual([0, 0])
    // The place leads back to the weights.
    points[0]!.forEach((w, i) => {
      expect(origin[i]! + a![0] * directions[0][i]! + a![1] * directions[1][i]!).toBeCloseTo(w, 5)
    })
  })

  it('of many points is the one that most of their way lies in', () => {
    const points = [10, 8, 5, 2].map((far, i) => Float32Array.of(1 + far, 2 + (i % 2), 3, 4 + 0.01 * i))
    const { directions, share } = planeOf(origin, points, others)
    expect(Math.abs(directions[0][0]!)).toBeGreaterThan(0.99)
    expect(Math.abs(directions[1][1]!)).toBeGreaterThan(0.99)
    expect(share).toBeGreaterThan(0.999)
    expect(share).toBeLessThan(1)
  })

  it('is completed where the run moved along a line, or not at all', () => {
    const line = planeOf(origin, [Float32Array.of(3, 2, 3, 4), origin], others)
    expect(Math.abs(line.directions[0][0]!)).toBeCloseTo(1, 6)
    expect(dot(line.directions[0], line.directions[1])).toBeCloseTo(0, 6)
    const still = planeOf(origin, [origin, origin], others)
    expect(still.places).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(dot(still.directions[0], still.directions[1])).toBeCloseTo(0, 6)
    expect(still.share).toBe(1)
  })
})
