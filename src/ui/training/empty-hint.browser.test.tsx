import '../app/tokens.css'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { en } from '../../text/en/index.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import css from '../shared/curves.module.css'
import { EmptyHint } from './training-view.tsx'

test('on a telephone too the empty axes ask for the samples that are missing', async () => {
  await page.viewport(390, 600)
  await render(
    <AppContextProvider value={quietRoom('#data=rows')}>
      <div className={css.stage}>
        <div className={css.canvas}>
          <EmptyHint />
        </div>
      </div>
    </AppContextProvider>,
  )
  await expect.element(page.getByText(en.problems.tableGone), { timeout: 5000 }).toBeVisible()
})

test('empty axes ask for the samples that are missing, else for a press of Run', async () => {
  const context = quietRoom('#data=rows')
  await render(
    <AppContextProvider value={context}>
      <EmptyHint />
    </AppContextProvider>,
  )
  await expect.element(page.getByText(en.problems.tableGone)).toBeInTheDocument()
  context.app.actions.edit('data', 'moons')
  await expect.element(page.getByText(en.stage.emptyHint)).toBeInTheDocument()
})
