/** Runs are exported and opened elsewhere: as files, in a link, dropped and pasted. */
import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page } from '@playwright/test'
import { en } from '../src/text/en/index.ts'
import { controls, field, open, runs, SMALL, status, type, watchForErrors } from './page.ts'
import { test } from './test.ts'

const SCENE = `${SMALL}&epochs=30&patience=off`

async function trained(page: Page) {
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 30 epochs done')
}

const losses = async (page: Page) =>
  (await runs(page)).map(({ epochs }) => epochs.map(({ train, validation }) => [train.loss, validation.loss]))

/** Another person's page, with nothing stored. */
async function elsewhere(browser: Browser, link = SCENE) {
  const page = await (await browser.newContext()).newPage()
  const errors = watchForErrors(page)
  await open(page, link)
  return { page, errors, chooser: page.locator('input[type="file"][accept*="json"]') }
}

/** The file that an entry of the menu saves. */
async function exported(page: Page, name: string | RegExp) {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  const download = await saving
  return { path: await download.path(), name: download.suggestedFilename() }
}

/** Drops a file on the page, at any place. */
const dropBytes = (page: Page, bytes: Buffer, name: string) =>
  page.evaluate(
    ([base64, called]) => {
      const content = Uint8Array.from(atob(base64!), (char) => char.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content], called!))
      const init = { dataTransfer, bubbles: true, cancelable: true }
      document.querySelector('main')!.dispatchEvent(new DragEvent('drop', init))
    },
    [bytes.toString('base64'), name],
  )

const drop = (page: Page, text: string, name: string) => dropBytes(page, Buffer.from(text), name)

