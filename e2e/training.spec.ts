import { expect } from '@playwright/test'
import {
  controls,
  epoch,
  field,
  open,
  progress,
  runs,
  SMALL,
  status,
  type,
  verdict,
  watchForErrors,
} from './page.ts'
import { test } from './test.ts'

test('opens ready to run, on the scene that overfits', async ({ page }) => {
  const errors = watchForErrors(page)
  await open(page)
  await expect(page.getByRole('heading', { name: 'Overfitting moons' })).toBeVisible()
  await expect(status(page)).toHaveText('Ready')
  await expect(page.getByText(/4.417 parameters for 100 samples\./)).toBeVisible()
  await expect(page.getByText('No model can get below 0.423.')).toBeVisible()
  await expect(page.getByText('noise floor 0.423', { exact: true })).toBeVisible()
  expect(errors).toEqual([])
})

test('runs to the end, then opens the sealed test set once', async ({ page }) => {
  const errors = watchForErrors(page)
  await open(page, `${SMALL}&epochs=12&patience=off`)
  const seal = page.getByRole('region', { name: 'Test set' })
  await expect(seal.getByRole('button')).toBeDisabled()
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 12 epochs done')
  const [run] = await runs(page)
  expect(run).toMatchObject({
    outcome: { kind: 'completed', epoch: 12 },
    test: null,
    engine: { name: 'wasm' },
  })
  expect(run!.epochs.map(({ epoch: n }) => n)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  await expect(page.getByRole('table').getByText('sealed')).toBeVisible()

  await seal.getByRole('button', { name: 'Open the test set' }).click()
  await expect(seal.getByText('test accuracy')).toBeVisible()
  await expect(seal.getByText('of the weights of epoch 12.', { exact: false })).toBeVisible()
  await expect(seal.getByRole('button')).toHaveCount(0)
  const [opened] = await runs(page)
  expect(opened!.test!.loss).toBeGreaterThan(0)
  expect(errors).toEqual([])
})

for (const engine of ['wasm', 'webgl'] as const)
  test(`${engine}: pauses in the middle, resumes, and goes on as if it had not`, async ({ page }) => {
    // Its pace leaves time to catch it in the middle, and few epochs to train again.
    await open(page, `${SMALL.replace('wasm', engine)}&epochs=100000&patience=off&pace=30`)
    await controls(page).run.click()
    await expect.poll(() => epoch(page)).toBeGreaterThan(3)
    await controls(page).pause.click()
    await expect(status(page)).toContainText('Paused at epoch')
    const trained = async () => (await runs(page))[0]!.epochs.length
    const at = await trained()
    // Fifteen epochs of its pace.
    await page.waitForTimeout(500)
    expect(await trained()).toBe(at)
    // What is drawn may come a moment after what was trained.
    await expect.poll(() => epoch(page)).toBe(at)
    await controls(page).resume.click()
    await expect.poll(() => epoch(page)).toBeGreaterThan(at + 10)
    await controls(page).stop.click()
    await expect(status(page)).toContainText('Stopped at epoch')
    const [paused] = await runs(page)
    const plain = await page.evaluate(({ experiment, epochs, engine: on }) => {
      const training = { ...experiment.training, epochs: epochs.length }
      return window.fittingRoom.run({ ...experiment, training }, { engine: on!.name })
    }, paused!)
    expect(plain.engine!.name).toBe(engine)
    expect(paused!.epochs.map(({ train }) => train.loss)).toEqual(plain.epochs.map(({ train }) => train.loss))
    expect(paused!.weights).toEqual(plain.weights)
  })

test('the space bar runs and pauses, S steps one epoch', async ({ page }) => {
  await open(page, `${SMALL}&epochs=100000&patience=off`)
  await page.keyboard.press('s')
  await expect(status(page)).toHaveText('Paused at epoch 1')
  await page.keyboard.press('s')
  await expect(status(page)).toHaveText('Paused at epoch 2')
  await page.keyboard.press('Space')
  await expect(controls(page).pause).toBeVisible()
  await page.keyboard.press('Space')
  await expect(controls(page).resume).toBeVisible()
  // After a click on a control, the keys still control the run.
  const paused = await epoch(page)
  await controls(page).step.click()
  await expect.poll(() => epoch(page)).toBe(paused + 1)
  await expect(controls(page).resume).toBeVisible()
  await page.keyboard.press('Space')
  await expect(controls(page).pause).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByRole('radio', { name: 'Log' })).toBeChecked()
})

test('stops at once in the middle of a long epoch and keeps the curves', async ({ page }) => {
  // 5,000 mini-batches an epoch: minutes on software WebGL.
  await open(
    page,
    'data=moons&train=5000&validation=40&test=40&noise=0.2&layers=8&batch=1&epochs=50&patience=off&engine=webgl',
  )
  await controls(page).run.click()
  await expect(controls(page).pause).toBeVisible()
  await controls(page).stop.click()
  await expect(status(page)).toHaveText('Stopped at epoch 0')
  const [run] = await runs(page)
  expect(run!.outcome).toMatchObject({ kind: 'stopped', epoch: 0 })
  await controls(page).reset.click()
  await expect(status(page)).toHaveText('Ready')
})

