import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultExperiment } from '../domain/parse.ts'
import type { EpochRow } from '../domain/run.ts'
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
  client = new WorkerClient(() => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  })
  client.listen((event) => told.push(event))
})
afterEach(() => void vi.useRealTimers())

const experiment = defaultExperiment()
const webgl = { name: 'webgl', device: 'a GPU' } as const
const cpu = { name: 'cpu', device: 'JavaScript' } as const
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

describe('opening', () => {
  it('asks for WebGL, and holds commands back until it is open', () => {
    client.start('a', experiment)
    expect(workers[0]!.heard).toEqual([{ type: 'open', engine: 'webgl' }])
    workers[0]!.say({ type: 'opened', engine: webgl })
    expect(workers[0]!.types()).toEqual(['open', 'start'])
    expect(told).toContainEqual({ type: 'placed', run: 'a', engine: webgl })
  })

  it('runs of one engine share a worker', () => {
    client.start('a', experiment)
    client.start('b', experiment)
    expect(workers).toHaveLength(1)
    client.start('c', experiment, { engine: 'cpu' })
    expect(workers[1]!.heard[0]).toEqual({ type: 'open', engine: 'cpu' })
  })

  it.each([
    ['refused', () => workers[0]!.say({ type: 'refused', engine: 'webgl', reason: 'wrong gradients' })],
    ['silent', () => vi.advanceTimersByTime(20_000)],
    ['broken', () => workers[0]!.onerror?.({ message: 'syntax' } as ErrorEvent)],
  ])('%s: says so, and the CPU takes over, for good', (_, fail) => {
    client.start('a', experiment)
    fail()
    expect(workers[0]!.terminated).toBe(true)
    expect(told.find(({ type }) => type === 'fallback')).toMatchObject({ why: 'unavailable' })
    expect(workers[1]!.heard[0]).toEqual({ type: 'open', engine: 'cpu' })
    workers[1]!.say({ type: 'opened', engine: cpu })
    expect(workers[1]!.heard[1]).toMatchObject({ type: 'start', run: 'a', from: null })
    client.start('b', experiment)
    expect(workers).toHaveLength(2)
  })

  it('an engine that was asked for by name fails the run instead', () => {
    client.start('a', experiment, { engine: 'webgl' })
    workers[0]!.say({ type: 'refused', engine: 'webgl', reason: 'no' })
    expect(told.at(-1)).toMatchObject({ type: 'failed', run: 'a', reason: 'engine' })
  })
})

describe('losing the device', () => {
  it('goes on on the CPU from the last checkpoint, and tells how far back that is', () => {
    client.start('a', experiment)
    workers[0]!.say({ type: 'opened', engine: webgl })
    workers[0]!.say({ type: 'epochs', run: 'a', rows: [row(1), row(2)], patience })
    workers[0]!.say({ type: 'checkpoint', run: 'a', checkpoint: checkpoint(2) })
    workers[0]!.say({ type: 'epochs', run: 'a', rows: [row(3)], patience })
    workers[0]!.say({ type: 'lost', reason: 'context' })
    expect(told.map(({ type }) => type)).toEqual(['placed', 'epochs', 'fallback', 'rewound'])
    expect(told.at(-1)).toEqual({ type: 'rewound', run: 'a', epoch: 2 })
    workers[1]!.say({ type: 'opened', engine: cpu })
    expect(workers[1]!.heard[1]).toMatchObject({ type: 'start', run: 'a', from: { epoch: 2 } })
  })

  it('a paused run stays paused', () => {
    client.start('a', experiment)
    workers[0]!.say({ type: 'opened', engine: webgl })
    workers[0]!.say({ type: 'checkpoint', run: 'a', checkpoint: checkpoint(2) })
    client.pause('a')
    workers[0]!.say({ type: 'lost', reason: 'context' })
    workers[1]!.say({ type: 'opened', engine: cpu })
    expect(workers[1]!.types()).toEqual(['open', 'start', 'pause'])
  })

  it('silence counts as loss, an answer to a ping does not', () => {
    client.start('a', experiment)
    workers[0]!.say({ type: 'opened', engine: webgl })
    for (let i = 0; i < 40; i++) {
      vi.advanceTimersByTime(2_500)
      workers[0]!.say({ type: 'pong' })
    }
    expect(workers).toHaveLength(1)
    vi.advanceTimersByTime(30_000)
    expect(workers[0]!.terminated).toBe(true)
    expect(told.at(-1)).toMatchObject({ type: 'rewound', epoch: 0 })
  })

  it('questions still open are refused, not left hanging', async () => {
    client.start('a', experiment)
    workers[0]!.say({ type: 'opened', engine: webgl })
    const answer = client.predictLive('a', new Float32Array(2))
    workers[0]!.say({ type: 'lost', reason: 'context' })
    await expect(answer).rejects.toThrow('context')
  })
})

describe('events', () => {
  it('epochs are joined to at most ten a second; what follows them waits for them', () => {
    client.start('a', experiment)
    workers[0]!.say({ type: 'opened', engine: webgl })
    told.length = 0
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

  it('nothing more is heard of a run that was disposed of', () => {
    client.start('a', experiment)
    workers[0]!.say({ type: 'opened', engine: webgl })
    client.dispose('a')
    told.length = 0
    workers[0]!.say({ type: 'epochs', run: 'a', rows: [row(1)], patience })
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([])
  })
})
