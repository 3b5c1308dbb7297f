/** The browser's Back closes what was opened last, as people expect of a page, and loses nothing. */
import { expect } from '@playwright/test'
import { en } from '../src/text/en/index.ts'
import { ended, field, open, runs, SMALL, type, watchForErrors } from './page.ts'
import { test } from './test.ts'

test('Back closes Present, a lesson, the sweep and a large view, one after the other; settings and runs stay', async ({
  page,
}) => {
  const errors = watchForErrors(page)
  await open(page, `${SMALL}&epochs=5&patience=off&run=1`)
  await ended(page, 1)
  const samples = field(page, 'Train samples')

  await page.getByRole('button', { name: en.present, exact: true }).click()
  await expect(samples).toBeHidden()
  await page.goBack()
  await expect(samples).toBeVisible()

  // What is changed while something is open is still there after Back.
  await page.getByRole('button', { name: en.inside.enlarge }).click()
  await expect(page.getByRole('button', { name: en.inside.reduce })).toBeVisible()
  await page.getByRole('radio', { name: en.sweepControls.sweep, exact: true }).click()
  await type(page, 'Train samples', '60')
  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('button', { name: en.inside.enlarge })).toBeVisible()
  await expect(samples).toHaveValue('60')

  await page.getByRole('button', { name: en.course.label, exact: true }).click()
  const { title } = en.lessons.list.l2
  await page.getByRole('dialog').getByRole('button', { name: title }).click()
  const lesson = page.getByRole('complementary', { name: en.lesson.panel })
  await expect(lesson.getByRole('heading', { name: title })).toBeVisible()
  await page.goBack()
  await expect(lesson).toBeHidden()
  await expect(samples).toHaveValue('60')
  await expect(page).toHaveURL(/train=60/)
  await page.goForward()
  await expect(lesson.getByRole('heading', { name: title })).toBeVisible()
  await page.goBack()
  expect(await runs(page)).toHaveLength(1)
  expect(errors).toEqual([])
})

test('Back closes the dialog that is open, and nothing else; Escape leaves no entry behind', async ({
  page,
}) => {
  const errors = watchForErrors(page)
  await open(page, SMALL)
  await page.getByRole('button', { name: en.present, exact: true }).waitFor()
  const before = await page.evaluate(() => history.length)
  const share = page.getByRole('button', { name: en.share.label, exact: true })
  const dialog = page.getByRole('dialog')
  for (let times = 0; times < 3; times++) {
    await share.click()
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(before + 1)
  await page.getByRole('radio', { name: en.sweepControls.sweep, exact: true }).click()
  await share.click()
  await expect(dialog).toBeVisible()
  await page.goBack()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/view=sweep/)
  // A lesson that was chosen in a dialog is left for the page, and not for the dialog.
  await page.getByRole('button', { name: en.course.label, exact: true }).click()
  const { title } = en.lessons.list.l2
  await dialog.getByRole('button', { name: title }).click()
  const lesson = page.getByRole('complementary', { name: en.lesson.panel })
  await expect(lesson.getByRole('heading', { name: title })).toBeVisible()
  await page.goBack()
  await expect(lesson).toBeHidden()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/view=sweep/)
  expect(errors).toEqual([])
})

test('what is closed on the page is not there again at Back, and a reload in between changes nothing', async ({
  page,
}) => {
  await open(page, SMALL)
  const before = await page.evaluate(() => history.length)
  const present = page.getByRole('button', { name: en.present, exact: true })
  for (let times = 0; times < 3; times++) {
    await present.click()
    await page.getByRole('button', { name: en.presenting.leave }).click()
    await expect(present).toBeVisible()
    await type(page, 'Train samples', String(50 + times))
  }
  await expect(page).toHaveURL(/train=52/)
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(before + 1)

  await present.click()
  await expect(page).toHaveURL(/view=present/)
  await page.reload()
  await expect(present).toBeHidden()
  await page.goBack()
  await expect(present).toBeVisible()
  await expect(field(page, 'Train samples')).toHaveValue('52')
})

test('on a telephone Back closes a lesson', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, SMALL)
  await page.getByRole('button', { name: en.course.label, exact: true }).click()
  const { title } = en.lessons.list.l2
  await page.getByRole('dialog').getByRole('button', { name: title }).click()
  await expect(page).toHaveURL(/lesson=l2/)
  await page.goBack()
  await expect(page).not.toHaveURL(/lesson=/)
  await expect(page.getByRole('button', { name: en.course.label, exact: true })).toBeVisible()
})

test('on a telephone the page stays where closing a dialog has led to', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${SMALL}&epochs=5&patience=off&run=1`)
  await ended(page, 1)
  const trail = () => page.evaluate(() => history.state.trail.length)
  const at = () => page.evaluate(() => scrollY)
  // The button is clicked where it is, without scrolling to it.
  const share = page.getByRole('button', { name: en.share.label, exact: true })
  await page.evaluate(() => scrollTo(0, 100))
  await share.evaluate((button) => (button as HTMLElement).click())
  await expect.poll(trail).toBe(2)
  await page.evaluate(() => {
    document.querySelector('dialog')!.close()
    scrollTo(0, 250)
  })
  await expect.poll(trail).toBe(1)
  expect(await at()).toBe(250)
  // And by Back.
  await share.evaluate((button) => (button as HTMLElement).click())
  await expect.poll(trail).toBe(2)
  await page.goBack()
  await expect.poll(trail).toBe(1)
  expect(await at()).toBe(250)
})
