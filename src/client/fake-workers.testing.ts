/** Workers that say what a test lets them say, and a client that has no others. */
import { afterEach, beforeEach, vi } from 'vitest'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { defaultExperiment, expectExperiment } from '../domain/parsing/parse.ts'
import type { EngineName } from '../domain/run/engines.ts'
import { packRows } from '../domain/run/packing.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { Command } from '../protocol/command.ts'
import type { EngineEvent } from '../protocol/event.ts'
import { type ClientOptions, WorkerClient } from './client.ts'
import type { ClientEvent } from './client-event.ts'
import type { WorkerLike } from './worker-connection.ts'

export class FakeWorker implements WorkerLike {
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

/** The workers of the test so far, and what its client told. */
export const workers: FakeWorker[] = []
export const events: ClientEvent[] = []

/** A client whose workers join `workers` and whose events join `events`. */
export function fakeClient(options: ClientOptions = { cores: 2 }): WorkerClient {
  const client = new WorkerClient(() => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  }, options)
  client.listen((event) => events.push(event))
  return client
}

/** Each test has workers and timers of its own. */
export function installFakeWorkers() {
  beforeEach(() => {
    vi.useFakeTimers()
    workers.length = 0
    events.length = 0
  })
  afterEach(() => void vi.useRealTimers())
}

export const experiment = defaultExperiment()
/** So wide that a graphics card could train it quicker. */
export const wide = (more: object = {}): Experiment =>
  expectExperiment({
    data: { set: 'moons', train: 1000 },
    model: { layers: [{ units: 512 }, { units: 512 }] },
    training: { batchSize: 100, epochs: 20 },
    earlyStopping: null,
    ...more,
  })
export const infos = {
  webgl: { name: 'webgl', device: 'a GPU' },
  wasm: { name: 'wasm', device: '128-bit SIMD' },
  cpu: { name: 'cpu', device: 'JavaScript' },
} as const
export const row = (epoch: number, seconds = 0.01): EpochRow => ({
  epoch,
  train: { loss: 1 },
  validation: { loss: 1 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds,
})
export const checkpoint = (epoch: number): Checkpoint => ({
  epoch,
  state: { weights: new Float32Array(), slots: [], updates: epoch },
  stopping: { best: 1, bestEpoch: 1, wait: 0, improved: false, stop: false },
  best: null,
})
const patience = { best: 1, wait: 0 }
/** Epochs in the message that brings them. */
export const reported = (run: string, rows: readonly EpochRow[]): EngineEvent => ({
  type: 'epochs',
  run,
  rows: packRows(rows),
  patience,
})
export const finished = (run: string): EngineEvent => ({
  type: 'finished',
  run,
  outcome: { kind: 'completed', epoch: 1, best: 1, restored: null },
  last: [],
  best: null,
})

/** Promises that were waited for are told. */
export const settle = () => vi.advanceTimersByTimeAsync(0)
const engineOf = (worker: FakeWorker) =>
  worker.heard.flatMap((command) => (command.type === 'open' ? [command.engine] : []))[0]
export const workersOf = (engine: EngineName) => workers.filter((w) => engineOf(w) === engine)
export const workerOf = (engine: EngineName, index = 0) => workersOf(engine).at(index)!
export const open = (worker: FakeWorker) => worker.say({ type: 'opened', engine: infos[engineOf(worker)!] })
/** Epochs of a run, as its worker reports them. */
export function epochs(engine: EngineName, from: number, to: number, seconds: number, run = 'a') {
  const rows = Array.from({ length: to - from + 1 }, (_, i) => row(from + i, seconds))
  for (const each of rows) workerOf(engine).say(reported(run, [each]))
}
export const started = (worker: FakeWorker) =>
  worker.heard.flatMap((command) => (command.type === 'start' ? [command.run] : []))
export const questions = (worker: FakeWorker) =>
  worker.heard.flatMap((command) => (command.type === 'time' ? [command] : []))

/** Answers the worker's open questions about time, in seconds. */
export async function answerTime(worker: FakeWorker, epoch: number, start = 0) {
  for (const { request } of questions(worker)) worker.say({ type: 'timed', request, time: { epoch, start } })
  await settle()
}
