import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import manifest from '../../../public/data/manifest.json' with { type: 'json' }
import { DATA_SETS } from '../../domain/experiment/experiment.ts'
import type { Language } from '../../domain/link/page-keys.ts'
import { allMessages } from '../../text/messages.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { AboutDataButton } from './about-data-button.tsx'

async function opened(language: Language = 'en') {
  const loads: string[] = []
  const load = async (set: string) => {
    loads.push(set)
    return { inputs: new Uint8Array(10_000 * 784), targets: new Uint8Array(10_000) }
  }
  const context = quietRoom('', { load, language })
  const { app } = context
  loads.length = 0
  const screen = await render(
    <AppContextProvider value={context}>
      <AboutDataButton />
    </AppContextProvider>,
  )
  const t = allMessages(language)
  const button = screen.getByRole('button', { name: t.data.about })
  await button.click()
  const dialog = screen.getByRole('dialog', { name: t.aboutData.title })
  await expect.element(dialog).toBeVisible()
  return { app, loads, screen, button, dialog, t }
}

test.each(['en', 'zh-CN'] as const)(
  '%s: every set is there, and nothing is downloaded for it',
  async (language) => {
    const { dialog, loads, t } = await opened(language)
    for (const set of DATA_SETS) {
      const entry = dialog.getByRole('article', { name: t.sets[set], exact: true })
      await expect.element(entry).toBeInTheDocument()
      await expect.element(entry).toHaveTextContent(t.setDescriptions[set])
      // Each fact has a name: no value stands there without one.
      const facts = entry.element().querySelector('dl')!
      expect([...facts.childNodes].every((node) => node instanceof HTMLElement)).toBe(true)
    }
    expect(loads).toEqual([])
  },
)

test('every real set shows its licence with a link, its samples, its citation and what was left out', async () => {
  const { dialog, t } = await opened()
  for (const [set, { licence, licenceUrl, citation }] of Object.entries(manifest)) {
    const entry = dialog.getByRole('article', { name: t.sets[set as keyof typeof manifest], exact: true })
    const name = licence === 'Public domain' ? t.aboutData.publicDomain : licence
    await expect.element(entry.getByRole('link', { name, exact: true })).toHaveAttribute('href', licenceUrl)
    await expect.element(entry).toHaveTextContent(citation)
  }
  const penguins = dialog.getByRole('article', { name: 'Penguins' })
  await expect.element(penguins).toHaveTextContent('342')
  await expect.element(penguins).toHaveTextContent(t.aboutData.missing(2, 344))
})

test('generated sets are drawn and name what they follow', async () => {
  const { dialog } = await opened()
  const spiral = dialog.getByRole('article', { name: 'Spiral' })
  await expect.element(spiral.getByRole('img')).toBeVisible()
  await expect
    .element(spiral.getByRole('link', { name: 'TensorFlow Playground' }))
    .toHaveAttribute('href', 'https://github.com/tensorflow/playground')
})

test('pictures of a packed set appear once it has been downloaded anyway', async () => {
  const { app, screen, button, dialog } = await opened()
  const pictures = dialog.getByRole('article', { name: 'MNIST digits' }).getByRole('listitem')
  expect(pictures.elements()).toHaveLength(0)
  await userEvent.keyboard('{Escape}')
  app.actions.edit('data', 'digits')
  await app.sources.want(app.store.getState().draft.experiment.data)
  await button.click()
  await expect.element(screen.getByRole('dialog')).toBeVisible()
  await expect.poll(() => pictures.elements().length).toBe(6)
})

test('Escape closes it, and so does its button; the focus goes back to where it was opened', async () => {
  const { screen, button, dialog, t } = await opened()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  await expect.element(button).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(dialog).toBeVisible()
  await dialog.getByRole('button', { name: t.aboutData.close }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(button).toHaveFocus()
})

test("the page's keys are out of reach while it is open", async () => {
  await opened()
  const heard: string[] = []
  const listen = (event: KeyboardEvent) => void heard.push(event.key)
  addEventListener('keydown', listen)
  await userEvent.keyboard('s')
  removeEventListener('keydown', listen)
  expect(heard).toEqual([])
})
