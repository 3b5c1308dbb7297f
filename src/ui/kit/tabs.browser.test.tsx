import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Tabs } from './tabs.tsx'

const options = [
  { value: 'data', label: 'Data' },
  { value: 'model', label: 'Model', changed: true },
  { value: 'stop', label: 'Stop' },
] as const

function Host() {
  const [value, setValue] = useState<(typeof options)[number]['value']>('data')
  return (
    <Tabs
      id="rail"
      label="Settings"
      value={value}
      options={options}
      onChange={setValue}
      changedLabel="changed"
    />
  )
}

test('one tab stop, arrows go round, Home and End go to the ends', async () => {
  const screen = await render(<Host />)
  const tab = (name: string) => screen.getByRole('tab', { name, exact: true })
  await userEvent.tab()
  await expect.element(tab('Data')).toHaveFocus()
  for (const [key, name] of [
    ['ArrowRight', 'Model'],
    ['End', 'Stop'],
    ['ArrowRight', 'Data'],
    ['ArrowLeft', 'Stop'],
    ['Home', 'Data'],
  ] as const) {
    await userEvent.keyboard(`{${key}}`)
    await expect.element(tab(name)).toHaveFocus()
    await expect.element(tab(name)).toHaveAttribute('aria-selected', 'true')
  }
  expect(screen.getByRole('tab', { selected: true }).elements()).toHaveLength(1)
})

test('a changed tab says so without changing its name', async () => {
  const screen = await render(<Host />)
  const model = screen.getByRole('tab', { name: 'Model', exact: true })
  await expect.element(model).toHaveAttribute('aria-description', 'changed')
  await model.click()
  await expect.element(model).toHaveAttribute('aria-selected', 'true')
})
