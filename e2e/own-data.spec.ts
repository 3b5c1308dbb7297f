/** A person's own data: points drawn on the plane, and tables from files, good and bad. */
import { expect, type Page } from '@playwright/test'
import { controls, open, runs, status, watchForErrors } from './page.ts'
import { test } from './test.ts'

const FLOWERS = `length,width,colour,kind
5.1,3.5,red,setosa
4.9,,blue,setosa
6.2,2.9,red,versicolor
5.9,3.0,green,versicolor
6.9,3.1,red,virginica
7.1,3.0,blue,virginica
5.0,3.3,red,setosa
6.1,2.8,green,versicolor
6.7,3.3,blue,virginica
5.2,3.4,red,setosa
`

const give = (page: Page, contents: string | Buffer, name = 'table.csv') =>
  page
    .locator('input[type="file"][aria-label="Choose a file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(contents) })

test('a table becomes the data: columns are chosen, a row without a value is left out, and it trains', async ({
  page,
}) => {
  const errors = watchForErrors(page)
  await open(page, 'engine=wasm&data=rows&layers=8&epochs=5&patience=off&batch=4')
  await give(page, FLOWERS)
  const wizard = page.getByRole('dialog', { name: 'Your table' })
  await expect(wizard.getByLabel('Predict')).toHaveValue('3')
  await expect(wizard.getByText('1 (line 3)')).toBeVisible()
  await wizard.getByRole('checkbox', { name: /colour/ }).uncheck()
  await wizard.getByRole('button', { name: 'Use this table' }).click()
  const about = page.getByText('9 rows, 2 inputs, predicts “kind”', { exact: false })
  await expect(about).toContainText('1 row of the file without a value was left out.')
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 5 epochs done')
  const [run] = await runs(page)
  const { data } = run!.experiment as { data: { rows: { inputs: number[][]; targets: string[] } } }
  expect(data.rows.inputs).toHaveLength(9)
  expect(new Set(data.rows.targets)).toEqual(new Set(['setosa', 'versicolor', 'virginica']))
  // A table that the page saved can be read again.
  const parsed = await page.evaluate((given) => window.fittingRoom.parse(given).ok, run!.experiment)
  expect(parsed).toBe(true)
  expect(errors).toEqual([])
})

test('a part about the data that fails to load can be requested again', async ({ page }) => {
  const file = '**/about-data-dialog*.js'
  await page.route(file, (route) => route.abort())
  await open(page, 'engine=wasm')
  await page.getByRole('button', { name: 'About the data' }).click()
  await expect(page.getByText('This part of the page could not be loaded.')).toBeVisible()
  await page.unroute(file)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog', { name: 'About the data' })).toBeVisible()
})

const bad: Record<string, [contents: string | Buffer, sentence: RegExp]> = {
  ragged: ['a,b,c\n1,2,x\n3,4\n5,6,y\n', /Line 3 has 2 values where the other lines have 3/],
  empty: ['', /The file is empty/],
  'a photograph': [
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]),
    /no text file/,
  ],
  'a header only': ['a,b,c\n', /no rows of data/],
}

test('a bad table is refused in a sentence, and nothing moves', async ({ page }) => {
  await open(page, 'engine=wasm&data=rows')
  const before = await page.evaluate(() => location.hash)
  const wizard = page.getByRole('dialog', { name: 'Your table' })
  for (const [name, [contents, sentence]] of Object.entries(bad)) {
    await give(page, contents)
    await expect(wizard.getByRole('alert'), name).toHaveText(sentence)
    await wizard.getByRole('button', { name: 'Cancel' }).click()
    await expect(wizard).toHaveCount(0)
    expect(await page.evaluate(() => location.hash), name).toBe(before)
    await expect(page.getByText('A CSV or TSV file: one row a sample.', { exact: false })).toBeVisible()
  }
})

test('the wizard says of a table that it has one class only, and of another that its text is no UTF-8', async ({
  page,
}) => {
  await open(page, 'engine=wasm&data=rows')
  const wizard = page.getByRole('dialog', { name: 'Your table' })
  await give(page, 'a,kind\n1,x\n2,x\n3,x\n4,x\n')
  await expect(wizard.getByText(/always the same|of the class/).first()).toBeVisible()
  await wizard.getByRole('button', { name: 'Cancel' }).click()
  await expect(wizard).toHaveCount(0)
  // 长度,类别 / 1,甲类 / 2,乙类 / 3,甲类 / 4,乙类 in GB 18030, as Chinese spreadsheets write it.
  const gbk = Buffer.from(
    'b3a4b6c82cc0e0b1f00a312cbcd7c0e00a322cd2d2c0e00a332cbcd7c0e00a342cd2d2c0e00a',
    'hex',
  )
  await give(page, gbk)
  await expect(wizard.getByText('The text is no UTF-8 and was read as GB', { exact: false })).toBeVisible()
  await expect(wizard.getByRole('checkbox', { name: /长度/ })).toBeVisible()
})

test('points are drawn, trained on, and travel in the link', async ({ page, browser }) => {
  await open(page, 'engine=wasm&data=drawn&layers=6&epochs=10&patience=off')
  await expect(page.getByText('draw at least three points, of both classes').first()).toBeVisible()
  await expect(controls(page).run).toBeDisabled()
  await page.getByRole('button', { name: 'Two clouds' }).click()
  await expect(page.getByText(/^\d+ points$/)).toBeVisible()
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 10 epochs done')
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('points=')
  const [run] = await runs(page)
  const other = await (await browser.newContext()).newPage()
  await other.goto(page.url())
  await expect(other.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
  await controls(other).run.click()
  await expect(status(other)).toHaveText('All 10 epochs done')
  const [again] = await runs(other)
  expect(again!.epochs.map(({ train }) => train.loss)).toEqual(run!.epochs.map(({ train }) => train.loss))
})
