import { NO_TABLES } from '../../domain/table/library.ts'
import '../app/tokens.css'
import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { ClientEvent } from '../../client/client-event.ts'
import { quietClient } from '../../client/quiet-client.testing.ts'
import { decodeLink } from '../../domain/link/link.ts'
import { presetScene } from '../../domain/link/scene.ts'
import { runsFromText } from '../../files/runs-link.ts'
import { embedUrl, sceneUrl } from '../../page/urls.ts'
import { en } from '../../text/en/index.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { ShareButton } from './share-button.tsx'

let tell: (event: ClientEvent) => void
let copied: string[]

beforeEach(async () => {
  await page.viewport(1280, 800)
  copied = []
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text))
})

async function show(hash: string) {
  const client = {
    ...quietClient,
    listen(listener: (event: ClientEvent) => void) {
      tell = listener
      return () => true
    },
  }
  const context = quietRoom(hash, { client })
  const screen = await render(
    <AppContextProvider value={context}>
      <ShareButton />
    </AppContextProvider>,
  )
  await screen.getByRole('button', { name: 'Share' }).click()
  const choice = (name: string) => screen.getByRole('region', { name, exact: true })
  return { context, screen, choice }
}

function finish(run: string) {
  const score = { loss: 0.5, accuracy: 0.5 }
  const row = {
    epoch: 1,
    train: score,
    validation: score,
    penalty: 0,
    learningRate: 0.1,
    gradients: [],
    seconds: 1,
  }
  tell({ type: 'epochs', run, rows: [row], patience: { best: 1, wait: 0 } })
  const outcome = { kind: 'completed', epoch: 1, best: 1, restored: null } as const
  tell({ type: 'finished', run, outcome, last: [], best: null })
}

const SCENE = '#data=moons&train=40&validation=40&test=40&layers=8&epochs=1'

test('the first link is the experiment alone, with its length; without runs there is no second', async () => {
  const { screen, choice } = await show(SCENE)
  await choice('The experiment').getByRole('button', { name: 'Copy link' }).click()
  await expect.element(choice('The experiment').getByRole('button', { name: 'Link copied' })).toBeVisible()
  expect(copied).toHaveLength(1)
  expect(copied[0]).toMatch(/#data=moons&train=40&.*epochs=1/)
  await expect.element(choice('The experiment')).toHaveTextContent(`${copied[0]!.length} characters.`)
  await expect.element(screen.getByText('No run on the charts has finished.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Copy link' }).elements()).toHaveLength(0)
})

test('the second link has the finished runs on the charts, and no other', async () => {
  const { context, choice } = await show(`${SCENE}&compare=lr:0.1/0.2/0.3&run=1`)
  const ids = context.app.store.getState().runs.map(({ id }) => id)
  finish(ids[0]!)
  finish(ids[1]!)
  const both = choice('The experiment with its 2 finished runs')
  await both.getByRole('button', { name: 'Copy link' }).click()
  await expect.poll(() => copied.length).toBe(1)
  const length = both.element().textContent?.replace(/\s/g, '') ?? ''
  expect(length).toContain(`${copied[0]!.length}characters.`)
  const read = await runsFromText(/&runs=([\w-]+)$/.exec(copied[0]!)![1]!, NO_TABLES)
  expect(read.ok && read.records.map(({ name }) => name)).toHaveLength(2)
  expect(copied[0]).toContain('compare=lr:0.1/0.2/0.3')
})

