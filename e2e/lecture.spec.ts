/** A lecture: scenes of one's own, gone through by keys, projected, reloaded, and given away as a link. */
import { expect } from '@playwright/test'
import { en } from '../src/text/en/index.ts'
import { controls, ended, open, runs, type, watchForErrors } from './page.ts'
import { test } from './test.ts'

const FIRST = 'data=moons&train=40&validation=40&test=40&layers=4&epochs=20&patience=off'

test('a lecturer puts scenes together, projects them, comes back to one, and gives them away', async ({
  page,
  context,
}) => {
  const errors = watchForErrors(page)
  await open(page, FIRST)
  await page.keyboard.press('c')
  await page
    .getByRole('region', { name: en.lecture.own })
    .getByRole('button', { name: en.lecture.begin })
    .click()
  const bar = page.getByRole('navigation', { name: en.lecture.name })
  await controls(page).run.click()
  await ended(page, 1)
  await bar.getByRole('button', { name: en.lecture.add }).click()
  await type(page, 'Dropout', '0.3')
  await bar.getByRole('button', { name: en.lecture.add }).click()
  await expect(bar).toContainText('2 / 2')

  // The first scene shows its run again and trains nothing, projected too and after a reload.
  await page.keyboard.press('p')
  await expect(page.getByRole('main', { name: en.presenting.title })).toBeVisible()
  await page.keyboard.press('PageUp')
  await expect(bar).toContainText('1 / 2')
  await expect(page.getByRole('main')).toContainText('20')
  await expect(page).toHaveURL(/step=1/)
  await page.reload()
  await expect(bar).toContainText('1 / 2')
  await page.keyboard.press('Escape')
  expect(await runs(page)).toHaveLength(1)

  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await bar.getByRole('button', { name: en.lecture.edit }).click()
  await page.getByRole('button', { name: en.share.copy }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const student = await context.newPage()
  await student.goto(link)
  await expect(student.getByRole('navigation', { name: en.lecture.name })).toContainText('1 / 2')
  await ended(student, 2)
  expect(errors).toEqual([])
})
