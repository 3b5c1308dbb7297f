import { afterEach, expect, it, vi } from 'vitest'
import { quietClient } from '../client/quiet-client.testing.ts'
import { presetScene } from '../domain/link/scene.ts'
import type { AppState } from '../store/state.ts'
import { type AppStore, createAppStore } from '../store/store.ts'
import { quietRoom } from '../ui/app-context.testing.ts'
import { followAddress } from './address.ts'

let stop = () => {}

afterEach(() => {
  stop()
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
    dialogs: [],
    view,
  }) as unknown as AppState

it('a link that is opened while a change waits to be written is not written over', async () => {
  const listeners: ((now: AppState, before: AppState) => void)[] = []
  let now = state('overfitting')
  const openLink = vi.fn((_hash: string) => ({ run: false, runs: null }))
  const store = {
    getState: () => now,
    subscribe: (listener: (typeof listeners)[number]) => {
      listeners.push(listener)
      return () => {}
    },
  }
  stop = followAddress({ store, actions: { openLink } } as unknown as AppStore)
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
  const store = { getState: () => state('sparsity'), subscribe: () => () => {} }
  const handOverRuns = vi.fn(async () => {})
  /** A page that is opened at a link, in this way, and has started its run unless it may not. */
  const visit = async (hash: string, type: 'navigate' | 'reload') => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type } as unknown as PerformanceEntry])
    history.replaceState(null, '', hash)
    stop()
    stop = followAddress({ store, actions: { openLink }, handOverRuns } as unknown as AppStore)
    await vi.waitFor(() => expect(location.hash).not.toContain('run=1'))
  }
  await visit('#preset=sparsity&run=1', 'navigate')
  await visit('#preset=sparsity&run=1', 'reload')
  await visit('#preset=more-data&run=1', 'reload')
  await visit('#preset=more-data&run=1', 'navigate')
  expect(openLink.mock.calls.map(([, mayRun]) => mayRun)).toEqual([true, false, true, true])
  expect(handOverRuns).toHaveBeenCalledTimes(3)
})

/** A page with a store of its own, at its own entry of the history. */
function opened(hash = '#data=moons') {
  history.pushState(null, '', hash)
  const app = createAppStore({
    client: quietClient,
    load: () => new Promise(() => {}),
    deviceMemory: undefined,
    language: 'en',
    theme: null,
  })
  stop = followAddress(app)
  const { look } = app.actions
  return { app, look, view: () => app.store.getState().view }
}

/** The browser goes back in its own time. */
async function back() {
  const arrived = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
  history.back()
  await arrived
}

const depth = () => (history.state as { trail: unknown[] }).trail.length

it('Back closes what was opened last, one after the other, and settings and runs stay', async () => {
  const { app, look, view } = opened()
  look({ sweeping: true })
  await vi.waitFor(() => expect(location.hash).toContain('view=sweep'))
  app.actions.edit('noise', 0.375)
  app.actions.runOrPause()
  look({ presenting: true })
  await vi.waitFor(() => expect(location.hash).toContain('view=present'))
  expect(depth()).toBe(3)
  const { runs, draft } = app.store.getState()
  expect(runs).toHaveLength(1)

  await back()
  expect(view()).toMatchObject({ presenting: false, sweeping: true })
  await back()
  expect(view()).toMatchObject({ presenting: false, sweeping: false })
  expect(app.store.getState()).toMatchObject({ runs, draft })
  // The entry has the settings as they are now, and not as they were when it was left.
  await vi.waitFor(() => expect(location.hash).toContain('noise=0.375'))
  const forward = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
  history.forward()
  await forward
  expect(view()).toMatchObject({ presenting: false, sweeping: true })
})

it('Back leaves a lesson, and what the person had is there again', async () => {
  const { app } = opened('#data=moons&noise=0.25')
  app.actions.openLesson('l2')
  await vi.waitFor(() => expect(location.hash).toContain('lesson=l2'))
  app.actions.openLesson('l1', 'see')
  await vi.waitFor(() => expect(location.hash).toContain('lesson=l1'))
  await back()
  expect(app.store.getState().lesson?.key).toBe('l2')
  await back()
  expect(app.store.getState().lesson).toBeNull()
  expect(app.store.getState().draft.experiment.data).toMatchObject({ set: 'moons', noise: 0.25 })
})

it('what is closed on the page leaves no entry behind, and no change of a setting makes one', async () => {
  const { app, look } = opened()
  const length = history.length
  for (let times = 0; times < 3; times++) {
    look({ presenting: true })
    await vi.waitFor(() => expect(depth()).toBe(2))
    look({ presenting: false })
    await vi.waitFor(() => expect(depth()).toBe(1))
    app.actions.edit('noise', 0.125 * (times + 1))
    await vi.waitFor(() => expect(location.hash).toContain(`noise=${0.125 * (times + 1)}`))
  }
  expect(history.length).toBe(length + 1)
})

it('going back beyond a link that was opened opens the link before it', async () => {
  const { app } = opened('#data=moons')
  await vi.waitFor(() => expect(history.state).not.toBeNull())
  const heard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
  location.hash = '#data=circle'
  await heard
  expect(app.store.getState().draft.experiment.data.set).toBe('circle')
  await back()
  expect(app.store.getState().draft.experiment.data.set).toBe('moons')
})

it('with an assignment the address is one of its experiments, whatever the controls show', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { app } = quietRoom('')
  history.replaceState(null, '', '#data=moons&hide=all-but:layers,lr&assignment=max-loss:0.3')
  stop = followAddress(app)
  const written = () => {
    vi.advanceTimersByTime(1000)
    return location.hash
  }
  app.actions.edit('lr', 0.02)
  expect(written()).toMatch(/^#data=moons&.*lr=0.02&hide=all-but:layers,lr&assignment=max-loss:0.3$/)
  app.actions.edit('noise', 0.1)
  expect(written()).not.toMatch(/noise|lr=0.02/)
  app.actions.visitScene(presetScene('sparsity'))
  expect(written()).toMatch(/^#data=moons&(?!.*lr=).*assignment=max-loss:0.3$/)
})
