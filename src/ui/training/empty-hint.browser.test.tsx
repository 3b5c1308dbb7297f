import '../app/tokens.css'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { en } from '../../text/en/index.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { EmptyHint } from './training-view.tsx'

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
