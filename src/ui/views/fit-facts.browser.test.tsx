import '../app/tokens.css'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { row } from '../../charts/curves/fixture.ts'
import { tellingClient } from '../../client/quiet-client.testing.ts'
import type { Score } from '../../domain/run/run.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { ModelViews } from './model-views.tsx'

beforeEach(() => page.viewport(1440, 900))

/** A running network that answers each raw row of so many numbers by `network`. */
async function shown(
  hash: string,
  width: number,
  scores: readonly [train: Score, validation: Score],
  network: (inputs: readonly number[]) => number,
) {
  const { client, tell } = tellingClient({
    predictRun: async (_: string, rows: Float32Array | Float64Array) =>
      Float32Array.from({ length: rows.length / width }, (_x, i) =>
        network([...rows.subarray(i * width, (i + 1) * width)]),
      ),
  })
  const context = quietRoom(`#${hash}&run=1`, { client })
  const { id } = context.app.store.getState().runs[0]!
  tell({ type: 'running', run: id })
  const [train, validation] = scores
  const rows = [{ ...row(1, 0.5, 0.6), train, validation }]
  tell({ type: 'epochs', run: id, rows, patience: { best: 1, wait: 0 } })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 1200, height: 760 }}>
        <ModelViews large />
      </div>
    </AppContextProvider>,
  )
  const cells = () =>
    [...screen.container.querySelectorAll('tbody tr')].map((line) =>
      [...line.children].map(({ textContent }) => textContent),
    )
  return { screen, cells }
}

test('over the whole page a boundary is seen whole, with a sentence, and its probabilities as a table', async () => {
  const accurate = [
    { loss: 0.5, accuracy: 0.9 },
    { loss: 0.6, accuracy: 0.75 },
  ] as const
  const { screen, cells } = await shown(
    'data=moons',
    2,
    accurate,
    ([x, y]) => 1 / (1 + Math.exp(-(x! + 2 * y!))),
  )
  const summary = 'Weights of epoch 1: right at 90.0% of the training and 75.0% of the validation samples.'
  await expect.element(screen.getByText(summary)).toBeVisible()
  const picture = screen.getByRole('img', { name: /^Decision boundary/ })
  const panel = screen.getByRole('tabpanel')
  // The picture takes its size from the room that the words beside it leave, which takes a few frames.
  const laidOut = () => {
    const [inner, outer] = [picture, panel].map((place) => place.element().getBoundingClientRect())
    return { isLarge: inner!.height > 300, isWhole: inner!.bottom <= outer!.bottom }
  }
  await expect.poll(laidOut).toEqual({ isLarge: true, isWhole: true })
  await screen.getByText('As a table').click()
  await expect.poll(() => cells().length).toBe(9)
  const xs = [...screen.container.querySelectorAll('thead th')]
    .slice(1)
    .map(({ textContent }) => textContent!)
  for (const [y, ...shares] of cells())
    for (const [i, share] of shares.entries()) {
      const [right, up] = [xs[i]!, y!].map((text) => Number(text.replace('−', '-')))
      // Coordinates are written to a tenth.
      const chance = 100 / (1 + Math.exp(-(right! + 2 * up!)))
      expect(Math.abs(Number.parseFloat(share!) - chance)).toBeLessThan(5)
    }
  await screen.getByLabelText('What these numbers mean').click()
  await expect.element(screen.getByText(/asked at 72 × 72 places/)).toBeVisible()
})

test('a fitted curve has its values beside those without noise', async () => {
  const { screen, cells } = await shown(
    'data=sine&loss=mse',
    1,
    [
      { loss: 0.5, r2: 0.8 },
      { loss: 0.6, r2: 0.7 },
    ],
    ([x]) => 3 * x!,
  )
  await expect
    .element(
      screen.getByText('Weights of epoch 1: R² 0.80 on the training and 0.70 on the validation samples.'),
    )
    .toBeVisible()
  await screen.getByText('As a table').click()
  await expect.poll(() => cells().length).toBe(20)
  for (const line of cells()) {
    const [x, network, truth] = line.map((text) => Number(text!.replace('−', '-')))
    expect(network).toBeCloseTo(3 * x!, 1)
    expect(truth).toBeCloseTo(Math.sin(2 * Math.PI * x!), 1)
  }
})
