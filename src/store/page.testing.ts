/** A page that stores nothing, with a client and downloads that tests speak for. */
import type { ClientEvent } from '../client/client-event.ts'
import type { EngineClient } from '../client/engine-client.ts'
import { DownloadError } from '../client/packed-data.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { type AppStore, createAppStore } from './store.ts'

interface FakeClient {
  readonly client: EngineClient
  readonly calls: string[]
  say(event: ClientEvent): void
}

/** A client that records its calls, and sends the events that the test gives it. */
function fakeClient(): FakeClient {
  const calls: string[] = []
  let tell: (event: ClientEvent) => void = () => {}
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args.filter((arg) => typeof arg === 'string')].join(' '))
  const client: EngineClient = {
    listen(listener) {
      tell = listener
      return () => {}
    },
    supply: note('supply'),
    prepare: note('prepare'),
    speeds: () => [],
    start: note('start'),
    pause: note('pause'),
    resume: note('resume'),
    step: note('step'),
    stop: note('stop'),
    setPace: note('setPace'),
    measureRates: quietClient.measureRates,
    dispose: note('dispose'),
    predictRun: quietClient.predictRun,
    predict: quietClient.predict,
    inspectRun: quietClient.inspectRun,
    inspect: quietClient.inspect,
    test: async () => ({ loss: 0.4, accuracy: 0.8 }),
  }
  return { client, calls, say: (event: ClientEvent) => tell(event) }
}

export const row = (epoch: number, validation = 1): EpochRow => ({
  epoch,
  train: { loss: 0.5 },
  validation: { loss: validation },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0.1,
})

export let app: AppStore
export let fake: FakeClient
/** The downloads that were begun, which the test ends. */
export let loads: { resolve(): void; reject(): void }[]

export function openPage() {
  fake = fakeClient()
  loads = []
  app = createAppStore({
    client: fake.client,
    load: () =>
      new Promise((resolve, reject) => {
        const source = { inputs: new Uint8Array(), targets: new Uint8Array() }
        loads.push({
          resolve: () => resolve(source),
          reject: () => reject(new DownloadError('unreachable', 'Failed to fetch')),
        })
      }),
    deviceMemory: 8,
    language: 'en',
    theme: null,
  })
}

export const settled = () => new Promise((resolve) => setTimeout(resolve))
export const only = () => app.store.getState().runs[0]!
export const finished = (run: string, epoch: number): ClientEvent => ({
  type: 'finished',
  run,
  outcome: { kind: 'completed', epoch, best: 1, restored: null },
  last: [],
  best: null,
})

export async function start() {
  app.actions.runOrPause()
  await settled()
  const { id } = app.store.getState().runs.at(-1)!
  fake.say({ type: 'running', run: id })
  return id
}
