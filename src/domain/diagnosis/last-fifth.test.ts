import { expect, it } from 'vitest'
import { expectExperiment } from '../parsing/parse.ts'
import { lastFifth } from './last-fifth.ts'

const fifth = (optimizer: object, epochs = 100) =>
  lastFifth(expectExperiment({ optimizer, training: { epochs: 100 } }), epochs)

it('is a fifth of the epochs where the rate stays, one at least', () => {
  expect([fifth({}), fifth({}, 12), fifth({}, 1)]).toEqual([20, 2, 1])
  expect(fifth({ learningRate: 0, schedule: 'cosine' })).toBe(20)
})

it('reaches back to where the rates add up to a fifth of them all', () => {
  // Of half a cosine the last 52 %; of steps to a tenth every ten epochs all that come after the first ten, and two of those.
  expect(fifth({ schedule: 'cosine' })).toBe(52)
  expect(fifth({ schedule: 'step', decayRate: 0.1, decayEvery: 10 })).toBe(92)
  expect(fifth({ schedule: 'step', decayRate: 1e-6, decayEvery: 10 })).toBeGreaterThan(91)
})
