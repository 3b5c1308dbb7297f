import '../app/tokens.css'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { PANELS, SETTING_KEYS, SETTINGS } from '../../domain/settings/settings.ts'
import { en } from '../../text/en/index.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { FoldingSettings } from './folding-settings.tsx'

test('a panel of which a teacher has hidden everything is gone, and its sign on the folded strip too', async () => {
  const context = quietRoom('#data=moons&hide=all-but:layers,lr')
  const screen = await render(
    <AppContextProvider value={context}>
      <FoldingSettings folded open={true} onOpen={() => {}} />
    </AppContextProvider>,
  )
  const titles = () =>
    [...screen.container.querySelectorAll('section h2')].map(({ textContent }) => textContent)
  const { data, model, optimizer } = en.panelTitles
  await expect.poll(titles).toEqual([data, model, optimizer])
  const strip = screen.getByRole('navigation', { name: en.settings })
  expect(strip.getByRole('button').elements()).toHaveLength(1 + 3)
  context.app.actions.look({ hide: [] })
  await expect.poll(titles).toEqual(PANELS.map((panel) => en.panelTitles[panel]))
  // That of the data also explains them.
  context.app.actions.look({ hide: SETTING_KEYS.filter((key) => SETTINGS[key].panel === 'data') })
  await expect.poll(titles).toEqual(PANELS.map((panel) => en.panelTitles[panel]))
})
