import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { controls, field, open, SMALL, status, watchForErrors } from './page.ts'
import { test } from './test.ts'

const button = (page: Page) => page.getByRole('button', { name: 'Code', exact: true })
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Code', exact: true })

/** The code's lines, each with its line end. */
const shown = (page: Page) => page.locator('pre').textContent()

test('the program follows the controls, and is saved as it is shown', async ({ page, context }) => {
  const errors = watchForErrors(page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, SMALL)
  await expect(status(page)).toHaveText('Ready')
  await button(page).click()
  await expect(drawer(page).getByRole('heading', { name: 'Keras code' })).toBeVisible()
  await expect(button(page)).toHaveAttribute('aria-expanded', 'true')
  await expect(status(page)).toBeHidden()
  await expect(page.locator('pre')).not.toContainText('Dropout(')

  const dropout = page.getByRole('slider', { name: 'Dropout' })
  await dropout.focus()
  for (let i = 0; i < 25; i++) await page.keyboard.press('ArrowRight')
  await expect(field(page, 'Dropout')).toHaveValue('0.25')
  await expect(page.locator('[data-pointed]')).toHaveText([/keras\.layers\.Dropout\(0\.25\)/])

  const downloading = page.waitForEvent('download')
  await drawer(page).getByRole('button', { name: /\.py/ }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('fitting-room-experiment.py')
  const code = await shown(page)
  expect(code).toContain('"""An experiment of Fitting Room in Keras 3.\n')
  expect(code).toContain('dropout=0.25')
  expect(await readFile(await download.path(), 'utf8')).toBe(code)

  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await drawer(page).getByRole('button', { name: 'Copy' }).click()
  await expect(drawer(page).getByRole('status')).toHaveText('Copied')
  expect(await clipboard()).toBe(code)

  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.locator('[data-line="0"]').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  expect(await clipboard()).toBe(code)

  await page.keyboard.press('Escape')
  await expect(drawer(page)).toBeHidden()
  await expect(status(page)).toHaveText('Ready')
  await expect(button(page)).toBeFocused()
  await expect(button(page)).toHaveAttribute('aria-expanded', 'false')
  expect(errors).toEqual([])
})

test('pointing at a line tints its control; a run goes on beside it', async ({ page }) => {
  await open(page, `${SMALL}&epochs=3&patience=off`)
  await button(page).click()
  const rate = page.locator('[data-settings="lr"]')
  const paint = () => rate.evaluate((row) => getComputedStyle(row).backgroundColor)
  const bare = await paint()
  await page.locator('[data-line]', { hasText: 'learning_rate=0.02' }).hover()
  await expect.poll(paint).not.toBe(bare)
  await controls(page).run.click()
  await expect(page.getByRole('progressbar').first()).toHaveAttribute('aria-valuenow', '3')
  await page.getByRole('radio', { name: 'Sweep' }).check()
  await expect(drawer(page)).toBeHidden()
  await page.getByRole('radio', { name: 'Runs' }).check()
  await expect(drawer(page)).toBeVisible()
  await drawer(page).getByRole('button', { name: 'Close the code' }).click()
  await expect(button(page)).toBeFocused()
})

/** Pixels by which something sticks out: of the page, of the head over the curves, of the columns before them. */
const overhang = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const main = document.querySelector('main')!
    const head = main.firstElementChild!
    const before = [...document.querySelectorAll('aside')].filter(
      (one) => one.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    return [
      scrollWidth - clientWidth,
      head.scrollWidth - head.clientWidth,
      ...before.map((column) =>
        Math.max(0, column.getBoundingClientRect().right - main.getBoundingClientRect().left),
      ),
    ]
  })

for (const lang of ['en', 'zh-CN'])
  test(`nothing sticks out beside the program, however wide the page is (${lang})`, async ({ page }) => {
    await page.goto(`/#${SMALL}&lang=${lang}`)
    const code = page.getByRole('button', { name: /^(Code|代码)$/ })
    for (const [width, height] of [
      [390, 844],
      [1920, 1080],
      [1440, 900],
      [1024, 700],
    ] as const) {
      await page.setViewportSize({ width, height })
      if ((await page.locator('pre').count()) === 0) await code.click()
      await expect(page.locator('pre')).toContainText('import keras')
      for (const pixels of await overhang(page)) expect(pixels, `at ${width}`).toBeLessThanOrEqual(0)
      // On a phone the program is a screen of its own, and the page behind it hears nothing.
      if (width < 1024) await page.keyboard.press('Escape')
    }
  })

test('a program that cannot be fetched is said so and asked for again, or the column comes back', async ({
  page,
}) => {
  await page.route(/code-panel-.*\.js/, (route) => route.abort())
  await open(page, SMALL)
  await button(page).click()
  await expect(drawer(page).getByRole('alert')).toContainText('could not be loaded')
  await page.keyboard.press('Escape')
  await expect(status(page)).toHaveText('Ready')
  await page.unroute(/code-panel-.*\.js/)
  await button(page).click()
  await drawer(page).getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('pre')).toBeVisible()
})

test('closes at once where people asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, SMALL)
  await button(page).click()
  await expect(page.locator('pre')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toHaveCount(0)
})

test('on a phone the program is a screen of its own', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, SMALL)
  await button(page).click()
  const dialog = page.getByRole('dialog', { name: 'Code' })
  await expect(dialog.locator('pre')).toContainText('import keras')
  const box = await dialog.boundingBox()
  expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button(page)).toBeFocused()
})
