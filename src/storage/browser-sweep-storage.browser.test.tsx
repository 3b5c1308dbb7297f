import { expect, test } from 'vitest'
import { type SweepRun, sweepRun } from '../domain/sweep/sweep-run.ts'
import { browserSweepStorage } from './browser-sweep-storage.ts'

const run = (cell: number, seed: number): SweepRun =>
  sweepRun(cell, seed, [], { kind: 'failed', epoch: 0, reason: 'data', message: 'none' }, null)

test('a sweep comes back with its runs, and takes the place of the one before', async () => {
  const kept = browserSweepStorage()
  const head = { metric: 'accuracy', table: null, going: true }
  await kept.begin({ ...head, sweep: { version: 1 }, runs: [run(0, 1)] })
  await kept.begin({ ...head, sweep: { version: 1, seeds: 2 }, runs: [run(0, 1), run(0, 2)] })
  await kept.add(run(1, 1))
  await kept.setGoing(false)
  expect(await kept.load()).toEqual({
    ...head,
    sweep: { version: 1, seeds: 2 },
    going: false,
    runs: [run(0, 1), run(0, 2), run(1, 1)],
  })
})
