import '../../ui/app/tokens.css'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { type HeatCell, SweepHeat } from './sweep-heat.tsx'

const ENDLESS = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const

const cell = (value: number, state: HeatCell['state'] = 'known'): HeatCell => ({
  value,
  state,
  text: String(value),
  label: `cell ${value}`,
})

async function show(cells: readonly HeatCell[], bounds: readonly [number, number] = ENDLESS) {
  const onSelect = vi.fn<(index: number) => void>()
  const screen = await render(
    <SweepHeat
      {...{
        rows: ['a', 'b'],
        columns: ['1', '2', '3'],
        cells,
        log: false,
        bounds,
        best: 0,
        selected: null,
        onSelect,
      }}
      labels={{
        caption: 'loss by row and column',
        title: 'Loss, last epoch',
        unit: 'median of 6 seeds',
        row: 'row',
        column: 'column',
        best: 'best',
        diverged: 'diverged',
        value: String,
      }}
    />,
  )
  const weight = (name: string | RegExp) =>
    (screen.getByRole('button', { name }).element() as HTMLElement).style.getPropertyValue('--weight')
  return { screen, onSelect, weight }
}

const six = [1, 2, 3, 2, 2, 2.5].map((value, i) => ({ ...cell(value), label: `cell ${i}` }))

test('one tab stop; arrows go from cell to cell and stop at the edge, Enter chooses', async () => {
  const { screen, onSelect } = await show(six)
  await userEvent.tab()
  await expect.element(screen.getByRole('button', { name: 'cell 0 (best)' })).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowDown}')
  await expect.element(screen.getByRole('button', { name: 'cell 4' })).toHaveFocus()
  await userEvent.keyboard('{End}{Enter}')
  expect(onSelect.mock.calls).toEqual([[5]])
  await userEvent.tab()
  await expect.element(screen.getByRole('button', { name: 'cell 5' })).not.toHaveFocus()
})

test('colour goes from the lowest to the highest, and one blown-up cell does not make all others alike', async () => {
  const plain = await show(six)
  expect([plain.weight(/cell 0/), plain.weight('cell 1'), plain.weight('cell 2')]).toEqual([
    '0%',
    '50%',
    '100%',
  ])
  await plain.screen.unmount()
  const wild = await show([...six.slice(0, 5), { ...cell(1e9), label: 'cell 5' }])
  expect(wild.weight('cell 5')).toBe('100%')
  expect(wild.weight('cell 2')).toBe('40%')
})

test('cells that blew up do not make the others alike, however many they are', async () => {
  const wild = [1e9, 2e9, 3e9, 4e9].map((value, i) => ({ ...cell(value), label: `wild ${i}` }))
  const losses = await show([...six.slice(0, 2), ...wild], [Number.NEGATIVE_INFINITY, 20])
  expect([losses.weight(/cell 0/), losses.weight('cell 1'), losses.weight('wild 0')]).toEqual([
    '0%',
    '100%',
    '100%',
  ])
  await expect.element(losses.screen.getByText('≥ 2')).toBeVisible()
  await losses.screen.unmount()
  const low = wild.map((each) => ({ ...each, value: -each.value }))
  const r2 = await show([{ ...cell(0.5), label: 'half' }, { ...cell(0.9), label: 'most' }, ...low], [-1, 1])
  expect([r2.weight(/half/), r2.weight('most'), r2.weight('wild 0')]).toEqual(['0%', '100%', '0%'])
  await expect.element(r2.screen.getByText('≤ 0.5')).toBeVisible()
})

test('on a telephone the legend stays within the chart', async () => {
  await page.viewport(320, 700)
  const { screen } = await show([...six.slice(0, 5), cell(Number.POSITIVE_INFINITY, 'diverged')])
  await expect.element(screen.getByText('diverged', { exact: true })).toBeVisible()
  const { scrollWidth, clientWidth } = screen.container.firstElementChild!
  expect(scrollWidth).toBe(clientWidth)
})

test('what diverged, cannot be or is still to come takes no part in the colours', async () => {
  const { weight, screen } = await show([
    ...six.slice(0, 3),
    cell(Number.POSITIVE_INFINITY, 'diverged'),
    cell(Number.NaN, 'pending'),
    cell(Number.NaN, 'invalid'),
  ])
  expect(weight('cell 2')).toBe('100%')
  expect(weight('cell Infinity')).toBe('0%')
  await expect.element(screen.getByText('diverged', { exact: true })).toBeVisible()
  await expect.element(screen.getByRole('table', { name: 'loss by row and column' })).toBeInTheDocument()
})
