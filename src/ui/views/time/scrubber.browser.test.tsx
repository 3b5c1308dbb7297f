import '../../app/tokens.css'
import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { row } from '../../../charts/curves/fixture.ts'
import type { StartOptions } from '../../../client/engine-client.ts'
import { tellingClient } from '../../../client/quiet-client.testing.ts'
import { flatWeights, initialWeights, namedWeights } from '../../../domain/network/initial-weights.ts'
import { quietRoom } from '../../app-context.testing.ts'
import { AppContextProvider } from '../../shared/app-context.tsx'
import { ModelViews } from '../model-views.tsx'

beforeEach(() => page.viewport(1440, 900))

const EPOCHS = 40

/** A run of forty epochs whose weights are the number of their epoch. */
async function shown({ kept = true, ended = true, large = false, wild = 0 } = {}) {
  const started: StartOptions[] = []
  const asked: number[] = []
  const { client, tell } = tellingClient({
    start: (_, __, options = {}) => void started.push(options),
    predict: async (_, weights) => {
      asked.push(weights[0]!.values[0]!)
      return new Float32Array()
    },
  })
  const context = quietRoom(`#data=moons&layers=4&epochs=${EPOCHS}&patience=off&run=1`, { client })
  const { id: run, experiment } = context.app.store.getState().runs[0]!
  await vi.waitFor(() => expect(started).toHaveLength(1))
  const weights = (epoch: number) => flatWeights(initialWeights(experiment)).fill(epoch)
  const epochs = Array.from({ length: EPOCHS }, (_, i) => i + 1)
  tell({ type: 'running', run })
  tell({ type: 'started', run, start: { ...row(0, 1, 2), inactive: [] } })
  tell({
    type: 'epochs',
    run,
    rows: epochs.map((epoch) => (epoch <= wild ? row(epoch, 1e17, 1e17) : row(epoch, 1 / epoch, 2 / epoch))),
    patience: { best: 30, wait: 10 },
    ...(kept && {
      kept: epochs.map((epoch) => ({ epoch, state: { weights: weights(epoch), slots: [], updates: epoch } })),
    }),
  })
  const named = (epoch: number) => namedWeights(experiment, weights(epoch))
  const outcome = { kind: 'completed', epoch: EPOCHS, best: 30, restored: null } as const
  if (ended) tell({ type: 'finished', run, outcome, last: named(EPOCHS), best: named(30) })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: large ? 1200 : 312, height: 800 }}>
        <ModelViews large={large} />
      </div>
    </AppContextProvider>,
  )
  const slider = screen.getByRole('slider', { name: /^Epoch that all views show/ })
  await expect.element(slider).toBeVisible()
  return { screen, context, run, asked, started, slider, tell }
}

test('the keys go over the epochs, and the views are asked for the weights of each', async () => {
  const { slider, asked } = await shown()
  await expect.element(slider).toHaveAttribute('aria-valuenow', '40')
  slider.element().focus()
  const path: [string, number][] = [
    ['{ArrowLeft}', 39],
    ['{Shift>}{ArrowLeft}{/Shift}', 29],
    ['{ArrowRight}', 30],
    ['{End}', 40],
    ['{Home}', 0],
    ['{Shift>}{ArrowRight}{/Shift}', 10],
  ]
  for (const [keys, epoch] of path) {
    await userEvent.keyboard(keys)
    await expect.element(slider).toHaveAttribute('aria-valuenow', String(epoch))
    if (epoch > 0) await expect.poll(() => asked.at(-1)).toBe(epoch)
  }
})

test('a drag goes to the epoch under the pointer; the losses there stand beside the line', async () => {
  const { screen, slider } = await shown({ large: true })
  const box = slider.element().querySelector('svg')!.getBoundingClientRect()
  await slider.click({ position: { x: 46 + (box.width - 46 - 116) / 4, y: 34 } })
  await expect.element(slider).toHaveAttribute('aria-valuenow', '10')
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'epoch 10')
  const readings = [...screen.container.querySelectorAll('g[data-part] text')].map(
    ({ textContent }) => textContent,
  )
  expect(readings).toEqual(['0.200', '0.100'])
  expect(screen.container.querySelector('[data-best]')).toHaveAttribute('data-best', '30')
})

