/** A page without workers, for tests of what edits its draft or tells about it: nothing trains, nothing is kept. */
import { quietClient as client } from '../client/quiet-client.testing.ts'
import { watchFit } from '../store/predictions.ts'
import type { LabWorld } from '../store/state.ts'
import { createLab } from '../store/store.ts'
import { createSweeps } from '../store/sweeps.ts'
import { createTunedComparison } from '../store/tuned-comparison.ts'
import type { Room } from './shared/app-context.tsx'

export function quietRoom(hash: string, world: Partial<LabWorld> = {}): Room {
  const lab = createLab({
    client,
    load: () => new Promise(() => {}),
    deviceMemory: 8,
    language: 'en',
    theme: null,
    ...world,
  })
  lab.actions.openLink(hash)
  const { sources } = lab
  const training = (name: string) =>
    createSweeps({ name, client, sources, storage: null, cores: 1, deviceMemory: 8, now: () => 0 })
  return {
    lab,
    fit: watchFit(lab),
    sweeps: training('sweep'),
    tunedComparison: createTunedComparison(lab, training('rates')),
  }
}
