import { describe, expect, it } from 'vitest'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { Sweep } from '../domain/sweep/sweep.ts'
import { readSweep, sweepToJson } from '../domain/sweep/sweep-record.ts'
import type { SweepRun } from '../domain/sweep/sweep-run.ts'
import { NO_TABLES, TableLibrary } from '../domain/table/library.ts'
import { fakeClient } from './fake-client.testing.ts'
import type { KeptSweep, SweepStorage } from './sweep-storage.ts'
import { createSweeps } from './sweeps.ts'

function memory() {
  let kept: KeptSweep | null = null
  const change = async (to: (now: KeptSweep) => Partial<KeptSweep>) => {
    if (kept) kept = { ...kept, ...to(kept) }
  }
  const storage: SweepStorage = {
    load: async () => structuredClone(kept),
    begin: async (all) => {
      kept = structuredClone(all)
    },
    add: (run) => change(({ runs }) => ({ runs: [...runs, run] })),
    setGoing: (going) => change(() => ({ going })),
    setMetric: (metric) => change(() => ({ metric })),
  }
  return storage
}

const sweep: Sweep = {
  version: 1,
  base: expectExperiment({}),
  axes: [{ setting: 'dropout', values: ['0', '0.2', '0.4'] }],
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
    tables: new TableLibrary(),
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

  it('goes on with the plain engine where the exact one does not start, and loses no run', async () => {
    const { sweeps, engines, refuse, end, state } = room()
    sweeps.start(sweep)
    await refuse()
    expect(engines).toEqual(['wasm', 'wasm', 'cpu', 'cpu'])
    for (let i = 0; i < 9; i++) await end(2)
    expect(state()).toMatchObject({ status: 'done', total: 9 })
    expect(state().runs.map(({ outcome }) => outcome.kind)).toEqual(Array(9).fill('completed'))
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

  it('what it is read by is still chosen after a reload', async () => {
    const before = room()
    before.sweeps.start(sweep)
    before.sweeps.setMetric('gap-last')
    const after = room(before.storage)
    await after.sweeps.restore()
    expect(after.state().metric).toBe('gap-last')
  })

  it('kept by an earlier version of the page is found again', async () => {
    const { runs } = await undisturbed()
    // Files have the axes' settings under the key `knob`.
    const axes = sweep.axes.map(({ setting, values }) => ({ knob: setting, values }))
    const old = { sweep: { ...sweep, axes }, going: false, runs } as unknown as KeptSweep
    const after = room({ ...memory(), load: async () => structuredClone(old) })
    await after.sweeps.restore()
    expect(after.state()).toMatchObject({ status: 'done', metric: 'validation-last', runs: { length: 9 } })
  })

  it('a value that cannot be run says why; the others run', async () => {
    const { sweeps, end, state } = room()
    sweeps.start({ ...sweep, axes: [{ setting: 'dropout', values: ['0.1', '1'] }] })
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

describe('a sweep from elsewhere', () => {
  const sent = async () => {
    const { runs } = await undisturbed()
    const read = readSweep(
      JSON.parse(JSON.stringify(sweepToJson({ sweep, metric: 'train-last', runs }))),
      NO_TABLES,
    )
    if (!read.ok) throw new Error(read.why)
    return read
  }

  it('is shown done, trains nothing, and is still there after a reload', async () => {
    const { sweeps, live, settle, state, storage } = room()
    expect(sweeps.open(await sent())).toBe(true)
    await settle()
    expect(live.size).toBe(0)
    expect(state()).toMatchObject({ status: 'done', metric: 'train-last', total: 9, opened: 1 })
    expect(state().runs).toEqual((await undisturbed()).runs)
    const after = room(storage)
    await after.sweeps.restore()
    expect(after.state()).toMatchObject({ status: 'done', metric: 'train-last', runs: { length: 9 } })
  })

  it('unfinished, goes on when asked to, to what it would have been', async () => {
    const opened = await sent()
    const { sweeps, end, live, settle, state } = room()
    sweeps.open({ ...opened, runs: opened.runs.slice(0, 4) })
    await settle()
    expect(live.size).toBe(0)
    expect(state()).toMatchObject({ status: 'paused', total: 9, runs: { length: 4 } })
    sweeps.resume()
    for (let i = 0; i < 9; i++) await end(2)
    expect(state().status).toBe('done')
    expect(results(state().runs)).toEqual(results((await undisturbed()).runs))
  })

  it('does not throw a running one away', async () => {
    const { sweeps, settle, live, state } = room()
    const opened = await sent()
    sweeps.start({ ...sweep, seeds: 2 })
    await settle()
    expect(sweeps.open(opened)).toBe(false)
    expect(live.size).toBe(2)
    expect(state().sweep?.seeds).toBe(2)
  })

  it('shows what has run elsewhere even where this device could not run it', async () => {
    const wide = { ...sweep, axes: [{ setting: 'width', values: ['4', '100000'] }] as const, seeds: 1 }
    const { runs } = await undisturbed()
    const { sweeps, state } = room()
    sweeps.open({ sweep: wide, metric: 'train-last', runs: [{ ...runs[0]!, cell: 1, seed: 1 }] })
    expect(state()).toMatchObject({ status: 'paused', total: 2, problems: [null, null] })
  })

  it('over a table of one’s own finds its rows again after a reload', async () => {
    const rows = {
      inputs: Array.from({ length: 9 }, (_, i) => [i, i * i]),
      targets: Array.from({ length: 9 }, (_, i) => i),
    }
    const base = expectExperiment({ data: { set: 'rows', rows, train: 5, validation: 2, test: 2 } })
    const { sweeps, settle, storage } = room()
    sweeps.start({ ...sweep, base })
    await settle()
    const kept = await storage!.load()
    expect(kept?.table).toMatchObject({ columns: ['x1', 'x2'], inputs: { length: 18 } })
    // Another page, whose library has no table yet.
    const after = room(storage)
    await after.sweeps.restore()
    const found = after.state().sweep?.base.data.rows
    expect(found?.source).toEqual(base.data.rows!.source)
  })
})
