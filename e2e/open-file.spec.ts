/** Files that are large, deep or broken, opened in every way that the page offers. */
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { en } from '../src/text/en/index.ts'
import { controls, ended, open, runs, SMALL, status, watchForErrors } from './page.ts'
import { test } from './test.ts'

const bar = (page: Page) => page.getByRole('progressbar', { name: /^Opening/ })

async function drop(page: Page, text: string, name: string) {
  const data = await page.evaluateHandle(
    ([contents, called]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([contents!], called!))
      return transfer
    },
    [text, name],
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

const paste = (page: Page, text: string) =>
  page.evaluate((contents) => {
    const data = new DataTransfer()
    data.setData('text/plain', contents)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  }, text)

test('opening a file shows a progress bar with a cancel button, and the page keeps responding', async ({
  page,
}) => {
  const errors = watchForErrors(page)
  await open(page, `${SMALL}&epochs=5&patience=off`)
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 5 epochs done')
  await page.getByLabel(/^(Take home|Export)/).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: /^All runs.*JSON/ }).click()
  // With added spaces the file is large enough for a worker to read it.
  const text = readFileSync(await (await saving).path(), 'utf8') + ' '.repeat(1_000_000)
  await page.keyboard.press('Escape')

  // The worker is held back at first, so that it takes as long as a large file does.
  await page.route('**/open-worker*', () => {})
  await drop(page, text, 'runs.json')
  await expect(page.getByText('Opening “runs.json”')).toBeVisible()
  await expect(bar(page)).toHaveAttribute('aria-valuemax', '100')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(bar(page)).toBeHidden()
  await page.unroute('**/open-worker*')
  expect(await runs(page)).toHaveLength(1)

  await drop(page, text, 'runs.json')
  await expect.poll(async () => (await runs(page)).length).toBe(2)
  await paste(page, text)
  await expect.poll(async () => (await runs(page)).length).toBe(3)
  const [trained, ...opened] = await runs(page)
  for (const run of opened) {
    expect(run.epochs).toEqual(trained!.epochs)
    expect(run.weights).toEqual(trained!.weights)
  }
  expect(errors).toEqual([])
})

test('runs of another scene that a file brings are in the table, and the chart has their name', async ({
  page,
}) => {
  await open(page, `${SMALL}&epochs=5&patience=off&run=1`)
  await ended(page, 1)
  await controls(page).run.click()
  await ended(page, 2)
  const records = JSON.stringify({ version: 1, runs: await runs(page) })
  // The runs of the scene that is left are still in the list, folded.
  await open(page, 'preset=keras-mnist')
  await expect(page.locator('[data-run]')).toHaveCount(0)
  await drop(page, records, 'runs.json')
  await expect(page.locator('[data-run]')).toHaveCount(4)
  await expect(page.getByRole('heading', { name: en.presets.free })).toBeVisible()
  await expect(page.getByRole('heading', { name: en.presets.names['keras-mnist'] })).toBeHidden()
})

test('a file that is too deep, and a table with several targets a row, are refused in a sentence', async ({
  page,
}) => {
  const errors = watchForErrors(page)
  await open(page, SMALL)
  await drop(page, '['.repeat(2_000_000), 'deep.json')
  await expect(page.getByText('nested more than 100 brackets deep', { exact: false })).toBeVisible()
  await paste(page, '{"inputs":[[1],[2],[3]],"targets":[[1,2],[3,4],[5,6]]}')
  await expect(page.getByText('row 1 has 2 targets', { exact: false })).toBeVisible()
  expect(errors).toEqual([])
})
