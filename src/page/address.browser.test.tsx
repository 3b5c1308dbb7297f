import { afterEach, expect, it, vi } from 'vitest'
import { presetScene } from '../domain/link/scene.ts'
import type { AppState } from '../store/state.ts'
import type { AppStore } from '../store/store.ts'
import { followAddress } from './address.ts'

afterEach(() => {
  vi.useRealTimers()
  history.replaceState(null, '', location.pathname + location.search)
})

it('a link that is opened while a change waits to be written is not written over', async () => {
  const listeners: ((now: AppState, before: AppState) => void)[] = []
  const view = { sideBySide: false, pane: 'quality', onStage: false, modelView: 'fit', hide: [] }
  const state = (preset: 'overfitting' | 'sparsity') =>
    ({
      draft: presetScene(preset),
      aside: null,
      lesson: null,
      live: null,
      engine: 'auto',
      pace: null,
      view,
    }) as unknown as AppState
  let now = state('overfitting')
  const openLink = vi.fn((_hash: string) => ({ run: false, runs: null }))
  const store = {
    getState: () => now,
    subscribe: (listener: (typeof listeners)[number]) => listeners.push(listener),
  }
  followAddress({ store, actions: { openLink } } as unknown as AppStore)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const before = now
  now = state('sparsity')
  for (const listener of listeners) listener(now, before)

  const heard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
  location.hash = '#preset=more-data'
  vi.advanceTimersByTime(1000)
  expect(location.hash).toBe('#preset=more-data')
  await heard
  expect(openLink).toHaveBeenLastCalledWith('#preset=more-data')
})
