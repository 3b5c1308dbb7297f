/** The first ten minutes of a student: run, change one thing, compare, reset, reload, bring a file, share. */
import { expect, type Page } from '@playwright/test'
import type { Language } from '../src/domain/link/page-keys.ts'
import { allMessages, loadAllMessages } from '../src/text/messages.ts'
import { ended, reloadAtOnce, runs, watchForErrors } from './page.ts'
import { test } from './test.ts'

/** Half of the students leave the choice of an engine to the page. */
const ENGINE = { en: '', 'zh-CN': 'engine=wasm&' }
const SCENE =
  'data=moons&train=40&validation=40&test=40&noise=0.2&layers=8&batch=20&lr=0.02&epochs=30&patience=off'
const TABLE = [
  'height,weight,sort',
  ...Array.from({ length: 40 }, (_, i) => `${i + 0.5},${(i * 7) % 11},${i % 2 ? 'a' : 'b'}`),
]

test.beforeAll(loadAllMessages)

async function completed(page: Page, count: number) {
  for (const { outcome } of await ended(page, count)) expect(outcome!.kind).toBe('completed')
}
const curves = async (page: Page) =>
  (await runs(page)).map(({ epochs }) => epochs.map(({ train, validation }) => [train.loss, validation.loss]))

for (const language of ['en', 'zh-CN'] as const satisfies Language[])
  test(`a student's first session (${language})`, async ({ page, browser, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const t = allMessages(language)
    const errors = watchForErrors(page)
    const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click()
    const rows = page.getByRole('region', { name: t.runs.title }).locator('[data-run]')
    await page.goto(`/#${ENGINE[language]}${SCENE}&lang=${language}`)

    // Run, change one thing, run again: both runs are on the chart, and the page says how they differ.
    await press(t.controls.run)
    await completed(page, 1)
    const dropout = page.getByRole('textbox', { name: t.setting.dropout.name, exact: true })
    await dropout.fill('0.5')
    await dropout.press('Enter')
    await press(t.controls.run)
    await completed(page, 2)
    await expect(page.getByText(/dropout 0 → 0\.5/i).first()).toBeVisible()
    await expect(page.getByRole('img', { name: /0\.5/ }).first()).toBeVisible()
    const loss = page.locator('[data-curves] [role=img]').first()
    await expect(loss.locator('text', { hasText: /dropout 0\.5/i })).toHaveCount(1)
    const trained = await curves(page)

    // Reset goes back to epoch 0. A reload loses nothing that was trained.
    await press(t.controls.reset)
    await expect(page.getByRole('progressbar').first()).toHaveAttribute('aria-valuenow', '0')
    await reloadAtOnce(page)
    await expect.poll(() => curves(page)).toEqual(trained)
    await expect(rows).toHaveCount(2)

    // A run is removed by mistake and restored.
    await page.getByRole('button', { name: t.runs.remove(t.sets.moons), exact: true }).click()
    await expect.poll(async () => (await runs(page)).length).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => curves(page)).toEqual(trained)

    // The finished runs travel in a link, which another person opens.
    await press(t.share.label)
    const dialog = page.getByRole('dialog', { name: t.share.title })
    await dialog
      .getByRole('button', { name: new RegExp(t.share.copy) })
      .last()
      .click()
    await expect(dialog.getByRole('button', { name: t.share.copied })).toBeVisible()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const elsewhere = await (await browser.newContext({ locale: language })).newPage()
    const foreign = watchForErrors(elsewhere)
    await elsewhere.goto(link)
    await expect.poll(() => curves(elsewhere)).toEqual(trained)
    // A link does not say how long the runs took, and no time of 0 s is made up for them.
    const opened = elsewhere.getByRole('region', { name: t.runs.title }).locator('[data-run]')
    await expect(opened.getByText(t.compare.imported)).toHaveCount(2)
    await expect(opened.getByRole('cell', { name: '–', exact: true })).toHaveCount(2)
    await expect(elsewhere.locator('option[value=seconds]').first()).toHaveText(t.stage.untimed)
    expect(foreign).toEqual([])
    await elsewhere.context().close()
    await page.keyboard.press('Escape')

    // The student brings a file, and reloads before anything was trained on it.
    await page.getByRole('main').first().waitFor()
    await page.evaluate((text) => {
      const files = new DataTransfer()
      files.items.add(new File([text], 'plants.csv', { type: 'text/csv' }))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))
    }, TABLE.join('\n'))
    await page.getByRole('button', { name: t.tableWizard.use, exact: true }).click()
    await expect(page).toHaveURL(/data=rows/)
    await page.reload()
    await press(t.controls.run)
    await completed(page, 3)
    expect((await runs(page)).at(-1)!.experiment).toMatchObject({ data: { set: 'rows' } })
    // The run is named after the file. Runs of other data are folded away, and none is lost.
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText('plants.csv')
    const folded = page.getByRole('button', { name: t.runs.count(2), expanded: false })
    await expect(folded).toBeVisible()
    expect(errors).toEqual([])
  })
