/** Clients that train nothing: one says nothing, the other what a test lets it say. */
import type { ClientEvent } from './client-event.ts'
import type { EngineClient } from './engine-client.ts'

const nothing = () => {}

export const quietClient: EngineClient = {
  listen: () => nothing,
  supply: nothing,
  prepare: nothing,
  speeds: () => [],
  start: nothing,
  pause: nothing,
  resume: nothing,
  step: nothing,
  stop: nothing,
  setPace: nothing,
  dispose: nothing,
  measureRates: nothing,
  predictRun: async () => new Float32Array(),
  predict: async () => new Float32Array(),
  inspectRun: () => new Promise(nothing),
  inspect: () => new Promise(nothing),
  test: async () => ({ loss: 0 }),
}

/** A quiet client, but for what it is given, whose listeners hear what the test tells. */
export function tellingClient(more: Partial<EngineClient> = {}) {
  const listeners = new Set<(event: ClientEvent) => void>()
  const client: EngineClient = {
    ...quietClient,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ...more,
  }
  const tell = (event: ClientEvent) => {
    for (const listener of listeners) listener(event)
  }
  return { client, tell }
}
