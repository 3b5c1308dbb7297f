/** One setting trains in several values at once: from the same start, on the same batches, over one x axis. */
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { ended, field, open, reloadAtOnce, runs, SMALL, type, watchForErrors } from './page.ts'
import { test } from './test.ts'

const SCENE = `${SMALL}&epochs=20&patience=off`

const curve = ({ epochs }: Awaited<ReturnType<typeof runs>>[number]) =>
  JSON.stringify(epochs.map(({ train, validation }) => [train, validation]))

test('runs of a comparison begin with the same weights, to the last bit', async ({ page }) => {
  // Nothing moves: the layout at the end is the layout at the start.
  await open(page, `${SCENE}&epochs=2&lr=0&compare=optimizer:sgd/momentum/adagrad/rmsprop/adam&run=1`)
  const compared = await ended(page, 5)
  // What has ended is kept, however soon the page is left.
  await reloadAtOnce(page)
  const starts = compared.map(({ weights }) => JSON.stringify(weights))
  expect(new Set(starts).size).toBe(1)
  expect(new Set(compared.flatMap(({ weights }) => weights[0]!.values)).size).toBeGreaterThan(10)
  await page.goto(`/#${SCENE}&epochs=2&lr=0&seed-weights=2&run=1`)
  const other = (await ended(page, 6)).find(
    ({ experiment }) => (experiment as { seed: { weights: number } }).seed.weights === 2,
  )
  expect(starts[0]).not.toBe(JSON.stringify(other!.weights))
})

test('runs of a comparison see the same batches in the same order, and the same masks', async ({ page }) => {
  // Without momentum these three are one optimizer: another order or mask would show in the curves.
  const same = `${SCENE}&dropout=0.2&momentum=0&compare=optimizer:sgd/momentum/nesterov`
  await open(page, `${same}&run=1`)
  const curves = (await ended(page, 3)).map(curve)
  expect(new Set(curves).size).toBe(1)
  await page.goto(`/#${same}&seed-training=2&run=1`)
  const all = await ended(page, 6)
  expect(new Set(all.slice(3).map(curve)).size).toBe(1)
  expect(curve(all[3]!)).not.toBe(curves[0])
})

test('a comparison is chosen on the page, each at its own best learning rate, and what was chosen is said', async ({
  page,
}) => {
  const errors = watchForErrors(page)
  await open(page, SCENE)
  await page.getByRole('button', { name: 'Compare…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare values of one setting' })
  await expect(dialog.getByText('see the same batches in the same order')).toBeVisible()
  // The course's five optimizers each have their own best rate; all at one rate is the contrast.
  await expect(dialog.locator('[aria-pressed=true]')).toHaveText([
    'SGD',
    'Momentum',
    'Adagrad',
    'RMSProp',
    'Adam',
  ])
  await expect(dialog.getByRole('radio', { name: 'Each its own best' })).toBeChecked()
  await dialog.getByRole('radio', { name: 'One for all: 0.02' }).check({ force: true })
  await expect(dialog.getByRole('button', { name: 'Start', exact: true })).toBeEnabled()
  await dialog.getByRole('radio', { name: 'Each its own best' }).check({ force: true })
  await dialog.getByRole('button', { name: 'RMSProp', exact: true }).click()
  await dialog.getByRole('button', { name: 'Adagrad', exact: true }).click()
  await expect(dialog.getByText('First 30 runs of 20 epochs')).toBeVisible()
  await dialog.getByRole('button', { name: 'Find rates and start' }).click()
  const compared = await ended(page, 3)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const chosen = page.getByRole('region', { name: 'Learning rates tried' })
  for (const { experiment } of compared) {
    const { kind, learningRate } = (experiment as { optimizer: { kind: string; learningRate: number } })
      .optimizer
    const name = { sgd: 'SGD', momentum: 'Momentum', adam: 'Adam' }[kind]!
    await expect(chosen.getByRole('listitem').filter({ hasText: name }).last()).toContainText(
      `lr ${learningRate}`,
    )
  }
  // The address starts the same comparison.
  expect(page.url()).toMatch(/compare=optimizer:sgd;lr=[\d.]+\/momentum;lr=[\d.]+\/adam;lr=/)
  await page.getByRole('button', { name: 'All at 0.02' }).click()
  await expect.poll(() => page.url()).toMatch(/compare=optimizer:sgd\/momentum\/adam&engine=wasm$/)
  await page.getByRole('button', { name: 'Each at its own best rate' }).click()
  await expect(chosen).toBeVisible()
  expect(errors).toEqual([])
})

