import '../../app/tokens.css'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { row } from '../../../charts/curves/fixture.ts'
import { tellingClient } from '../../../client/quiet-client.testing.ts'
import { rawSamples } from '../../../domain/data/dataset.ts'
import type { Part } from '../../../domain/experiment/experiment.ts'
import type { Source } from '../../../domain/table/source.ts'
import { quietRoom } from '../../app-context.testing.ts'
import { AppContextProvider } from '../../shared/app-context.tsx'
import PredictionsView from './predictions-view.tsx'

/** A finished run that answers for each part what the test says. */
async function shown(hash: string, answer: (part: Part) => Float32Array, source?: Source) {
  const asked = vi.fn()
  const { client, tell } = tellingClient({
    inspect: (_, __, what) => {
      const { part } = what as { part: Part }
      asked(part)
      return Promise.resolve({ kind: 'part', outputs: answer(part) }) as never
    },
    test: async () => ({ loss: 0.4, accuracy: 0.8 }),
  })
  const load = source ? async () => source : () => new Promise<Source>(() => {})
  const context = quietRoom(`#${hash}&run=1`, { client, load })
  const { store } = context.app
  await expect.poll(() => context.app.sources.isReady(store.getState().runs[0]!.experiment.data)).toBe(true)
  const { id, experiment } = store.getState().runs[0]!
  tell({ type: 'running', run: id })
  tell({ type: 'epochs', run: id, rows: [row(1, 0.5, 0.6)], patience: { best: 1, wait: 0 } })
  const outcome = { kind: 'completed', epoch: 1, best: 1, restored: null } as const
  tell({ type: 'finished', run: id, outcome, last: [], best: null })
  function View() {
    return <PredictionsView run={store.getState().runs[0]!} experiment={experiment} large />
  }
  const page = (key: number) => (
    <AppContextProvider value={context}>
      <div style={{ width: 1200, height: 800 }}>
        <View key={key} />
      </div>
    </AppContextProvider>
  )
  const screen = await render(page(0))
  const cell = (truth: number, predicted: number) =>
    screen.container.querySelector<HTMLElement>(`[data-cell="${truth} ${predicted}"]`)!
  return { screen, experiment, context, id, asked, cell, again: () => screen.rerender(page(1)) }
}

const MOONS = 'data=moons&train=40&validation=40&test=30&noise=0.2&epochs=1&patience=off'

/** Certain of the truth, except of every fourth sample, to whose true class it gives less and less. */
function moonsAnswers(hash: string) {
  return (part: Part) => {
    const { experiment } = quietRoom(`#${hash}`).app.store.getState().draft
    const { targets } = rawSamples(experiment, part)
    return Float32Array.from(targets, (truth, i) => {
      const ofTruth = i % 4 === 0 ? 0.45 - 0.004 * i : 0.875
      return truth === 1 ? ofTruth : 1 - ofTruth
    })
  }
}

test('cells hold counts or shares of the true class, and say so in words', async () => {
  const { screen, experiment, cell } = await shown(MOONS, moonsAnswers(MOONS))
  const { targets } = rawSamples(experiment, 'validation')
  const wrong = [0, 1].map((k) => targets.filter((truth, i) => truth === k && i % 4 === 0).length)
  const all = [0, 1].map((k) => targets.filter((truth) => truth === k).length)
  await expect.element(screen.getByText('10 wrong of 40 samples: 75.0% right.')).toBeVisible()
  expect(cell(0, 1).textContent).toBe(`${wrong[0]}`)
  expect(cell(1, 1).textContent).toBe(`${all[1]! - wrong[1]!}`)
  const share = `${((100 * wrong[0]!) / all[0]!).toFixed(1)}%`
  expect(cell(0, 1).getAttribute('aria-label')).toBe(`A taken for B: ${wrong[0]}, ${share} of all A`)
  await screen.getByRole('radio', { name: 'Rates' }).click({ force: true })
  await expect.poll(() => cell(0, 1).textContent).toBe(`${Math.round((100 * wrong[0]!) / all[0]!)}%`)
})

