/** Live mode with a client that trains nothing: what is asked of it, and what tests let it answer. */
import { expect, vi } from 'vitest'
import type { ClientEvent } from '../../client/client-event.ts'
import { quietClient } from '../../client/quiet-client.testing.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import type { EnginePreference } from '../../domain/run/engines.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { type AppStore, createAppStore } from '../store.ts'
import { createLive } from './live.ts'

export const SMALL = 'data=moons&train=40&validation=40&test=40&layers=4&epochs=3&patience=off'

let time = 0
let predict: () => Promise<Float32Array>

export let app: AppStore
export let tell: (event: ClientEvent) => void
/** Runs that were started and neither ended nor disposed. */
export let training: Map<string, { experiment: Experiment; engine: EnginePreference | undefined }>
export let startedInAll: number
export let loads: string[]

export function openLivePage() {
  vi.useFakeTimers()
  time = 1000
  startedInAll = 0
  loads = []
  predict = async () => new Float32Array([0.5])
  training = new Map()
  const listeners = new Set<(event: ClientEvent) => void>()
  tell = (event) => {
    for (const listener of listeners) listener(event)
  }
  app = createAppStore(
    {
      client: {
        ...quietClient,
        listen(listener) {
          listeners.add(listener)
          return () => {}
        },
        start(run, experiment, options) {
          startedInAll++
          training.set(run, { experiment, engine: options?.engine })
        },
        dispose: (run) => void training.delete(run),
        predict: () => predict(),
      },
      load: (set) => {
        loads.push(set)
        return new Promise(() => {})
      },
      deviceMemory: 8,
      language: 'en',
      theme: null,
      now: () => time,
    },
    createLive,
  )
  app.actions.openLink(`#${SMALL}`)
}

export function closeLivePage() {
  app.actions.setLive(false)
  vi.useRealTimers()
}

/** Time goes by for the page's clock, and for nothing else. */
export function pass(ms: number) {
  time += ms
}

/** What networks answer from now on. */
export function answerBy(predicting: () => Promise<Float32Array>) {
  predict = predicting
}

export const row = (epoch: number, validation: number, seconds = 0.01): EpochRow => ({
  epoch,
  train: { loss: 0.5, accuracy: 0.9 },
  validation: { loss: validation, accuracy: 0.8 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [0.1],
  seconds,
})

export const live = () => app.store.getState().live!
export const shownL2 = () => live().shown?.own.experiment.regularization.l2
export const running = () => [...training.keys()]
export const only = () => {
  expect(running()).toHaveLength(1)
  return running()[0]!
}

export function grow(run: string, losses: readonly number[], took = 30) {
  tell({ type: 'placed', run, engine: { name: 'wasm', device: '' }, after: 0, quicker: null })
  tell({ type: 'running', run })
  const rows = losses.map((loss, i) => row(i + 1, loss, took / 1000 / losses.length))
  const best = losses.indexOf(Math.min(...losses)) + 1
  tell({ type: 'epochs', run, rows, patience: { best, wait: losses.length - best } })
  return best
}

/** The run ends with these validation losses; its network is asked before it is shown. */
export async function finish(run: string, losses: readonly number[] = [0.6, 0.4, 0.5], took = 20) {
  time += took
  const { experiment } = training.get(run)!
  const best = grow(run, losses, took)
  training.delete(run)
  tell({
    type: 'finished',
    run,
    outcome: { kind: 'completed', epoch: losses.length, best, restored: null },
    last: initialWeights(experiment),
    best: null,
  })
  await vi.advanceTimersByTimeAsync(0)
}

export async function turnOn() {
  app.actions.setLive(true)
  await finish(only())
}