test('without access to the clipboard, the link is shown to be copied by hand', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
  const { choice } = await show(SCENE)
  await choice('The experiment').getByRole('button', { name: 'Copy link' }).click()
  const field = choice('The experiment').getByRole('textbox')
  await expect.element(field).toHaveValue(expect.stringMatching(/#data=moons/))
  await expect.element(field).toHaveFocus()
})

test('the third is HTML for another page, with the controls that are chosen for it', async () => {
  const { context, choice } = await show(`${SCENE}&hide=noise`)
  const embed = choice(en.embed.share.title)
  const chosen = (place: number) => embed.getByRole('combobox', { name: en.embed.share.control(place) })
  await expect.element(chosen(1)).toHaveValue('dropout')
  // A setting that stands elsewhere changes places; one place stays empty.
  await chosen(1).selectOptions('l2')
  await expect.element(chosen(2)).toHaveValue('dropout')
  await chosen(3).selectOptions('')
  await embed.getByRole('switch', { name: en.embed.share.starts }).click()
  await embed.getByRole('button', { name: en.embed.share.copy }).click()
  await expect.poll(() => copied).toHaveLength(1)
  const frame = new DOMParser().parseFromString(copied[0]!, 'text/html').querySelector('iframe')!
  expect(frame.title).toBe('Fitting Room: Free experiment')
  expect(frame.loading).toBe('lazy')
  expect(frame.src).toMatch(/#data=moons&.*&hide=noise&controls=l2,dropout&run=1&embed=1$/)
  expect(copied[0]).toContain('&amp;embed=1"')
  // It is what a presentation has, too, and the address of neither page begins a run.
  expect(sceneUrl(context.app)).toMatch(/&controls=l2,dropout$/)
})

test('a table of the person’s own is not offered to other pages, where it would be missing, and the link says that it lacks it', async () => {
  const { choice } = await show('#data=rows')
  await expect.element(choice(en.share.experiment)).toHaveTextContent(en.embed.share.links.tableHint)
  const embed = choice(en.embed.share.title)
  await expect.element(embed).toHaveTextContent(en.embed.share.table)
  expect(embed.getByRole('button').elements()).toEqual([])
})

test('of a lesson the link is the lesson’s and its step, without what the person had; once changed, the experiment', () => {
  const { app } = quietRoom(SCENE)
  app.actions.openLesson('overfitting-over-time', 'explain')
  app.actions.beginLesson(presetScene('early-stopping'), null)
  expect(sceneUrl(app)).toMatch(/#lesson=overfitting-over-time&step=3$/)
  expect(embedUrl(app, ['lr'], true)).toMatch(
    /#controls=lr&lesson=overfitting-over-time&step=3&run=1&embed=1$/,
  )
  app.actions.edit('lr', 0.02)
  expect(sceneUrl(app)).toMatch(/#preset=early-stopping&lr=0.02$/)
  expect(embedUrl(app, [], false)).toMatch(/#preset=early-stopping&lr=0.02&controls=&embed=1$/)
})

test('an assignment is written here: a goal, and what students may change', async () => {
  const { choice, screen } = await show(SCENE)
  const part = choice('Assignment')
  await part.getByRole('button', { name: 'Write an assignment' }).click()
  await part.getByRole('textbox', { name: /^Title/ }).fill('Small & good')
  const value = (n: number) => part.getByRole('textbox', { name: `Condition ${n}: value` })
  await expect.element(value(1)).toHaveValue('90')
  await value(1).fill('93.5')
  await part.getByRole('button', { name: 'Add a condition' }).click()
  await value(2).fill('60')
  await part.getByRole('button', { name: 'Add a condition' }).click()
  await part.getByRole('combobox', { name: 'Condition 3: what' }).selectOptions('verdict')
  const chip = (name: string) => part.getByRole('button', { name, exact: true })
  await expect.element(chip('Layers')).toHaveAttribute('aria-pressed', 'true')
  await expect.element(chip('Noise')).toHaveAttribute('aria-pressed', 'false')
  await chip('Noise').click()
  await chip('Layers').click()
  expect(screen.getByText('Who may change seeds can look for a lucky one.').elements()).toHaveLength(0)
  await part.getByRole('button', { name: 'Copy link' }).click()
  await expect.poll(() => copied.length).toBe(1)
  const link = decodeLink(copied[0]!.replace(/^.*?#/, ''), NO_TABLES)
  expect(link.problems).toEqual([])
  expect(link.experiment).toEqual(decodeLink(SCENE, NO_TABLES).experiment)
  expect(link.assignment).toEqual({
    conditions: [
      { quantity: 'accuracy', bound: 'min', value: 0.935 },
      { quantity: 'parameters', bound: 'max', value: 60 },
      { quantity: 'verdict', value: 'good-fit' },
    ],
    title: 'Small & good',
  })
  for (const key of ['data', 'train', 'layers', 'seed-weights'] as const) expect(link.hide).toContain(key)
  for (const key of ['noise', 'lr', 'epochs', 'dropout'] as const) expect(link.hide).not.toContain(key)
  for (const n of [3, 2, 1]) await part.getByRole('button', { name: `Remove condition ${n}` }).click()
  await expect.element(part.getByRole('alert')).toHaveTextContent('An assignment needs a condition.')
  expect(part.getByRole('button', { name: 'Copy link' }).elements()).toHaveLength(0)
})
