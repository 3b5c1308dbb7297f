import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { open, SMALL, watchForErrors } from './page.ts'
import { test } from './test.ts'

const view = (page: Page) => page.getByRole('radio', { name: /^Sweep/ })
const progress = (page: Page) => page.getByRole('progressbar', { name: 'Progress of the sweep' })

/** Starts a sweep of three values of dropout, three seeds each, from the form. Only long runs are caught in the middle. */
async function start(page: Page, epochs: number) {
  await open(page, `${SMALL}&epochs=${epochs}&patience=off`)
  await view(page).check()
  await page.getByRole('combobox', { name: 'Sweep over' }).selectOption('Dropout')
  await page.getByRole('textbox', { name: 'Values' }).fill('0 0.3 0.6')
  await page.getByRole('spinbutton', { name: 'Seeds' }).fill('3')
  await page.getByRole('spinbutton', { name: 'Seeds' }).press('Enter')
  await expect(page.getByText('3 settings × 3 seeds = 9 runs')).toBeVisible()
  await page.getByRole('button', { name: 'Start sweep' }).click()
}

const done = (page: Page) => expect(progress(page)).toHaveAttribute('aria-valuenow', '9', { timeout: 60_000 })

/** Buttons whose accessible names lack their visible text, and groups of choices outside any landmark. */
function misnamed(): string[] {
  const buttons = [...document.querySelectorAll('button[aria-label]')].filter(
    (button) => !button.getAttribute('aria-label')!.includes(button.textContent!.trim()),
  )
  const groups = [...document.querySelectorAll('[role=radiogroup]')].filter(
    (group) => !group.closest('main, nav, header, aside, dialog, section[aria-label]'),
  )
  return [...buttons, ...groups].map(({ outerHTML }) => outerHTML.slice(0, 200))
}

/** The lines of the exported table. */
async function table(page: Page): Promise<string[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Results (CSV)' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8').trim().split('\r\n')
}

/** The exported table without its wall times. */
const results = async (page: Page) => (await table(page)).map((line) => line.replace(/,[^,]*$/, ''))

test('a sweep that a reload interrupts finishes with the numbers of one left alone', async ({ page }) => {
  const errors = watchForErrors(page)
  await start(page, 3000)
  await done(page)
  const alone = await results(page)
  expect(alone).toHaveLength(10)
  expect(new Set(alone.slice(1).map((line) => line.split(',').slice(2).join(','))).size).toBe(9)

  await page.getByRole('button', { name: 'Start sweep' }).click()
  await expect
    .poll(async () => Number(await progress(page).getAttribute('aria-valuenow')), { intervals: [20] })
    .toBeGreaterThan(1)
  const before = await table(page)
  expect(before.length).toBeGreaterThan(1)
  await page.reload()
  await expect(view(page)).toBeChecked()
  await done(page)
  expect(await results(page)).toEqual(alone)
  // What was trained before the reload has kept its wall time, so it was not trained again.
  expect(await table(page)).toEqual(expect.arrayContaining(before))
  expect(errors).toEqual([])
})

test('a paused sweep trains nothing, and a value opens as an experiment', async ({ page }) => {
  await start(page, 1500)
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(page.getByText('paused', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).click()
  await done(page)
  await expect(
    page.getByText(/^Dropout 0(\.\d)? cannot be told from dropout 0(\.\d)? and dropout 0/),
  ).toBeVisible()
  expect(await page.evaluate(misnamed)).toEqual([])
  await page.getByRole('button', { name: /^0\.3: validation/ }).click()
  await page.getByRole('button', { name: /^Open seed \d as experiment$/ }).click()
  await expect(page.getByRole('textbox', { name: 'Dropout', exact: true })).toHaveValue('0.3')
})

test('a sweep opened elsewhere shows the same table without training; an unfinished one continues to it', async ({
  page,
  browser,
}) => {
  await start(page, 200)
  await done(page)
  await page.getByRole('combobox', { name: 'Read by' }).selectOption('Best epoch')
  const expected = await results(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Sweep with its results' }).click(),
  ])
  const context = await browser.newContext()
  const other = await context.newPage()
  const errors = watchForErrors(other)
  await open(other, SMALL)
  await view(other).check()
  const [chooser] = await Promise.all([
    other.waitForEvent('filechooser'),
    other.getByRole('button', { name: 'Open a sweep from a file…' }).click(),
  ])
  await chooser.setFiles(await download.path())
  const same = async () => {
    await expect(progress(other)).toHaveAttribute('aria-valuenow', '9')
    await expect(other.getByText('done', { exact: true })).toBeVisible()
    await expect(other.getByRole('combobox', { name: 'Read by' })).toHaveValue('best-epoch')
    expect(await results(other)).toEqual(expected)
  }
  await same()
  await expect(other.getByRole('textbox', { name: 'Values' })).toHaveValue('0 0.3 0.6')
  await other.reload()
  await view(other).check()
  await same()

  const json = JSON.parse(readFileSync(await download.path(), 'utf8'))
  const part = JSON.stringify({ ...json, runs: json.runs.slice(0, 5) })
  const file = { name: 'x', mimeType: '', buffer: Buffer.from(part) }
  await other.locator('input[type="file"][accept*="json"]').first().setInputFiles(file)
  await expect(progress(other)).toHaveAttribute('aria-valuenow', '5')
  await other.getByRole('button', { name: 'Go on' }).click()
  await done(other)
  expect(await results(other)).toEqual(expected)
  expect(errors).toEqual([])
  await context.close()
})

test('a ready sweep gives the settings back when it is left, and a reload opens them too', async ({
  page,
}) => {
  await open(page, SMALL)
  const samples = page.getByRole('textbox', { name: 'Train samples', exact: true })
  await view(page).check()
  await page.getByRole('button', { name: 'U-curve' }).click()
  await expect(samples).toHaveValue('150')
  await page.getByRole('radio', { name: 'Runs' }).check()
  await expect(samples).toHaveValue('40')
  await view(page).check()
  await expect(samples).toHaveValue('150')
  // The wait is longer than the address takes to follow the controls.
  await page.waitForTimeout(600)
  expect(page.url()).toContain('train=40')
  await page.reload()
  await expect(samples).toHaveValue('40')
  // A link shows its experiment, whatever the page showed before.
  await view(page).check()
  await open(page, SMALL.replace('train=40', 'train=60'))
  await expect(page.getByRole('radio', { name: 'Runs' })).toBeChecked()
  await expect(samples).toHaveValue('60')
})
