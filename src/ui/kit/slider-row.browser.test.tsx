import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { RefusalWords } from './refusal-words.ts'
import { SliderRow } from './slider-row.tsx'

const l2 = { kind: 'log', min: 1e-5, max: 1, zero: true } as const

interface HostProps {
  start: number
  problem?: string
  limits?: readonly [number, number]
  onChange(value: number): void
  onCommit(): void
}

function Host({ start, onChange, ...rest }: HostProps) {
  const [value, setValue] = useState(start)
  return (
    <SliderRow
      {...rest}
      id="l2"
      label="L2"
      value={value}
      baseline={0}
      scale={l2}
      format={(shown) => (shown === 0 ? '0' : shown.toExponential().replace('-', '−'))}
      onChange={(next) => {
        onChange(next)
        setValue(next)
      }}
      undoLabel="Undo L2"
    />
  )
}

async function show(start = 0, more: Partial<HostProps> = {}) {
  const onChange = vi.fn<(value: number) => void>()
  const onCommit = vi.fn<() => void>()
  const screen = await render(
    <RefusalWords.Provider value={({ kind }) => `refused: ${kind}`}>
      <Host start={start} onChange={onChange} onCommit={onCommit} {...more} />
    </RefusalWords.Provider>,
  )
  return {
    onChange,
    onCommit,
    slider: screen.getByRole('slider', { name: 'L2' }),
    field: screen.getByRole('textbox', { name: 'L2' }),
    undo: screen.getByRole('button', { name: 'Undo L2' }),
    refusal: screen.getByRole('alert'),
  }
}

test('arrow keys go through the allowed values, pages through decades, and each one is spoken', async () => {
  const { slider, field } = await show()
  slider.element().focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(slider).toHaveAttribute('aria-valuetext', '1e−5')
  await userEvent.keyboard('{PageUp}{ArrowRight}')
  await expect.element(slider).toHaveAttribute('aria-valuetext', '2e−4')
  await userEvent.keyboard('{End}')
  await expect.element(field).toHaveValue('1e+0')
  await userEvent.keyboard('{Home}')
  await expect.element(field).toHaveValue('0')
})

test('a press on the track sets a snapped value and a double click goes back to the baseline', async () => {
  const { slider, onChange, onCommit } = await show()
  await slider.click()
  const value = onChange.mock.lastCall?.[0]
  expect([1e-3, 2e-3, 3e-3]).toContain(value)
  expect(onCommit).toHaveBeenCalled()
  await slider.dblClick()
  expect(onChange).toHaveBeenLastCalledWith(0)
})

test.each([
  ['1e-3', 0.001],
  ['0.004', 0.004],
  ['0,25', 0.25],
])('typing %s and Enter takes it exactly', async (text, value) => {
  const { field, onChange, onCommit } = await show()
  await field.fill(text)
  expect(onChange).not.toHaveBeenCalled()
  await userEvent.keyboard('{Enter}')
  expect(onChange.mock.calls).toEqual([[value]])
  expect(onCommit).toHaveBeenCalledOnce()
})

test('leaving the field takes the text too', async () => {
  const { field, onChange } = await show()
  await field.fill('0.02')
  await userEvent.tab()
  expect(onChange).toHaveBeenLastCalledWith(0.02)
})

test.each([
  ['abc', 'none'],
  ['7', 'range'],
  ['-1', 'range'],
  ['1,000', 'ambiguous'],
  ['', 'none'],
])('%j is marked and explained, and Escape reverts it', async (text, kind) => {
  const { field, onChange, refusal } = await show(1e-3)
  await field.fill(text)
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveAttribute('aria-invalid', 'true')
  await expect.element(field).toHaveValue(text)
  await expect.element(field).toHaveAccessibleDescription(`refused: ${kind}`)
  await expect.element(refusal).toHaveTextContent(`refused: ${kind}`)
  await userEvent.keyboard('{Escape}')
  await expect.element(field).toHaveAttribute('aria-invalid', 'false')
  await expect.element(field).toHaveValue('1e−3')
  expect(refusal.query()).toBeNull()
  expect(onChange).not.toHaveBeenCalled()
})

test('a refused text does not come back after the slider has moved there and back', async () => {
  const { slider, field } = await show(1e-3)
  await field.fill('abc')
  await userEvent.keyboard('{Enter}')
  slider.element().focus()
  await userEvent.keyboard('{ArrowRight}{ArrowLeft}')
  await expect.element(field).toHaveValue('1e−3')
  await expect.element(field).toHaveAttribute('aria-invalid', 'false')
})

test('limits let the field go where the slider does not', async () => {
  const { field, slider, onChange } = await show(0, { limits: [0, 50] })
  await field.fill('7')
  await userEvent.keyboard('{Enter}')
  expect(onChange).toHaveBeenLastCalledWith(7)
  await expect.element(slider).toHaveValue('1000')
})

test('undo stands there only when the value differs from the baseline', async () => {
  const { slider, undo, onChange, onCommit } = await show()
  expect(undo.query()).toBeNull()
  slider.element().focus()
  await userEvent.keyboard('{ArrowRight}')
  onCommit.mockClear()
  await undo.click()
  expect(onChange).toHaveBeenLastCalledWith(0)
  expect(onCommit).toHaveBeenCalledOnce()
  expect(undo.query()).toBeNull()
})

test('a problem of the experiment marks the field as long as it is given', async () => {
  const { field, refusal } = await show(0, { problem: 'Too large' })
  await expect.element(field).toHaveAttribute('aria-invalid', 'true')
  await expect.element(refusal).toHaveTextContent('Too large')
})
