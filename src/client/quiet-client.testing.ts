/** A client that trains nothing and says nothing. */
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
  predictLive: async () => new Float32Array(),
  predict: async () => new Float32Array(),
  inspectLive: () => new Promise(nothing),
  inspect: () => new Promise(nothing),
  test: async () => ({ loss: 0 }),
}
