import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectExperiment } from '../parsing/parse.ts'
import { experiments } from './experiments.testing.ts'
import { experimentKey, sameExperiment, samplesKey } from './identity.ts'

/** The same JSON with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reversed(inner)])
      .reverse(),
  )
}

test('experiments are the same whatever order their keys were written in', () => {
  fc.assert(
    fc.property(experiments, (experiment) => {
      const again = expectExperiment(reversed(JSON.parse(JSON.stringify(experiment))))
      expect(experimentKey(again)).toBe(experimentKey(experiment))
      expect(sameExperiment(again, experiment)).toBe(true)
      expect(samplesKey(again)).toBe(samplesKey(experiment))
    }),
  )
})

test('one setting makes another experiment; another seed of the weights leaves the samples', () => {
  const [one, other, moved] = [{}, { seed: { weights: 2 } }, { seed: { data: 2 } }].map(expectExperiment)
  expect(sameExperiment(one!, other!)).toBe(false)
  expect(samplesKey(one!)).toBe(samplesKey(other!))
  expect(samplesKey(one!)).not.toBe(samplesKey(moved!))
})
