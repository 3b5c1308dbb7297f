import { expect, it } from 'vitest'
import type { ClientEvent } from '../client/client-event.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { effectiveRatesOf } from './effective-rates.ts'
import { createAppStore } from './store.ts'

const row = (epoch: number): EpochRow => ({
  epoch,
  train: { loss: 1 },
  validation: { loss: 1 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0,
})

const rates = (epoch: number, median = 0.1) => ({
  epoch,
  learningRate: 0.1,
  layers: [],
  all: [median, median, median, median, median],
})

function page() {
  const listeners = new Set<(event: ClientEvent) => void>()
  const started: { readonly run: string; readonly experiment: Experiment }[] = []
  const stopped: string[] = []
  const measured: boolean[] = []
  const say = (event: ClientEvent) => {
    for (const listener of [...listeners]) listener(event)
  }
  const app = createAppStore({
    client: {
      ...quietClient,
      listen(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      start: (run, experiment) => void started.push({ run, experiment }),
      stop: (run) => void stopped.push(run),
      measureRates: (on) => void measured.push(on),
    },
    load: () => new Promise(() => {}),
    deviceMemory: 8,
    language: 'en',
    theme: null,
  })
  app.actions.openLink('#data=moons&optimizer=adagrad&epochs=9&run=1')
  const { id } = app.store.getState().runs[0]!
  const known = effectiveRatesOf(app)
  const epochs = () => known.store.getState()[id]?.epochs.map(({ epoch }) => epoch) ?? []
  const end = () => {
    const outcome = { kind: 'completed', epoch: 2, best: 2, restored: null } as const
    say({ type: 'epochs', run: id, rows: [row(1), row(2)], patience: { best: 2, wait: 0 } })
    say({ type: 'finished', run: id, outcome, last: [], best: null })
  }
  return { app, id, known, epochs, say, end, started, stopped, measured }
}

const settled = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

it('runs are measured while somebody watches, and only then', () => {
  const { known, measured } = page()
  const [one, other] = [known.watch(), known.watch()]
  expect(measured).toEqual([true])
  one()
  one()
  expect(measured).toEqual([true])
  other()
  expect(measured).toEqual([true, false])
})

it('what is measured stays with its run; epochs that come again replace those before', () => {
  const { app, id, known, epochs, say } = page()
  for (const epoch of [1, 2, 3]) say({ type: 'rates', run: id, rates: rates(epoch) })
  say({ type: 'rates', run: 'of a sweep', rates: rates(1) })
  say({ type: 'rewound', run: id, epoch: 1 })
  expect(epochs()).toEqual([1])
  say({ type: 'rates', run: id, rates: rates(2, 0.2) })
  expect(epochs()).toEqual([1, 2])
  expect(known.store.getState()[id]!.epochs[1]!.all[2]).toBe(0.2)
  app.actions.reset()
  expect(known.store.getState()).toEqual({})
})

it('an ended run is trained again to be measured, as far as it went', async () => {
  const { app, id, known, epochs, say, end, started, stopped, measured } = page()
  end()
  const done = known.trainAgain(id)
  await settled()
  const again = started.at(-1)!
  expect(again.run).not.toBe(id)
  expect(again.experiment).toEqual(app.store.getState().runs[0]!.experiment)
  expect(measured).toEqual([true])
  say({ type: 'rates', run: again.run, rates: rates(1) })
  say({ type: 'epochs', run: again.run, rows: [row(1)], patience: { best: 1, wait: 0 } })
  expect(known.store.getState()[id]!.again).toEqual({ epoch: 1 })
  // The run was ended after two epochs; what the repetition does beyond is not the run's.
  for (const epoch of [2, 3]) say({ type: 'rates', run: again.run, rates: rates(epoch) })
  say({ type: 'epochs', run: again.run, rows: [row(2), row(3)], patience: { best: 1, wait: 0 } })
  expect(stopped).toContain(again.run)
  const outcome = { kind: 'stopped', epoch: 3, best: 1, restored: null } as const
  say({ type: 'finished', run: again.run, outcome, last: [], best: null })
  await done
  expect(epochs()).toEqual([1, 2])
  expect(known.store.getState()[id]!.again).toBeNull()
  expect(measured).toEqual([true, false])
})

it('a repetition that fails says so', async () => {
  const { id, known, say, end, started } = page()
  end()
  const done = known.trainAgain(id)
  await settled()
  say({ type: 'failed', run: started.at(-1)!.run, reason: 'engine', message: 'none' })
  await done
  expect(known.store.getState()[id]!.again).toEqual({ failed: true })
})
