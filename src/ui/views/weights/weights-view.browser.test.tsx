import '../../app/tokens.css'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { row } from '../../../charts/curves/fixture.ts'
import { barsOf } from '../../../charts/kit/paths.testing.ts'
import { tellingClient } from '../../../client/quiet-client.testing.ts'
import { flatWeights, initialWeights } from '../../../domain/network/initial-weights.ts'
import type { InspectionOf, WeightHistorySeen, WeightsSeen } from '../../../protocol/inspection.ts'
import { quietRoom } from '../../app-context.testing.ts'
import { AppContextProvider } from '../../shared/app-context.tsx'
import WeightsView from './weights-view.tsx'

const BINS = 41
const counts = (...pairs: [bin: number, count: number][]) => {
  const all = new Uint32Array(BINS)
  for (const [bin, count] of pairs) all[bin] = count
  return all
}

const SEEN: WeightsSeen = {
  kind: 'weights',
  layers: [
    {
      name: 'dense_1',
      count: 40,
      norm: 3.5,
      zero: 0.25,
      nearZero: 0.5,
      reach: 1.2,
      counts: counts([20, 20], [0, 20]),
      startCounts: counts([5, 10], [35, 30]),
    },
    {
      name: 'dense_2',
      count: 10,
      norm: 0.5,
      zero: 0,
      nearZero: 0.1,
      reach: 0.4,
      counts: counts([10, 10]),
      startCounts: counts([20, 10]),
    },
  ],
  pictures: {
    height: 2,
    width: 2,
    all: 64,
    units: [Float32Array.of(1, -1, 0, 0), Float32Array.of(0, 0, 0, 0)],
  },
}

const HISTORY: WeightHistorySeen = {
  kind: 'weight-history',
  layers: [
    {
      name: 'dense_1',
      count: 40,
      reach: 2,
      moments: [
        { epoch: 0, norm: 4, zero: 0, nearZero: 0.1, counts: counts([10, 40]) },
        { epoch: 1, norm: 2, zero: 0.25, nearZero: 0.5, counts: counts([20, 20], [10, 20]) },
      ],
    },
  ],
}

/** The epochs whose weights were asked about, question by question. */
let sent: number[][]

async function shown(large = false) {
  sent = []
  const { client, tell } = tellingClient({
    inspectRun: () => Promise.resolve(SEEN) as never,
    inspect: (_, __, what) => {
      const { moments } = what as InspectionOf<'weight-history'>
      sent.push(moments.map(({ epoch }) => epoch))
      return Promise.resolve(HISTORY) as never
    },
  })
  const context = quietRoom('#data=moons&layers=8&epochs=9&run=1', { client })
  const { id, experiment } = context.app.store.getState().runs[0]!
  const weights = flatWeights(initialWeights(experiment))
  tell({ type: 'running', run: id })
  tell({
    type: 'epochs',
    run: id,
    rows: [row(1, 0.5, 0.6)],
    patience: { best: 1, wait: 0 },
    kept: [{ epoch: 1, state: { weights, slots: [], updates: 1 } }],
  })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={large ? { width: 1200, height: 800, containerType: 'size' } : { width: 312 }}>
        <WeightsView run={context.app.store.getState().runs[0]!} large={large} />
      </div>
    </AppContextProvider>,
  )
  await expect.element(screen.getByText('dense_1')).toBeVisible()
  return screen
}

test('a layer has its norm, its zeros, and bars as high as its counts', async () => {
  const screen = await shown()
  await expect.element(screen.getByText(/^50 weights in 2 layers, 42\.0% of them nearer to 0/)).toBeVisible()
  const first = screen.getByRole('listitem').first()
  await expect.element(first).toHaveTextContent(/norm3\.50.*exactly 025\.0%.*< 0\.0150\.0%/)
  const histogram = screen.getByRole('img', { name: 'Histogram of the weights of dense_1' })
  const bars = barsOf(histogram.element().querySelector('[data-bars]')!.getAttribute('d'))
  const { width } = histogram.element().getBoundingClientRect()
  const height = (bin: number) =>
    bars.find(({ left }) => Math.floor((left * BINS) / width) === bin)?.height ?? 0
  expect([height(20), height(10)]).toEqual([height(0), 0])
  // 20 of the 30 that were in the fullest bin before training.
  const whole = histogram.element().getBoundingClientRect().height - 18 - 2
  expect(height(20)).toBeCloseTo((whole * 20) / 30, 1)
})

test('the pictures of the first layer are purple below 0 and green above, paper at 0', async () => {
  const screen = await shown()
  await expect.element(screen.getByText('the first 2 of 64 units')).toBeVisible()
  const canvas = screen.getByRole('img', { name: 'Weights of unit 1' }).element() as HTMLCanvasElement
  const pixel = (x: number, y: number) => Array.from(canvas.getContext('2d')!.getImageData(x, y, 1, 1).data)
  const [plus, minus, zero] = [pixel(0, 0), pixel(1, 0), pixel(0, 1)]
  expect(plus[1]).toBeGreaterThan(plus[0]!)
  expect(minus[1]).toBeLessThan(minus[0]!)
  expect(Math.max(...zero) - Math.min(...zero.slice(0, 3))).toBeLessThan(12)
})

test('the table has a row for each layer', async () => {
  const screen = await shown()
  await screen.getByText('As a table').click()
  const rows = [...screen.container.querySelectorAll('tbody tr')].map((line) =>
    [...line.children].map(({ textContent }) => textContent),
  )
  expect(rows).toEqual([
    ['dense_1', '40', '3.50', '25.00%', '50.00%'],
    ['dense_2', '10', '0.50', '0.00%', '10.00%'],
  ])
})

test('over time each epoch is a ridge on one scale, with its shares of zeros; the one that is shown stands out', async () => {
  const screen = await shown()
  await screen.getByRole('radio', { name: 'Over time' }).click({ force: true })
  const picture = screen.getByRole('img', { name: /^Histograms of the weights of dense_1 at 2 epochs/ })
  await expect.element(picture).toBeVisible()
  expect(sent).toEqual([[0, 1]])
  const ridges = [...picture.element().querySelectorAll<SVGGElement>('[data-epoch]')]
  expect(ridges.map(({ dataset }) => [dataset.epoch, dataset.shown])).toEqual([
    ['0', 'false'],
    ['1', 'true'],
  ])
  const heights = ridges.map((ridge) => {
    const ys = [
      ...ridge
        .querySelectorAll('path')[1]!
        .getAttribute('d')!
        .matchAll(/[ML][\d.]+ ([\d.]+)/g),
    ]
    const numbers = ys.map(([, y]) => Number(y))
    return Math.max(...numbers) - Math.min(...numbers)
  })
  expect(heights[0]! / heights[1]!).toBeCloseTo(2, 1)
  const widths = ridges.map((ridge) =>
    [...ridge.querySelectorAll('rect')].map((bar) => bar.width.baseVal.value),
  )
  expect(widths[1]![0]! / widths[1]![1]!).toBeCloseTo(2, 5)
  expect(widths[0]![1]).toBe(0)
  await screen.getByText('As a table').click()
  await expect.element(screen.getByRole('row', { name: 'dense_1 1 2.00 25.00% 50.00%' })).toBeVisible()
})

test('shown large, the histograms grow with the page', async () => {
  const screen = await shown(true)
  const histogram = screen.getByRole('img', { name: 'Histogram of the weights of dense_1' }).element()
  expect(histogram.getBoundingClientRect().height).toBeCloseTo(0.28 * 800, 0)
})
