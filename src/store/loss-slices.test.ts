import { expect, it } from 'vitest'
import type { ClientEvent } from '../client/client-event.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import { placesAtOnce, SLICE_SIZE } from '../domain/loss-slice/grid.ts'
import { initialWeights } from '../domain/network/initial-weights.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { Inspection } from '../protocol/inspection.ts'
import { lossSlicesOf, sliceKey } from './loss-slices.ts'
import { createAppStore } from './store.ts'

const row = (epoch: number): EpochRow => ({
  epoch,
  train: { loss: 1 },
  validation: { loss: 1 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0,
})

/** A run that has moved all its weights by 0.1 by its best epoch and by 0.2 by its end. */
function page({ refuse = false, scene = 'data=moons&layers=4' } = {}) {
  const asked: Extract<Inspection, { kind: 'slice' }>[] = []
  let [open, most] = [0, 0]
  let tell: (event: ClientEvent) => void = () => {}
  const app = createAppStore({
    client: {
      ...quietClient,
      listen(listener) {
        tell = listener
        return () => {}
      },
      inspect: (async (_: unknown, __: unknown, what: Inspection) => {
        if (what.kind !== 'slice' || refuse) throw new Error('no answer')
        asked.push(what)
        most = Math.max(most, ++open)
        await Promise.resolve()
        open--
        const losses = Float64Array.from(
          { length: what.places.length / 2 },
          (_x, i) => what.places[2 * i]! ** 2 + 4 * what.places[2 * i + 1]! ** 2,
        )
        return { kind: 'slice', losses }
      }) as never,
    },
    load: () => new Promise(() => {}),
    deviceMemory: 8,
    language: 'en',
    theme: null,
  })
  app.actions.openLink(`#${scene}&epochs=2&patience=off&run=1`)
  const { id, experiment } = app.store.getState().runs[0]!
  const moved = (by: number) =>
    initialWeights(experiment).map((weight) => ({ ...weight, values: weight.values.map((w) => w + by) }))
  tell({ type: 'epochs', run: id, rows: [row(1), row(2)], patience: { best: 1, wait: 1 } })
  const outcome = { kind: 'completed', epoch: 2, best: 1, restored: null } as const
  tell({ type: 'finished', run: id, outcome, last: moved(0.2), best: moved(0.1) })
  const slices = lossSlicesOf(app)
  const run = app.store.getState().runs[0]!
  const slice = (plane: 'run' | 'random' = 'run') => slices.store.getState()[sliceKey(id, plane)]
  return { app, run, slices, slice, asked, together: () => most }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

it('a slice has the places where the run was, and a grid in rounds', async () => {
  const { run, slices, slice, asked } = page()
  slices.watch(run, 'run')
  await expect.poll(() => slice()?.done).toBe(1)
  const { path, grid, centre, share } = slice()!
  expect(path.map(({ epoch }) => epoch)).toEqual([0, 1, 2])
  const far = Math.sqrt(asked[0]!.directions[0].length) * 0.2
  expect(Math.abs(path[0]!.at[0])).toBeCloseTo(far, 4)
  expect(Math.abs(path[1]!.at[0])).toBeCloseTo(far / 2, 4)
  expect(path[2]!.at).toEqual([0, 0])
  expect([centre, share]).toEqual([2, expect.closeTo(1, 6)])
  expect(grid!.size).toBe(SLICE_SIZE)
  expect(Math.min(...grid!.losses)).toBeLessThan(0.1)
  // The places of the run, and those of four rounds.
  expect(asked).toHaveLength(5)
  expect(asked.reduce((sum, { places }) => sum + places.length / 2, 0)).toBe(3 + SLICE_SIZE ** 2)
})

it('the path of a large network is asked for in several questions, each no longer than the worker may take', async () => {
  // A place costs more operations than a question may take, so that each of the three is a question of its own.
  const { run, slices, slice, asked, together } = page({
    scene: 'data=adding&length=100&train=32&model=lstm&layers=256',
  })
  expect(placesAtOnce(run.experiment)).toBe(1)
  const stop = slices.watch(run, 'run')
  await expect.poll(() => slice()?.path.length, { timeout: 20_000 }).toBe(3)
  stop()
  const { path } = slice()!
  const places = asked.slice(0, 3).map((question) => [...question.places])
  expect(places).toEqual(path.map(({ at }) => [...at]))
  expect(path.map(({ epoch }) => epoch)).toEqual([0, 1, 2])
  for (const { at, loss } of path) expect(loss).toBe(at[0] ** 2 + 4 * at[1] ** 2)
  // One after the other: the worker does what else there is in between.
  expect(together()).toBe(1)
})

it('nothing more is asked once nobody watches; whoever looks again gets a whole slice', async () => {
  const { run, slices, slice, asked } = page()
  slices.watch(run, 'run')()
  await settled()
  expect(asked.length).toBeLessThanOrEqual(1)
  expect(slice()?.grid ?? null).toBeNull()
  slices.watch(run, 'run')
  await expect.poll(() => slice()?.done).toBe(1)
  const questions = asked.length
  slices.watch(run, 'run')
  await settled()
  expect(asked).toHaveLength(questions)
})

it('random directions reach as far as the weights are long, around the weights that were kept', async () => {
  const { run, slices, slice } = page()
  slices.watch(run, 'random')
  await expect.poll(() => slice('random')?.done).toBe(1)
  expect(slice('random')).toMatchObject({
    extent: [
      [-1, 1],
      [-1, 1],
    ],
    path: [{ epoch: 2, at: [0, 0] }],
  })
})

it('a slice that cannot be computed says so, and goes with its run', async () => {
  const { app, run, slices, slice } = page({ refuse: true })
  slices.watch(run, 'run')
  await expect.poll(() => slice()?.failed).toBe(true)
  app.actions.remove(run.id)
  expect(slices.store.getState()).toEqual({})
})
