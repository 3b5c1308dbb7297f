import { expect, it } from 'vitest'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { fakeClient } from './fake-client.testing.ts'
import { createSeedTrials, seedTrial } from './seed-trials.ts'

const withDropout = (dropout: number) =>
  expectExperiment({ regularization: { dropout }, training: { epochs: 4 }, seed: { data: 7, weights: 8 } })
const before = withDropout(0.5)
const after = withDropout(0.1)
const other = withDropout(0.2)

function trials(cores = 2) {
  const fake = fakeClient()
  const made = createSeedTrials({
    name: 'trial',
    client: fake.client,
    sources: { want: async () => {} },
    cores,
  })
  const look = (remedy: Experiment = after) => seedTrial(made.store.getState(), before, remedy)
  const seeds = () => [...fake.live.values()].map(({ seed }) => seed)
  return { ...fake, made, look, seeds }
}

it('trains both sides with each of five seeds, all three of them replaced, as many at a time as there are cores', async () => {
  const { made, look, live, seeds, end, settle, engines } = trials()
  expect(look()).toBeNull()
  made.start(before, after)
  await settle()
  expect(seeds()).toEqual([
    { data: 1, weights: 1, training: 1 },
    { data: 1, weights: 1, training: 1 },
  ])
  expect([...live.values()].map(({ regularization }) => regularization.dropout)).toEqual([0.5, 0.1])
  for (let i = 0; i < 3; i++) await end(1)
  expect(look()).toMatchObject({ isGoing: true, progress: 0.3 })
  for (let i = 0; i < 7; i++) await end(1)
  expect(new Set(engines)).toEqual(new Set(['wasm']))
  expect(look()).toMatchObject({ isGoing: false, progress: 1 })
  expect(look()!.pairs.map((pair) => pair.map((side) => side!.loss))).toEqual(
    [1, 2, 3, 4, 5].map((seed) => [0.5 + seed, 0.1 + seed]),
  )
})

it('another remedy of the same run trains its own side alone', async () => {
  const { made, look, live, end, engines } = trials()
  made.start(before, after)
  made.start(before, other)
  for (let i = 0; i < 15; i++) await end(1)
  expect(live.size).toBe(0)
  expect(engines).toHaveLength(15)
  expect(look(other)!.pairs.every(([was, is]) => was && is)).toBe(true)
})

it('cancelled, what has ended stays and the rest is not trained; the next try trains only what is missing', async () => {
  const { made, look, live, end, engines, settle } = trials()
  made.start(before, after)
  for (let i = 0; i < 4; i++) await end(1)
  made.cancel(before, after)
  await settle()
  expect(live.size).toBe(0)
  expect(look()).toMatchObject({ isGoing: false, progress: 0.4 })
  const started = engines.length
  made.start(before, after)
  for (let i = 0; i < 6; i++) await end(1)
  expect(engines.length - started).toBe(6)
  expect(look()).toMatchObject({ isGoing: false, progress: 1 })
})

it('cancelling one remedy does not stop another', async () => {
  const { made, look, end } = trials()
  made.start(before, after)
  made.start(before, other)
  await end(2)
  made.cancel(before, after)
  for (let i = 0; i < 12; i++) await end(1)
  expect(look(other)).toMatchObject({ isGoing: false, progress: 1 })
})

it('a run that failed is said to have, and is tried again when asked for', async () => {
  const { made, look, refuse, end } = trials(1)
  made.start(before, after)
  // Neither engine of the two starts.
  await refuse()
  await refuse()
  for (let i = 0; i < 9; i++) await end(1)
  expect(look()!.pairs[0]![0]).toBeNull()
  made.start(before, after)
  await end(1)
  expect(look()!.pairs[0]![0]).not.toBeNull()
})
