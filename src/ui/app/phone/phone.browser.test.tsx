import '../tokens.css'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { en } from '../../../text/en/index.ts'
import { quietRoom } from '../../app-context.testing.ts'
import { AppContextProvider } from '../../shared/app-context.tsx'
import { Phone } from './phone.tsx'

test('a lesson that speaks of the program shows it, though it hides the tools', async () => {
  await page.viewport(390, 844)
  const context = quietRoom('#data=circle')
  context.app.actions.openLesson('keras-flow', 'see')
  const screen = await render(
    <AppContextProvider value={context}>
      <Phone />
    </AppContextProvider>,
  )
  context.app.actions.look({ code: true })
  await expect.element(screen.getByRole('dialog', { name: en.drawer.button })).toBeVisible()
})

test.each([
  ['upright', 390, 844],
  ['on its side', 844, 390],
])(
  'at its full height on a phone %s the sheet leaves the run bar and its handle, which closes it',
  async (_, width, height) => {
    await page.viewport(width, height)
    const screen = await render(
      <AppContextProvider value={quietRoom('#data=circle')}>
        <Phone />
      </AppContextProvider>,
    )
    const handle = screen.getByRole('button', { name: en.settings, exact: true })
    const sheet = () => handle.element().closest('[data-stop]')!
    await handle.click()
    await handle.click()
    await expect.poll(() => sheet().getAttribute('data-stop')).toBe('full')
    const bar = screen.getByRole('button', { name: en.controls.run }).element().getBoundingClientRect()
    await expect.poll(() => handle.element().getBoundingClientRect().top).toBeGreaterThan(bar.bottom)
    await handle.click()
    await expect.poll(() => sheet().getAttribute('data-stop')).toBe('head')
  },
)