test('a run that is saved in any format and opened elsewhere is the same run', async ({ page, browser }) => {
  // The patience is as long as the run: it ends by itself, and the best weights come back.
  await open(page, `${SMALL}&epochs=30&patience=30&l1=0.001`)
  await trained(page)
  await page.getByRole('button', { name: 'Open the test set' }).click()
  await expect(page.getByText('Opened once on this page.')).toBeVisible()
  await page.getByLabel('Export').click()
  const [run] = await runs(page)
  expect(run).toMatchObject({ outcome: { kind: 'completed', restored: expect.any(Number) } })
  expect(run!.test).not.toBeNull()
  const formats = [
    { label: 'This run (JSON, can be opened again)', name: 'run.json', expected: run },
    { label: 'All runs (JSON, can be opened again)', name: 'runs.json', expected: run },
    { label: /^Curves of this run \(CSV/, name: 'curves.csv', expected: { ...run, weights: [] } },
    { label: /^Trained weights \(safetensors/, name: 'weights.safetensors', expected: run },
  ]
  const other = await elsewhere(browser)
  for (const { label, name, expected } of formats) {
    const file = await exported(page, label)
    expect(file.name).toBe(`fitting-room-${name}`)
    // The contents of the file say what it is, not its name.
    await other.chooser.setInputFiles({
      name: 'some file',
      mimeType: '',
      buffer: readFileSync(file.path),
    })
    await expect.poll(() => runs(other.page)).toHaveLength(1)
    expect(await runs(other.page)).toEqual([expected])
    await expect(status(other.page)).toHaveText('All 30 epochs done')
    await other.page.getByRole('button', { name: /^Remove (?!layer)/ }).click()
    await expect.poll(() => runs(other.page)).toHaveLength(0)
  }
  expect(other.errors).toEqual([])
  await other.page.context().close()
})

test('the loader for Keras asks for the file that the weights are saved as', async ({ page }) => {
  await open(page, SCENE)
  await trained(page)
  await page.getByLabel('Export').click()
  const weights = await exported(page, /^Trained weights/)
  const loader = await exported(page, 'Load the weights in Keras (Python)')
  expect(loader.name).toBe('fitting-room-load-weights.py')
  expect(readFileSync(loader.path, 'utf8')).toContain(`load_weights(model, "${weights.name}")`)
})

/** What becomes of a file of the menu that is dropped on the page again. */
const DROPPED: readonly [string, 'runs' | 'experiment' | string][] = [
  [en.take.svg, 'experiment'],
  [en.take.png, en.refusedFiles.why.picture],
  [en.home.curvesCsv, 'runs'],
  [en.take.runJson, 'runs'],
  [en.take.runsJson, 'runs'],
  [en.home.weights, 'runs'],
  [en.home.loader, 'experiment'],
  [en.take.keras, 'experiment'],
  [en.programs.notebook, 'experiment'],
  [en.programs.tfjs, 'experiment'],
  [en.take.tableMarkdown, en.refusedFiles.why['run-table']],
  [en.take.tableCsv, en.refusedFiles.why['run-table']],
  [en.take.tableLatex, en.refusedFiles.why['run-table']],
]

test('every file that can be saved opens again when it is dropped, or is refused with what to do', async ({
  page,
  browser,
}) => {
  await open(page, `${SCENE}&train=60`)
  await trained(page)
  await page.getByLabel('Export').click()
  const menu = page.locator('[role=dialog], [popover], details').filter({ hasText: en.take.png })
  await expect(menu.getByRole('button', { disabled: false })).toHaveCount(DROPPED.length + 1)
  const other = await elsewhere(browser)
  const samples = field(other.page, 'Train samples')
  for (const [label, becomes] of DROPPED) {
    const file = await exported(page, label)
    await dropBytes(other.page, readFileSync(file.path), file.name)
    if (becomes === 'runs') {
      await expect.poll(() => runs(other.page), label).toHaveLength(1)
      await other.page.getByRole('button', { name: /^Remove (?!layer)/ }).click()
      await expect.poll(() => runs(other.page)).toHaveLength(0)
    } else if (becomes === 'experiment') {
      await expect(samples, label).toHaveValue('60')
      await type(other.page, 'Train samples', '40')
    } else {
      await expect(other.page.getByText(becomes), label).toBeVisible()
      await other.page.getByRole('button', { name: en.dismiss }).first().click()
      await expect(other.page.getByText(becomes)).toBeHidden()
    }
  }
  await drop(other.page, 'print("hello")\n', 'hello.py')
  await expect(other.page.getByRole('dialog', { name: 'Your table' })).toBeVisible()
  await other.page.keyboard.press('Escape')
  await other.chooser.setInputFiles({ name: 'hello.py', mimeType: '', buffer: Buffer.from('print("hello")') })
  await expect(other.page.getByText(en.refusedFiles.why.foreign)).toBeVisible()
  expect(other.errors).toEqual([])
  await other.page.context().close()
})

test('a file that is no run is refused by name and changes nothing', async ({ page, browser }) => {
  await open(page, SCENE)
  await trained(page)
  await page.getByLabel('Export').click()
  const read = async (label: RegExp) => readFileSync((await exported(page, label)).path)
  const json = (await read(/^This run/)).toString()
  const csv = (await read(/^Curves of this run/)).toString()
  const weights = await read(/^Trained weights/)
  const other = await elsewhere(browser)
  // One of each kind of file. Every way of being no run is tried in src/files.
  const cases: [string | Buffer, string][] = [
    [json.slice(0, -40), 'This cannot be read; part of it may be missing.'],
    [csv.replace('run: 1', 'run: 7'), 'A later version of Fitting Room wrote this.'],
    [weights.subarray(0, -20), 'The file of weights is damaged'],
  ]
  for (const [content, sentence] of cases) {
    const dismiss = other.page.getByRole('button', { name: 'Dismiss' })
    if (await dismiss.isVisible()) await dismiss.click()
    await other.chooser.setInputFiles({ name: 'x', mimeType: '', buffer: Buffer.from(content) })
    await expect(other.page.getByText(sentence)).toBeVisible()
  }
  expect(await runs(other.page)).toEqual([])
  const named = json
    .replace('{', '{"__proto__":{"polluted":1},')
    .replace('"version":1,"id"', '"version":1,"name":"<img src=x onerror=alert(1)>","id"')
  await other.chooser.setInputFiles({ name: 'x', mimeType: '', buffer: Buffer.from(named) })
  await expect(other.page.getByRole('button', { name: 'Look at <img src=x onerror=alert(1)>' })).toBeVisible()
  expect(await other.page.evaluate(() => 'polluted' in {})).toBe(false)
  expect(other.errors).toEqual([])
})

test('a link to runs shows finished curves in a fresh profile, without training, and they are reproduced exactly', async ({
  page,
  browser,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, SCENE)
  await trained(page)
  await page.getByRole('button', { name: 'Share' }).click()
  const choice = page.getByRole('region', { name: 'The experiment with its finished run' })
  await choice.getByRole('button', { name: 'Copy link' }).click()
  await expect(choice.getByRole('button', { name: 'Link copied' })).toBeVisible()
  await page.keyboard.press('Escape')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await (await browser.newContext()).newPage()
  await other.goto(link)
  await expect(status(other)).toHaveText('All 30 epochs done')
  expect(await losses(other)).toEqual(await losses(page))
  // The weights came along: the boundary is drawn, and the test set gives the same weights the same score.
  const boundary = (at: Page) =>
    at
      .getByRole('tabpanel', { name: 'Boundary' })
      .locator('canvas[role=img]')
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  await expect.poll(() => boundary(other)).toBe(await boundary(page))
  for (const each of [page, other]) await each.getByRole('button', { name: 'Open the test set' }).click()
  await expect.poll(async () => (await runs(other))[0]!.test).not.toBeNull()
  await expect.poll(async () => (await runs(page))[0]!.test).toEqual((await runs(other))[0]!.test)
  await other.getByRole('button', { name: 'Check by running again' }).click()
  await expect(
    other.getByText('Reproduced exactly: all 30 epochs are the same to the last bit.'),
  ).toBeVisible()
})

test('what is dropped or pasted on the page is opened, a table as a table; the menu goes with Escape', async ({
  page,
  browser,
}) => {
  await open(page, SCENE)
  await trained(page)
  await page.getByLabel('Export').click()
  const json = readFileSync((await exported(page, /^All runs/)).path, 'utf8')
  const curves = readFileSync((await exported(page, /^Curves of this run/)).path, 'utf8')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^All runs/ })).toBeHidden()
  const other = await elsewhere(browser)
  await drop(other.page, json, 'runs.txt')
  await expect.poll(() => runs(other.page)).toHaveLength(1)
  expect(await losses(other.page)).toEqual(await losses(page))
  await drop(other.page, '{"version":1,"runs":[{}]}', 'runs.json')
  await expect(other.page.getByText('There are no runs in this')).toBeVisible()
  await other.page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, curves)
  await expect.poll(() => runs(other.page)).toHaveLength(2)
  await drop(other.page, 'a,b,y\n1,2,x\n2,3,z\n4,1,x\n3,3,z\n5,1,x\n', 'table.csv')
  await expect(other.page.getByRole('dialog', { name: 'Your table' })).toBeVisible()
  expect(await runs(other.page)).toHaveLength(2)
})

test('on a telephone the menu of files lies on the page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, SMALL)
  await page.getByLabel(en.take.title).click()
  const item = page.getByRole('button', { name: en.home.open })
  await expect(item).toBeVisible()
  const { x, width } = (await item.boundingBox())!
  expect(x).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(390)
})
