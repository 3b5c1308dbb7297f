import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { tick } from '../../text/format.ts'
import type { ChartRun, CurveChartProps } from '../kit/types.ts'
import { labels } from './chart-labels.testing.ts'
import { CurveChart } from './curve-chart.tsx'
import { chartRun, row } from './fixture.ts'

const run = chartRun([row(1, 0.6, 0.7), row(2, 0.3, 0.5), row(3, 0.2, 0.4), row(4, 0.1, 0.6)], {
  best: 3,
  end: { epoch: 4, label: 'stopped 4', detail: null },
  test: { loss: 0.45, accuracy: 0.8 },
})

function Chart({ runs = [run], ...props }: Partial<CurveChartProps> & { runs?: readonly ChartRun[] }) {
  return (
    <div style={{ width: 600, height: 320 }}>
      <CurveChart
        {...{
          measure: 'loss',
          runs,
          scale: 'linear',
          smoothing: 0,
          until: 4,
          levels: [],
          hover: null,
          labels,
        }}
        {...{ onHover: () => {}, xAxis: true, pill: true, epochFlags: true, gapMark: true }}
        {...props}
      />
    </div>
  )
}

const words = (root: Element) => [...root.querySelectorAll('text')].map((text) => text.textContent)
const lines = (root: Element) => [...root.querySelectorAll('path[stroke^="var(--"]')]

test('behind a run its baseline is faint, named at its ends, and the difference of the validation losses is named', async () => {
  const before = chartRun([row(1, 0.6, 0.7), row(4, 0.05, 1.6)], { id: 'b', behind: true, baseline: true })
  const named = {
    ...labels,
    baseline: (value: string) => `baseline ${value}`,
    difference: { by: (by: number) => `by ${by.toFixed(2)}`, of: 'validation loss' },
  }
  const { container } = await render(<Chart runs={[run, before]} labels={named} />)
  await expect
    .poll(() => words(container))
    .toEqual(
      expect.arrayContaining([
        ...['validation 0.60', 'train 0.10', 'baseline 1.60', 'baseline 0.05'],
        ...['by -1.00', 'validation loss', 'best 3'],
      ]),
    )
  expect(words(container)).not.toContain('gap ×6.0')
  const colours = lines(container).map((line) => line.getAttribute('stroke'))
  expect(colours.filter((colour) => colour === 'var(--validation)')).toHaveLength(2)
  const [faint] = container.querySelectorAll('[class*=baseline] path[stroke="var(--validation)"]')
  expect(getComputedStyle(faint!.parentElement!).opacity).toBe('0.32')
})

test('the range of several seeds is a band around each line, and the value axis holds it', async () => {
  const range = run.rows.map((of) => ({
    epoch: of.epoch,
    low: row(of.epoch, 0.1, 0.1),
    high: row(of.epoch, 3.9, 3.9),
  }))
  const { container } = await render(<Chart runs={[{ ...run, range }]} />)
  await expect.poll(() => container.querySelectorAll('[class*=range]').length).toBe(2)
  expect(words(container)).toContain('4')
})

test('a finished run shows its words, its gap from unrounded values and one line per part', async () => {
  const { container } = await render(<Chart />)
  await expect
    .poll(() => words(container))
    .toEqual(
      expect.arrayContaining(['Loss', 'nats', 'best 3', 'stopped 4', 'test 0.45', 'gap ×6.0', 'epoch']),
    )
  expect(lines(container)).toHaveLength(2)
})

test('training is dotted and validation solid, named in words, of one run as of several', async () => {
  const { container, rerender } = await render(<Chart />)
  const dashes = () => lines(container).map((line) => getComputedStyle(line).strokeDasharray !== 'none')
  const several = ['a', 'b', 'c', 'd', 'e'].map((id, i) => ({ ...run, id, name: id, colour: i + 1 }))
  await expect.poll(dashes).toEqual([true, false])
  await expect.poll(() => words(container)).toEqual(expect.arrayContaining(['train', 'validation']))
  await rerender(<Chart runs={several} />)
  await expect.poll(dashes).toEqual(several.flatMap(() => [true, false]))
  await expect.poll(() => words(container)).toEqual(expect.arrayContaining(['train', 'validation']))
})

test('the test score stands at the epoch whose weights were tested', async () => {
  const { container, rerender } = await render(<Chart />)
  const mark = () => container.querySelector('path[class*=diamond]')!.getBoundingClientRect()
  const rule = (of: string) => container.querySelector(`line[class*=${of}]`)!.getBoundingClientRect().left
  const middle = () => (mark().left + mark().right) / 2
  await expect.poll(() => Math.abs(middle() - rule('bestRule'))).toBeLessThan(2)
  await rerender(<Chart runs={[{ ...run, tested: 4 }]} />)
  await expect.poll(() => Math.abs(middle() - rule('stopRule'))).toBeLessThan(2)
})

