/** Experiments and weights that are saved as code. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { open, SMALL, watchForErrors } from './page.ts'
import { test } from './test.ts'

/** The file that a button gives to the browser. */
async function saved(page: Page, button: RegExp): Promise<string> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFileSync(await (await saving).path(), 'utf8')
}

test('the TensorFlow.js program fetches the page’s own digits and trains in Node', async ({ page }) => {
  const errors = watchForErrors(page)
  await open(
    page,
    'engine=wasm&data=digits-8x8&train=60&validation=20&test=20&layers=8&epochs=3&patience=off',
  )
  await page.getByLabel('Export').click()
  const code = await saved(page, /TensorFlow\.js/)
  const folder = mkdtempSync(join(tmpdir(), 'program-'))
  symlinkSync(new URL('../node_modules', import.meta.url).pathname, join(folder, 'node_modules'))
  writeFileSync(join(folder, 'experiment.mjs'), code)
  // The page's server is this machine; no other is asked.
  const { stdout, stderr, status } = spawnSync(process.execPath, ['experiment.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  expect(status, stderr).toBe(0)
  expect(stdout).toMatch(/Total params: 610\b/)
  const rows = stdout.slice(stdout.indexOf('epoch,training,validation')).trim().split('\n').slice(1)
  expect(rows.map((row) => row.split(',').length)).toEqual([3, 3, 3])
  const losses = rows.map((row) => Number(row.split(',')[1]))
  expect(losses.at(-1)).toBeLessThan(losses[0]!)
  expect(errors).toEqual([])
})

test('the notebook is of the experiment that is shown, link and all', async ({ page }) => {
  await open(page, `${SMALL}&epochs=77`)
  await page.getByLabel('Export').click()
  const { cells, nbformat } = JSON.parse(await saved(page, /Jupyter/))
  expect(nbformat).toBe(4)
  const text = cells.flatMap(({ source }: { source: string[] }) => source).join('')
  expect(text).toContain('epochs=77')
  expect(text).toMatch(/<http:\/\/[\d.:]+\/#\S*epochs=77\S*>/)
})

test('a sweep leaves as a Ray Tune script before its runs have ended', async ({ page }) => {
  await open(page, `${SMALL}&epochs=3000&patience=off`)
  await page.getByRole('radio', { name: /^Sweep/ }).check()
  await page.getByRole('combobox', { name: 'Sweep over' }).selectOption('Dropout')
  await page.getByRole('textbox', { name: 'Values' }).fill('0 0.3')
  await page.getByRole('button', { name: 'Start sweep' }).click()
  const code = await saved(page, /Ray Tune/)
  expect(code).toContain('"dropout": [0, 0.3]')
  expect(code).toContain('keras.layers.Dropout(config["dropout"])')
})
