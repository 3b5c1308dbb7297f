/** Where a run for which nobody named an engine begins, and when it moves. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineName } from '../domain/run/engines.ts'
import type { WorkerClient } from './client.ts'
import {
  answerTime,
  checkpoint,
  epochs,
  events,
  fakeClient,
  infos,
  installFakeWorkers,
  open,
  reported,
  row,
  experiment as small,
  started,
  wide,
  workerOf,
  workers,
  workersOf,
} from './fake-workers.testing.ts'

installFakeWorkers()
let client: WorkerClient
beforeEach(() => {
  client = fakeClient()
})

const left = (engine: EngineName, epoch: number, run = 'a') =>
  workerOf(engine).say({ type: 'left', run, checkpoint: checkpoint(epoch) })
const leaves = (engine: EngineName) =>
  workersOf(engine).flatMap((worker) => worker.types().filter((type) => type === 'leave'))
const placed = () => events.filter((event) => event.type === 'placed')
const startsOn = (engine: EngineName) => workerOf(engine).heard.filter((command) => command.type === 'start')

/** A run that has had three epochs on WebAssembly, while WebGL was measured. */
async function underWay(onWasm: number, onWebgl: number, start = 0, experiment = wide()) {
  client.start('a', experiment)
  open(workerOf('wasm'))
  open(workerOf('webgl'))
  epochs('wasm', 1, 3, onWasm)
  await answerTime(workerOf('webgl'), onWebgl, start)
}

describe('a run begins at once', () => {
  it('on WebAssembly, before anything is measured or WebGL is open', () => {
    client.start('a', wide())
    open(workerOf('wasm'))
    expect(started(workerOf('wasm'))).toEqual(['a'])
    expect(workerOf('wasm').types()).toEqual(['open', 'start'])
  })

  it('and what might be quicker is measured in a worker of its own meanwhile', () => {
    client.start('a', wide())
    open(workerOf('webgl'))
    expect(workerOf('webgl').types()).toEqual(['open', 'time'])
  })

  it('on WebGL where that was measured beforehand and is quicker', async () => {
    client.prepare(wide())
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 1)
    open(workerOf('webgl'))
    await answerTime(workerOf('webgl'), 0.1)
    client.start('a', wide())
    expect(started(workerOf('webgl'))).toEqual(['a'])
    expect(client.speeds(wide())).toEqual([
      { engine: 'webgl', epochsPerSecond: 10 },
      { engine: 'wasm', epochsPerSecond: 1 },
    ])
  })

  it('WebGL is not even opened for a network that it cannot win by its shape', async () => {
    client.prepare(small)
    client.start('a', small)
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 1e-3)
    epochs('wasm', 1, 5, 1e-3)
    expect(workersOf('webgl')).toEqual([])
  })

  it('and a graphics card in software is not measured: it would take the cores from the run', async () => {
    const software = { name: 'webgl', device: 'ANGLE (Google, SwiftShader driver)' } as const
    client.start('a', wide())
    open(workerOf('wasm'))
    workerOf('webgl').say({ type: 'opened', engine: software })
    epochs('wasm', 1, 5, 1)
    await vi.advanceTimersByTimeAsync(200)
    expect(workerOf('webgl').types()).toEqual(['open'])
  })

  it('but where there are no kernels for the processor', async () => {
    client.start('a', wide())
    workerOf('wasm').say({ type: 'refused', engine: 'wasm', reason: 'no SIMD' })
    open(workerOf('cpu'))
    workerOf('webgl').say({ type: 'opened', engine: { name: 'webgl', device: 'llvmpipe (LLVM 15)' } })
    expect(workerOf('webgl').types()).toEqual(['open', 'time'])
  })

  it('nor for a run that would be over before a move is won back', async () => {
    const short = wide({ training: { batchSize: 100, epochs: 4 } })
    client.prepare(short)
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 0.05)
    client.start('a', short)
    epochs('wasm', 1, 3, 0.05)
    expect(workersOf('webgl')).toEqual([])
  })
})

