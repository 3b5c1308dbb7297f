/** Runs outlast the page, and so does the table that they need. */
import { beforeEach, describe, expect, it } from 'vitest'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { finalWeights } from './run-view.ts'
import {
  app,
  CHECKPOINT,
  draft,
  fake,
  kernel,
  openFirstPage,
  openPage,
  ROWS,
  row,
  runs,
  START,
  settled,
  start,
  stored,
  train,
  wait,
} from './stored-page.testing.ts'

beforeEach(openFirstPage)

it('a run that begins before the kept ones are read is not taken for one of them', async () => {
  // A link that trains at once starts its run before the database has answered.
  const removed: string[] = []
  openPage({ ...stored.storage, remove: async (id) => void removed.push(id) })
  app.actions.runOrPause()
  await settled()
  const { id } = runs()[0]!
  expect(stored.looks.has(id)).toBe(true)
  await app.restore()
  await settled()
  expect(removed).toEqual([])
  expect(runs().map((run) => run.id)).toEqual([id])
  fake.say({ type: 'running', run: id })
  fake.say({ type: 'epochs', run: id, rows: ROWS, patience: { best: 2, wait: 1 } })
  const outcome = { kind: 'completed', epoch: 3, best: 2, restored: null } as const
  fake.say({ type: 'finished', run: id, outcome, last: [kernel], best: [kernel] })
  expect(stored.bodies.get(id)?.epochs.length).toBe(3)
})

describe('after a reload', () => {
  it('everything of a finished run is back', async () => {
    const id = await train()
    app.actions.rename(id, '  my run ')
    app.actions.togglePinned(id)
    await app.actions.openTest(id)
    await app.saveRuns()
    const [before] = runs()
    openPage()
    await app.restore()
    expect(runs()).toEqual([before])
    expect(runs()[0]).toMatchObject({ name: 'my run', pinned: true, test: { kind: 'opened' }, start: START })
    expect(app.history(id)).toEqual(ROWS)
  })

  it('a run is whole from the moment it ends, with no time to save anything more', async () => {
    const id = await start()
    const outcome = { kind: 'completed', epoch: 3, best: 2, restored: 2 } as const
    fake.say({ type: 'finished', run: id, outcome, last: [kernel], best: [kernel] })
    // The write must happen at once, and not in a later task.
    expect(stored.bodies.get(id)).toMatchObject({ epochs: { length: 3 }, weights: { last: [kernel] } })
    expect(stored.looks.get(id)!.view.status).toEqual({ kind: 'ended', outcome })
  })

  it('what was training is stopped at its last checkpoint, and goes on from there', async () => {
    const id = await start()
    fake.say({ type: 'checkpoint', run: id, checkpoint: CHECKPOINT })
    fake.say({ type: 'epochs', run: id, rows: [row(4, 0.6)], patience: { best: 4, wait: 0 } })
    openPage()
    await app.restore()
    expect(runs()[0]).toMatchObject({
      status: { kind: 'ended', outcome: { kind: 'stopped', epoch: 3, best: 2, restored: null } },
      latest: { epoch: 3 },
      interrupted: { checkpoint: CHECKPOINT },
    })
    const [first] = finalWeights(runs()[0]!)!
    expect(first!.values).toEqual(CHECKPOINT.state.weights.slice(0, first!.values.length))
    app.actions.continueRun(id)
    await settled()
    expect(fake.started).toEqual([{ run: id, from: CHECKPOINT }])
    expect(runs()[0]).toMatchObject({ status: { kind: 'waiting' }, interrupted: null, latest: { epoch: 3 } })
    expect(runs()[0]!.start).toEqual(START)
    fake.say({ type: 'epochs', run: id, rows: [row(4, 0.6)], patience: { best: 4, wait: 0 } })
    expect(app.history(id)).toEqual([...ROWS, row(4, 0.6)])
  })

  it('what was cut off before its first checkpoint begins again, and no epoch stands twice', async () => {
    const id = await start()
    await app.saveRuns()
    openPage()
    await app.restore()
    expect(app.history(id)).toHaveLength(3)
    app.actions.continueRun(id)
    await settled()
    expect(fake.started).toEqual([{ run: id, from: null }])
    expect(app.history(id)).toEqual([])
  })

  it('a run in progress writes only the blocks of epochs that changed', async () => {
    const id = await start()
    const many = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => row(from + i, 0.5))
    fake.say({ type: 'epochs', run: id, rows: many(4, 3000), patience: { best: 2, wait: 2998 } })
    const wrote: number[] = []
    const { putRun } = stored.storage
    stored.storage.putRun = (write) => {
      wrote.push(write.epochs.firstBlock)
      return putRun(write)
    }
    fake.say({ type: 'checkpoint', run: id, checkpoint: { ...CHECKPOINT, epoch: 3000 } })
    fake.say({ type: 'epochs', run: id, rows: many(3001, 3002), patience: { best: 2, wait: 3000 } })
    fake.say({ type: 'checkpoint', run: id, checkpoint: { ...CHECKPOINT, epoch: 3002 } })
    expect(wrote).toEqual([0, 2])
    openPage()
    await app.restore()
    expect(app.history(id)).toHaveLength(3002)
  })

  it('the checkpoints of a run whose writing takes long are written more seldom, and the last when the page is left', async () => {
    const id = await start()
    const wrote: number[] = []
    const { putRun } = stored.storage
    stored.storage.putRun = (write) => {
      wait(100)
      wrote.push(write.checkpoint!.epoch)
      return putRun(write)
    }
    for (let epoch = 4; epoch < 20; epoch++) {
      wait(300)
      fake.say({ type: 'epochs', run: id, rows: [row(epoch, 0.5)], patience: { best: 2, wait: epoch - 2 } })
      fake.say({ type: 'checkpoint', run: id, checkpoint: { ...CHECKPOINT, epoch } })
    }
    expect(wrote).toEqual([4, 7, 10, 13, 16, 19])
    fake.say({ type: 'epochs', run: id, rows: [row(20, 0.5)], patience: { best: 2, wait: 18 } })
    fake.say({ type: 'checkpoint', run: id, checkpoint: { ...CHECKPOINT, epoch: 20 } })
    await app.handOverRuns()
    expect(wrote.at(-1)).toBe(20)
  })

  it('a run that says it trained and has no epochs, as an earlier version could leave it, is not shown', async () => {
    const id = await train()
    stored.bodies.delete(id)
    openPage()
    await app.restore()
    expect(runs()).toEqual([])
  })

  it('a run removed on another page stays away when it is hidden here, and is whole when it is pinned here', async () => {
    const id = await train()
    await stored.storage.remove(id)
    app.actions.toggleVisible(id)
    await settled()
    expect(stored.looks.size).toBe(0)
    app.actions.togglePinned(id)
    await settled()
    openPage()
    await app.restore()
    expect(runs()).toMatchObject([{ id, pinned: true, weights: { last: [kernel] } }])
    expect(app.history(id)).toEqual(ROWS)
  })

  it('a deleted run stays away, one brought back returns with its curves', async () => {
    const first = await train()
    app.actions.edit('lr', 0.2)
    const second = await train()
    app.actions.remove(first)
    app.actions.remove(second)
    app.actions.restoreRemoved()
    await settled()
    openPage()
    await app.restore()
    expect(runs().map(({ id }) => id)).toEqual([second])
    expect(app.history(second)).toEqual(ROWS)
  })

  it('restored runs of another scene stay off the charts', async () => {
    await train()
    await app.saveRuns()
    openPage()
    app.actions.openLink('#data=xor')
    await app.restore()
    expect(runs().map(({ visible }) => visible)).toEqual([false])
  })

  it.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'forbidden'],
  ])('%s is said once and breaks nothing', async (name, why) => {
    const refuse = () => Promise.reject(new DOMException('', name))
    openPage({
      ...{
        opened: refuse,
        load: refuse,
        putRun: refuse,
        putLook: refuse,
        remove: refuse,
        putTable: refuse,
        table: refuse,
      },
    })
    await app.restore()
    await train()
    expect(app.store.getState().notices).toEqual([{ kind: 'storage', why }])
    app.actions.dismiss('storage')
    app.actions.edit('lr', 0.2)
    await train()
    expect(app.store.getState().notices).toEqual([])
    expect(runs()).toHaveLength(2)
  })
})

