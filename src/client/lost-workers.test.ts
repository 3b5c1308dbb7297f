import { beforeEach, describe, expect, it, vi } from 'vitest'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { WorkerClient } from './client.ts'
import {
  answerTime,
  checkpoint,
  events,
  experiment,
  FakeWorker,
  fakeClient,
  infos,
  installFakeWorkers,
  open,
  reported,
  row,
  started,
  workerOf,
  workers,
} from './fake-workers.testing.ts'

installFakeWorkers()
/** So wide that a graphics card could train it quicker. */
const wide = expectExperiment({
  data: { set: 'moons', train: 1000 },
  model: { layers: [{ units: 512 }, { units: 512 }] },
})
let client: WorkerClient
beforeEach(() => {
  client = fakeClient()
})

describe('losing the device', () => {
  it('goes on elsewhere from the last checkpoint, and tells how far back that is', async () => {
    client.prepare(wide)
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 1)
    open(workerOf('webgl'))
    await answerTime(workerOf('webgl'), 0.1)
    client.start('a', wide)
    events.length = 0
    const gpu = workerOf('webgl')
    gpu.say(reported('a', [row(1), row(2)]))
    gpu.say({ type: 'checkpoint', run: 'a', checkpoint: checkpoint(2) })
    gpu.say(reported('a', [row(3)]))
    gpu.say({ type: 'lost', reason: 'context' })
    expect(events.map(({ type }) => type)).toEqual([
      ...['epochs', 'checkpoint', 'epochs', 'fallback', 'rewound', 'placed'],
    ])
    expect(events[4]).toEqual({ type: 'rewound', run: 'a', epoch: 2 })
    expect(events[5]).toMatchObject({ engine: infos.wasm, after: 2, quicker: null })
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

  it('a run that was stopped on a worker that was gone already stops on the next', () => {
    client.start('a', experiment, { engine: 'wasm' })
    open(workers[0]!)
    client.stop('a')
    workers[0]!.onerror?.({ message: 'crashed' } as ErrorEvent)
    open(workers[1]!)
    expect(workers[1]!.types()).toEqual(['open', 'start', 'stop'])
  })

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
      workers[0]!.say(reported('a', [row(i + 1)]))
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
    const answer = client.predictRun('a', new Float32Array(2))
    workers[0]!.say({ type: 'lost', reason: 'context' })
    await expect(answer).rejects.toThrow('context')
  })
})
