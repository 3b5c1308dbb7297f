import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../experiment/experiment.ts'
import { expectExperiment } from '../parsing/parse.ts'
import type { EpochRow } from '../run/run.ts'
import { diagnose } from './diagnose.ts'
import { floorOf, lowestLoss } from './overlap.ts'

const floor = (data: ExperimentInput['data'], loss: 'cross-entropy' | 'mse' = 'cross-entropy') =>
  floorOf(expectExperiment({ data, loss }))

/** ∫ of a function of the log odds of two normals that are `distance` deviations apart, over the points of one of them. */
function overOneCloud(distance: number, of: (odds: number) => number): number {
  const [mean, deviation] = [distance ** 2 / 2, distance]
  let sum = 0
  for (let z = -6; z < 6; z += 0.001)
    sum += (0.001 * Math.exp(-(z ** 2) / 2) * of(mean + deviation * z)) / Math.sqrt(2 * Math.PI)
  return sum
}

describe('the loss that no model can beat', () => {
  it('of two normal clouds: the integral of the posterior’s loss', () => {
    // Centres at ±(2, 2) and, at noise 0.5, a variance of 4.
    const distance = Math.hypot(4, 4) / 2
    const entropy = overOneCloud(distance, (odds) => Math.log1p(Math.exp(-odds)))
    const squares = overOneCloud(distance, (odds) => 1 / (1 + Math.exp(odds)) ** 2)
    expect(floor({ set: 'gauss', noise: 0.5 })).toBeGreaterThan(0.75 * entropy)
    expect(floor({ set: 'gauss', noise: 0.5 })).toBeLessThan(1.25 * entropy)
    expect(floor({ set: 'gauss', noise: 0.5 }, 'mse')).toBeGreaterThan(0.7 * squares)
    expect(floor({ set: 'gauss', noise: 0.5 }, 'mse')).toBeLessThan(1.3 * squares)
  })

  it('is that of replaced labels alone where classes lie apart', () => {
    const data = { set: 'xor', noise: 0, labelNoise: 0.15 } as const
    expect(floor({ ...data, labelNoiseIn: 'all' })).toBeCloseTo(0.4227, 4)
    expect(floor({ ...data, labelNoiseIn: 'train' })).toBe(0)
  })

  it('of a height whose places are moved: its variance there', () => {
    expect(floor({ set: 'plane', noise: 0 }, 'mse')).toBe(0)
    const [little, much] = [
      floor({ set: 'plane', noise: 0.1 }, 'mse'),
      floor({ set: 'plane', noise: 0.2 }, 'mse'),
    ]
    // A slope that is the same everywhere makes it four times as large.
    expect(much / little).toBeGreaterThan(3)
    expect(much / little).toBeLessThan(4.2)
  })

  it('is that of noisy targets for numbers, and 0 where nothing is known', () => {
    expect(floor({ set: 'sine', noise: 0.3 }, 'mse')).toBeCloseTo(0.09, 12)
    expect(floor({ set: 'digits' })).toBe(0)
  })
})

describe('the level that charts draw', () => {
  const lowest = (data: ExperimentInput['data']) => lowestLoss(expectExperiment({ data }))

  it('is the noise that was added where that is known exactly, else what moved points leave', () => {
    expect(lowest({ set: 'xor', noise: 0.3, labelNoise: 0.15, labelNoiseIn: 'all' })).toEqual({
      loss: expect.closeTo(0.4227, 4),
      because: 'noise',
    })
    expect(lowest({ set: 'sine', noise: 0.3 })).toMatchObject({ because: 'noise' })
    // Of two thousand places: within a twentieth of what thirty thousand give.
    expect(lowest({ set: 'gauss', noise: 0.5 })).toEqual({
      loss: expect.closeTo(0.193, 2),
      because: 'overlap',
    })
    expect(lowest({ set: 'plane', noise: 0.2 })).toEqual({
      loss: expect.closeTo(0.0091, 3),
      because: 'overlap',
    })
  })

  it('is none where nothing overlaps, next to nothing does, or nothing is known', () => {
    expect(lowest({ set: 'xor', noise: 0 })).toBeNull()
    expect(lowest({ set: 'moons', noise: 0.08 })).toBeNull()
    expect(lowest({ set: 'digits' })).toBeNull()
  })
})

it('a network that is as good as overlapping clouds allow does not underfit, one that is not does', () => {
  const level = floor({ set: 'gauss', noise: 0.5 })
  const verdict = (loss: number) => {
    const epochs = Array.from({ length: 40 }, (_, i): EpochRow => {
      const score = { loss: loss + 0.5 / (i + 1) ** 4 }
      const [train, validation] = [score, score]
      return {
        epoch: i + 1,
        train,
        validation,
        penalty: 0,
        learningRate: 0.01,
        gradients: [],
        seconds: 0,
        validationError: 0.01,
      }
    })
    const experiment = expectExperiment({ data: { set: 'gauss', noise: 0.5, train: 400, validation: 400 } })
    return diagnose({ experiment, epochs, outcome: null }).verdict
  }
  expect(verdict(level)).toBe('good-fit')
  expect(verdict(level + 0.2)).toBe('underfitting')
})
