/** A page without workers, for tests of components that read or edit its draft: nothing trains and nothing is kept. */
import { quietClient as client } from '../client/quiet-client.testing.ts'
import type { HandIns } from '../store/hand-ins.ts'
import { watchFit } from '../store/predictions.ts'
import { createResamplings } from '../store/resamplings.ts'
import { createSeedTrials } from '../store/seed-trials.ts'
import type { AppEnvironment } from '../store/state.ts'
import { createAppStore } from '../store/store.ts'
import { createSweeps } from '../store/sweeps.ts'
import { createTunedComparison } from '../store/tuned-comparison.ts'
import type { AppContext } from './shared/app-context.tsx'

export function quietRoom(hash: string, world: Partial<AppEnvironment> = {}, embedded = false): AppContext {
  const app = createAppStore({
    client,
    load: () => new Promise(() => {}),
    deviceMemory: 8,
    language: 'en',
    theme: null,
    ...world,
  })
  app.actions.openLink(hash)
  const { sources } = app
  const queue = (name: string) => ({ name, client: app.client, sources, cores: 1 })
  const training = (name: string) =>
    createSweeps({ ...queue(name), storage: null, tables: app.tables, deviceMemory: 8, now: () => 0 })
  const handIns = new Map<string, HandIns>()
  return {
    app,
    fit: watchFit(app),
    sweeps: training('sweep'),
    tunedComparison: createTunedComparison(app, training('rates')),
    seedTrials: createSeedTrials(queue('trial')),
    resamplings: createResamplings(queue('resample')),
    embedded,
    handIns(assignment, create) {
      const world = { ...queue(`hand-in-${handIns.size}`), tables: app.tables, assignment, storage: null }
      const found = handIns.get(assignment) ?? create(world)
      handIns.set(assignment, found)
      return found
    },
  }
}
