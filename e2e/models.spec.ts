/** Every kind of model in the one editor, on data that suit it and on data that do not, trained by every engine. */
import { expect } from '@playwright/test'
import { controls, open, runs, status, watchForErrors } from './page.ts'
import { test } from './test.ts'

const DIGITS = 'engine=wasm&data=digits&train=60&validation=40&test=40&noise=0&epochs=2&patience=off&batch=20'

test('a convolutional network shows its shapes and its parameters, and trains', async ({ page }) => {
  const errors = watchForErrors(page)
  await open(page, DIGITS)
  await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('cnn')
  await expect(page.getByText('→ 14 × 14 × 8')).toBeVisible()
  await expect(page.getByText('→ 7 × 7 × 16')).toBeVisible()
  await expect(page.getByText('flat: 784')).toBeVisible()
  await expect(page.getByText(/9.098 parameters for 60 samples/).first()).toBeVisible()
  await page.getByLabel('Pooling after block 2').selectOption('1')
  await expect(page.getByText('→ 14 × 14 × 16')).toBeVisible()
  await page.getByRole('spinbutton', { name: 'Convolutions in block 2' }).fill('4')
  await page.getByRole('spinbutton', { name: 'Convolutions in block 2' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Depth', exact: true })).toHaveValue('6')
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 2 epochs done')
  const [run] = await runs(page)
  expect(run!.epochs[0]!.gradients).toHaveLength(6)
  expect(run!.weights.map(({ name }) => name)).toContain('conv2d_5/kernel')
  expect(errors).toEqual([])
})

test('what does not fit the data is refused in a sentence, and nothing moves', async ({ page }) => {
  await open(page, 'engine=wasm&data=moons&layers=8')
  const kind = page.getByRole('combobox', { name: 'Model', exact: true })
  await kind.selectOption('cnn')
  await expect(page.getByText('convolutions look at images, and Two moons has none')).toBeVisible()
  await expect(kind).toHaveValue('mlp')
  await kind.selectOption('lstm')
  await expect(page.getByText('recurrent networks read sequences, and Two moons has none')).toBeVisible()
  await expect(kind).toHaveValue('mlp')
  await page.getByLabel('Data set', { exact: true }).selectOption('adding')
  await kind.selectOption('lstm')
  await expect(kind).toHaveValue('lstm')
  await expect(page.getByText('30 steps × 2')).toBeVisible()
  await page.getByLabel('Data set', { exact: true }).selectOption('moons')
  await expect(kind).toHaveValue('mlp')
})
