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
