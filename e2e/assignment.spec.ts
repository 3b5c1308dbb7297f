/** An assignment from its link to the teacher's check: a student meets the goal and hands in, another browser confirms it. */
import { expect } from '@playwright/test'
import { controls, ended, open, SMALL, type, watchForErrors } from './page.ts'
import { test } from './test.ts'

const ASSIGNMENT = `${SMALL}&epochs=3&patience=off&hide=all-but:layers,lr,epochs&assignment=min-accuracy:0.8,max-parameters:60,title:Two%20moons`

test('what a student hands in is confirmed in a fresh profile, and a change of what is fixed is found', async ({
  page,
  browser,
}) => {
  const errors = watchForErrors(page)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, ASSIGNMENT)
  const card = page.getByRole('region', { name: 'Assignment' })
  await expect(card.getByRole('heading', { name: 'Two moons' })).toBeVisible()
  // The data are not the student's to change.
  await expect(page.getByRole('combobox', { name: 'Data set' })).toHaveCount(0)
  await type(page, 'Learning rate', '0.05')
  await type(page, 'Max epochs', '30')
  await controls(page).run.click()
  await ended(page, 1)
  await expect(card.getByRole('listitem').filter({ hasText: 'validation accuracy ≥ 80%' })).toContainText(
    /^met/,
  )
  await expect(card.getByRole('status')).toContainText('The assignment is met by')
  // A reload keeps the assignment and the student's settings.
  await expect(page).toHaveURL(/lr=0\.05.*&assignment=min-accuracy:0\.8,max-parameters:60,title:Two%20moons/)

  const handIn = async (name: string) => {
    await card.getByRole('button', { name: 'Hand in…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Hand in a run' })
    await dialog.getByRole('textbox', { name: /^Your name/ }).fill(name)
    await dialog.getByRole('button', { name: 'Copy link' }).click()
    await expect(dialog.getByRole('button', { name: 'Link copied' })).toBeVisible()
    await page.keyboard.press('Escape')
    return page.evaluate(() => navigator.clipboard.readText())
  }
  const honest = await handIn('Ada')
  // Another student edits the address to have more samples.
  await open(page, ASSIGNMENT.replace('train=40', 'train=400'))
  await controls(page).run.click()
  await ended(page, 2)
  const cheat = await handIn('Mallory')

  const teacher = await (await browser.newContext()).newPage()
  const teachersErrors = watchForErrors(teacher)
  await open(teacher, ASSIGNMENT)
  await teacher.getByRole('button', { name: 'Check hand-ins…' }).click()
  const check = teacher.getByRole('dialog', { name: 'Check hand-ins' })
  await check.getByRole('textbox', { name: 'Links that were handed in' }).fill(`${honest}\n${cheat}\nno link`)
  await check.getByRole('button', { name: 'Check these' }).click()
  const line = (name: string) => check.getByRole('row').filter({ hasText: name })
  await expect(line('Ada')).toContainText('reproduced exactly')
  await expect(line('Ada')).toContainText('accepted')
  await expect(line('Mallory')).toContainText('changed: Train samples')
  await expect(check.getByText('Line 3')).toBeVisible()
  const saving = teacher.waitForEvent('download')
  await check.getByRole('button', { name: 'Save as CSV' }).click()
  expect((await saving).suggestedFilename()).toBe('fitting-room-hand-ins.csv')

  // A reload loses none of it, and trains nothing again.
  await teacher.reload()
  await teacher.getByRole('button', { name: 'Check hand-ins (2 of 2)' }).click()
  await expect(line('Ada')).toContainText('accepted')
  await check.getByRole('button', { name: 'Remove all' }).click()
  await check.getByRole('button', { name: 'Undo' }).click()
  await expect(line('Mallory')).toContainText('changed: Train samples')
  await check.getByRole('button', { name: 'Remove all' }).click()
  await teacher.reload()
  await expect(teacher.getByRole('button', { name: 'Check hand-ins…' })).toBeVisible()
  expect([...errors, ...teachersErrors]).toEqual([])
  await teacher.context().close()
})
