import { expect, it } from 'vitest'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { askedRows, resamplingKey } from '../domain/resampling/resampling.ts'
import { fakeClient } from './fake-client.testing.ts'
import { createResamplings } from './resamplings.ts'

const experiment = expectExperiment({ data: { set: 'sine' }, seed: { data: 3, weights: 5 } })

function resamplings() {
  const fake = fakeClient()
  const asked: { seed: number; rows: number }[] = []
  const client: typeof fake.client = {
    ...fake.client,
    async predict({ seed }, _weights, rows) {
      asked.push({ seed: seed.data, rows: rows.length })
      return new Float32Array(rows.length).fill(seed.data)
    },
  }
  const made = createResamplings({ name: 'resample', client, sources: { want: async () => {} }, cores: 2 })
  return { ...fake, made, asked, look: () => made.store.getState().all.get(resamplingKey(experiment)) }
}

it('trains on ten other samples, weights and order the same, and asks each fit at the same places', async () => {
  const { made, look, live, asked, settle, end } = resamplings()
  expect(look()).toBeUndefined()
  made.start(experiment)
  await settle()
  expect([...live.values()].map(({ seed }) => seed)).toEqual([
    { data: 4, weights: 5, training: 1 },
    { data: 5, weights: 5, training: 1 },
  ])
  await end(1)
  expect(look()).toMatchObject({ status: 'running', progress: 0.1, lost: 0 })
  for (let i = 0; i < 9; i++) await end(1)
  const rows = askedRows(experiment.data).length
  expect(asked).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((seed) => ({ seed, rows })))
  expect(look()).toMatchObject({ status: 'done', progress: 1, lost: 0 })
  expect(look()!.fits.map(([first]) => first)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
})

it('a training that diverges has no fit, and is counted', async () => {
  const { made, look, end } = resamplings()
  made.start(experiment)
  await end(1, 'diverged')
  for (let i = 0; i < 9; i++) await end(1)
  expect(look()).toMatchObject({ status: 'done', lost: 1 })
  expect(look()!.fits).toHaveLength(9)
})

it('cancelled, the fits that are there stay; another experiment stops it too', async () => {
  const { made, look, live, end, settle } = resamplings()
  made.start(experiment)
  for (let i = 0; i < 3; i++) await end(1)
  made.cancel()
  await settle()
  expect(live.size).toBe(0)
  expect(look()).toMatchObject({ status: 'stopped' })
  expect(look()!.fits).toHaveLength(3)
  made.start(experiment)
  expect(look()).toMatchObject({ status: 'running', fits: [] })
  made.start(expectExperiment({ data: { set: 'moons' } }))
  expect(look()).toMatchObject({ status: 'stopped' })
})
