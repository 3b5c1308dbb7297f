import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultExperiment, expectExperiment } from '../domain/parse.ts'
import type { EngineName, EpochRow } from '../domain/run.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { Command } from '../protocol/command.ts'
import type { EngineEvent } from '../protocol/event.ts'
import { WorkerClient } from './client.ts'
import type { ClientEvent } from './client-event.ts'
import type { WorkerLike } from './lane.ts'

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null
  onerror: WorkerLike['onerror'] = null
  readonly heard: Command[] = []
  terminated = false
  postMessage(command: Command) {
    this.heard.push(command)
  }
  terminate() {
    this.terminated = true
  }
  say(event: EngineEvent) {
    this.onmessage?.({ data: event } as MessageEvent<EngineEvent>)
  }
  types = () => this.heard.map(({ type }) => type)
}

const workers: FakeWorker[] = []
const told: ClientEvent[] = []
let client: WorkerClient

beforeEach(() => {
  vi.useFakeTimers()
  workers.length = 0
  told.length = 0
  client = new WorkerClient(
    () => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker
    },
    { cores: 2 },
  )
  client.listen((event) => told.push(event))
})
afterEach(() => void vi.useRealTimers())

const experiment = defaultExperiment()
const other = expectExperiment({ training: { batchSize: 50 } })
const infos = {
  webgl: { name: 'webgl', device: 'a GPU' },
  wasm: { name: 'wasm', device: '128-bit SIMD' },
  cpu: { name: 'cpu', device: 'JavaScript' },
} as const
const row = (epoch: number): EpochRow => ({
  epoch,
  train: { loss: 1 },
  validation: { loss: 1 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0.01,
})
const checkpoint = (epoch: number): Checkpoint => ({
  epoch,
  state: { weights: new Float32Array(), slots: [], updates: epoch },
  stopping: { best: 1, bestEpoch: 1, wait: 0, improved: false, stop: false },
  best: null,
})
const patience = { best: 1, wait: 0 }
const finished = (run: string): EngineEvent => ({
  type: 'finished',
  run,
  outcome: { kind: 'completed', epoch: 1, best: 1, restored: null },
  last: [],
  best: null,
})

/** Promises that were waited for are told. */
const settle = () => vi.advanceTimersByTimeAsync(0)
const engineOf = (worker: FakeWorker) =>
  worker.heard.flatMap((command) => (command.type === 'open' ? [command.engine] : []))[0]
const workerOf = (engine: EngineName, index = 0) => workers.filter((w) => engineOf(w) === engine)[index]!
const open = (worker: FakeWorker) => worker.say({ type: 'opened', engine: infos[engineOf(worker)!] })
const started = (worker: FakeWorker) =>
  worker.heard.flatMap((command) => (command.type === 'start' ? [command.run] : []))
/** Answers the worker's open question about speed. */
async function answerTime(worker: FakeWorker, epochsPerSecond: number) {
  for (const command of worker.heard)
    if (command.type === 'time') worker.say({ type: 'timed', request: command.request, epochsPerSecond })
  await settle()
}

describe('an engine asked for by name', () => {
  it('is opened, and commands are held back until it is', () => {
    client.start('a', experiment, { engine: 'webgl' })
    expect(workers[0]!.heard).toEqual([{ type: 'open', engine: 'webgl' }])
    open(workers[0]!)
    expect(workers[0]!.types()).toEqual(['open', 'start'])
    expect(told).toContainEqual({ type: 'placed', run: 'a', engine: infos.webgl })
  })

  it('fails the run if it is not to be had', () => {
    client.start('a', experiment, { engine: 'webgl' })
    workers[0]!.say({ type: 'refused', engine: 'webgl', reason: 'no' })
    expect(told.at(-1)).toMatchObject({ type: 'failed', run: 'a', reason: 'engine' })
  })
})

describe('the engine nobody named', () => {
  it('is the one that measured faster', async () => {
    for (const [wasm, webgl, chosen] of [
      [20, 50, 'webgl'],
      [50, 20, 'wasm'],
    ] as const) {
      workers.length = 0
      client = new WorkerClient(() => {
        workers.push(new FakeWorker())
        return workers.at(-1)!
      })
      client.start('a', experiment)
      for (const worker of workers) open(worker)
      await answerTime(workerOf('wasm'), wasm)
      expect(workers.flatMap(started)).toEqual([])
      await answerTime(workerOf('webgl'), webgl)
      expect(started(workerOf(chosen))).toEqual(['a'])
      expect(client.speeds(experiment).map(({ engine }) => engine)[0]).toBe(chosen)
    }
  })

  it('is asked once for experiments of one shape', async () => {
    client.start('a', experiment)
    for (const worker of workers) open(worker)
    await answerTime(workerOf('wasm'), 20)
    await answerTime(workerOf('webgl'), 50)
    client.start('b', { ...experiment, seed: { data: 2, weights: 2, training: 2 } })
    expect(started(workerOf('webgl'))).toEqual(['a', 'b'])
    expect(workers.flatMap((worker) => worker.types()).filter((type) => type === 'time')).toHaveLength(2)
    client.start('c', other)
    expect(workers.flatMap((worker) => worker.types()).filter((type) => type === 'time')).toHaveLength(4)
  })

  it('is asked anew for residual blocks: they are more work than plain layers', async () => {
    client.prepare(experiment)
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 3000)
    client.prepare({ ...experiment, model: { ...experiment.model, kind: 'residual-mlp' } })
    expect(
      workerOf('wasm')
        .types()
        .filter((type) => type === 'time'),
    ).toHaveLength(2)
  })

  it('is not waited for longer than a person notices; a late answer counts the next time', async () => {
    client.start('a', experiment)
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 20)
    await vi.advanceTimersByTimeAsync(249)
    expect(started(workerOf('wasm'))).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(started(workerOf('wasm'))).toEqual(['a'])
    open(workerOf('webgl'))
    await answerTime(workerOf('webgl'), 50)
    client.start('b', experiment)
    expect(started(workerOf('webgl'))).toEqual(['b'])
  })

  it('is WebAssembly at once where its steps are shorter than any draw call', async () => {
    client.start('a', experiment)
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 3000)
    expect(started(workerOf('wasm'))).toEqual(['a'])
  })

  it('asks again an engine that could not tell, and does not wait for it', async () => {
    client.start('a', experiment)
    for (const worker of workers) open(worker)
    const [question] = workerOf('wasm').heard.flatMap((command) => (command.type === 'time' ? [command] : []))
    workerOf('wasm').say({ type: 'unanswered', request: question!.request, message: 'not supplied' })
    await answerTime(workerOf('webgl'), 50)
    expect(started(workerOf('webgl'))).toEqual(['a'])
    client.start('b', experiment)
    expect(
      workerOf('wasm')
        .types()
        .filter((type) => type === 'time'),
    ).toHaveLength(2)
  })

  it('hears what was said while it was being chosen', async () => {
    client.start('a', experiment)
    client.stop('a')
    client.start('b', experiment)
    client.dispose('b')
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 3000)
    expect(workerOf('wasm').types()).toEqual(['open', 'time', 'start', 'stop'])
  })

  it('prepared beforehand, it is known when the run starts', async () => {
    client.prepare(experiment)
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 20)
    open(workerOf('webgl'))
    await answerTime(workerOf('webgl'), 50)
    client.start('a', experiment)
    expect(started(workerOf('webgl'))).toEqual(['a'])
  })

  it('WebGL is not even opened beforehand for a network it cannot win', async () => {
    client.prepare(experiment)
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 3000)
    expect(workers.map(engineOf)).toEqual(['wasm'])
  })

  it.each([
    ['refused', () => workerOf('wasm').say({ type: 'refused', engine: 'wasm', reason: 'no SIMD' })],
    ['silent', () => vi.advanceTimersByTime(20_000)],
    ['broken', () => workerOf('wasm').onerror?.({ message: 'syntax' } as ErrorEvent)],
  ])('WebAssembly %s: the page is told, and the CPU takes over, for good', async (_, fail) => {
    client.start('a', experiment)
    open(workerOf('webgl'))
    fail()
    expect(workerOf('wasm').terminated).toBe(true)
    await vi.advanceTimersByTimeAsync(300)
    expect(told.find(({ type }) => type === 'fallback')).toMatchObject({
      from: 'wasm',
      to: 'cpu',
      why: 'unavailable',
    })
    open(workerOf('cpu'))
    expect(started(workerOf('cpu'))).toEqual(['a'])
    client.start('b', experiment)
    expect(workers.filter((worker) => engineOf(worker) === 'wasm')).toHaveLength(1)
  })

  it('WebGL that is missing is not missed', async () => {
    client.start('a', experiment)
    open(workerOf('wasm'))
    workerOf('webgl').say({ type: 'refused', engine: 'webgl', reason: 'no GPU' })
    await answerTime(workerOf('wasm'), 20)
    expect(started(workerOf('wasm'))).toEqual(['a'])
    expect(told.some(({ type }) => type === 'fallback')).toBe(false)
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
    told.length = 0
    second!.say(finished('b'))
    expect(first!.heard.at(-1)).toEqual({ type: 'leave', run: 'c' })
    first!.say({ type: 'left', run: 'c', checkpoint: checkpoint(7) })
    expect(second!.heard.at(-1)).toMatchObject({ type: 'start', run: 'c', from: { epoch: 7 } })
    second!.say({ type: 'warming', run: 'c' })
    second!.say({ type: 'running', run: 'c' })
    expect(told.map(({ type }) => type)).toEqual(['finished', 'placed', 'running'])
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

describe('losing the device', () => {
  it('goes on elsewhere from the last checkpoint, and tells how far back that is', async () => {
    client.start('a', experiment)
    for (const worker of workers) open(worker)
    await answerTime(workerOf('wasm'), 20)
    await answerTime(workerOf('webgl'), 50)
    told.length = 0
    const gpu = workerOf('webgl')
    gpu.say({ type: 'epochs', run: 'a', rows: [row(1), row(2)], patience })
    gpu.say({ type: 'checkpoint', run: 'a', checkpoint: checkpoint(2) })
    gpu.say({ type: 'epochs', run: 'a', rows: [row(3)], patience })
    gpu.say({ type: 'lost', reason: 'context' })
    expect(told.map(({ type }) => type)).toEqual([
      ...['epochs', 'checkpoint', 'epochs', 'fallback', 'rewound', 'placed'],
    ])
    expect(told[4]).toEqual({ type: 'rewound', run: 'a', epoch: 2 })
    expect(workerOf('wasm').heard.at(-1)).toMatchObject({ type: 'start', run: 'a', from: { epoch: 2 } })
  })

  it('a paused run stays paused', () => {
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    workers[0]!.say({ type: 'checkpoint', run: 'a', checkpoint: checkpoint(2) })
    client.pause('a')
    workers[0]!.onerror?.({ message: 'crashed' } as ErrorEvent)
    open(workers[1]!)
    expect(workers[1]!.types()).toEqual(['open', 'start', 'pause'])
  })

  it('a worker that dies is replaced once; twice is the run’s fault', () => {
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    workers[0]!.onerror?.({ message: 'crashed' } as ErrorEvent)
    open(workers[1]!)
    expect(started(workers[1]!)).toEqual(['a'])
    workers[1]!.onerror?.({ message: 'crashed' } as ErrorEvent)
    expect(told.at(-1)).toMatchObject({ type: 'failed', run: 'a', reason: 'lost' })
    client.start('b', experiment, { engine: 'wasm' })
    expect(workers).toHaveLength(3)
  })

  it('one of several workers that does not start: its run goes to another, the engine is not given up', () => {
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    client.start('b', experiment, { engine: 'wasm' })
    workers[1]!.say({ type: 'refused', engine: 'wasm', reason: 'no answer' })
    expect(told.some(({ type }) => type === 'fallback')).toBe(false)
    open(workers[2]!)
    expect(started(workers[2]!)).toEqual(['b'])
  })

  it('silence counts as loss, an answer to a ping does not', () => {
    client.start('a', experiment, { engine: 'webgl' })
    open(workers[0]!)
    for (let i = 0; i < 40; i++) {
      vi.advanceTimersByTime(2_500)
      workers[0]!.say({ type: 'pong' })
    }
    expect(workers[0]!.terminated).toBe(false)
    vi.advanceTimersByTime(30_000)
    expect(workers[0]!.terminated).toBe(true)
    expect(told.at(-1)).toMatchObject({ type: 'failed', reason: 'lost' })
  })

  it('questions still open are refused, not left hanging', async () => {
    client.start('a', experiment, { engine: 'webgl' })
    open(workers[0]!)
    const answer = client.predictLive('a', new Float32Array(2))
    workers[0]!.say({ type: 'lost', reason: 'context' })
    await expect(answer).rejects.toThrow('context')
  })
})

describe('events', () => {
  beforeEach(() => {
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    told.length = 0
  })

  it('epochs are joined to at most ten a second; what follows them waits for them', () => {
    for (let epoch = 1; epoch <= 100; epoch++) {
      workers[0]!.say({ type: 'epochs', run: 'a', rows: [row(epoch)], patience })
      vi.advanceTimersByTime(10)
    }
    expect(told.length).toBeLessThanOrEqual(11)
    workers[0]!.say({ type: 'epochs', run: 'a', rows: [row(101)], patience })
    workers[0]!.say({ type: 'paused', run: 'a' })
    expect(told.at(-1)).toEqual({ type: 'paused', run: 'a' })
    const rows = told.flatMap((event) => (event.type === 'epochs' ? event.rows : []))
    expect(rows.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 101 }, (_, i) => i + 1))
  })

  it('warming up is told if it lasts', () => {
    workers[0]!.say({ type: 'warming', run: 'a' })
    workers[0]!.say({ type: 'running', run: 'a' })
    vi.advanceTimersByTime(100)
    expect(told.map(({ type }) => type)).toEqual(['running'])
    client.start('b', experiment, { engine: 'webgl' })
    open(workers[1]!)
    told.length = 0
    workers[1]!.say({ type: 'warming', run: 'b' })
    vi.advanceTimersByTime(100)
    workers[1]!.say({ type: 'running', run: 'b' })
    expect(told.map(({ type }) => type)).toEqual(['warming', 'running'])
  })

  it('nothing more is heard of a run that was disposed of', () => {
    client.dispose('a')
    told.length = 0
    workers[0]!.say({ type: 'epochs', run: 'a', rows: [row(1)], patience })
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([])
  })
})
