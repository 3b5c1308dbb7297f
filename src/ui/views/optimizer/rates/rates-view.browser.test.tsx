/** The drawn rates against the numbers that a run told. */
import '../../../app/tokens.css'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { row } from '../../../../charts/curves/fixture.ts'
import type { ClientEvent } from '../../../../client/client-event.ts'
import { quietClient } from '../../../../client/quiet-client.testing.ts'
import { quietRoom } from '../../../app-context.testing.ts'
import { AppContextProvider, useAppState } from '../../../shared/app-context.tsx'
import { RatesView } from './rates-view.tsx'

beforeEach(() => page.viewport(1280, 800))

const Shown = () => <RatesView run={useAppState(({ runs }) => runs[0])} large={false} />

async function shown(optimizer: string) {
  const listeners = new Set<(event: ClientEvent) => void>()
  const measured: boolean[] = []
  const started: string[] = []
  const context = quietRoom(`#data=moons&layers=4&epochs=9&optimizer=${optimizer}&lr=0.1&run=1`, {
    client: {
      ...quietClient,
      listen(listener: (event: ClientEvent) => void) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      start: (run: string) => void started.push(run),
      measureRates: (on: boolean) => void measured.push(on),
    },
  })
  const { id } = context.app.store.getState().runs[0]!
  const say = (event: ClientEvent) => {
    for (const listener of [...listeners]) listener(event)
  }
  say({ type: 'running', run: id })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 420 }}>
        <Shown />
      </div>
    </AppContextProvider>,
  )
  return { screen, id, say, measured, started }
}

const rates = (epoch: number, all: readonly number[], first: readonly number[]) => ({
  epoch,
  learningRate: 0.1,
  layers: [first, all],
  all,
})

test('medians and bands lie where the quantiles are, for all layers and for one', async () => {
  const { screen, id, say, measured } = await shown('adagrad')
  expect(measured).toEqual([true])
  await expect.element(screen.getByText('Measured from the next epoch on.')).toBeVisible()
  say({ type: 'epochs', run: id, rows: [row(1, 0.5, 0.6), row(2, 0.4, 0.5)], patience: { best: 2, wait: 0 } })
  say({ type: 'rates', run: id, rates: rates(1, [0.05, 0.06, 0.08, 0.09, 0.1], [1, 1, 1, 1, 1]) })
  say({ type: 'rates', run: id, rates: rates(2, [0.01, 0.02, 0.04, 0.05, 0.06], [0.5, 0.5, 0.5, 0.5, 0.5]) })
  await expect
    .element(
      screen.getByText(
        'After epoch 2, Adagrad multiplies a gradient by 0.040 (median); the 95% quantile is ×6.0 the 5% one.',
      ),
    )
    .toBeVisible()
  const picture = screen.getByRole('img', { name: /^Effective learning rate/ }).element()
  const numbers = (path: Element) =>
    path
      .getAttribute('d')!
      .match(/-?[\d.]+/g)!
      .map(Number)
  const tickAt = (text: string) =>
    Number([...picture.querySelectorAll('text')].find((one) => one.textContent === text)!.getAttribute('y')) -
    4
  const [high, low] = [tickAt('0.1'), tickAt('0.01')]
  /** On a log axis. */
  const y = (value: number) => high + ((Math.log10(0.1) - Math.log10(value)) / 1) * (low - high)
  const [, y1, , y2] = numbers(picture.querySelector('path[data-line=median]')!)
  expect([y1, y2]).toEqual([expect.closeTo(y(0.08), 0), expect.closeTo(y(0.04), 0)])
  await screen.getByRole('combobox', { name: 'Weights of' }).selectOptions('dense_1')
  await expect.element(screen.getByText(/multiplies a gradient by 0\.500/)).toBeVisible()
  await screen.getByText('As a table').click()
  const cells = [...screen.container.querySelectorAll('tbody tr:first-child > *')].map(
    (cell) => cell.textContent,
  )
  expect(cells).toEqual(['1', '0.1', '1.00', '1.00', '1.00', '1.00', '1.00'])
  await screen.unmount()
  expect(measured).toEqual([true, false])
})

test('the unit of the axis stands beside its last number, however long that is', async () => {
  const { screen, id, say } = await shown('adagrad&epochs=3000')
  say({ type: 'epochs', run: id, rows: [row(3000, 0.5, 0.6)], patience: { best: 3000, wait: 0 } })
  for (const epoch of [1, 3000])
    say({ type: 'rates', run: id, rates: rates(epoch, [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]) })
  const texts = () => [...screen.container.querySelectorAll('svg text')]
  const box = (words: string) =>
    texts()
      .find(({ textContent }) => textContent?.replaceAll(/\s/g, '') === words)
      ?.getBoundingClientRect()
  await expect.poll(() => box('3000')).toBeDefined()
  expect(box('epoch')!.left).toBeGreaterThan(box('3000')!.right)
})

test('a run that was not measured can be trained again, with its progress', async () => {
  const { screen, id, say, started } = await shown('adam')
  say({ type: 'epochs', run: id, rows: [row(1, 0.5, 0.6), row(2, 0.4, 0.5)], patience: { best: 2, wait: 0 } })
  const outcome = { kind: 'completed', epoch: 2, best: 2, restored: null } as const
  say({ type: 'finished', run: id, outcome, last: [], best: null })
  await screen.getByRole('button', { name: 'Train again and measure' }).click()
  await expect.poll(() => started).toHaveLength(2)
  say({ type: 'epochs', run: started[1]!, rows: [row(1, 0.5, 0.6)], patience: { best: 1, wait: 0 } })
  await expect.element(screen.getByText('Training again: epoch 1 of 2.')).toBeVisible()
})

test('an optimizer with one rate for all weights says so', async () => {
  const { screen } = await shown('momentum')
  await expect.element(screen.getByText(/^Momentum has one learning rate for all weights/)).toBeVisible()
})
