import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClientEvent } from '../client/client-event.ts'
import type { EngineClient } from '../client/engine-client.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import { keepReady } from './ready-engine.ts'
import { type AppStore, createAppStore } from './store.ts'

const nothing = () => {}
const prepared: string[] = []
let say: (event: ClientEvent) => void
let arrive: () => void
let app: AppStore

const client: EngineClient = {
  ...quietClient,
  listen(listener) {
    say = listener
    return nothing
  },
  prepare: ({ data }) => void prepared.push(data.set),
}

beforeEach(() => {
  vi.useFakeTimers()
  prepared.length = 0
  app = createAppStore({
    client,
    load: () =>
      new Promise((resolve) => {
        arrive = () => resolve({ inputs: new Uint8Array(), targets: new Uint8Array() })
      }),
    deviceMemory: 8,
    language: 'en',
    theme: null,
  })
  keepReady(app)
})
afterEach(() => void vi.useRealTimers())

const rest = () => vi.advanceTimersByTimeAsync(500)

describe('the engine is ready for the draft', () => {
  it('when it has come to rest, once for all the edits of a drag', async () => {
    await rest()
    expect(prepared).toEqual(['moons'])
    for (let width = 10; width < 20; width++) {
      app.actions.edit('train', width)
      await vi.advanceTimersByTimeAsync(50)
    }
    await rest()
    expect(prepared).toEqual(['moons', 'moons'])
  })

  it('not before its data have come', async () => {
    app.actions.edit('data', 'digits')
    await rest()
    expect(prepared).toEqual([])
    arrive()
    await rest()
    expect(prepared).toEqual(['digits'])
  })

  it('not while something trains, nor where an engine is pinned', async () => {
    await rest()
    app.actions.runOrPause()
    await rest()
    say({ type: 'running', run: app.store.getState().runs[0]!.id })
    app.actions.edit('train', 50)
    await rest()
    app.actions.reset()
    app.actions.setEngine('webgl')
    app.actions.edit('train', 60)
    await rest()
    expect(prepared).toEqual(['moons'])
  })
})
