/** Runs side by side: one Run button, the same axes, one crosshair. */
import { expect, type Page } from '@playwright/test'
import { controls, ended, open, SMALL, type, watchForErrors } from './page.ts'
import { test } from './test.ts'

const SCENE = `${SMALL}&layers=8,8,8&optimizer=sgd&epochs=30&patience=off`

const pane = (page: Page, name: string) => page.getByRole('region', { name })

/** The numbers at the axes of a pane's charts. */
async function ticks(page: Page, name: string): Promise<string[]> {
  const texts = await pane(page, name).locator('svg text').allTextContents()
  return texts.filter((text) => /^[\d.]+(−\d+)?$/.test(text))
}

test('a link opens two panes; both train by one Run, on the same axes, and one crosshair goes through both', async ({
  page,
}) => {
  const errors = watchForErrors(page)
  await open(page, `${SCENE}&compare=activation:sigmoid/relu&panes=gradients&run=1`)
  await expect(page.getByText('A and B differ only in')).toBeVisible()
  await expect(page.getByText('activation: Sigmoid and ReLU')).toBeVisible()
  await ended(page, 2)
  await expect(pane(page, 'A: Sigmoid')).toContainText('All 30 epochs done')
  await expect(pane(page, 'B: ReLU')).toContainText('All 30 epochs done')
  await expect.poll(() => ticks(page, 'A: Sigmoid')).not.toEqual([])
  await expect.poll(() => ticks(page, 'B: ReLU')).toEqual(await ticks(page, 'A: Sigmoid'))
  const chart = pane(page, 'A: Sigmoid').getByRole('img').first()
  const box = (await chart.boundingBox())!
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2)
  const pill = pane(page, 'A: Sigmoid').getByText(/^epoch \d+$/)
  await expect(pill).toBeVisible()
  await expect(pane(page, 'B: ReLU').getByText((await pill.textContent())!, { exact: true })).toBeVisible()
  // The button trains the same two runs again; the first ones stay in the list.
  await controls(page).run.click()
  await ended(page, 4)
  expect(errors).toEqual([])
})

test('the panes show what every network has learned, and the address keeps the view', async ({ page }) => {
  await open(page, `${SCENE}&compare=activation:tanh/relu&run=1`)
  await ended(page, 2)
  await page.getByRole('radio', { name: 'Side by side' }).check()
  await page.getByRole('radio', { name: 'What it learned' }).check()
  const drawn = (name: string) =>
    pane(page, name)
      .locator('canvas[role=img]')
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(2, 2, 40, 8)
        return new Set(new Uint32Array(data.buffer)).size
      })
  // Before training, the corner of the plane is blank.
  for (const name of ['A: tanh', 'B: ReLU']) await expect.poll(() => drawn(name)).toBeGreaterThan(1)
  await expect.poll(() => page.url()).toContain('panes=fit')
  await page.reload()
  await expect(pane(page, 'B: ReLU')).toBeVisible()
  await page.getByRole('radio', { name: 'Runs' }).check()
  await expect.poll(() => page.url()).not.toContain('panes=')
})

test('the settings come out over the panes, and the changed ones run beside the first', async ({ page }) => {
  await open(page, `${SCENE}&panes=quality&run=1`)
  await ended(page, 1)
  await expect(page.getByRole('textbox', { name: 'Dropout', exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Change a setting' }).click()
  await type(page, 'Dropout', '0.4')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Dropout', exact: true })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Regularization, changed' })).toBeVisible()
  await page.getByRole('button', { name: 'Run the current settings beside it' }).click()
  await ended(page, 2)
  await expect(page.getByText('dropout: 0 and 0.4')).toBeVisible()
})

test('a link with an unknown view gets a notice, and the runs share one chart', async ({ page }) => {
  await open(page, `${SMALL}&panes=steps`)
  await expect(
    page.getByText(/panes.*“steps” is none of quality, gradients, gradient-histogram, fit, network/),
  ).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Runs' })).toBeChecked()
})

test('on a phone the panes stand below each other', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${SCENE}&compare=activation:sigmoid/relu&panes=gradients&run=1`)
  await ended(page, 2)
  const [a, b] = [
    (await pane(page, 'A: Sigmoid').boundingBox())!,
    (await pane(page, 'B: ReLU').boundingBox())!,
  ]
  expect(b.y).toBeGreaterThanOrEqual(a.y + a.height)
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over).toBeLessThanOrEqual(0)
})