test('the losses of the last epoch are written once, at their lines; those of another beside its rule', async () => {
  const { screen, slider } = await shown({ large: true })
  const written = () =>
    [...screen.container.querySelectorAll('svg text')].flatMap(
      ({ textContent }) => textContent?.match(/(?:^|\s)(0\.\d{3})$/)?.[1] ?? [],
    )
  await expect.poll(written).toEqual(['0.050', '0.025'])
  slider.element().focus()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.poll(written).toEqual(['0.051', '0.026', '0.050', '0.025'])
})

test('play moves over the run from its start, and stops at its end', async () => {
  const { screen, slider, context, run } = await shown()
  await screen.getByRole('radio', { name: '×4' }).click({ force: true })
  await screen.getByRole('button', { name: 'Play' }).click()
  const passed: number[] = []
  context.fit.store.subscribe(({ at }) => passed.push(at[run]!))
  await expect.element(screen.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await expect.element(slider).toHaveAttribute('aria-valuenow', '40')
  expect(passed[0]).toBeLessThan(10)
  expect(passed).toEqual([...passed].sort((a, b) => a - b))
  expect(passed.length).toBeGreaterThan(10)
})

test('B branches from the epoch that is shown, and the line says how far it trains', async () => {
  const { screen, slider, context, run, started } = await shown()
  slider.element().focus()
  await userEvent.keyboard('{Home}{Shift>}{ArrowRight}{/Shift}')
  await expect.element(screen.getByText('trains on from these weights to epoch 40')).toBeVisible()
  await userEvent.keyboard('b')
  await expect.poll(() => started.length).toBe(2)
  expect(started[1]!.from).toMatchObject({ epoch: 10, state: { updates: 0 } })
  expect(context.app.store.getState().runs[1]!.branch).toMatchObject({ run, epoch: 10 })
  context.app.actions.edit('layers', [{ units: 9 }])
  context.app.actions.focusOn(run)
  await expect.element(screen.getByText(/^The controls show a network of another shape/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Branch here' })).toBeDisabled()
})

test('a run that was loaded has its best and its last epoch, and says how the others come back', async () => {
  const { screen, slider } = await shown({ kept: false })
  await expect
    .element(screen.getByText('Of this run only the weights of epochs 0, 30 and 40 are here.'))
    .toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Train again to look inside' })).toBeVisible()
  const dots = [...screen.container.querySelectorAll<SVGElement>('[data-only]')]
  expect(dots.map(({ dataset }) => dataset.only)).toEqual(['0', '30', '40'])
  slider.element().focus()
  await userEvent.keyboard('{Home}{ArrowRight}')
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'epoch 0')
})

test('while it trains the scrubber follows, stays where a person went, and follows again', async () => {
  const { screen, slider, tell, run } = await shown({ ended: false })
  const train = (epoch: number) =>
    tell({ type: 'epochs', run, rows: [row(epoch, 0.1, 0.2)], patience: { best: 30, wait: 10 } })
  train(41)
  await expect.element(slider).toHaveAttribute('aria-valuenow', '41')
  slider.element().focus()
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}')
  train(42)
  await expect.element(slider).toHaveAttribute('aria-valuemax', '42')
  await expect.element(slider).toHaveAttribute('aria-valuenow', '31')
  await screen.getByRole('button', { name: 'Follow the training' }).click()
  await expect.element(slider).toHaveAttribute('aria-valuenow', '42')
})

test('epochs in which the run was beyond bounds do not press the others onto the floor', async () => {
  const { screen } = await shown({ large: true, wild: 3 })
  const line = () => screen.container.querySelector<SVGPathElement>('path[data-part=validation]')
  await expect.poll(line).not.toBeNull()
  const heights = line()!
    .getAttribute('d')!
    .split(/[ML]/)
    .slice(1)
    .map((point) => Number(point.split(' ')[1]))
  const [top, fourth, last] = [heights[0]!, heights[3]!, heights.at(-1)!]
  expect(last - fourth).toBeGreaterThan((last - top) / 50)
})