describe('a run moves', () => {
  it('at the end of an epoch, once another engine is known to be quicker; its history is whole', async () => {
    await underWay(1, 0.1)
    expect(leaves('wasm')).toHaveLength(1)
    expect(startsOn('webgl')).toEqual([])
    epochs('wasm', 4, 4, 1)
    left('wasm', 4)
    expect(startsOn('webgl')).toMatchObject([{ run: 'a', from: { epoch: 4 } }])
    epochs('webgl', 5, 20, 0.1)
    expect(placed()).toMatchObject([
      { engine: infos.wasm, after: 0, quicker: null },
      { engine: infos.webgl, after: 4, quicker: expect.closeTo(10) },
    ])
    const heard = events.flatMap((event) => (event.type === 'epochs' ? event.rows : []))
    await vi.advanceTimersByTimeAsync(200)
    expect(events.some(({ type }) => type === 'rewound' || type === 'fallback')).toBe(false)
    expect(heard.map(({ epoch }) => epoch)).toEqual([...heard.keys()].map((i) => i + 1))
  })

  it.each([
    ['it is hardly quicker', 0.9, 0],
    ['it is slower', 2, 0],
    ['starting there takes longer than is left to win', 0.1, 20],
  ])('not where %s', async (_, onWebgl, start) => {
    await underWay(1, onWebgl, start)
    epochs('wasm', 4, 10, 1)
    expect(leaves('wasm')).toEqual([])
  })

  it('back, if its first epochs there disappoint, and then it stays', async () => {
    await underWay(1, 0.1)
    left('wasm', 4)
    // The first one compiles and is no measure.
    epochs('webgl', 5, 5, 9)
    expect(leaves('webgl')).toEqual([])
    epochs('webgl', 6, 7, 3)
    expect(leaves('webgl')).toHaveLength(1)
    left('webgl', 7)
    expect(startsOn('wasm').at(-1)).toMatchObject({ from: { epoch: 7 } })
    epochs('wasm', 8, 12, 20)
    expect(leaves('wasm')).toHaveLength(1)
    expect(placed().map(({ engine }) => engine.name)).toEqual(['wasm', 'webgl', 'wasm'])
  })

  it('and begins anew there if its first epoch would take longer than all that is left', async () => {
    client.prepare(wide())
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 60)
    client.start('a', wide())
    open(workerOf('webgl'))
    await answerTime(workerOf('webgl'), 1)
    expect(workerOf('wasm').types().slice(-2)).toEqual(['start', 'dispose'])
    expect(startsOn('webgl')).toMatchObject([{ run: 'a', from: null }])
    // What the first worker had on its way is of another history.
    events.length = 0
    epochs('wasm', 1, 1, 60)
    await vi.advanceTimersByTimeAsync(200)
    expect(events).toEqual([])
  })

  it('not while it is paused, goes on by steps, or was asked for on an engine by name', async () => {
    client.start('a', wide())
    open(workerOf('wasm'))
    epochs('wasm', 1, 3, 1)
    client.pause('a')
    open(workerOf('webgl'))
    await answerTime(workerOf('webgl'), 0.1)
    expect(leaves('wasm')).toEqual([])
    client.step('a')
    epochs('wasm', 4, 4, 1)
    expect(leaves('wasm')).toEqual([])
    client.resume('a')
    epochs('wasm', 5, 5, 1)
    expect(leaves('wasm')).toHaveLength(1)
    client.start('b', wide(), { oneEpoch: true })
    client.start('c', wide(), { engine: 'wasm' })
    for (const worker of workersOf('wasm')) open(worker)
    expect(leaves('wasm')).toHaveLength(1)
  })

  it('not for a pace that both can keep', async () => {
    client.start('a', wide(), { pace: 0.5 })
    for (const engine of ['wasm', 'webgl'] as const) if (workerOf(engine)) open(workerOf(engine))
    epochs('wasm', 1, 3, 1)
    if (workerOf('webgl')) await answerTime(workerOf('webgl'), 0.1)
    expect(leaves('wasm')).toEqual([])
  })

  it('not to an engine that was lost while it finished its epoch', async () => {
    await underWay(1, 0.1)
    workerOf('webgl').say({ type: 'lost', reason: 'context' })
    left('wasm', 4)
    expect(startsOn('wasm').at(-1)).toMatchObject({ from: { epoch: 4 } })
  })

  it('what was said on the way is not lost', async () => {
    await underWay(1, 0.1)
    client.pause('a')
    left('wasm', 4)
    expect(workerOf('webgl').types().slice(-3)).toEqual(['start', 'pause', 'pause'])
  })

  it('five runs do not all go to one device that would be slower for five', async () => {
    const runs = ['a', 'b', 'c', 'd', 'e']
    for (const run of runs) client.start(run, wide())
    for (const worker of workers) open(worker)
    await answerTime(workerOf('webgl'), 0.4)
    const [first, second] = workersOf('wasm')
    for (const [run, worker] of runs.map((run, i) => [run, i % 2 === 0 ? first! : second!] as const))
      worker.say(reported(run, [row(1, 1), row(2, 1), row(3, 1)]))
    // Five on two cores take 2.5 s an epoch each; four on the device take 1.6 s, and the fifth then has a core.
    expect(leaves('wasm').length).toBeGreaterThan(0)
    expect(leaves('wasm').length).toBeLessThan(5)
  })
})
