import '../../ui/app/tokens.css'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { SweepChart, type SweepChartProps, type SweepPoint } from './sweep-chart.tsx'

const band = (median: number) => ({ median, low: median * 0.9, high: median * 1.1 })
const point = (x: number, validation: number, more: Partial<SweepPoint> = {}): SweepPoint => ({
  x,
  name: String(x),
  validation: band(validation),
  train: band(validation / 2),
  seeds: [validation, validation * 1.1],
  note: null,
  label: `${x}: validation ${validation}`,
  ...more,
})
const labels: SweepChartProps['labels'] = {
  title: 'Loss',
  unit: '',
  axis: 'width',
  main: 'validation',
  train: 'train',
  best: (name) => `best ${name}`,
  value: String,
  tick: String,
  summary: 'Loss over width: the best median is 0.4, at 4.',
}

async function show(points: readonly SweepPoint[], more: Partial<SweepChartProps> = {}, width = 700) {
  const onSelect = vi.fn<(index: number) => void>()
  const { container, ...screen } = await render(
    <div style={{ width, height: 400 }}>
      <SweepChart
        {...{ points, kind: 'loss', log: false, best: 1, selected: null, showSeeds: false, onSelect, labels }}
        coloured="validation"
        levels={[{ value: 0.69, label: 'guessing 0.693' }]}
        {...more}
      />
    </div>,
  )
  const words = () => [...container.querySelectorAll('text')].map((text) => text.textContent)
  return { screen, container, words, onSelect }
}

const three = [point(1, 0.6), point(4, 0.4), point(16, 0.8)]

test('says what it shows, names both lines at their ends, the level, and the best', async () => {
  const { screen, words, container } = await show(three)
  await expect.element(screen.getByRole('img', { name: labels.summary })).toBeInTheDocument()
  expect(words()).toEqual(
    expect.arrayContaining(['best 4', 'validation 0.8', 'train 0.4', 'guessing 0.693 ', '1', '16', 'width']),
  )
  const [validation] = [...container.querySelectorAll('[data-colour=validation] path[class*=line]')]
  expect(validation!.getAttribute('d')!.split(/[ML]/)).toHaveLength(4)
})

test('on a telephone every word ends on the chart: a level has its short name', async () => {
  const level = { value: 0.69, label: 'always the same answer 0.693', short: 'same answer 0.693' }
  const unit = 'median of 6 seeds; band from lowest to highest'
  const { words, container } = await show(
    three,
    { levels: [level], labels: { ...labels, title: 'Loss, last epoch', unit } },
    358,
  )
  await expect.poll(words).toContain('same answer 0.693 ')
  const edge = container.querySelector('svg')!.getBoundingClientRect().right
  for (const text of container.querySelectorAll('text'))
    expect(text.getBoundingClientRect().right, text.textContent).toBeLessThanOrEqual(edge)
})

test('training is dotted, and what a log axis does not reach is said', async () => {
  const vanishing = three.map((one) => ({ ...one, train: band(1e-9) }))
  const { words, container } = await show(vanishing, {
    log: true,
    labels: { ...labels, leftOut: (limit) => `below ${limit}: off the axis` },
  })
  const dashed = (part: string) =>
    getComputedStyle(container.querySelector(`[data-colour=${part}] path[class*=line]`)!).strokeDasharray
  expect(dashed('train')).not.toBe('none')
  expect(dashed('validation')).toBe('none')
  expect(words().some((word) => /^below .*: off the axis$/.test(word ?? ''))).toBe(true)
})

test('each value is a button that the keyboard reaches', async () => {
  const { screen, onSelect } = await show(three)
  const button = screen.getByRole('button', { name: '4: validation 0.4' })
  ;(button.element() as HTMLElement).focus()
  await button.click()
  expect(onSelect.mock.calls).toEqual([[1]])
})

test('what diverged or cannot be run breaks the line and says so; nothing is drawn at no number', async () => {
  const gone = { validation: null, train: null, seeds: [], note: 'not possible' }
  const wild = {
    validation: { median: Infinity, low: Number.NaN, high: Number.NaN },
    train: null,
    note: 'diverged',
  }
  for (const log of [false, true]) {
    const { words, container, screen } = await show([point(1, 0.6), point(4, 0, gone), point(16, 0, wild)], {
      log,
      best: 0,
    })
    expect(words()).toEqual(expect.arrayContaining(['not possible', 'diverged']))
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/)
    await screen.unmount()
  }
})

test('an empty sweep has axes on either scale', async () => {
  const empty = three.map((each) => ({ ...each, validation: null, train: null, seeds: [] }))
  for (const log of [false, true]) {
    const { container, screen } = await show(empty, { log, best: null })
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/)
    await screen.unmount()
  }
})
