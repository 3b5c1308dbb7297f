/** A worker's host without a worker: tests give commands, wait for events and ask questions. */
import { expect } from 'vitest'
import type { Experiment, ExperimentInput } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { Command } from '../protocol/command.ts'
import type { EngineEvent } from '../protocol/event.ts'
import { Host } from './host.ts'
import { engines } from './trainers.testing.ts'
import type { Engine } from './training/engine.ts'

export const [wasm, cpu] = engines

export const small = (more: ExperimentInput = {}): Experiment =>
  expectExperiment({
    data: { set: 'moons', train: 40, validation: 20, test: 30, noise: 0.2 },
    model: { layers: [{ units: 6 }] },
    training: { batchSize: 10, epochs: 3 },
    regularization: { dropout: 0.1, l1: 1e-3 },
    ...more,
  })

/** What a worker does with this engine, and the events that it posts. */
export function openHost(device: Engine = cpu) {
  const events: EngineEvent[] = []
  /** Whether the worker has announced that it may hear nothing for long. */
  const announced = { busy: false }
  const waiting: { done: (event: EngineEvent) => boolean; resolve: () => void }[] = []
  const host = new Host(device, {
    post(event) {
      if (event.type === 'busy') {
        expect(event.busy).toBe(!announced.busy)
        announced.busy = event.busy
        return
      }
      events.push(event)
      for (const each of waiting.splice(0)) each.done(event) ? each.resolve() : waiting.push(each)
    },
    now: () => performance.now(),
    yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
    rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
  const until = (done: (event: EngineEvent) => boolean) =>
    new Promise<void>((resolve) => {
      waiting.push({ done, resolve })
    })
  const start = (run: string, experiment: Experiment) =>
    host.hear({
      type: 'start',
      run,
      experiment,
      weights: null,
      from: null,
      oneEpoch: false,
      pace: null,
      keepEpochs: false,
    })
  const ask = async (question: Extract<Command, { request: number }>) => {
    const answered = (event: EngineEvent) => 'request' in event && event.request === question.request
    const answer = until(answered)
    host.hear(question)
    await answer
    return events.find(answered)!
  }
  return { host, events, announced, until, start, ask }
}

/** A worker that still had something to say has said it by then. */
export const quiet = () => new Promise((resolve) => setTimeout(resolve, 30))