test('a gap says of which epoch it is, and is none over a training loss of 0', async () => {
  const { container, rerender } = await render(<Chart />)
  await expect.poll(() => words(container)).toEqual(expect.arrayContaining(['gap ×6.0', 'epoch 4']))
  await rerender(<Chart runs={[chartRun([row(1, 0.5, 0.5), row(2, 0, 0.5)])]} />)
  await expect.poll(() => words(container).filter((word) => word?.startsWith('gap'))).toEqual([])
})

test('a smoothed curve also shows the measured value at the crosshair', async () => {
  const { container } = await render(<Chart smoothing={0.5} hover={2} />)
  await expect
    .poll(() => words(container))
    .toEqual(expect.arrayContaining(['smoothed 0.57, raw 0.50', 'smoothed 0.40, raw 0.30']))
})

test('numbers of an axis keep within the chart, whatever the losses', async () => {
  const { container, rerender } = await render(<div />)
  for (const scale of ['linear', 'log'] as const)
    for (const size of [1e-6, 1, 1.2e4, 1e6]) {
      const rows = [row(1, size, size), row(2, size / 3, size / 2)]
      const real = { ...labels, tick }
      await rerender(<Chart runs={[chartRun(rows)]} scale={scale} labels={real} />)
      await expect.poll(() => words(container)).toContain('Loss')
      const left = container.querySelector('[role=img]')!.getBoundingClientRect().left
      const numbers = [...container.querySelectorAll('[class*=yAxis] text')]
      expect(numbers.length).toBeGreaterThan(1)
      for (const number of numbers) expect(number.getBoundingClientRect().left).toBeGreaterThanOrEqual(left)
    }
})

test('a level says what it means where one points at its name', async () => {
  const levels = [{ value: 0.5, label: 'always the same answer 0.5', hint: 'Without a look at the inputs.' }]
  const { container } = await render(<Chart levels={levels} />)
  const name = () =>
    [...container.querySelectorAll('text')].find((text) => text.textContent === levels[0]!.label)
  await expect.poll(name).toBeDefined()
  const { left, top, width, height } = name()!.getBoundingClientRect()
  const there = document.elementFromPoint(left + width / 2, top + height / 2)
  expect(there?.querySelector('title')?.textContent).toContain(levels[0]!.hint)
})

test('arrow keys move the crosshair, Escape puts it away', async () => {
  const onHover = vi.fn()
  const { container, rerender } = await render(<Chart hover={2} onHover={onHover} />)
  const chart = container.querySelector('[role=img]')!
  const press = (key: string, shiftKey = false) =>
    chart.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }))
  press('ArrowRight')
  press('ArrowRight', true)
  press('Escape')
  expect(onHover.mock.calls).toEqual([[3], [4], [null]])
  await expect.poll(() => words(container)).toEqual(expect.arrayContaining(['epoch 2', '0.50', '0.30']))
  await rerender(<Chart hover={null} onHover={onHover} />)
  expect(words(container)).not.toContain('epoch 2')
})

/** Where the pointer moves; it is there once the chart knows its size. */
async function fieldOf(container: Element): Promise<Element> {
  const field = () => container.querySelector('rect[class*=field]')
  await expect.poll(field).not.toBeNull()
  return field()!
}

test('the pointer is over an epoch that the run has', async () => {
  const onHover = vi.fn()
  const { container } = await render(<Chart onHover={onHover} />)
  const field = await fieldOf(container)
  const { left, width, top } = field.getBoundingClientRect()
  const move = (share: number) =>
    field.dispatchEvent(
      new PointerEvent('pointermove', { clientX: left + share * width, clientY: top + 9, bubbles: true }),
    )
  // The axis runs from 0 to 5, and the run from 1 to 4.
  for (const share of [0.02, 0.41, 0.99]) move(share)
  expect(onHover.mock.calls).toEqual([[1], [2], [4]])
})

test('in another x unit a run ends where its own x does, and the crosshair moves by its steps', async () => {
  const onHover = vi.fn()
  const slow = { ...run, xUnit: (epoch: number) => epoch / 10 }
  const { container } = await render(
    <Chart runs={[slow]} until={0.4} step={0.02} hover={0.2} onHover={onHover} />,
  )
  const { right } = (await fieldOf(container)).getBoundingClientRect()
  const [line] = lines(container)
  // The axis ends at 0.4, where the run ends too.
  expect(Math.abs(line!.getBoundingClientRect().right - right)).toBeLessThan(1.5)
  await expect.poll(() => words(container)).toEqual(expect.arrayContaining(['0.4', '0.50', '0.30']))
  const chart = container.querySelector('[role=img]')!
  for (const key of ['ArrowRight', 'ArrowLeft'])
    chart.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  expect(onHover.mock.calls.map(([at]) => at.toFixed(2))).toEqual(['0.22', '0.18'])
})

