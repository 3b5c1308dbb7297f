import '../app/tokens.css'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { row } from '../../charts/curves/fixture.ts'
import { tellingClient } from '../../client/quiet-client.testing.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { RunList } from './run-list.tsx'

test('where the table has room, the longest verdict stands there whole', async () => {
  await page.viewport(1920, 1080)
  const { client, tell } = tellingClient()
  const context = quietRoom('#data=moons&layers=8&epochs=40&patience=off&run=1', { client })
  const { id } = context.app.store.getState().runs[0]!
  tell({ type: 'running', run: id })
  const rows = Array.from({ length: 40 }, (_, i) => row(i + 1, 0.69 - i * 0.0008, 0.694 - i * 0.0008, 0.5))
  tell({ type: 'epochs', run: id, rows, patience: { best: 40, wait: 0 } })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 1200, containerType: 'inline-size' }}>
        <RunList />
      </div>
    </AppContextProvider>,
  )
  const verdict = () => screen.container.querySelector<HTMLElement>('[data-verdict]')!
  await expect.poll(() => verdict().textContent).toBe('Learning rate too small so far')
  expect(verdict().scrollWidth).toBeLessThanOrEqual(verdict().clientWidth)
})