test('a run keeps to a chosen pace until it is set to full speed, and the link contains the pace', async ({
  page,
}) => {
  await open(page, `${SMALL}&epochs=500&patience=off&pace=2`)
  const pace = page.getByRole('combobox', { name: 'Speed' })
  await expect(pace).toHaveValue('2')
  await controls(page).run.click()
  await expect.poll(() => epoch(page)).toBeGreaterThan(0)
  await pace.selectOption('10')
  await expect(page).toHaveURL(/pace=10/)
  await expect(status(page)).toHaveText('Training')
  await pace.selectOption('Full speed')
  await expect(status(page)).toHaveText('All 500 epochs done')
  await expect(page).not.toHaveURL(/pace/)
})

test('reset goes back to the same initial weights', async ({ page }) => {
  await open(page, `${SMALL}&epochs=5&patience=off`)
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 5 epochs done')
  const [before] = await runs(page)
  await controls(page).reset.click()
  await expect(progress(page)).toHaveAttribute('aria-valuenow', '0')
  // The trained run stays in the list.
  expect(await runs(page)).toEqual([before])
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 5 epochs done')
  const [, after] = await runs(page)
  expect(after!.weights).toEqual(before!.weights)
})

test('stops early, restores the best weights and flags both epochs', async ({ page }) => {
  await open(
    page,
    `${SMALL}&train=20&layers=64,64&activation=relu&label-noise=0.3&lr=0.02&epochs=300&patience=6`,
  )
  await controls(page).run.click()
  await expect(status(page)).toContainText('Stopped early at epoch', { timeout: 90_000 })
  const [run] = await runs(page)
  const outcome = run!.outcome!
  expect(outcome).toMatchObject({ kind: 'early-stopped' })
  if (outcome.kind !== 'early-stopped') return
  expect(outcome.epoch).toBe(outcome.best + 6)
  expect(outcome.restored).toBe(outcome.best)
  await expect(page.getByText(`best ${outcome.best}`, { exact: true }).first()).toBeVisible()
  await expect(page.getByText(`stopped ${outcome.epoch}`, { exact: false }).first()).toBeVisible()
  await expect(page.getByText('6 epochs without a better score.')).toBeVisible()
  // The restored weights really are those of the best epoch: their predictions for the validation part give
  // its loss.
  const found = await page.evaluate(async (record) => {
    const again = await window.fittingRoom.run({
      ...record.experiment,
      training: { ...record.experiment.training, epochs: (record.outcome as { best: number }).best },
      earlyStopping: null,
    })
    return again.weights
  }, run!)
  expect(run!.weights).toEqual(found)
})

test('divergence says at which epoch, keeps the curves and offers a smaller rate', async ({ page }) => {
  await open(
    page,
    'engine=wasm&data=sine&train=40&validation=40&noise=0.2&layers=32,32&activation=relu&optimizer=sgd&lr=500&batch=10&epochs=30&patience=off',
  )
  await controls(page).run.click()
  await expect(status(page)).toContainText('Diverged at epoch')
  await expect(controls(page).step).toBeDisabled()
  await expect(verdict(page)).toHaveText('Diverging')
  await page.getByRole('button', { name: /^Try Lower learning rate/ }).click()
  const rate = await field(page, 'Learning rate').inputValue()
  expect(Number(rate)).toBeLessThanOrEqual(50)
})

test('a network too large for the device is refused with the figure, before it starts', async ({ page }) => {
  await open(page, `${SMALL}&layers=30000,30000`)
  await expect(page.getByRole('alert')).toContainText(/needs [\d.]+ GB to train; this device lends/)
  await expect(controls(page).run).toBeDisabled()
  await page.keyboard.press('Space')
  await expect(page.getByRole('table')).toHaveCount(0)
  await expect(status(page)).toHaveText('Ready')
})

test('the optimizer race starts five runs from the same weights and overlays them', async ({ page }) => {
  await open(page, 'preset=optimizer-race&engine=wasm&train=40&validation=40&test=40&layers=8&epochs=6')
  await controls(page).run.click()
  for (const name of ['SGD', 'Momentum', 'Adagrad', 'RMSProp', 'Adam'])
    await expect(page.getByRole('button', { name: `Look at ${name}` })).toBeVisible()
  await expect(controls(page).run).toBeVisible({ timeout: 60_000 })
  const five = await runs(page)
  expect(five.map(({ experiment }) => experiment.optimizer.kind)).toEqual([
    'sgd',
    'momentum',
    'adagrad',
    'rmsprop',
    'adam',
  ])
  expect(five.every(({ outcome }) => outcome?.kind === 'completed')).toBe(true)
  expect(new Set(five.map(({ experiment }) => JSON.stringify(experiment.seed))).size).toBe(1)
  await page.getByRole('button', { name: 'Hide Adam' }).click()
  await expect(page.getByRole('button', { name: 'Show Adam' })).toBeVisible()
})

test('finished runs stay, named by what differs', async ({ page }) => {
  await open(page, `${SMALL}&epochs=5&patience=off`)
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 5 epochs done')
  await type(page, 'Dropout', '0.3')
  await controls(page).run.click()
  await expect(page.getByRole('button', { name: /Look at .*dropout 0.3/i })).toBeVisible()
  expect(await runs(page)).toHaveLength(2)
})