test('among many runs, those without a colour are grey lines behind, and only counted where their names do not fit', async () => {
  const crowd = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ ...run, id: `${i}`, name: `run ${i}`, colour: i + 1 }))
  const { container, rerender } = await render(<Chart runs={crowd(7)} hover={2} />)
  await expect
    .poll(() => words(container))
    .toEqual(expect.arrayContaining(['run 0', 'run 4', 'run 5', 'run 6']))
  expect(lines(container)).toHaveLength(10)
  const grey = () => container.querySelector('path[class*=grey]')!.getAttribute('d')!.split('M').length - 1
  expect(grey()).toBe(2)
  await rerender(<Chart runs={crowd(40)} hover={2} />)
  await expect.poll(() => words(container)).toEqual(expect.arrayContaining(['run 0', 'run 4', 'and 35 more']))
  expect(words(container)).not.toContain('run 5')
  expect(words(container).filter((word) => word === '0.50')).toHaveLength(5)
  expect(grey()).toBe(35)
})

test('the name of a level covers no rule, wherever an axis that grows has moved it', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => row(i + 1, 0.4, 0.5))
  const level = { levels: [{ value: 0.6, label: 'a level with a long name' }] }
  const end = { end: { epoch: 79, label: 'stopped 79', detail: null } }
  const { container, rerender } = await render(
    <Chart runs={[chartRun(rows.slice(0, 30))]} {...level} until={200} />,
  )
  const name = () =>
    [...container.querySelectorAll('text')].find((text) => text.textContent?.includes('level'))
  await expect.poll(name).toBeDefined()
  await rerender(<Chart runs={[chartRun(rows.slice(0, 79), { best: 59, ...end })]} {...level} until={79} />)
  const rules = () =>
    [...container.querySelectorAll('line[class*=Rule]')].map((rule) => rule.getBoundingClientRect().left)
  await expect.poll(() => rules().length).toBe(2)
  const covers = () => {
    const { left, right } = name()!.getBoundingClientRect()
    return rules().filter((x) => x > left && x < right)
  }
  await expect.poll(covers).toEqual([])
})

test('losses of 0 and beyond numbers leave the chart standing on a log axis', async () => {
  const wild = chartRun([row(1, 0, 0.5), row(2, 0, 1e30), row(3, Number.NaN, Number.POSITIVE_INFINITY)])
  const { container } = await render(<Chart runs={[wild]} scale="log" />)
  await expect.poll(() => words(container)).toContain('Loss')
  for (const line of lines(container)) expect(line.getAttribute('d')).not.toMatch(/NaN|Infinity|e\+/)
  expect(words(container).some((word) => /^below .*: not shown$/.test(word ?? ''))).toBe(true)
})

test('without runs there are axes; with several there is a key and a name each', async () => {
  const { container, rerender } = await render(
    <Chart runs={[]} levels={[{ value: 0.69, label: 'guessing' }]} />,
  )
  await expect.poll(() => words(container)).toEqual(expect.arrayContaining(['0', '0.8', 'guessing']))
  const two = [
    { ...run, id: 'a', name: 'SGD', colour: 1 },
    { ...run, id: 'b', name: 'Adam', colour: 2 },
  ]
  await rerender(<Chart runs={two} />)
  await expect
    .poll(() => words(container))
    .toEqual(expect.arrayContaining(['SGD', 'Adam', 'validation', 'train']))
  expect(words(container)).not.toContain('best 3')
})

test('a chart beside others shares their range, and its levels keep their places when that changes', async () => {
  const levels = [{ value: 0.5, label: 'guessing' }]
  const high = chartRun([row(1, 3, 40)], { id: 'b' })
  const range = (runs: readonly ChartRun[]) => ({ runs, levels })
  const { container, rerender } = await render(<Chart levels={levels} range={range([run])} />)
  expect(words(container)).not.toContain('40')
  await rerender(<Chart levels={levels} range={range([run, high])} />)
  await expect.poll(() => words(container)).toContain('40')
  const top = (selector: string) => container.querySelector(selector)!.getBoundingClientRect().top
  const grid = [...container.querySelectorAll('.recharts-cartesian-grid-horizontal line')]
  const ends = grid.map((line) => line.getBoundingClientRect().top)
  const [forty, zero] = [Math.min(...ends), Math.max(...ends)]
  await expect.poll(() => (zero - top('line[class*=level]')) / (zero - forty)).toBeCloseTo(0.5 / 40, 2)
})
