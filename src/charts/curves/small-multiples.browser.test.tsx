import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { chartRun, row } from './fixture.ts'
import { haveRoom, SmallMultiples } from './small-multiples.tsx'

const labels = {
  title: 'Loss, one by one',
  summary: 'Loss of each run',
  best: (loss: number, at: number) => `best ${loss} at ${at}`,
  tick: String,
  xTick: String,
}

const run = (id: string, colour: number, losses: readonly number[]) =>
  chartRun(
    losses.map((loss, i) => row(i + 1, loss / 2, loss)),
    { id, name: id, colour, best: losses.indexOf(Math.min(...losses)) + 1 },
  )

const runs = [
  run('SGD', 1, [0.9, 0.8, 0.7]),
  run('Adam', 2, [0.9, 0.2, 0.4]),
  run('AdamW', 6, [0.5, 0.3, 0.1]),
]

function Plots({ width = 640, height = 200, of = runs }) {
  return (
    <div style={{ width, height }}>
      <SmallMultiples runs={of} scale="linear" until={3} step={1} labels={labels} />
    </div>
  )
}

const texts = (root: Element) => [...root.querySelectorAll('text')].map(({ textContent }) => textContent)

test('each run has its plot with its name and best, the others behind it in grey', async () => {
  const { container } = await render(<Plots />)
  expect(texts(container)).toEqual(
    expect.arrayContaining(['SGD', 'best 0.7 at 3', 'Adam', 'best 0.2 at 2', 'AdamW', 'best 0.1 at 3']),
  )
  expect(container.querySelectorAll('path[class*=validation]')).toHaveLength(3)
  const own = [...container.querySelectorAll('path[class*=validation]')].map((path) => path.getAttribute('d'))
  const behind = [...container.querySelectorAll('path[class*=other]')].map((path) => path.getAttribute('d'))
  // All plots have the same axes: behind each run, the others have exactly the shapes of their own plots.
  expect(behind).toEqual([own.join(''), own.join(''), own.join('')])
})

test('where there is no room for all in a row there are more rows', async () => {
  const rows = (root: Element) =>
    new Set([...root.querySelectorAll('g[transform]')].map((g) => g.getAttribute('transform')!.split(' ')[1]))
  const { container, rerender } = await render(<Plots height={400} />)
  expect(rows(container).size).toBe(1)
  await rerender(<Plots height={400} width={200} />)
  await expect.poll(() => rows(container).size).toBe(3)
})

test('plots that would be too low are not drawn, and who asks beforehand is told so', async () => {
  const pictures = (root: Element) => root.querySelectorAll('[data-picture]').length
  const { container, rerender } = await render(<Plots height={120} />)
  expect([pictures(container), haveRoom(3, { width: 640, height: 120 })]).toEqual([1, true])
  await rerender(<Plots height={120} width={200} />)
  await expect.poll(() => pictures(container)).toBe(0)
  expect(haveRoom(3, { width: 200, height: 120 })).toBe(false)
})

test('a run that is beyond the axis from its first epoch on comes from where it was before, and leaves at the top', async () => {
  const wild = { ...run('SGD', 1, [1e17, 1e18]), start: row(0, 0.7, 0.7) }
  const { container } = await render(<Plots of={[run('Adam', 2, [0.9, 0.2, 0.4]), wild]} />)
  await expect.poll(() => container.querySelectorAll('path[class*=validation]').length).toBe(2)
  const [first, ...later] = container
    .querySelectorAll('path[class*=validation]')[1]!
    .getAttribute('d')!
    .split(/[ML]/)
    .slice(1)
    .map((point) => point.split(' ').map(Number))
  expect(first![0]).toBe(0)
  expect(first![1]).toBeGreaterThan(20)
  expect(later.map(([, y]) => y)).toEqual([0, 0])
})