test('the worst come first; a cell, reached by the keyboard, shows its own samples alone', async () => {
  const { screen, experiment, cell } = await shown(MOONS, moonsAnswers(MOONS))
  const { targets } = rawSamples(experiment, 'validation')
  const listed = () =>
    [...screen.container.querySelectorAll('section[aria-label] > ol > li')].map(
      (item) => item.textContent?.match(/sample (\d+)/)?.[1],
    )
  const wrongOnes = (of: number | null) =>
    [36, 32, 28, 24, 20, 16, 12, 8, 4, 0]
      .filter((i) => of === null || targets[i] === of)
      .map((i) => `${i + 1}`)
  await expect.poll(listed).toEqual(wrongOnes(null))
  cell(0, 0).focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(document.activeElement).toBe(cell(1, 0))
  await userEvent.keyboard('{Enter}')
  await expect.poll(listed).toEqual(wrongOnes(1))
  await expect.element(screen.getByRole('heading', { name: 'B taken for A' })).toBeVisible()
  await screen.getByRole('button', { name: 'Show all' }).click()
  await expect.poll(listed).toEqual(wrongOnes(null))
})

test('calibration has a dot for each bin with samples, where they are as sure and as often right', async () => {
  const { screen } = await shown(MOONS, moonsAnswers(MOONS))
  const block = screen.getByRole('region', { name: 'Calibration' })
  await expect.element(block).toHaveTextContent(/Calibration error \d+\.\d%/)
  const titles = () =>
    [...block.element().querySelectorAll('circle title')].map(({ textContent }) => textContent)
  await expect.poll(titles).toContain('how sure 87.5%, how often right 100.0%, samples 30')
})

test('the test part is there once the test set is open, and not before', async () => {
  const { screen, context, id, asked, again } = await shown(MOONS, moonsAnswers(MOONS))
  await expect.element(screen.getByRole('radio', { name: 'Training' })).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: 'Test' }).elements()).toHaveLength(0)
  context.app.actions.openTest(id)
  await expect.poll(() => context.app.store.getState().runs[0]!.test.kind).toBe('opened')
  await again()
  await screen.getByRole('radio', { name: 'Test' }).click({ force: true })
  await expect.element(screen.getByText(/wrong of 30 samples/)).toBeVisible()
  expect(asked.mock.calls.flat()).toEqual(expect.arrayContaining(['validation', 'test']))
})

test('samples that are not all answered for are said to be the first', async () => {
  const { screen } = await shown(MOONS, (part) => moonsAnswers(MOONS)(part).slice(0, 20))
  await expect.element(screen.getByText('5 wrong of the first 20 of 40 samples: 75.0% right.')).toBeVisible()
})

test('numbers: R², the typical error, and a residual for each sample', async () => {
  const scene = 'data=sine&loss=mse&train=12&validation=20&layers=4&epochs=1&patience=off'
  const { screen, experiment } = await shown(scene, (part) => {
    const { targets } = rawSamples(quietRoom(`#${scene}`).app.store.getState().draft.experiment, part)
    return Float32Array.from(targets, (truth, i) => truth + (i % 2 === 0 ? 0.5 : -0.5))
  })
  const targets = Array.from(rawSamples(experiment, 'validation').targets)
  const mean = targets.reduce((a, b) => a + b) / 20
  const r2 = 1 - (20 * 0.25) / targets.reduce((sum, y) => sum + (y - mean) ** 2, 0)
  const text = `R² ${r2.toFixed(2).replace('-', '−')}, typical error 0.500, of 20 samples.`
  await expect.element(screen.getByText(text)).toBeVisible()
  const dots = screen
    .getByRole('img', { name: /^Prediction minus truth/ })
    .element()
    .querySelector('path')!
  expect(dots.getAttribute('d')!.match(/M/g)).toHaveLength(20)
  await screen.getByText('As a table').click()
  await expect.poll(() => screen.container.querySelectorAll('tbody tr').length).toBe(20)
  expect(screen.container.querySelector('tbody td:last-child')!.textContent).toBe('0.500')
})

test('a series is forecast in the order of time', async () => {
  const series = Float32Array.from({ length: 309 }, (_, i) => i)
  const source: Source = { inputs: series, targets: series }
  const scene = 'data=sunspots&loss=mse&epochs=1&patience=off'
  const { screen } = await shown(scene, () => new Float32Array(114).fill(100), source)
  const picture = screen.getByRole('img', { name: /^True numbers/ })
  await expect.element(picture).toBeVisible()
  const truth = picture.element().querySelector('path')!.getAttribute('d')!
  const heights = [...truth.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y))
  expect(heights).toHaveLength(114)
  // A series that rises is drawn rising, although its samples are given from the end.
  expect(heights).toEqual(heights.toSorted((a, b) => b - a))
})
