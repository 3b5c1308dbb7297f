import { expect, test } from '@playwright/test'
import { field, open, SMALL, status } from './page.ts'

for (const [name, width, height] of [
  ['laptop', 1440, 900],
  ['projector', 1920, 1080],
  ['small laptop', 1100, 760],
  ['tablet', 800, 1000],
  ['phone', 390, 844],
] as const)
  test(`${name}: nothing sticks out, in either language`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    for (const lang of ['en', 'zh-CN']) {
      await page.goto(`/#${SMALL}&epochs=3&patience=off&run=1&lang=${lang}`)
      await page.reload()
      await expect(page.getByRole('progressbar').first()).toHaveAttribute('aria-valuenow', '3', {
        timeout: 30_000,
      })
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over).toBeLessThanOrEqual(0)
    }
  })

test('on a phone the settings come up in a sheet, the curve stays in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, SMALL)
  await page.getByRole('tab', { name: 'Regularize' }).click()
  await expect(field(page, 'Dropout')).toBeVisible()
  await expect(status(page)).toHaveText('Ready')
})

test('languages switch in place', async ({ page }) => {
  await open(page, SMALL)
  await page.getByRole('radio', { name: '中文' }).check()
  await expect(status(page)).toHaveText('准备就绪')
  await expect(page.getByRole('combobox', { name: '数据集' })).toBeVisible()
  await page.reload()
  await expect(status(page)).toHaveText('准备就绪')
})