describe('a table of one’s own', () => {
  const rows = {
    inputs: Array.from({ length: 9 }, (_, i) => [i, i * i]),
    targets: Array.from({ length: 9 }, (_, i) => i),
  }
  const chosen = () => {
    const experiment = expectExperiment({ data: { set: 'rows', rows, train: 5, validation: 2, test: 2 } })
    app.actions.openScene({ preset: null, experiment, comparison: null })
    return experiment.data.rows!
  }

  it('is written once, however often its runs are pinned or named', async () => {
    const { digest } = chosen()
    const id = await train()
    app.actions.togglePinned(id)
    await settled()
    app.actions.rename(id, 'mine')
    await settled()
    expect(stored.tablesWritten).toEqual([digest])
    expect(stored.looks.get(id)).not.toHaveProperty('table')
    openPage()
    await app.restore()
    expect(runs()[0]).toMatchObject({
      name: 'mine',
      pinned: true,
      experiment: { data: { rows: { digest } } },
    })
    app.actions.togglePinned(id)
    await settled()
    expect(stored.tablesWritten).toEqual([digest])
  })

  it('is there for a draft after a reload, before any run has used it', async () => {
    const { digest } = chosen()
    await settled()
    expect(stored.tablesWritten).toEqual([digest])
    openPage()
    const opened = () => app.actions.openLink(`#data=rows&rows=${digest}`)
    expect(opened().problems).toMatchObject([{ path: 'rows', kind: 'table-gone' }])
    await app.findTable(digest)
    expect(opened().problems).toEqual([])
    expect(draft().data.rows!.source.inputs).toHaveLength(18)
  })

  it('is written again for a run that comes back after its table may have gone', async () => {
    const { digest } = chosen()
    const id = await train()
    app.actions.remove(id)
    await settled()
    app.actions.restoreRemoved()
    await settled()
    expect(stored.tablesWritten).toEqual([digest, digest])
  })

  it('a table kept within the run’s record, as an earlier version did, is found and moved to its own place', async () => {
    const table = chosen()
    const id = await train()
    const look = stored.looks.get(id)!
    stored.looks.set(id, { ...look, table: table.contents() })
    stored.tables.clear()
    openPage()
    await app.restore()
    expect(runs()).toHaveLength(1)
    expect(app.history(id)).toEqual(ROWS)
    app.actions.togglePinned(id)
    await settled()
    expect(stored.tables.get(table.digest)?.contents).toEqual(table.contents())
    expect(stored.looks.get(id)).not.toHaveProperty('table')
  })
})
