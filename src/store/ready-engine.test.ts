import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineClient } from '../client/client.ts'
import type { ClientEvent } from '../client/client-event.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import { keepReady } from './ready-engine.ts'
import { createLab, type Lab } from './store.ts'

const nothing = () => {}
const prepared: string[] = []
let say: (event: ClientEvent) => void
let arrive: () => void
let lab: Lab

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
  lab = createLab({
    client,
    load: () =>
      new Promise((resolve) => {
        arrive = () => resolve({ inputs: new Uint8Array(), targets: new Uint8Array() })
      }),
    deviceMemory: 8,
    language: 'en',
    theme: null,
  })
  keepReady(lab)
})
afterEach(() => void vi.useRealTimers())

const rest = () => vi.advanceTimersByTimeAsync(500)

describe('the engine is ready for the draft', () => {
  it('when it has come to rest, once for all the edits of a drag', async () => {
    await rest()
    expect(prepared).toEqual(['moons'])
    for (let width = 10; width < 20; width++) {
      lab.actions.edit('train', width)
      await vi.advanceTimersByTimeAsync(50)
    }
    await rest()
    expect(prepared).toEqual(['moons', 'moons'])
  })

  it('not before its data have come', async () => {
    lab.actions.edit('data', 'digits')
    await rest()
    expect(prepared).toEqual([])
    arrive()
    await rest()
    expect(prepared).toEqual(['digits'])
  })

  it('not while something trains, nor where an engine is pinned', async () => {
    await rest()
    lab.actions.runOrPause()
    await rest()
    say({ type: 'running', run: lab.store.getState().runs[0]!.id })
    lab.actions.edit('train', 50)
    await rest()
    lab.actions.reset()
    lab.actions.setEngine('webgl')
    lab.actions.edit('train', 60)
    await rest()
    expect(prepared).toEqual(['moons'])
  })
})
