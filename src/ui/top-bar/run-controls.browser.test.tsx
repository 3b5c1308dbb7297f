import '../app/tokens.css'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { en } from '../../text/en/index.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { RunControls } from './run-controls.tsx'

const run = () => page.getByRole('button', { name: en.controls.run })

async function show(hash: string) {
  const context = quietRoom(hash)
  await render(
    <AppContextProvider value={context}>
      <RunControls />
    </AppContextProvider>,
  )
  return context.app.actions
}

test('Run and Step wait for samples that are missing, and Run says which', async () => {
  const actions = await show('#data=rows')
  await expect.element(run()).toBeDisabled()
  await expect.element(run()).toHaveAttribute('title', en.problems.tableGone)
  await expect.element(page.getByRole('button', { name: en.controls.step })).toBeDisabled()
  actions.edit('data', 'moons')
  await expect.element(run()).toBeEnabled()
})
