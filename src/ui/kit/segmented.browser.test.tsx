import '@fontsource-variable/inter/opsz.css'
import '../app/tokens.css'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Segmented } from './segmented.tsx'

const options = [
  { value: 'sgd', label: 'SGD' },
  { value: 'momentum', label: 'Momentum' },
  { value: 'adagrad', label: 'Adagrad' },
  { value: 'rmsprop', label: 'RMSProp' },
  { value: 'adam', label: 'Adam' },
] as const
const RAIL = 287
type Optimizer = (typeof options)[number]['value']

interface HostProps {
  start: Optimizer
  hideLabel: boolean
  onChange(value: Optimizer): void
}

function Host({ start, hideLabel, onChange }: HostProps) {
  const [value, setValue] = useState(start)
  const choose = (next: Optimizer) => {
    onChange(next)
    setValue(next)
  }
  return (
    <div style={{ width: RAIL }}>
      <Segmented label="Optimizer" hideLabel={hideLabel} value={value} options={options} onChange={choose} />
    </div>
  )
}

async function show(start: Optimizer, hideLabel = false) {
  const onChange = vi.fn<(value: Optimizer) => void>()
  const screen = await render(<Host start={start} hideLabel={hideLabel} onChange={onChange} />)
  return { screen, onChange, group: screen.getByRole('radiogroup', { name: 'Optimizer' }) }
}

test('a click chooses one and only one', async () => {
  const { group, onChange } = await show('adam')
  await expect.element(group.getByRole('radio', { name: 'Adam', exact: true })).toBeChecked()
  await group.getByRole('radio', { name: 'Momentum' }).click()
  expect(onChange.mock.calls).toEqual([['momentum']])
  await expect.element(group.getByRole('radio', { name: 'Momentum' })).toBeChecked()
  await expect.element(group.getByRole('radio', { name: 'Adam', exact: true })).not.toBeChecked()
})

test('one tab stop, then the arrow keys', async () => {
  const { group, onChange } = await show('rmsprop')
  await userEvent.tab()
  await expect.element(group.getByRole('radio', { name: 'RMSProp' })).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  await userEvent.keyboard('{ArrowRight}')
  expect(onChange.mock.calls).toEqual([['adam'], ['sgd']])
  await userEvent.tab()
  await expect.element(group.getByRole('radio', { name: 'SGD' })).not.toHaveFocus()
})

test('a hidden label still names the group', async () => {
  const { group, screen } = await show('sgd', true)
  await expect.element(group).toBeInTheDocument()
  await expect.element(screen.getByText('Optimizer', { exact: true })).not.toBeVisible()
})

test('five optimizers fit the settings column on one line, and choosing moves none of them', async () => {
  await page.viewport(1440, 900)
  await document.fonts.load('620 12px "Inter Variable"')
  const { group } = await show('sgd', true)
  const places = () =>
    group
      .getByRole('radio')
      .elements()
      .map((radio) => radio.getBoundingClientRect().left)
  const before = places()
  expect(group.element().scrollWidth).toBe(RAIL)
  await group.getByRole('radio', { name: 'Momentum' }).click()
  await expect.element(group.getByRole('radio', { name: 'Momentum' })).toBeChecked()
  expect(places()).toEqual(before)
})
