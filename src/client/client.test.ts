import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultExperiment, expectExperiment } from '../domain/parsing/parse.ts'
import type { EngineName } from '../domain/run/engines.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { Command } from '../protocol/command.ts'
import type { EngineEvent } from '../protocol/event.ts'
import { WorkerClient } from './client.ts'
import type { ClientEvent } from './client-event.ts'
import type { WorkerLike } from './worker-connection.ts'

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
const events: ClientEvent[] = []
let client: WorkerClient

beforeEach(() => {
  vi.useFakeTimers()
  workers.length = 0
  events.length = 0
  client = new WorkerClient(
    () => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker
    },
    { cores: 2 },
  )
  client.listen((event) => events.push(event))
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
const workerOf = (engine: EngineName, index = 0) => workers.filter((w) => engineOf(w) === engine).at(index)!
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
    expect(workers[0]!.heard).toEqual([{ type: 'open', engine: 'webgl', cores: 2 }])
    open(workers[0]!)
    expect(workers[0]!.types()).toEqual(['open', 'start'])
    expect(events).toContainEqual({ type: 'placed', run: 'a', engine: infos.webgl })
  })

  it('fails the run if it is not to be had', () => {
    client.start('a', experiment, { engine: 'webgl' })
    workers[0]!.say({ type: 'refused', engine: 'webgl', reason: 'no' })
    expect(events.at(-1)).toMatchObject({ type: 'failed', run: 'a', reason: 'engine' })
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
    [
      'silent',
      () => {
        workerOf('webgl').say({ type: 'busy', busy: true })
        vi.advanceTimersByTime(16_000)
      },
    ],
    ['broken', () => workerOf('wasm').onerror?.({ message: 'syntax' } as ErrorEvent)],
  ])('WebAssembly %s: the page is told, and the CPU takes over, for good', async (_, fail) => {
    client.start('a', experiment)
    open(workerOf('webgl'))
    fail()
    expect(workerOf('wasm').terminated).toBe(true)
    await vi.advanceTimersByTimeAsync(300)
    expect(events.find(({ type }) => type === 'fallback')).toMatchObject({
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
    expect(events.some(({ type }) => type === 'fallback')).toBe(false)
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

describe('losing the device', () => {
  it('goes on elsewhere from the last checkpoint, and tells how far back that is', async () => {
    client.start('a', experiment)
    for (const worker of workers) open(worker)
    await answerTime(workerOf('wasm'), 20)
    await answerTime(workerOf('webgl'), 50)
    events.length = 0
    const gpu = workerOf('webgl')
    gpu.say({ type: 'epochs', run: 'a', rows: [row(1), row(2)], patience })
    gpu.say({ type: 'checkpoint', run: 'a', checkpoint: checkpoint(2) })
    gpu.say({ type: 'epochs', run: 'a', rows: [row(3)], patience })
    gpu.say({ type: 'lost', reason: 'context' })
    expect(events.map(({ type }) => type)).toEqual([
      ...['epochs', 'checkpoint', 'epochs', 'fallback', 'rewound', 'placed'],
    ])
    expect(events[4]).toEqual({ type: 'rewound', run: 'a', epoch: 2 })
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

  it.each(['wasm', 'webgl'] as const)(
    'a %s worker that dies is replaced however often, from the last checkpoint; twice within 10 s is the run’s fault',
    (engine) => {
      client.start('a', experiment, { engine })
      for (let loss = 0; loss < 5; loss++) {
        const worker = workers[loss]!
        open(worker)
        expect(started(worker)).toEqual(['a'])
        if (loss > 0) expect(worker.heard).toContainEqual(expect.objectContaining({ from: checkpoint(loss) }))
        worker.say({ type: 'checkpoint', run: 'a', checkpoint: checkpoint(loss + 1) })
        for (let ms = 0; ms < 10_000; ms += 250) {
          vi.advanceTimersByTime(250)
          worker.say({ type: 'pong' })
        }
        worker.onerror?.({ message: 'crashed' } as ErrorEvent)
      }
      expect(events.map(({ type }) => type)).not.toContain('failed')
      open(workers[5]!)
      vi.advanceTimersByTime(500)
      workers[5]!.onerror?.({ message: 'crashed' } as ErrorEvent)
      expect(events.at(-1)).toMatchObject({ type: 'failed', run: 'a', reason: 'lost' })
      client.start('b', experiment, { engine })
      expect(workers).toHaveLength(7)
    },
  )

  it('one of several workers that does not start: its run goes to another, the engine is not given up', () => {
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    client.start('b', experiment, { engine: 'wasm' })
    workers[1]!.say({ type: 'refused', engine: 'wasm', reason: 'no answer' })
    expect(events.some(({ type }) => type === 'fallback')).toBe(false)
    open(workers[2]!)
    expect(started(workers[2]!)).toEqual(['b'])
  })

  it('a silent worker is noticed within 3 s, and its run goes on in another', () => {
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    // Whatever it says is a sign of life, and so is an answer that comes late.
    for (let i = 0; i < 40; i++) {
      vi.advanceTimersByTime(2_000)
      workers[0]!.say({ type: 'epochs', run: 'a', rows: [row(i + 1)], patience })
      workers[0]!.say({ type: 'pong' })
    }
    expect(workers).toHaveLength(1)
    const quick = new WorkerClient(() => {
      workers.push(new FakeWorker())
      return workers.at(-1)!
    })
    quick.start('b', experiment, { engine: 'wasm' })
    const worker = workers.at(-1)!
    open(worker)
    for (let i = 0; i < 40; i++) {
      vi.advanceTimersByTime(250)
      worker.say({ type: 'pong' })
    }
    vi.advanceTimersByTime(2_000)
    expect(worker.terminated).toBe(false)
    vi.advanceTimersByTime(1_000)
    expect(worker.terminated).toBe(true)
    open(workers.at(-1)!)
    expect(started(workers.at(-1)!)).toEqual(['b'])
  })

  it('long work that was announced is waited for; what is silent after it is gone', () => {
    client.start('a', experiment, { engine: 'webgl' })
    open(workers[0]!)
    workers[0]!.say({ type: 'busy', busy: true })
    vi.advanceTimersByTime(15_000)
    expect(workers[0]!.terminated).toBe(false)
    workers[0]!.say({ type: 'busy', busy: false })
    workers[0]!.say({ type: 'pong' })
    vi.advanceTimersByTime(3_000)
    expect(workers[0]!.terminated).toBe(true)
  })

  it('a worker that hangs in announced work is not waited for for ever', () => {
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    workers[0]!.say({ type: 'busy', busy: true })
    vi.advanceTimersByTime(45_000)
    expect(workers[0]!.terminated).toBe(true)
  })

  it('a machine that was slow to answer before is given longer', () => {
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    vi.advanceTimersByTime(2_000)
    workers[0]!.say({ type: 'pong' })
    vi.advanceTimersByTime(6_000)
    workers[0]!.say({ type: 'pong' })
    expect(workers[0]!.terminated).toBe(false)
  })

  it('a page that was held up itself, or whose timers are slowed down, blames no worker', () => {
    const beats: (() => void)[] = []
    const interval = vi.spyOn(globalThis, 'setInterval').mockImplementation(((beat: () => void) => {
      beats.push(beat)
      return 0
    }) as typeof setInterval)
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    interval.mockRestore()
    // A minute passes between two beats, and the answer waits behind the second.
    for (let i = 0; i < 20; i++) {
      for (const beat of beats) beat()
      vi.advanceTimersByTime(60_000)
      for (const beat of beats) beat()
      workers[0]!.say({ type: 'pong' })
    }
    expect(workers[0]!.terminated).toBe(false)
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
    events.length = 0
  })

  it('epochs are joined to at most ten a second; what follows them waits for them', () => {
    for (let epoch = 1; epoch <= 100; epoch++) {
      workers[0]!.say({ type: 'epochs', run: 'a', rows: [row(epoch)], patience })
      vi.advanceTimersByTime(10)
    }
    expect(events.length).toBeLessThanOrEqual(11)
    workers[0]!.say({ type: 'epochs', run: 'a', rows: [row(101)], patience })
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
    workers[0]!.say({ type: 'epochs', run: 'a', rows: [row(1)], patience })
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
