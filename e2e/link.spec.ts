import { expect } from '@playwright/test'
import { controls, ended, field, open, reloadAtOnce, runs, SMALL, status, type } from './page.ts'
import { test } from './test.ts'

test('the address is the experiment: reloading restores everything', async ({ page }) => {
  await open(page, `${SMALL}&epochs=30&patience=off`)
  const optimizer = page.getByRole('radiogroup', { name: 'Optimizer' })
  await optimizer.getByRole('radio', { name: 'RMSProp' }).check()
  await page.getByRole('button', { name: 'Add layer' }).click()
  await expect(page).toHaveURL(/layers=8,8/)
  await expect(page).toHaveURL(/optimizer=rmsprop/)
  await page.reload()
  await expect(page.getByRole('spinbutton', { name: 'Units of layer 2' })).toHaveValue('8')
  await expect(optimizer.getByRole('radio', { name: 'RMSProp' })).toBeChecked()
  await expect(page.getByRole('combobox', { name: 'Data set' })).toHaveValue('moons')
})

test('run=1 starts at once; lang and theme are honoured', async ({ page }) => {
  await page.goto(`/#${SMALL}&epochs=4&patience=off&run=1&lang=zh-CN&theme=dark`)
  await expect(status(page)).toHaveText('4 轮全部完成')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page).toHaveTitle('拟合试衣间')

  // A reload at once finds the run that was started, or starts it: not both.
  await page.goto(`/#${SMALL}&epochs=4&patience=off&seed-weights=2&run=1`)
  await reloadAtOnce(page)
  await ended(page, 2)
  await expect(page).not.toHaveURL(/run=1/)
  expect(await runs(page)).toHaveLength(2)
})

test('bad pairs are named, their defaults used, the rest works, the notice can be dismissed', async ({
  page,
}) => {
  await open(page, 'data=moons&lr=fast&batch=0&colour=red&dropout=0.3&lesson=L04')
  const notice = page.getByRole('status').filter({ hasText: 'Part of the link' })
  for (const name of ['lr', 'batch', 'colour', 'lesson']) await expect(notice).toContainText(`${name}:`)
  await expect(page.getByRole('combobox', { name: 'Data set' })).toHaveValue('moons')
  await expect(field(page, 'Dropout')).toHaveValue('0.3')
  await expect(field(page, 'Learning rate')).toHaveValue('0.003')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
})

test('a link typed into the address bar of the open page opens', async ({ page }) => {
  await open(page, SMALL)
  await page.evaluate(() => {
    location.hash = '#preset=keras-mnist'
  })
  await expect(page.getByRole('spinbutton', { name: 'Units of layer 1' })).toHaveValue('500')
  await expect(page.getByText(/648.010/).first()).toBeVisible()
})

test('hide= takes controls away', async ({ page }) => {
  await open(page, `${SMALL}&hide=dropout,l2`)
  await expect(field(page, 'L1')).toBeVisible()
  await expect(field(page, 'Dropout')).toHaveCount(0)
  await expect(field(page, 'L2')).toHaveCount(0)
  await type(page, 'L1', '0.01')
  await expect(page).toHaveURL(/l1=0.01.*&hide=dropout,l2/)
  // A list of further settings with nothing in it goes too.
  await expect(page.getByText('More settings').first()).toBeVisible()
  await open(page, `${SMALL}&hide=all-but:l1`)
  await expect(field(page, 'L1')).toBeVisible()
  await expect(page.getByText('More settings')).toHaveCount(0)
})

test('a changed control starts a new run; the old one is drawn by its own experiment', async ({ page }) => {
  await open(page, `${SMALL}&epochs=4&patience=off`)
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 4 epochs done')
  await type(page, 'Learning rate', '0.1')
  const [run] = await runs(page)
  expect(run!.experiment.optimizer.learningRate).toBe(0.02)
})
