import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { labels } from './chart-labels.testing.ts'
import { CurveChart } from './curve-chart.tsx'
import { chartRun, row } from './fixture.ts'

const LEVEL = { value: 0.6, label: 'a level with quite a long name 0.60', short: 'level 0.60' }

type Losses = (epoch: number) => readonly [train: number, validation: number]

/** Noise that is the same in every run of the test. */
const jitter = (epoch: number) => Math.sin(epoch * 12.9898) * 0.5 + Math.sin(epoch * 78.233) * 0.5

const CURVES: Record<string, Losses> = {
  'falls at once': (n) => [n < 3 ? 2 : 0.1, n < 4 ? 2.4 : 0.2],
  'falls late, along the level before': (n) => [n < 70 ? 0.62 : 0.05, n < 72 ? 0.58 : 0.1],
  'jumps up and down': (n) => [n % 20 === 10 ? 3 : 0.1, n % 30 === 7 ? 3 : 0.2],
  'is noisy about it in the first half': (n) => [
    0.6 + (n < 50 ? 0.3 * jitter(n) : -0.4),
    0.6 + (n < 50 ? 0.3 * jitter(n + 9) : 0.9),
  ],
  'crosses it slowly': (n) => [1.2 - n / 90, 1.1 - n / 120],
  'leaves the picture': (n) => [n < 40 ? 0.3 : 1e17, n < 40 ? 0.5 : 1e20],
}

function Chart({ losses, epochs = 100, until = 100 }: { losses: Losses; epochs?: number; until?: number }) {
  const rows = Array.from({ length: epochs }, (_, i) => row(i + 1, ...losses(i + 1)))
  const run = chartRun(rows, { start: row(0, 0.7, 0.7), best: 90, test: { loss: 0.62, accuracy: 0.8 } })
  return (
    <div style={{ width: 600, height: 320 }}>
      <CurveChart
        {...{
          measure: 'loss',
          runs: [run],
          scale: 'linear',
          smoothing: 0,
          until,
          levels: [LEVEL],
          hover: null,
        }}
        {...{ labels, onHover: () => {}, xAxis: true, pill: true, epochFlags: true, gapMark: true }}
      />
    </div>
  )
}

const nameIn = (root: Element) =>
  [...root.querySelectorAll('text')].find((text) => /level/.test(text.textContent ?? ''))

/** The points of drawn curves within the box, a tenth of a pixel apart. */
function covered(root: Element, { left, right, top, bottom }: DOMRect): number {
  return [...root.querySelectorAll<SVGPathElement>('path[stroke^="var(--"]')].flatMap((path) => {
    const matrix = path.getScreenCTM()!
    return Array.from({ length: Math.ceil(path.getTotalLength() * 2) }, (_, i) =>
      path.getPointAtLength(i / 2).matrixTransform(matrix),
    ).filter(({ x, y }) => x > left && x < right && y > top && y < bottom)
  }).length
}

for (const [how, losses] of Object.entries(CURVES))
  test(`the name of a level lies on no curve that ${how}`, async () => {
    const { container } = await render(<Chart losses={losses} />)
    await expect.poll(() => nameIn(container)).toBeDefined()
    await expect.poll(() => covered(container, nameIn(container)!.getBoundingClientRect())).toBe(0)
  })

test('nor on the names at the ends of curves that are still short, nor on the test score', async () => {
  const { container } = await render(<Chart losses={() => [0.61, 0.59]} epochs={45} until={100} />)
  await expect.poll(() => nameIn(container)).toBeDefined()
  const name = nameIn(container)!.getBoundingClientRect()
  const others = [...container.querySelectorAll('text')].filter((text) => text !== nameIn(container))
  const over = others.filter((other) => {
    const box = other.getBoundingClientRect()
    return (
      box.left < name.right &&
      box.right > name.left &&
      box.top + 2 < name.bottom - 2 &&
      box.bottom - 2 > name.top + 2
    )
  })
  expect(over.map(({ textContent }) => textContent)).toEqual([])
})

test('between curves on both sides all along, it is short and covers as little as it can', async () => {
  const tight: Losses = (n) => [n > 60 ? 0.598 : 0.58, n > 60 ? 0.602 : 0.62]
  const { container } = await render(<Chart losses={tight} />)
  await expect.poll(() => nameIn(container)?.textContent).toBe(LEVEL.short)
})

test('a line whose first epoch is beyond the axis comes from where it was before the first update', async () => {
  const { container } = await render(<Chart losses={(n) => [1e17 * n, n === 1 ? 1e17 : 0.3]} />)
  const field = () => container.querySelector('rect[class*=field]')
  await expect.poll(field).not.toBeNull()
  const { left, top, bottom } = field()!.getBoundingClientRect()
  for (const path of container.querySelectorAll<SVGPathElement>('path[stroke^="var(--"]')) {
    const first = path.getPointAtLength(0).matrixTransform(path.getScreenCTM()!)
    expect(Math.abs(first.x - left)).toBeLessThan(1)
    expect(first.y).toBeGreaterThan(top)
    expect(first.y).toBeLessThan(bottom)
  }
})
