import '../app/tokens.css'
import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { decodeLink } from '../../domain/link/link.ts'
import { presetScene } from '../../domain/link/scene.ts'
import { NO_TABLES } from '../../domain/table/library.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import LectureBar from './lecture-bar.tsx'
import { lastScenes } from './use-lecture.ts'

let copied: string[]

beforeEach(async () => {
  localStorage.clear()
  await page.viewport(1280, 800)
  copied = []
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text))
})

async function shown(hash: string) {
  const context = quietRoom(hash)
  const { app } = context
  const screen = await render(
    <AppContextProvider value={context}>
      <LectureBar />
      <div data-column style={{ height: 60, overflowY: 'auto' }} tabIndex={-1}>
        <div style={{ height: 200 }} />
      </div>
    </AppContextProvider>,
  )
  const button = (name: string | RegExp) => screen.getByRole('button', { name })
  const titles = () => app.store.getState().lecture!.scenes.map(({ title }) => title)
  return { screen, app, button, titles, set: () => app.store.getState().draft.experiment.data.set }
}

const HASH = '#scenes=title=Rings%26data=circle|data=spiral%26run=1|title=Moons%26data=moons&step=1'

test('the page is added behind the scene that is shown, and what was put together is remembered', async () => {
  const { screen, app, button } = await shown('#data=circle&train=70&hide=lr')
  app.actions.setLecture([], null)
  await expect.element(screen.getByText(/^No scene yet/)).toBeVisible()
  await button('Add this page').click()
  app.actions.edit('train', 90)
  app.actions.look({ sideBySide: true, pane: 'weights' })
  await button('Add this page').click()
  await expect.element(screen.getByText('2 / 2')).toBeVisible()
  await button(/^Previous scene/).click()
  await expect.element(screen.getByText('1 / 2')).toBeVisible()
  expect(app.store.getState().draft.experiment.data.train).toBe(70)
  app.actions.edit('train', 80)
  await button('Add this page').click()
  const read = lastScenes().map(({ link }) => decodeLink(link, NO_TABLES))
  expect(read.map(({ experiment }) => experiment.data.train)).toEqual([70, 80, 90])
  expect(read.map(({ hide, panes }) => [hide, panes])).toEqual([
    [['lr'], null],
    [['lr'], null],
    [['lr'], 'weights'],
  ])
})

test('of a lesson it is the lesson that is added, until its settings are changed: then it is what the controls show', async () => {
  const { app, button } = await shown('#data=circle')
  app.actions.setLecture([], null)
  app.actions.openLesson('overfitting-over-time', 'see')
  const add = () => userEvent.click(button('Add this page'))
  await add()
  app.actions.beginLesson(presetScene('early-stopping'), null)
  const { learningRate } = app.store.getState().draft.experiment.optimizer
  app.actions.edit('lr', 0.02)
  await add()
  // Put back by hand, it is the lesson's scene again.
  app.actions.edit('lr', learningRate)
  await add()
  const added = app.store.getState().lecture!.scenes.map(({ link }) => link)
  expect(added).toEqual([
    'lesson=overfitting-over-time&step=2',
    'preset=early-stopping&lr=0.02',
    'lesson=overfitting-over-time&step=2',
  ])
})

test('page keys, arrows and the list lead to scenes; what scrolls keeps its keys', async () => {
  const { screen, set } = await shown(HASH)
  expect(set()).toBe('circle')
  await userEvent.keyboard('{PageDown}')
  expect(set()).toBe('spiral')
  await userEvent.keyboard('{PageDown}{PageDown}')
  expect(set()).toBe('moons')
  await userEvent.keyboard('{PageUp}')
  expect(set()).toBe('spiral')
  const list = screen.getByRole('combobox', { name: 'Scene' })
  await expect.element(list).toHaveTextContent(/1\s+Rings2\s+\S.*3\s+Moons/)
  await list.selectOptions('3  Moons')
  expect(set()).toBe('moons')
  screen.container.querySelector<HTMLElement>('[data-column]')!.focus()
  await userEvent.keyboard('{PageUp}')
  expect(set()).toBe('moons')
})

test('a scene that has no title is called by what it shows, a comparison too', async () => {
  const { screen } = await shown('#scenes=preset=overfitting|preset=overfitting%26compare=l2:0/0.01&step=1')
  await expect
    .element(screen.getByRole('combobox', { name: 'Scene' }))
    .toHaveTextContent(/1\s+Overfitting moons2\s+Overfitting moons · L2: 2 values$/)
})

test('scenes are named, moved, made to run, removed and brought back; the link is the lecture as it then is', async () => {
  const { screen, app, button, titles } = await shown(HASH)
  await button('Edit').click()
  const title = (scene: number) => screen.getByRole('textbox', { name: `Title of scene ${scene}` })
  await title(2).fill('Two arms')
  await button('Move scene 3 up').click()
  expect(titles()).toEqual(['Rings', 'Moons', 'Two arms'])
  await button('Move scene 1 down').click()
  // It is still the scene that is shown.
  expect(app.store.getState().lecture!.at).toBe(1)
  await button('Remove scene 1').click()
  expect(titles()).toEqual(['Rings', 'Two arms'])
  await expect.element(screen.getByText('Removed: Moons')).toBeVisible()
  await button('Undo').click()
  expect(titles()).toEqual(['Moons', 'Rings', 'Two arms'])
  await screen.getByRole('checkbox', { name: 'Run when it opens' }).nth(1).click()
  await button('Copy link').click()
  const { scenes, experiment, run } = decodeLink(new URL(copied[0]!).hash, NO_TABLES)
  expect(scenes).toEqual([
    { title: 'Moons', link: 'data=moons' },
    { title: 'Rings', link: 'data=circle&run=1' },
    { title: 'Two arms', link: 'data=spiral&run=1' },
  ])
  expect(experiment.data.set).toBe('moons')
  expect(run).toBe(false)
})

test('on a telephone the title of a scene is as wide as its line', async () => {
  await page.viewport(390, 844)
  const { screen, button } = await shown(HASH)
  await button('Edit').click()
  const title = screen.getByRole('textbox', { name: 'Title of scene 1' }).element()
  const right = (element: Element) => element.getBoundingClientRect().right
  expect(right(title)).toBeLessThanOrEqual(right(title.closest('li')!))
})
