import { beforeEach, describe, expect, it, vi } from 'vitest'
import { WorkerClient } from './client.ts'
import {
  answerTime,
  checkpoint,
  events,
  experiment,
  FakeWorker,
  fakeClient,
  finished,
  infos,
  installFakeWorkers,
  open,
  reported,
  row,
  settle,
  started,
  workerOf,
  workers,
} from './fake-workers.testing.ts'

installFakeWorkers()
let client: WorkerClient
beforeEach(() => {
  client = fakeClient()
})

describe('an engine asked for by name', () => {
  it('is opened, and commands are held back until it is', () => {
    client.start('a', experiment, { engine: 'webgl' })
    expect(workers[0]!.heard).toEqual([{ type: 'open', engine: 'webgl', cores: 2 }])
    open(workers[0]!)
    expect(workers[0]!.types()).toEqual(['open', 'start'])
    expect(events).toContainEqual({ type: 'placed', run: 'a', engine: infos.webgl, after: 0, quicker: null })
  })

  it('fails the run if it is not to be had', () => {
    client.start('a', experiment, { engine: 'webgl' })
    workers[0]!.say({ type: 'refused', engine: 'webgl', reason: 'no' })
    expect(events.at(-1)).toMatchObject({ type: 'failed', run: 'a', reason: 'engine' })
  })
})

describe('a browser without workers', () => {
  const failed = () => events.filter(({ type }) => type === 'failed')

  it.each([
    ['has none', true],
    ['refuses their script', false],
  ])('that %s: the page is told once, runs end with that, and another try is possible', async (_, none) => {
    let allowed = false
    client = new WorkerClient(() => {
      if (none && !allowed) throw new ReferenceError('Worker is not defined')
      const worker = new FakeWorker()
      workers.push(worker)
      if (!allowed) queueMicrotask(() => worker.onerror?.({ message: '' } as ErrorEvent))
      return worker
    })
    client.listen((event) => events.push(event))
    client.prepare(experiment)
    await settle()
    expect(events.map(({ type }) => type)).toEqual(['no-engine'])
    client.start('a', experiment)
    await vi.advanceTimersByTimeAsync(1000)
    expect(failed()).toMatchObject([{ run: 'a', reason: 'engine' }])
    client.start('b', experiment, { engine: 'webgl' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(failed()).toHaveLength(2)
    await expect(client.predict(experiment, [], new Float32Array(2))).rejects.toThrow()
    expect(events.some(({ type }) => type === 'fallback')).toBe(false)
    allowed = true
    client.start('c', experiment)
    open(workerOf('wasm', -1))
    await answerTime(workerOf('wasm', -1), 3000)
    expect(started(workerOf('wasm', -1))).toEqual(['c'])
  })
})

describe('the pool', () => {
  const start = (...runs: string[]) => {
    for (const run of runs) client.start(run, experiment, { engine: 'wasm' })
    for (const worker of workers) open(worker)
  }

  it('gives each computing run a worker, up to the number of cores', () => {
    start('a', 'b', 'c', 'd', 'e')
    expect(workers.map(started)).toEqual([
      ['a', 'c', 'e'],
      ['b', 'd'],
    ])
  })

  it('runs on WebGL share one', () => {
    client.start('a', experiment, { engine: 'webgl' })
    client.start('b', experiment, { engine: 'webgl' })
    expect(workers).toHaveLength(1)
  })

  it('a worker that is done takes a run from one that has several, at the end of an epoch', () => {
    start('a', 'b', 'c')
    const [first, second] = workers
    events.length = 0
    second!.say(finished('b'))
    expect(first!.heard.at(-1)).toEqual({ type: 'leave', run: 'c' })
    first!.say({ type: 'left', run: 'c', checkpoint: checkpoint(7) })
    expect(second!.heard.at(-1)).toMatchObject({ type: 'start', run: 'c', from: { epoch: 7 } })
    second!.say({ type: 'warming', run: 'c' })
    second!.say({ type: 'running', run: 'c' })
    expect(events.map(({ type }) => type)).toEqual(['finished', 'placed', 'running'])
  })

  it('what was said on the way is not lost', () => {
    start('a', 'b', 'c')
    const [first, second] = workers
    second!.say(finished('b'))
    client.stop('c')
    first!.say({ type: 'left', run: 'c', checkpoint: checkpoint(7) })
    expect(second!.heard.slice(-2).map(({ type }) => type)).toEqual(['start', 'stop'])
  })

  it('a paused run is left where it is', () => {
    start('a', 'b', 'c')
    client.pause('a')
    client.pause('c')
    workers[1]!.say(finished('b'))
    expect(workers[0]!.types()).not.toContain('leave')
  })
})

describe('events', () => {
  beforeEach(() => {
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    events.length = 0
  })

  it('epochs are joined to at most ten a second; what follows them waits for them', () => {
    for (let epoch = 1; epoch <= 100; epoch++) {
      workers[0]!.say(reported('a', [row(epoch)]))
      vi.advanceTimersByTime(10)
    }
    expect(events.length).toBeLessThanOrEqual(11)
    workers[0]!.say(reported('a', [row(101)]))
    workers[0]!.say({ type: 'paused', run: 'a' })
    expect(events.at(-1)).toEqual({ type: 'paused', run: 'a' })
    const rows = events.flatMap((event) => (event.type === 'epochs' ? event.rows : []))
    expect(rows.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 101 }, (_, i) => i + 1))
  })

  it('warming up is told if it lasts', () => {
    workers[0]!.say({ type: 'warming', run: 'a' })
    workers[0]!.say({ type: 'running', run: 'a' })
    vi.advanceTimersByTime(100)
    expect(events.map(({ type }) => type)).toEqual(['running'])
    client.start('b', experiment, { engine: 'webgl' })
    open(workers[1]!)
    events.length = 0
    workers[1]!.say({ type: 'warming', run: 'b' })
    vi.advanceTimersByTime(100)
    workers[1]!.say({ type: 'running', run: 'b' })
    expect(events.map(({ type }) => type)).toEqual(['warming', 'running'])
  })

  it('nothing more is heard of a run that was disposed of', () => {
    client.dispose('a')
    events.length = 0
    workers[0]!.say(reported('a', [row(1)]))
    vi.advanceTimersByTime(1000)
    expect(events).toEqual([])
  })
})

describe('cores', () => {
  const cores = (worker: FakeWorker) =>
    worker.heard.flatMap((command) => (command.type === 'cores' ? [command.cores] : []))

  it('a run alone has all of them; runs side by side share them, and one that waits leaves its share', () => {
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    expect(cores(workers[0]!)).toEqual([])
    client.start('b', experiment, { engine: 'wasm' })
    open(workers[1]!)
    expect(workers.map(cores)).toEqual([[1], [1]])
    client.pause('b')
    expect(workers.map(cores)).toEqual([
      [1, 2],
      [1, 2],
    ])
    client.resume('b')
    workers[0]!.say(finished('a'))
    expect(workers.map(cores)).toEqual([
      [1, 2, 1, 2],
      [1, 2, 1, 2],
    ])
  })

  it('a run on a graphics card takes none', () => {
    client.start('a', experiment, { engine: 'wasm' })
    client.start('b', experiment, { engine: 'webgl' })
    for (const worker of workers) open(worker)
    expect(workers.map(cores)).toEqual([[], []])
  })
})
