import { describe, expect, it } from 'vitest'
import type { EngineClient } from '../client/client.ts'
import type { ClientEvent } from '../client/client-event.ts'
import type { Experiment } from '../domain/experiment.ts'
import { expectExperiment } from '../domain/parse.ts'
import type { EpochRow } from '../domain/run.ts'
import type { Sweep } from '../domain/sweep.ts'
import type { SweepRun } from '../domain/sweep-run.ts'
import type { KeptSweep, SweepStorage } from './sweep-storage.ts'
import { createSweeps } from './sweeps.ts'

/** Ends each run when the test says so; what a run scores depends on its experiment alone, as on the real engine. */
function fakeClient() {
  const listeners = new Set<(event: ClientEvent) => void>()
  const live = new Map<string, Experiment>()
  const paused = new Set<string>()
  const tell = (event: ClientEvent) => {
    for (const listener of [...listeners]) listener(event)
  }
  const nothing = () => {}
  const client: EngineClient = {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    supply: nothing,
    prepare: nothing,
    speeds: () => [],
    start: (id, experiment) => void live.set(id, experiment),
    pause: (id) => void paused.add(id),
    resume: (id) => void paused.delete(id),
    step: nothing,
    stop(id) {
      live.delete(id)
      const outcome = { kind: 'stopped', epoch: 0, best: 0, restored: null } as const
      tell({ type: 'finished', run: id, outcome, last: [], best: null })
    },
    setPace: nothing,
    dispose: (id) => void live.delete(id),
    predictLive: async () => new Float32Array(),
    predict: async () => new Float32Array(),
    test: async () => ({ loss: 9 }),
  }
  const row = ({ regularization, seed }: Experiment): EpochRow => ({
    epoch: 1,
    train: { loss: regularization.dropout },
    validation: { loss: regularization.dropout + seed.data },
    penalty: 0,
    learningRate: 0.1,
    gradients: [],
    seconds: 1,
  })
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve()
  }
  return {
    client,
    live,
    paused,
    settle,
    /** Ends the oldest runs in progress. */
    async end(count = 1, kind: 'completed' | 'diverged' = 'completed') {
      await settle()
      for (const [id, experiment] of [...live].slice(0, count)) {
        live.delete(id)
        tell({ type: 'epochs', run: id, rows: [row(experiment)], patience: { best: 1, wait: 0 } })
        const outcome = { kind, epoch: 1, best: 1, restored: null } as const
        tell({ type: 'finished', run: id, outcome, last: [], best: null })
        await settle()
      }
    },
  }
}

function memory() {
  let kept: { sweep: unknown; going: boolean; runs: SweepRun[] } | null = null
  const storage: SweepStorage = {
    load: async (): Promise<KeptSweep | null> => JSON.parse(JSON.stringify(kept)),
    begin: async (sweep) => {
      kept = { sweep, going: true, runs: [] }
    },
    add: async (run) => void kept?.runs.push(run),
    setGoing: async (going) => {
      if (kept) kept.going = going
    },
  }
  return storage
}

const sweep: Sweep = {
  version: 1,
  base: expectExperiment({}),
  axes: [{ knob: 'dropout', values: ['0', '0.2', '0.4'] }],
  seeds: 3,
  varies: 'all',
  test: false,
}

function room(storage: SweepStorage | null = memory()) {
  const fake = fakeClient()
  let clock = 0
  const sweeps = createSweeps({
    name: 'sweep',
    client: fake.client,
    sources: { want: async () => {} },
    storage,
    cores: 2,
    deviceMemory: undefined,
    now: () => (clock += 500),
  })
  return { ...fake, sweeps, storage, state: () => sweeps.store.getState() }
}

const results = (runs: readonly SweepRun[]) =>
  [...runs].sort((a, b) => a.cell - b.cell || a.seed - b.seed).map(({ seconds: _, ...run }) => run)

async function undisturbed() {
  const alone = room()
  alone.sweeps.start(sweep)
  await alone.end(9)
  await alone.end(9)
  for (let i = 0; i < 9; i++) await alone.end(2)
  return alone.state()
}

describe('a sweep', () => {
  it('keeps the cores busy and no more, every value of one seed before the next', async () => {
    const { sweeps, live, end, settle, state } = room()
    sweeps.start(sweep)
    await settle()
    expect([...live.values()].map(({ seed, regularization }) => [seed.data, regularization.dropout])).toEqual(
      [
        [1, 0],
        [1, 0.2],
      ],
    )
    await end(1)
    expect(live.size).toBe(2)
    expect(state()).toMatchObject({ status: 'running', total: 9 })
    expect(state().secondsLeft).toBeGreaterThan(0)
  })

  it('ends when every run has; a diverged one is among the results', async () => {
    const { sweeps, end, state } = room()
    sweeps.start(sweep)
    await end(1, 'diverged')
    for (let i = 0; i < 9; i++) await end(2)
    expect(state().status).toBe('done')
    expect(state().runs).toHaveLength(9)
    expect(state().runs[0]!.outcome).toEqual({ kind: 'diverged', epoch: 1 })
  })

  it('paused holds its runs; cancelled throws them away; both go on to the same results', async () => {
    const { sweeps, live, paused, end, settle, state } = room()
    sweeps.start(sweep)
    await end(1)
    sweeps.pause()
    expect([...paused]).toEqual([...live.keys()])
    sweeps.resume()
    expect(paused.size).toBe(0)
    await end(1)
    sweeps.cancel()
    await settle()
    expect(live.size).toBe(0)
    expect(state()).toMatchObject({ status: 'stopped', runs: { length: 2 } })
    sweeps.resume()
    for (let i = 0; i < 9; i++) await end(2)
    expect(results(state().runs)).toEqual(results((await undisturbed()).runs))
  })

  it('interrupted by a reload goes on by itself, to what it would have been', async () => {
    const before = room()
    before.sweeps.start(sweep)
    for (let i = 0; i < 4; i++) await before.end(1)
    await before.settle()
    const after = room(before.storage)
    await after.sweeps.restore()
    expect(after.state()).toMatchObject({ status: 'running', runs: { length: 4 } })
    for (let i = 0; i < 9; i++) await after.end(2)
    expect(results(after.state().runs)).toEqual(results((await undisturbed()).runs))
  })

  it('a value that cannot be run says why; the others run', async () => {
    const { sweeps, end, state } = room()
    sweeps.start({ ...sweep, axes: [{ knob: 'dropout', values: ['0.1', '1'] }] })
    for (let i = 0; i < 4; i++) await end(2)
    expect(state()).toMatchObject({ status: 'done', total: 3, runs: { length: 3 } })
    expect(state().problems).toEqual([null, expect.objectContaining({ kind: 'too-large' })])
  })

  it('opens the test set only if asked to', async () => {
    for (const test of [false, true]) {
      const { sweeps, end, state } = room(null)
      sweeps.start({ ...sweep, test })
      await end(1)
      expect(state().runs[0]!.test).toEqual(test ? { loss: 9 } : null)
    }
  })
})
