import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { SETTING_KEYS } from '../../domain/settings/settings.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { ComparisonButton } from './comparison-button.tsx'
import ComparisonDialog from './comparison-dialog.tsx'
import { OtherRates } from './rates-block.tsx'

async function show(hash: string) {
  const screen = await render(
    <AppContextProvider value={quietRoom(hash)}>
      <ComparisonButton label="Compare" />
      <OtherRates />
      <ComparisonDialog onClose={() => {}} />
    </AppContextProvider>,
  )
  const setting = screen.getByRole('combobox', { name: 'Setting' })
  await expect.element(setting).toBeVisible()
  const offered = [...setting.element().querySelectorAll('option')].map(({ textContent }) => textContent)
  return { screen, setting, offered }
}

test('without a link that hides, every setting can be compared, at rates of its own', async () => {
  const { screen, setting, offered } = await show('#compare=optimizer:sgd/adam')
  expect(offered).toEqual(expect.arrayContaining(['Optimizer', 'Learning rate', 'Dropout']))
  await expect.element(setting).toHaveValue('optimizer')
  await expect.element(screen.getByRole('radiogroup', { name: /learning rate/i })).toBeVisible()
  await expect.element(screen.getByRole('button', { name: /best/, includeHidden: true })).toBeInTheDocument()
})

test('what a link hides cannot be compared, and no learning rates are searched where they are hidden', async () => {
  const { screen, setting, offered } = await show('#compare=optimizer:sgd/adam&hide=optimizer,lr')
  expect(offered).not.toContain('Optimizer')
  expect(offered).not.toContain('Learning rate')
  expect(offered).toContain('Dropout')
  await expect.element(setting).not.toHaveValue('optimizer')
  await setting.selectOptions('Dropout')
  expect(screen.getByRole('radiogroup', { name: /learning rate/i }).query()).toBeNull()
  expect(screen.getByRole('button', { name: /best/, includeHidden: true }).query()).toBeNull()
})

test('where nothing is left no comparison is offered', async () => {
  const screen = await render(
    <AppContextProvider value={quietRoom(`#hide=${SETTING_KEYS.join(',')}`)}>
      <ComparisonButton label="Compare" />
    </AppContextProvider>,
  )
  expect(screen.container.textContent).toBe('')
})
