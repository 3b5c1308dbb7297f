import '../app/tokens.css'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import type { EngineClient } from '../../client/engine-client.ts'
import { quietClient } from '../../client/quiet-client.testing.ts'
import { askedRows, resamplingKey } from '../../domain/resampling/resampling.ts'
import type { Resampling } from '../../store/resamplings.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { ResamplingBlock } from './resampling-block.tsx'

async function shown(scene: string, client: EngineClient = quietClient) {
  const context = quietRoom(`#${scene}&run=1`, { client })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 312 }}>
        <ResamplingBlock />
      </div>
    </AppContextProvider>,
  )
  const { experiment } = context.app.store.getState().runs[0]!
  const tell = (resampling: Partial<Resampling>) => {
    const all = new Map([
      [resamplingKey(experiment), { status: 'done', fits: [], lost: 0, progress: 1, ...resampling } as const],
    ])
    context.resamplings.store.setState({ all })
  }
  return { context, screen, experiment, tell }
}

const cells = () => [...document.querySelectorAll('tr')].map((row) => row.textContent)

test('one press trains it on ten samples, with progress and a way out', async () => {
  const started: number[] = []
  const client = {
    ...quietClient,
    start: (_: string, { seed }: { seed: { data: number } }) => void started.push(seed.data),
  }
  const { screen } = await shown('data=sine&train=12', client)
  await screen.getByRole('button', { name: 'Train it on 10 samples' }).click()
  await expect.element(screen.getByRole('progressbar', { name: 'On 10 samples' })).toBeVisible()
  await expect.element(screen.getByText('0 of 10')).toBeVisible()
  // The run itself, and the first training beside it.
  expect(started).toEqual([1, 2])
  await screen.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(screen.getByRole('button', { name: 'Train it on 10 samples' })).toBeVisible()
})

test('fits of a curve: their parts in a table, the largest in a sentence, in both languages', async () => {
  const { context, screen, experiment, tell } = await shown('data=sine&noise=0.1&train=12')
  const xs = askedRows(experiment.data)
  const away = (by: number) => xs.map((x) => Math.sin(2 * Math.PI * x) + by)
  // They are 2 ± ½ above the truth.
  tell({ fits: [away(1.5), away(2.5)], lost: 1 })
  await expect.poll(cells).toEqual(['bias²4.00', 'variance0.250', 'noise0.010', 'error4.26'])
  await expect.element(screen.getByText(/^The largest part of the error is bias/)).toBeVisible()
  await expect.element(screen.getByText('One training diverged or failed.')).toBeVisible()
  await expect
    .element(screen.getByRole('img', { name: '2 fits to as many samples, their mean and the truth' }))
    .toBeVisible()
  await context.app.actions.chooseLanguage('zh-CN')
  await expect.element(screen.getByText(/^误差中最大的是偏差/)).toBeVisible()
})

test('fits of a plane are drawn as boundaries, and judged by the chance of a class', async () => {
  const { screen, experiment, tell } = await shown('data=xor&noise=0&train=12')
  const rows = askedRows(experiment.data)
  const outputs = (of: (x: number, y: number) => number) =>
    Float32Array.from({ length: rows.length / 2 }, (_, i) => of(rows[2 * i]!, rows[2 * i + 1]!))
  tell({ fits: [outputs((x) => Number(x > 0)), outputs((_, y) => Number(y > 0))] })
  await expect.element(screen.getByText(/^Parts of the Brier score/)).toBeVisible()
  // In one quadrant both are right, in the opposite one both are wrong by 1, in the others they differ around ½.
  await expect.poll(cells).toEqual(['bias²0.375', 'variance0.125', 'noise0.000', 'error0.500'])
  const lines = [...document.querySelectorAll('svg path')].map((path) => path.getAttribute('d')!)
  expect(lines).toHaveLength(4)
  for (const line of lines) expect(line.length).toBeGreaterThan(100)
})

test('there is none where nobody knows what is true', async () => {
  const { screen } = await shown('data=sparse-linear&train=40')
  expect(screen.container.textContent).toBe('')
})
