/** Figures that are shown beside one another describe the same thing, or say what they describe. */
import '../app/tokens.css'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { tellingClient } from '../../client/quiet-client.testing.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { NO_TABLES, readTable } from '../../domain/table/library.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { loadCurves } from '../shared/lazy-curves.tsx'
import { Progress } from '../top-bar/progress.tsx'
import { TrainingView } from '../training/training-view.tsx'
import { RunDetails } from './run-details.tsx'

beforeAll(() => loadCurves())
beforeEach(() => page.viewport(1440, 900))

const row = (epoch: number, train: number, validation: number): EpochRow => ({
  epoch,
  train: { loss: train, accuracy: 0.95 },
  validation: { loss: validation, accuracy: 0.95 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0.01,
})

const ROWS = [row(1, 0.69, 0.7), row(2, 0.5, 0.6), row(3, 0.1, 2.5)]
interface Completed {
  readonly kind: 'completed'
  readonly epoch: number
  readonly best: number
  readonly restored: number | null
}
const completed: Completed = { kind: 'completed', epoch: 3, best: 2, restored: null }

async function trained(
  hash: string,
  rows: readonly EpochRow[] = ROWS,
  table?: object,
  outcome: Completed = completed,
) {
  const { client, tell } = tellingClient({
    speeds: () => [
      { engine: 'wasm', epochsPerSecond: 4 },
      { engine: 'cpu', epochsPerSecond: 2 },
    ],
  })
  const context = quietRoom('', { client })
  if (table) readTable(table, context.app.tables)
  context.app.actions.openLink(`#${hash}&run=1`)
  const { id } = context.app.store.getState().runs[0]!
  tell({ type: 'placed', run: id, engine: { name: 'wasm', device: 'SIMD' }, after: 0, quicker: null })
  tell({ type: 'running', run: id })
  tell({ type: 'epochs', run: id, rows: [...rows], patience: { best: 2, wait: 1 } })
  tell({ type: 'finished', run: id, outcome, last: [], best: null })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 360px', height: 880 }}>
        <TrainingView />
        <div>
          <Progress />
          <RunDetails />
        </div>
      </div>
    </AppContextProvider>,
  )
  return { screen, context, id, tell }
}

const SCENE = 'data=moons&train=40&validation=40&test=40&layers=8&epochs=3&patience=off'

test('losses and gaps are shown under their epoch, the same in the column and on the chart', async () => {
  const { screen } = await trained(SCENE)
  const cells = (name: string) =>
    screen
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .first()
      .getByRole('cell')
      .elements()
      .map(({ textContent }) => textContent)
  await expect.element(screen.getByRole('columnheader', { name: 'last, epoch 3' })).toBeVisible()
  await expect.element(screen.getByRole('columnheader', { name: 'best, epoch 2' })).toBeVisible()
  expect(cells('train loss')).toEqual(['0.100', '0.500'])
  expect(cells('val loss')).toEqual(['2.50', '0.600'])
  expect(cells('gap')).toEqual(['×25', '×1.2'])
  const words = () => [...document.querySelectorAll('text')].map(({ textContent }) => textContent)
  await expect.poll(words).toEqual(expect.arrayContaining(['gap ×25', 'epoch 3', 'best 2']))
})

test.each([
  [completed, ['last, epoch 3 kept', 'best, epoch 2']],
  [{ ...completed, restored: 2 }, ['last, epoch 3', 'best, epoch 2 kept']],
] as const)('the epoch is marked whose weights the run was left with', async (outcome, heads) => {
  const { screen } = await trained(SCENE, ROWS, undefined, outcome)
  for (const name of heads)
    await expect.element(screen.getByRole('columnheader', { name, exact: true })).toBeVisible()
})

test('the counter and the pace belong to the run in focus', async () => {
  const { screen, context } = await trained(SCENE)
  await expect.element(screen.getByText('100 epochs/s', { exact: true })).toBeVisible()
  await expect.element(screen.getByText('Measured here: WASM 100 epochs/s · CPU 2.0')).toBeVisible()
  // Nothing was started on this page, as after a reload or in an opened link.
  context.app.store.setState({ runGroup: [] })
  await expect.element(screen.getByText('All 3 epochs done').first()).toBeVisible()
  await expect.element(screen.getByText(/^3 \/ 3 epochs$/)).toBeVisible()
  context.app.actions.edit('epochs', 20)
  await expect.element(screen.getByText(/^3 \/ 3 epochs$/)).toBeVisible()
})

test('the same answer to every sample of a table at 95 : 5 is worth 0.199 and 95 %', async () => {
  const table = {
    inputs: Array.from({ length: 400 }, (_, i) => [Math.sin(i), Math.cos(i), Math.sin(3 * i)]),
    targets: Array.from({ length: 400 }, (_, i) => (i % 20 === 7 ? 'fault' : 'ok')),
  }
  const read = readTable(table, NO_TABLES)
  const digest = read.ok ? read.table.digest : ''
  const { screen } = await trained(
    `data=rows&rows=${digest}&train=200&validation=100&test=100&layers=4&epochs=3&patience=off`,
    [row(1, 0.2, 0.21), row(2, 0.2, 0.199), row(3, 0.2, 0.2)],
    table,
  )
  // The measure has its short name where the whole one does not fit.
  const words = () => [...document.querySelectorAll('text')].map(({ textContent }) => textContent)
  await expect
    .poll(words)
    .toEqual(
      expect.arrayContaining([
        expect.stringMatching(/same answer 0\.199$/),
        expect.stringMatching(/same answer 95\.0%$/),
      ]),
    )
  expect(screen.getByText('0.693').elements()).toHaveLength(0)
})

test('an undefined R² is shown as missing, with the reason', async () => {
  const single = (epoch: number): EpochRow => ({
    ...row(epoch, 0.5, 0.5),
    train: { loss: 0.5, r2: 0.5 },
    validation: { loss: 0.5, r2: Number.NaN },
  })
  await trained(
    'data=sine&loss=mse&train=12&validation=1&layers=4&epochs=3&patience=off',
    [1, 2, 3].map(single),
  )
  const words = () => [...document.querySelectorAll('text')].map(({ textContent }) => textContent ?? '')
  await expect.poll(words).toContain('train 0.50')
  expect(words().some((word) => /NaN|0\.00/.test(word))).toBe(false)
  // The name is cut to the width that it has.
  expect(words().some((word) => word.startsWith('none for val'))).toBe(true)
})

test('a run that goes on with another engine says so, and how much quicker that is', async () => {
  const { screen, id, tell } = await trained(SCENE)
  await expect.element(screen.getByText('Trained on the processor (WASM)')).toBeVisible()
  tell({ type: 'placed', run: id, engine: { name: 'webgl', device: 'a GPU' }, after: 3, quicker: 5.2 })
  const moved = screen.getByText('Epoch 3: on to WebGL, ×5.2 as fast')
  await expect.element(moved).toBeVisible()
  expect(moved.element().closest('[aria-live="polite"]')).not.toBeNull()
  await expect.element(screen.getByText('Trained on the graphics card (WebGL)')).toBeVisible()
})
