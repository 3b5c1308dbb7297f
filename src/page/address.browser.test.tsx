import { afterEach, expect, it, vi } from 'vitest'
import { presetScene } from '../domain/link/scene.ts'
import type { AppState } from '../store/state.ts'
import type { AppStore } from '../store/store.ts'
import { followAddress } from './address.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  sessionStorage.clear()
  history.replaceState(null, '', location.pathname + location.search)
})

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

it('a link that is opened while a change waits to be written is not written over', async () => {
  const listeners: ((now: AppState, before: AppState) => void)[] = []
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
  expect(openLink).toHaveBeenLastCalledWith('#preset=more-data', true)
})

it('a reload that still has the address of a run that was started does not start it again', async () => {
  const openLink = vi.fn((_hash: string, _mayRun?: boolean) => ({ run: true, runs: null }))
  const store = { getState: () => state('sparsity'), subscribe: () => {} }
  const handOverRuns = vi.fn(async () => {})
  /** A page that is opened at a link, in this way, and has started its run unless it may not. */
  const visit = async (hash: string, type: 'navigate' | 'reload') => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type } as unknown as PerformanceEntry])
    history.replaceState(null, '', hash)
    followAddress({ store, actions: { openLink }, handOverRuns } as unknown as AppStore)
    await vi.waitFor(() => expect(location.hash).not.toContain('run=1'))
  }
  await visit('#preset=sparsity&run=1', 'navigate')
  await visit('#preset=sparsity&run=1', 'reload')
  await visit('#preset=more-data&run=1', 'reload')
  await visit('#preset=more-data&run=1', 'navigate')
  expect(openLink.mock.calls.map(([, mayRun]) => mayRun)).toEqual([true, false, true, true])
  expect(handOverRuns).toHaveBeenCalledTimes(3)
})
