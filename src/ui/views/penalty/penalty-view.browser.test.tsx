import '../../app/tokens.css'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { tellingClient } from '../../../client/quiet-client.testing.ts'
import type { EpochRow } from '../../../domain/run/run.ts'
import { quietRoom } from '../../app-context.testing.ts'
import { AppContextProvider } from '../../shared/app-context.tsx'
import PenaltyView from './penalty-view.tsx'

const row = (
  epoch: number,
  train: number,
  penalty: number,
  validation: number,
  fitLoss?: number,
): EpochRow => ({
  epoch,
  train: { loss: train, accuracy: 0.5 },
  validation: { loss: validation, accuracy: 0.5 },
  penalty,
  learningRate: 0.1,
  gradients: [],
  seconds: 0.1,
  ...(fitLoss !== undefined && { fitLoss }),
})

async function shown(rows: readonly EpochRow[], scene = '#data=moons&l2=0.01&epochs=9&run=1') {
  const { client, tell } = tellingClient()
  const context = quietRoom(scene, { client })
  const { id } = context.app.store.getState().runs[0]!
  tell({ type: 'running', run: id })
  tell({ type: 'epochs', run: id, rows, patience: { best: 1, wait: 0 } })
  return render(
    <AppContextProvider value={context}>
      <div style={{ width: 480 }}>
        <PenaltyView run={context.app.store.getState().runs[0]!} large={false} />
      </div>
    </AppContextProvider>,
  )
}

test('the penalty has a line of its own, and the sum is as far above the data loss as the penalty above 0', async () => {
  const screen = await shown([row(1, 0.6, 1.2, 0.7), row(2, 0.3, 0.9, 0.5)])
  await expect.poll(() => screen.container.querySelectorAll('path[data-line]').length).toBe(4)
  const ends = (key: string) => {
    const path = screen.container.querySelector(`path[data-line="${key}"]`)!.getAttribute('d')!
    return [...path.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y))
  }
  const [train, penalty, total] = [ends('train'), ends('penalty'), ends('total')]
  const perUnit = (penalty[1]! - penalty[0]!) / 0.3
  for (const i of [0, 1]) expect(train[i]! - total[i]!).toBeCloseTo(perUnit * [1.2, 0.9][i]!, 0)
  await expect
    .element(screen.getByText('Epoch 2: data loss 0.300 + penalty 0.900 = 1.20, which training makes small.'))
    .toBeVisible()
})

test('where only the penalty lifts training above validation, it says so', async () => {
  const above = await shown([row(1, 0.3, 0.9, 0.5)])
  await expect.element(above.getByText(/A framework that adds the penalty/)).toBeVisible()
  await above.unmount()
  const below = await shown([row(1, 0.3, 0.1, 0.5)])
  await expect.element(below.getByText(/^Epoch 1/)).toBeVisible()
  expect(below.getByText(/A framework that adds the penalty/).elements()).toHaveLength(0)
})

test('what fit would print crosses the validation loss, and it is said why', async () => {
  const screen = await shown(
    [row(1, 0.6, 0, 0.7, 0.9), row(2, 0.4, 0, 0.6, 0.65), row(3, 0.3, 0, 0.55, 0.5)],
    '#data=moons&dropout=0.5&epochs=9&run=1',
  )
  await expect.poll(() => screen.container.querySelectorAll('path[data-line]').length).toBe(3)
  await expect
    .element(screen.getByText('In epoch 2, fit() of Keras would have printed loss 0.650 and val_loss 0.600.'))
    .toBeVisible()
  await expect
    .element(
      screen.getByText(/training is 0.400 and validation 0.600.* measured with dropout on; an average/),
    )
    .toBeVisible()
  expect(screen.getByText(/the penalty included/).elements()).toHaveLength(0)
})

test('Keras adds the penalty to what it prints of validation as well', async () => {
  const screen = await shown([row(1, 0.3, 0.9, 0.5, 1.3)])
  await expect.element(screen.getByText(/loss 1.30 and val_loss 1.40/)).toBeVisible()
  await expect.element(screen.getByText(/A framework that adds the penalty/)).toBeVisible()
})

test('an epoch in which it was not measured bends no line', async () => {
  const rows = Array.from({ length: 20 }, (_, i) =>
    row(i + 1, 0.3, 0.1, 0.5, i + 1 === 17 || i + 1 === 19 ? Number.NaN : 0.6),
  )
  const screen = await shown(rows)
  const d = () => screen.container.querySelector('path[data-line="fit"]')?.getAttribute('d') ?? ''
  await expect.poll(() => d().match(/[ML]/g)?.length).toBe(18)
  expect(d().match(/M/g)).toHaveLength(1)
})
