import '../app/tokens.css'
import { useEffect, useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { defaultExperiment } from '../../domain/parsing/parse.ts'
import type { Sweep } from '../../domain/sweep/sweep.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { axisDraft, readDraft, type SweepDraft } from '../shared/sweep-draft.ts'
import { SweepForm } from './sweep-form.tsx'

const base = defaultExperiment()

function Host({ onRead }: { onRead(sweep: Sweep | null): void }) {
  const [draft, setDraft] = useState<SweepDraft>({
    axes: [axisDraft(base, 'width')],
    seeds: 6,
    varies: 'all',
    test: false,
  })
  const read = readDraft(base, draft)
  useEffect(() => onRead(read.sweep))
  return <SweepForm base={base} draft={draft} read={read} onChange={setDraft} />
}

async function show() {
  await page.viewport(1440, 1000)
  const context = quietRoom('')
  const onRead = vi.fn<(sweep: Sweep | null) => void>()
  const screen = await render(
    <AppContextProvider value={context}>
      <Host onRead={onRead} />
    </AppContextProvider>,
  )
  const sweep = () => onRead.mock.lastCall?.[0]
  return { screen, sweep, values: screen.getByRole('textbox', { name: 'Values' }) }
}

test('two settings in a few values from some seeds become a sweep', async () => {
  const { screen, sweep, values } = await show()
  await values.fill('8 2 4')
  await screen.getByRole('combobox', { name: 'Second setting' }).selectOptions('Optimizer')
  await screen.getByRole('button', { name: 'SGD' }).click()
  await expect.element(screen.getByText('12 settings × 6 seeds = 72 runs')).toBeVisible()
  expect(sweep()).toMatchObject({
    base,
    axes: [
      { setting: 'width', values: ['2', '4', '8'] },
      { setting: 'optimizer', values: ['momentum', 'adagrad', 'rmsprop', 'adam'] },
    ],
    seeds: 6,
  })
})

test('what is wrong is said at its field, and no sweep can start', async () => {
  const { screen, sweep, values } = await show()
  await values.fill('2 many')
  await expect.element(values).toHaveAccessibleDescription('“many” cannot be read as a value.')
  await expect.element(values).toHaveAttribute('aria-invalid', 'true')
  expect(sweep()).toBeNull()
  await screen.getByRole('radio', { name: 'Range' }).click()
  await screen.getByRole('textbox', { name: 'From' }).fill('0')
  await expect
    .element(screen.getByRole('textbox', { name: 'From' }))
    .toHaveAccessibleDescription('Equal ratios need both ends above 0.')
  expect(sweep()).toBeNull()
})

test('fewer than six seeds can never show a difference, and the form says so', async () => {
  const { screen } = await show()
  const warning = screen.getByText(/^With fewer than 6 seeds/)
  expect(warning.query()).toBeNull()
  await screen.getByRole('button', { name: 'Less Seeds' }).click()
  await expect.element(warning).toBeVisible()
})
