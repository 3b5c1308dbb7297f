import { expect, it } from 'vitest'
import { initialWeights, namedWeights } from '../domain/network/initial-weights.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { RunView } from './run-view.ts'
import { KeptStates } from './time-travel/kept-states.ts'
import { weightPath } from './weight-path.ts'

const experiment = expectExperiment({
  data: { set: 'moons' },
  model: { layers: [{ units: 4 }] },
  training: { epochs: 100 },
  earlyStopping: null,
})
const size = initialWeights(experiment).reduce((sum, { values }) => sum + values.length, 0)
/** Weights that are all the number of their epoch. */
const at = (epoch: number) => new Float32Array(size).fill(epoch)
const outcome = { kind: 'completed', epoch: 100, best: 37, restored: null } as const
const run = {
  experiment,
  status: { kind: 'ended', outcome },
  latest: { epoch: 100 } as EpochRow,
  best: { epoch: 37 } as EpochRow,
  weights: { last: namedWeights(experiment, at(100)), best: namedWeights(experiment, at(37)) },
} as unknown as RunView

it('goes from before training to the end, by the best epoch and by some of those that were kept', () => {
  const kept = new KeptStates(experiment)
  const states = Array.from({ length: 100 }, (_, i) => ({
    epoch: i + 1,
    state: { weights: at(i + 1), slots: [], updates: 0 },
  }))
  kept.add(states, 100, 37)
  const path = weightPath(run, kept)
  const epochs = path.map(({ epoch }) => epoch)
  expect(epochs).toEqual(epochs.toSorted((a, b) => a - b))
  expect(epochs).toEqual(expect.arrayContaining([0, 37, 100]))
  expect(epochs.length).toBeGreaterThan(10)
  expect(epochs.length).toBeLessThan(40)
  for (const { epoch, weights } of path.slice(1)) expect(weights[0]).toBe(epoch)
})

it('has start, best and end of a run of which nothing was kept, and nothing of one that trains', () => {
  expect(weightPath(run, null).map(({ epoch }) => epoch)).toEqual([0, 37, 100])
  expect(weightPath({ ...run, status: { kind: 'running' } } as RunView, null)).toEqual([])
})
