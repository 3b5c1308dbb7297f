import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { RefusalWords } from './refusal-words.ts'
import { Stepper } from './stepper.tsx'

function Host({ start }: { start: number }) {
  const [value, setValue] = useState(start)
  return (
    <Stepper
      label="Units"
      value={value}
      min={1}
      max={64}
      step={8}
      onChange={setValue}
      decreaseLabel="Fewer"
      increaseLabel="More"
    />
  )
}

async function show(start: number) {
  const screen = await render(<Host start={start} />)
  return {
    field: screen.getByRole('spinbutton', { name: 'Units' }),
    fewer: screen.getByRole('button', { name: 'Fewer' }),
    more: screen.getByRole('button', { name: 'More' }),
  }
}

test('one press is one step, by pointer and by key', async () => {
  const { field, more, fewer } = await show(16)
  await more.click()
  await expect.element(field).toHaveValue('24')
  fewer.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveValue('16')
})

test('holding repeats until the pointer lets go', async () => {
  const { field, more } = await show(8)
  more.element().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }))
  await expect.element(field).toHaveValue('64')
  await expect.element(more).toHaveAttribute('aria-disabled', 'true')
  more.element().dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
  field.element().focus()
  await userEvent.keyboard('{ArrowDown}')
  await new Promise((resolve) => setTimeout(resolve, 200))
  await expect.element(field).toHaveValue('56')
})

test('steps stop at the ends and return to the multiples', async () => {
  const { field, fewer, more } = await show(8)
  await fewer.click()
  await expect.element(field).toHaveValue('1')
  await expect.element(fewer).toHaveAttribute('aria-disabled', 'true')
  await more.click()
  await expect.element(field).toHaveValue('8')
})

test('a typed whole number is taken, one out of range is marked', async () => {
  const { field } = await show(8)
  await field.fill('33')
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveAttribute('aria-valuenow', '33')
  await field.fill('65')
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveAttribute('aria-invalid', 'true')
  await expect.element(field).toHaveAttribute('aria-valuenow', '33')
})

test('thousands may be marked as anybody marks them, and what has two readings or a fraction is not taken', async () => {
  const onChange = vi.fn<(value: number) => void>()
  const screen = await render(
    <RefusalWords.Provider value={({ kind }) => `refused: ${kind}`}>
      <Stepper
        label="Samples"
        value={50}
        min={1}
        max={50_000}
        step={10}
        onChange={onChange}
        decreaseLabel="Fewer"
        increaseLabel="More"
      />
    </RefusalWords.Provider>,
  )
  const field = screen.getByRole('spinbutton', { name: 'Samples' })
  for (const text of ['1,000', '1 000', '１０００', "1'000"]) {
    await field.fill(text)
    await userEvent.keyboard('{Enter}')
    expect(onChange).toHaveBeenLastCalledWith(1000)
  }
  onChange.mockClear()
  for (const [text, kind] of [
    ['1.000', 'ambiguous'],
    ['1.5', 'whole'],
    ['99,999', 'range'],
  ] as const) {
    await field.fill(text)
    await userEvent.keyboard('{Enter}')
    await expect.element(field).toHaveAccessibleDescription(`refused: ${kind}`)
    await expect.element(screen.getByRole('alert')).toBeVisible()
    await userEvent.keyboard('{Escape}')
  }
  expect(onChange).not.toHaveBeenCalled()
})
