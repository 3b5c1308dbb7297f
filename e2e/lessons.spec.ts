/** A lesson from its question to its end by keyboard alone, in both languages; what the person had comes back. */
import { expect, type Page } from '@playwright/test'
import { en } from '../src/text/en/index.ts'
import { zhCn } from '../src/text/zh-cn/index.ts'
import { ended, field, open, SMALL, watchForErrors } from './page.ts'
import { test } from './test.ts'

const KEY = 'overfitting-over-time'
const panel = (page: Page, t: typeof en) =>
  page.getByRole('complementary', { name: t.lesson.panel, exact: true })
const step = (page: Page) => new URL(page.url()).hash.match(/step=(\d)/)?.[1] ?? '1'

for (const [lang, t] of [
  ['en', en],
  ['zh-CN', zhCn],
] as const)
  test(`by keyboard, ${lang}`, async ({ page }) => {
    const errors = watchForErrors(page)
    const { title, claim } = t.lessons.list[KEY]
    await page.goto(`/#${SMALL}&lang=${lang}`)
    await expect(page.getByRole('button', { name: t.course.label, exact: true })).toBeVisible()
    await page.keyboard.press('c')
    const course = page.getByRole('dialog', { name: t.courseMap.title })
    await course.getByRole('button', { name: title }).focus()
    await page.keyboard.press('Enter')
    const lesson = panel(page, t)
    await expect(lesson.getByRole('heading', { name: title })).toBeVisible()
    await expect(lesson.getByText(t.lesson.guessFirst)).toBeVisible()
    await expect(page.getByText(claim)).toBeHidden()
    expect(await page.evaluate(() => window.fittingRoom.runs().length)).toBe(0)

    await page.keyboard.press('3')
    await ended(page, 1)
    await expect(lesson.getByRole('button', { name: t.lesson.reveal }).first()).toBeVisible()
    await expect(page.getByText(claim)).toBeHidden()
    await page.keyboard.press('PageDown')
    await expect(lesson.getByText(claim)).toBeVisible()
    await expect(lesson.getByText(t.lesson.holds, { exact: true })).toBeVisible()

    // A reload finds the lesson, its answer and its run as they were.
    await expect.poll(() => step(page)).toBe('2')
    await page.reload()
    await expect(lesson.getByText(claim)).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(lesson.locator('math')).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(lesson.getByRole('region', { name: t.lesson.breakIt })).toBeVisible()
    await expect.poll(() => step(page)).toBe('4')

    await page.keyboard.press('Escape')
    await expect(lesson).toBeHidden()
    await expect(field(page, t.setting.train.name)).toHaveValue('40')
    await expect.poll(() => page.url()).not.toContain('lesson=')
    expect(await page.evaluate(() => window.fittingRoom.runs().length)).toBe(1)
    expect(errors).toEqual([])
  })

/** Two runs beside each other, the program beside the run, many runs on one chart, and optimizers on surfaces. */
for (const [key, count, lang, t, tag] of [
  ['sigmoid-to-relu', 2, 'zh-CN', zhCn, []],
  ['keras-flow', 1, 'en', en, []],
  ['learning-rate', 5, 'en', en, ['@proof']],
  ['momentum', 3, 'zh-CN', zhCn, ['@proof']],
] as const)
  test(`${key} by keyboard, ${lang}`, { tag: [...tag] }, async ({ page }) => {
    const errors = watchForErrors(page)
    await page.goto(`/#engine=wasm&lesson=${key}&lang=${lang}`)
    const lesson = panel(page, t)
    await expect(lesson.getByText(t.lesson.guessFirst)).toBeVisible()
    await page.keyboard.press('1')
    await ended(page, count)
    await expect(lesson.getByRole('button', { name: t.lesson.reveal }).first()).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(lesson.getByText(t.lesson.holds, { exact: true })).toBeVisible()
    const looks = lesson.getByRole('region', { name: t.lesson.lookAt }).getByRole('button')
    for (const look of await looks.all()) {
      await look.focus()
      await page.keyboard.press('Enter')
      await expect(look).toHaveAttribute('aria-pressed', 'true')
      const view = await look.locator('small').textContent()
      if (view === t.inside.views.optimizer)
        await expect(page.getByRole('tab', { name: t.inside.views.optimizer, selected: true })).toBeVisible()
      if (view === t.lesson.views.code)
        await expect(page.getByRole('complementary', { name: t.drawer.button })).toBeVisible()
    }
    await page.keyboard.press('PageDown')
    await expect(lesson.locator('math').first()).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(lesson.getByRole('region', { name: t.lesson.nowYou })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(lesson).toBeHidden()
    expect(errors).toEqual([])
  })

test('a link opens a lesson at its step, and the letters of its formula lead to their controls', async ({
  page,
}) => {
  await open(page, `engine=wasm&lesson=${KEY}&step=3`)
  await panel(page, en)
    .getByRole('button', { name: `${en.setting['label-noise'].name} 0.15` })
    .click()
  await expect(page.getByRole('slider', { name: en.setting['label-noise'].name })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel(page, en)).toBeVisible()
})

test('on a phone the question stands in a sheet below the chart', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `engine=wasm&lesson=${KEY}`)
  await panel(page, en).getByRole('button', { name: /^C / }).click()
  await ended(page, 1)
  const sheet = await page.getByRole('complementary', { name: en.lesson.handle }).boundingBox()
  const chart = await page.locator('[data-curves]').first().boundingBox()
  expect(chart!.y + chart!.height).toBeLessThanOrEqual(sheet!.y)
  await panel(page, en).getByRole('button', { name: en.lesson.controls, exact: true }).click()
  await page.getByRole('button', { name: en.lesson.back }).click()
  await expect(panel(page, en)).toBeVisible()
})

test('on a phone each step of the Keras flow opens the program where that step is', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, 'engine=wasm&lesson=keras-flow')
  const lesson = panel(page, en)
  await lesson.getByRole('button', { name: en.lesson.skip }).click()
  await ended(page, 1)
  const looks = lesson.getByRole('region', { name: en.lesson.lookAt }).getByRole('button')
  // Once the program has been fetched, it is there before the dialog is.
  for (const [at, line] of [
    [0, 'keras.Sequential(['],
    [1, 'model.compile('],
  ] as const) {
    await looks.nth(at).click()
    const dialog = page.getByRole('dialog', { name: en.drawer.button })
    const marked = dialog.locator('[data-marked]').first()
    await expect(marked).toContainText(line)
    await expect(marked).toBeInViewport()
    await page.keyboard.press('Escape')
  }
})
