/** Live mode on the page: keys, strip, numbers beside what they were, and the run that is kept. */
import '../app/tokens.css'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { ClientEvent } from '../../client/client-event.ts'
import { quietClient } from '../../client/quiet-client.testing.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { App } from '../app/app.tsx'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { loadCurves } from '../shared/lazy-curves.tsx'

beforeAll(() => loadCurves())
beforeEach(() => page.viewport(1440, 900))

const SCENE = 'data=moons&train=40&validation=40&test=40&layers=8&epochs=2&patience=off'

const row = (epoch: number, train: number, validation: number): EpochRow => ({
  epoch,
  train: { loss: train, accuracy: 0.95 },
  validation: { loss: validation, accuracy: 0.75 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [0.1, 0.1],
  seconds: 0.01,
})

/** A run ends at once, with a validation loss that falls with L2. */
async function room(hash: string) {
  const listeners = new Set<(event: ClientEvent) => void>()
  const tell = (event: ClientEvent) => {
    for (const listener of listeners) listener(event)
  }
  const train = (run: string, experiment: Experiment) => {
    const last = 2 - 20 * experiment.regularization.l2
    tell({ type: 'placed', run, engine: { name: 'wasm', device: 'SIMD' }, after: 0, quicker: null })
    tell({ type: 'running', run })
    tell({
      type: 'epochs',
      run,
      rows: [row(1, 0.7, 0.8), row(2, 0.1, last)],
      patience: { best: last < 0.8 ? 2 : 1, wait: 0 },
    })
    const outcome = { kind: 'completed', epoch: 2, best: last < 0.8 ? 2 : 1, restored: null } as const
    tell({ type: 'finished', run, outcome, last: initialWeights(experiment), best: null })
  }
  const client = {
    ...quietClient,
    listen(listener: (event: ClientEvent) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: (run: string, experiment: Experiment) => void setTimeout(() => train(run, experiment)),
    predict: async () => new Float32Array(72 * 72).fill(0.4),
  }
  const context = quietRoom(`#${hash}`, { client })
  const screen = await render(
    <AppContextProvider value={context}>
      <App />
    </AppContextProvider>,
  )
  return { screen, app: context.app }
}

test('V turns it on and off; while it is on its switch stands where Run is', async () => {
  const { screen, app } = await room(SCENE)
  await expect.element(screen.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
  await userEvent.keyboard('v')
  await expect.element(screen.getByRole('switch', { name: 'Live' })).toBeChecked()
  expect(screen.getByRole('button', { name: 'Run', exact: true }).elements()).toEqual([])
  await expect.element(screen.getByText('verdict on the live run')).toBeVisible()
  await expect.element(screen.getByText('0 and the live one')).toBeVisible()
  await userEvent.keyboard('v')
  await expect.element(screen.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
  expect(app.store.getState().runs).toEqual([])
})

test('a change is named over the curves, beside every number, on the strip and in the list; Enter keeps it', async () => {
  const { screen, app } = await room(`${SCENE}&live=1`)
  await expect.element(screen.getByText('The baseline. Move a control, and the curves follow.')).toBeVisible()
  app.actions.edit('l2', 0.05)
  await expect.element(screen.getByRole('heading', { name: 'only: L2 0 → 0.05' })).toBeVisible()
  await expect.element(screen.getByText('at epoch 2, 50% of the baseline’s')).toBeVisible()
  await expect.element(screen.getByText('was 2.00', { exact: true })).toBeVisible()
  const words = () => [...document.querySelectorAll('text')].map(({ textContent }) => textContent)
  await expect.poll(words).toEqual(expect.arrayContaining(['baseline 2.00', '−1.00', 'validation 1.00']))
  await expect
    .element(screen.getByRole('img', { name: /^Validation loss at \d+ values of L2; lowest/ }))
    .toBeVisible()
  await expect.element(screen.getByText('not kept')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('button', { name: 'Look at + L2 0.05' })).toBeVisible()
  await expect.element(screen.getByText('Kept')).toBeVisible()
  expect(app.store.getState().runs).toHaveLength(1)
})

test('while the hand rests the strip fills, and the lowest value is one press away; Escape goes back to the baseline', async () => {
  const { screen, app } = await room(`${SCENE}&live=1`)
  await expect.element(screen.getByText('verdict on the live run')).toBeVisible()
  app.actions.edit('l2', 0.01)
  await expect
    .poll(() => app.store.getState().live!.strip!.points.length, { timeout: 10_000 })
    .toBeGreaterThan(10)
  const set = screen.getByRole('button', { name: 'Set', exact: true })
  await expect.element(set).toBeVisible()
  await set.click()
  expect(app.store.getState().draft.experiment.regularization.l2).toBeGreaterThan(0.01)
  const slider = screen.getByRole('slider', { name: 'L2', exact: true }).element() as HTMLElement
  slider.focus()
  await userEvent.keyboard('{Escape}')
  expect(app.store.getState().draft.experiment.regularization.l2).toBe(0)
})

test('best and last can disagree: the strip says which it shows', async () => {
  const { screen, app } = await room(`${SCENE}&live=1`)
  await expect.element(screen.getByText('verdict on the live run')).toBeVisible()
  app.actions.edit('l2', 0.05)
  const switcher = screen.getByRole('button', { name: 'best val loss' })
  await switcher.click()
  await expect.element(screen.getByRole('button', { name: 'last val loss' })).toBeVisible()
})

test('too slow: it says so, and offers less for the live view alone', async () => {
  const { screen, app } = await room(`${SCENE}&epochs=500&live=1`)
  await expect.element(screen.getByText('verdict on the live run')).toBeVisible()
  const { live } = app.store.getState()
  app.store.setState({ live: { ...live!, slow: { seconds: 12, offers: [{ setting: 'epochs', most: 40 }] } } })
  await expect.element(screen.getByText(/^A run takes about 12 s/)).toBeVisible()
  await screen.getByRole('button', { name: '40 epochs' }).click()
  await expect.element(screen.getByText('Live runs have 40 epochs.')).toBeVisible()
  expect(app.store.getState().draft.experiment.training.epochs).toBe(500)
})
