/** A page without workers, for tests of what edits its draft or tells about it: nothing trains, nothing is kept. */
import type { EngineClient } from '../client/client.ts'
import { watchFit } from '../store/fit.ts'
import { createLab } from '../store/lab.ts'
import type { LabWorld } from '../store/lab-state.ts'
import { createSweeps } from '../store/sweeps.ts'
import type { Room } from './lab-context.tsx'

const nothing = () => {}

const client: EngineClient = {
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
  predictLive: async () => new Float32Array(),
  predict: async () => new Float32Array(),
  test: async () => ({ loss: 0 }),
}

export function quietRoom(hash: string, world: Partial<LabWorld> = {}): Room {
  const lab = createLab({
    client,
    load: () => new Promise(nothing),
    deviceMemory: 8,
    language: 'en',
    theme: null,
    ...world,
  })
  lab.actions.openLink(hash)
  const { sources } = lab
  const sweeps = createSweeps({ client, sources, storage: null, cores: 1, deviceMemory: 8, now: () => 0 })
  return { lab, fit: watchFit(lab), sweeps }
}
