/** Runs stay, are forked and compared, and their curves are saved as pictures. */
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { controls, open, reloadAtOnce, runs, SMALL, status, type } from './page.ts'
import { test } from './test.ts'

const SCENE = `${SMALL}&epochs=30&patience=off`

async function trained(page: Page) {
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 30 epochs done')
}

const losses = async (page: Page) =>
  (await runs(page)).map(({ epochs }) => epochs.map(({ train, validation }) => [train.loss, validation.loss]))

test('a fork with one changed setting: the page names the difference; with two it says that the cause is unknown', async ({
  page,
}) => {
  await open(page, SCENE)
  await trained(page)
  await page.getByRole('button', { name: /^Fork / }).click()
  await type(page, 'Dropout', '0.4')
  await trained(page)
  await expect(page.getByText('only: dropout 0 → 0.4')).toBeVisible()
  expect(await runs(page)).toHaveLength(2)
  await page
    .getByRole('button', { name: /^Fork / })
    .first()
    .click()
  await type(page, 'Dropout', '0.2')
  await type(page, 'L2', '0.01')
  await trained(page)
  await expect(page.getByText(/settings differ: .*so the cause cannot be told/)).toBeVisible()
})

test('a reload brings runs back with their names and pins, and nothing is trained', async ({ page }) => {
  await open(page, SCENE)
  await trained(page)
  const before = await losses(page)
  await page.getByRole('button', { name: /^Rename / }).click()
  await page.getByRole('textbox', { name: 'Name of the run' }).fill('mine')
  await page.getByRole('textbox', { name: 'Name of the run' }).press('Enter')
  await page.getByRole('button', { name: 'Pin mine' }).click()
  await reloadAtOnce(page)
  await expect(page.getByRole('button', { name: 'Look at mine' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unpin mine' })).toBeVisible()
  expect(await losses(page)).toEqual(before)
})

test('a run that a reload cuts off goes on from its last checkpoint, as if nothing had happened', async ({
  page,
}) => {
  // Checkpoints are two seconds apart. At a hundred epochs a second it cannot have ended before the reload.
  const scene = `${SMALL}&epochs=1500&patience=off&pace=100`
  await open(page, scene)
  await controls(page).run.click()
  await expect.poll(async () => (await runs(page))[0]?.epochs.length ?? 0).toBeGreaterThan(220)
  await page.reload()
  const cutOff = page.getByText(/^Interrupted at epoch/)
  await expect(cutOff).toBeVisible()
  const [half] = await runs(page)
  expect(half!.outcome).toMatchObject({ kind: 'stopped', epoch: half!.epochs.length })
  expect(half!.epochs.length).toBeGreaterThan(0)
  expect(half!.weights.length).toBeGreaterThan(0)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('Full speed')
  await page.getByRole('button', { name: 'Continue training' }).click()
  await expect(status(page)).toHaveText('All 1 500 epochs done', { timeout: 60_000 })
  const [whole] = await runs(page)
  const undisturbed = await page.evaluate(
    (experiment) => window.fittingRoom.run(experiment, { engine: 'wasm' }),
    whole!.experiment,
  )
  const curve = ({ epochs }: typeof undisturbed) => epochs.map(({ train, validation }) => [train, validation])
  expect(curve(whole!)).toEqual(curve(undisturbed))
  expect(whole!.weights).toEqual(undisturbed.weights)
})

test('a removed run comes back when asked for, by its notice or by the key', async ({ page }) => {
  await open(page, SCENE)
  await trained(page)
  const before = await runs(page)
  const remove = page.getByRole('button', { name: /^Remove (?!layer)/ })
  await remove.click()
  expect(await runs(page)).toHaveLength(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  expect(await runs(page)).toEqual(before)
  await remove.click()
  await page.keyboard.press('Control+z')
  expect(await runs(page)).toEqual(before)
})

test('Ctrl+Z undoes a change and Ctrl+Shift+Z redoes it', async ({ page }) => {
  await open(page, SCENE)
  await type(page, 'Dropout', '0.3')
  await type(page, 'L2', '0.1')
  await page.getByRole('heading', { name: 'Model' }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('textbox', { name: 'L2', exact: true })).toHaveValue('0')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('textbox', { name: 'Dropout', exact: true })).toHaveValue('0')
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByRole('textbox', { name: 'Dropout', exact: true })).toHaveValue('0.3')
})

test('early stopping in hindsight says where the run would have stopped', async ({ page }) => {
  await open(page, 'preset=overfitting&engine=wasm&run=1')
  await expect(status(page)).toHaveText('All 300 epochs done')
  await page.getByRole('button', { name: 'What if it had stopped earlier?' }).click()
  const patience = page
    .getByRole('region', { name: 'What if it had stopped earlier?' })
    .getByRole('textbox', { name: 'Patience' })
  await patience.fill('5')
  await patience.press('Enter')
  await expect(page.getByText(/Stops at epoch \d+ and gives back the weights of epoch \d+\./)).toBeVisible()
  await expect(page.getByText(/^would stop \d+$/)).toBeVisible()
})

test('the drag of a slider is one undo entry', async ({ page }) => {
  await open(page, SCENE)
  const slider = page.getByRole('slider', { name: 'Dropout' })
  const box = (await slider.boundingBox())!
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + 8, y)
  await page.mouse.down()
  for (let step = 1; step <= 6; step++) {
    await page.mouse.move(box.x + 8 + (step * box.width) / 10, y)
    await page.waitForTimeout(150)
  }
  await page.mouse.up()
  const dropout = page.getByRole('textbox', { name: 'Dropout', exact: true })
  await expect(dropout).not.toHaveValue('0')
  await page.keyboard.press('Control+z')
  await expect(dropout).toHaveValue('0')
})

test('the curves are saved as a picture that says what was run and how to run it again', async ({ page }) => {
  await open(page, SCENE)
  await trained(page)
  await page.getByRole('button', { name: /^Rename / }).click()
  await page.getByRole('textbox', { name: 'Name of the run' }).fill('<b>mine</b> & yours')
  await page.getByRole('textbox', { name: 'Name of the run' }).press('Enter')
  await page.getByLabel('Export').click()
  const take = async (name: string) => {
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name }).click()
    return readFileSync(await (await saving).path())
  }
  const svg = (await take('The curves as a picture (SVG)')).toString()
  const seen = await page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, 'image/svg+xml')
    const texts = [...root.querySelectorAll('text')].map((text) => text.textContent)
    return { error: root.querySelector('parsererror') !== null, texts }
  }, svg)
  expect(seen.error).toBe(false)
  expect(seen.texts).toContain('<b>mine</b> & yours')
  expect(seen.texts.join('')).toMatch(/http:\/\/[\d.:]+\/#data=moons&train=40.*&epochs=30&patience=off/)
  expect(seen.texts).toContain('8 tanh, Adam 0.02, batch size 20')
  // The picture needs no style sheet.
  expect(/var\(|class=/.exec(svg.replace(/<style>.*?<\/style>/s, ''))).toBeNull()
  const png = await take('The curves as a picture (PNG)')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const colours = await page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    return new Set(new Uint32Array(data.buffer)).size
  }, png.toString('base64'))
  expect(colours).toBeGreaterThan(50)
})
