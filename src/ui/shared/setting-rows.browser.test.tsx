import '../app/tokens.css'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { PresentedControls } from '../app/present/presented-controls.tsx'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from './app-context.tsx'

test('a setting that is compared in several values takes no more room in a presentation than a control', async () => {
  await page.viewport(1280, 800)
  const screen = await render(
    <AppContextProvider value={quietRoom('#compare=l2:0/0.001/0.01&controls=l2,dropout,lr')}>
      {/* As wide as the controls of an enlarged presentation are before they are enlarged. */}
      <div style={{ width: 640 }}>
        <PresentedControls />
      </div>
    </AppContextProvider>,
  )
  await expect.element(screen.getByText('3 values, side by side')).toBeVisible()
  const [compared, control] = [...screen.container.querySelectorAll('[data-row]')].map(
    (row) => row.firstElementChild!.getBoundingClientRect().height,
  )
  expect(compared).toBeLessThanOrEqual(control!)
})
