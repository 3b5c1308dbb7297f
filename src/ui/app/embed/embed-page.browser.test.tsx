import '../tokens.css'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { loadLesson } from '../../../lessons/registry.ts'
import { en } from '../../../text/en/index.ts'
import { quietRoom } from '../../app-context.testing.ts'
import { AppContextProvider } from '../../shared/app-context.tsx'
import { LiveProvider } from '../../shared/live-context.tsx'
import { OpeningProvider } from '../../shared/opening.tsx'
import { App } from '../app.tsx'
import EmbedPage from './embed-page.tsx'

const SCENE = 'data=moons&train=40&validation=40&test=40&layers=8&epochs=4&patience=off'

beforeEach(() => page.viewport(640, 480))
afterEach(() => {
  vi.restoreAllMocks()
  delete document.documentElement.dataset.theme
  history.replaceState(null, '', location.pathname + location.search)
})

async function show(link: string) {
  await cleanup()
  history.replaceState(null, '', `#${link}&embed=1`)
  const context = quietRoom('', {}, true)
  const screen = await render(
    <AppContextProvider value={context}>
      <App />
    </AppContextProvider>,
  )
  await expect.element(screen.getByRole('link', { name: en.embed.open })).toBeVisible()
  /** What the way to the full page opens, without the address. */
  const full = () =>
    screen.getByRole('link', { name: en.embed.open }).element().getAttribute('href')!.replace(/.*#/, '')
  return { screen, full, ...context.app }
}

const controls = (screen: Awaited<ReturnType<typeof show>>['screen']) =>
  screen
    .getByRole('group', { name: en.presenting.controls })
    .getByRole('slider')
    .elements()
    .map((slider) => document.querySelector(`label[for="${slider.id}"]`)!.textContent)

test('its controls are those of the link, without what that hides; by itself what the link changes comes first', async () => {
  expect(controls((await show(`${SCENE}&controls=lr,batch`)).screen)).toEqual(['Learning rate', 'Batch size'])
  const hidden = await show(`${SCENE}&controls=lr,batch&hide=lr`)
  expect(controls(hidden.screen)).toEqual(['Batch size'])
  const changed = await show('preset=overfitting&lr=0.02&compare=l2:0/0.1')
  expect(controls(changed.screen)).toEqual(['Learning rate', 'Dropout', 'Train samples'])
  const none = await show(`${SCENE}&controls=`)
  expect(none.screen.getByRole('group', { name: en.presenting.controls }).elements()).toEqual([])
})

test('the sentence over an empty chart is left out where it would cover the names of the levels', async () => {
  const { screen } = await show(SCENE)
  await expect.element(screen.getByText(en.stage.empty)).toBeVisible()
  await page.viewport(366, 480)
  await expect.element(screen.getByText(en.stage.empty)).not.toBeVisible()
  await expect.element(screen.getByText('Ready.')).toBeVisible()
})

test('a run that the link asks for begins when the page is seen, and not before', async () => {
  let see: (entries: { intersectionRatio: number }[]) => void = () => {}
  const observe = vi.fn()
  class Watch {
    constructor(seen: typeof see) {
      see = seen
    }
    observe = observe
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', Watch)
  const { store } = await show(`${SCENE}&run=1`)
  await vi.waitFor(() => expect(observe).toHaveBeenCalledWith(document.documentElement))
  see([{ intersectionRatio: 0.1 }])
  expect(store.getState().runs).toEqual([])
  see([{ intersectionRatio: 0.5 }])
  expect(store.getState().runs).toHaveLength(1)

  const live = await show(`${SCENE}&live=1`)
  expect(live.store.getState().live).toBeNull()
  see([{ intersectionRatio: 1 }])
  expect(live.store.getState().live).not.toBeNull()
  expect(live.store.getState().runs).toEqual([])
  vi.unstubAllGlobals()
})

test('it keeps no choice of theme or language, and reads none', async () => {
  localStorage.setItem('fitting-room/theme', 'light')
  const before = JSON.stringify({ ...localStorage })
  const { store } = await show(`${SCENE}&theme=dark&lang=en`)
  await expect.poll(() => document.documentElement.dataset.theme).toBe('dark')
  expect(store.getState().view.theme).toBe('dark')
  expect(JSON.stringify({ ...localStorage })).toBe(before)
  localStorage.removeItem('fitting-room/theme')
})

test('the full page is opened at what stands here, with what its author says of a page, but for its theme', async () => {
  const { full, actions } = await show(`${SCENE}&hide=l2&panes=fit&lang=en&theme=dark`)
  await expect.poll(full).toBe(`${SCENE}&hide=l2&panes=fit&lang=en`)
  actions.edit('lr', 0.02)
  await expect.poll(full).toMatch(/&lr=0.02&.*&hide=l2/)
  actions.runOrPause()
  await expect.poll(full).toMatch(/&run=1$/)
  // What was trained is no longer what the controls say.
  actions.edit('lr', 0.03)
  await expect.poll(full).not.toContain('run=1')
})

test('of a lesson it has the experiment, and leads to the lesson as long as that is unchanged', async () => {
  const { full, actions, store } = await show('lesson=early-stopping&step=3')
  await expect.poll(full).toBe('lesson=early-stopping&step=3')
  expect(store.getState().draft.comparison?.setting).toBe('patience')
  expect(store.getState().lesson).toBeNull()
  actions.edit('dropout', 0.2)
  await expect.poll(full).toBe('preset=overfitting&dropout=0.2&compare=patience:off/20')
})

test('a lesson that cannot be fetched can be asked for again', async () => {
  const load = vi.fn(loadLesson).mockRejectedValueOnce(new Error('offline'))
  history.replaceState(null, '', '#lesson=early-stopping&embed=1')
  const context = quietRoom('', {}, true)
  const screen = await render(
    <AppContextProvider value={context}>
      <OpeningProvider>
        <LiveProvider>
          <EmbedPage load={load} />
        </LiveProvider>
      </OpeningProvider>
    </AppContextProvider>,
  )
  await expect.element(screen.getByRole('alert')).toHaveTextContent(en.notLoaded)
  await screen.getByRole('button', { name: en.data.retry }).click()
  await expect.element(screen.getByRole('link', { name: en.embed.open })).toBeVisible()
  expect(context.app.store.getState().draft.comparison?.setting).toBe('patience')
})

test('buttons name no keys, and keys do nothing by themselves', async () => {
  const { screen, store } = await show(SCENE)
  const step = screen.getByRole('button', { name: en.controls.step }).element()
  expect(step.getAttribute('title')).toBe(en.controls.stepHint)
  const before = store.getState()
  await userEvent.keyboard(' svplr')
  expect(store.getState()).toBe(before)
})

test('what the page around is told of the height follows what is here, and never falls at one width', async () => {
  const told: number[] = []
  vi.spyOn(parent, 'postMessage').mockImplementation((message: unknown) => {
    const { fittingRoom } = message as { fittingRoom?: { height: number } }
    if (fittingRoom) told.push(fittingRoom.height)
  })
  const { actions } = await show(`${SCENE}&colour=red`)
  await expect.poll(() => told.length).toBeGreaterThan(0)
  const withNotice = told.at(-1)!
  actions.dismiss('link')
  await expect.element(page.getByText('colour')).not.toBeInTheDocument()
  await page.viewport(640, 900)
  expect(Math.max(...told)).toBe(withNotice)
  expect(told.at(-1)).toBe(withNotice)
  // Below each other the controls need more room.
  await page.viewport(360, 480)
  await expect.poll(() => told.at(-1)).toBeGreaterThan(withNotice)
  await page.viewport(640, 480)
  await expect.poll(() => told.at(-1)).toBeLessThan(withNotice)
})
