import '../../app/tokens.css'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { row } from '../../../charts/curves/fixture.ts'
import type { ClientEvent } from '../../../client/client-event.ts'
import type { EngineClient } from '../../../client/engine-client.ts'
import { quietClient } from '../../../client/quiet-client.testing.ts'
import type { WeightsSeen } from '../../../protocol/inspection.ts'
import { quietRoom } from '../../app-context.testing.ts'
import { AppContextProvider } from '../../shared/app-context.tsx'
import WeightsView from './weights-view.tsx'

const counts = (...pairs: [bin: number, count: number][]) => {
  const all = new Uint32Array(41)
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

async function shown() {
  let tell: (event: ClientEvent) => void = () => {}
  const client: EngineClient = {
    ...quietClient,
    listen(listener) {
      tell = listener
      return () => {}
    },
    inspectLive: () => Promise.resolve(SEEN) as never,
  }
  const context = quietRoom('#data=moons&layers=8&epochs=9&run=1', { client })
  const { id } = context.app.store.getState().runs[0]!
  tell({ type: 'running', run: id })
  tell({ type: 'epochs', run: id, rows: [row(1, 0.5, 0.6)], patience: { best: 1, wait: 0 } })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 312 }}>
        <WeightsView run={context.app.store.getState().runs[0]!} large={false} />
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
  const bars = [...histogram.element().querySelectorAll('rect')]
  const height = (bin: number) => bars[bin]!.height.baseVal.value
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