test('the x axis counts epochs, updates or seconds; runs are also shown one by one', async ({ page }) => {
  await open(page, `${SCENE}&compare=batch:4/20/40&run=1`)
  await ended(page, 3)
  const xUnit = page.getByLabel('Horizontal axis')
  const chart = page.getByRole('img', { name: /^Loss of/ }).first()
  await expect(page.getByRole('img', { name: /^Loss of/ })).toHaveCount(2)
  const last = () =>
    chart.evaluate((svg) =>
      Math.max(
        ...[...svg.querySelectorAll('.recharts-xAxis-tick-labels text, .recharts-xAxis text')].map(
          ({ textContent }) => Number(textContent?.replace(/\s/g, '')),
        ),
      ),
    )
  expect(await last()).toBe(20)
  await xUnit.selectOption('updates')
  // 40 samples in batches of 4: ten updates an epoch.
  await expect.poll(last).toBe(200)
  await chart.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(chart.getByText('update 200')).toBeVisible()
  await xUnit.selectOption('seconds')
  await expect(chart.getByText('update 200')).toHaveCount(0)
  // The saved picture shows what is on the page, without its controls.
  await page.getByLabel('Export').click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'The curves as a picture (SVG)' }).click()
  const svg = readFileSync(await (await saving).path(), 'utf8')
  expect(svg).toContain('Loss, one by one')
  expect(svg).not.toContain('data-control')
  // The menu lies over the charts.
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Accuracy' }).check({ force: true })
  await expect(page.getByRole('img', { name: /^Loss of/ })).toHaveCount(1)
})

test('what runs of a comparison differ in is read in a table that has no room for their whole names', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(
    page,
    `preset=overfitting&engine=wasm&epochs=2&lr=0.003&batch=20&compare=dropout:0/0.25/0.5&run=1`,
  )
  await ended(page, 3)
  const cell = page.getByRole('row').filter({ hasText: 'dropout 0.25' }).locator('[aria-pressed] span span')
  await expect(cell).toHaveCount(2)
  const isCut = (at: number) => cell.nth(at).evaluate((part) => part.scrollWidth > part.clientWidth + 1)
  await expect(cell.first()).toHaveText('dropout 0.25')
  expect(await isCut(1)).toBe(true)
  const [whole, line] = [
    (await cell.first().boundingBox())!,
    (await cell.first().locator('..').boundingBox())!,
  ]
  expect(whole.x + whole.width).toBeLessThanOrEqual(line.x + line.width)
})

test('the dialog says which values cannot be compared, beside their field', async ({ page }) => {
  await open(page, SCENE)
  await page.getByRole('button', { name: 'Compare…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Setting' }).selectOption('lr')
  await expect(dialog.getByRole('radio', { name: 'Each its own best' })).toHaveCount(0)
  const values = dialog.getByRole('textbox', { name: 'Values' })
  await values.fill('0.1 fast')
  await expect(dialog.getByText('“fast” cannot be read as a value.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Start', exact: true })).toBeDisabled()
  await values.fill(Array.from({ length: 13 }, (_, i) => (i + 1) / 100).join(' '))
  await expect(dialog.getByText('At most 12 values side by side.')).toBeVisible()
  await values.fill('0.1 0.01')
  await dialog.getByRole('button', { name: 'Start', exact: true }).click()
  await ended(page, 2)
  await expect(field(page, 'Learning rate')).toHaveCount(0)
})

test('runs that were started one after another start again together, from the panes they stand in', async ({
  page,
}) => {
  await open(page, `${SCENE}&run=1`)
  await ended(page, 1)
  await page.getByRole('button', { name: /^Fork / }).click()
  await type(page, 'Dropout', '0.4')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const before = (await ended(page, 2)).map(curve)
  await page.getByRole('radio', { name: 'Side by side' }).check({ force: true })
  await page.getByRole('button', { name: 'Run all again' }).click()
  await expect.poll(() => page.url()).toMatch(/compare=dropout:0\/0\.4/)
  // One press of Run trains the same runs again; the first ones stay in the list.
  const again = await ended(page, 4)
  expect(again.slice(2).map(curve)).toEqual(before)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect.poll(async () => (await runs(page)).length).toBe(6)
})
