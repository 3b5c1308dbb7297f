/** The page as it is projected: driven by keys, and fit for every projector. */
import { expect, type Page } from '@playwright/test'
import { LANGUAGES, type Language } from '../src/domain/link/page-keys.ts'
import { en } from '../src/text/en/index.ts'
import { zhCn } from '../src/text/zh-cn/index.ts'
import { layoutFaults } from './layout-faults.ts'
import { controls, ended, field, open, reloadAtOnce, SMALL, watchForErrors } from './page.ts'
import { test } from './test.ts'

const SHORT = `${SMALL}&epochs=40&patience=off`
const WORDS = { en, 'zh-CN': zhCn }

const hall = (page: Page, language: Language = 'en') =>
  page.getByRole('main', { name: WORDS[language].presenting.title })
const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true })

test('keys do all that a lecture needs: present, run, choose and move a control, hide the verdict, leave', async ({
  page,
}) => {
  const errors = watchForErrors(page)
  await open(page, SHORT)
  await page.keyboard.press('p')
  await expect(hall(page)).toBeVisible()
  await expect(controls(page).run).toBeHidden()

  await page.keyboard.press('Space')
  await ended(page, 1)
  const verdict = page.getByRole('status')
  await expect(verdict).toContainText(/\d/)
  await page.keyboard.press('v')
  await expect(verdict).toBeHidden()
  await page.keyboard.press('v')
  await expect(verdict).toBeVisible()

  // With nothing in focus the arrows move the first control, and after a digit the one that it leads to.
  await page.keyboard.press('ArrowRight')
  await expect(field(page, 'Dropout')).toHaveValue('0.01')
  await page.keyboard.press('3')
  await expect(slider(page, 'Train samples')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(field(page, 'Train samples')).toHaveValue('50')
  await page.keyboard.press('Space')
  const [, second] = await ended(page, 2)
  expect(second!.experiment.regularization!.dropout).toBe(0.01)
  expect(second!.experiment.data!.train).toBe(50)

  await page.keyboard.press('Escape')
  await expect(controls(page).run).toBeVisible()
  await expect(field(page, 'Dropout')).toHaveValue('0.01')
  expect(errors).toEqual([])
})

test('what the keys do can be pressed on the page, and the verdict names its run where there are several', async ({
  page,
}) => {
  await open(page, SHORT)
  await page.keyboard.press('p')
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await press(en.presenting.run)
  await ended(page, 1)
  const verdict = page.getByRole('status')
  await expect(verdict).toHaveText(/^[A-Z][a-z -]+\. [A-Z]/)
  await press(en.presenting.log)
  await expect(page.getByText('log scale')).toBeVisible()
  await press(en.presenting.verdict)
  await expect(verdict).toBeHidden()
  await press(en.presenting.verdict)

  // The arrows still belong to the control, and no press has taken the space bar.
  await page.keyboard.press('ArrowRight')
  await press(en.presenting.log)
  await page.keyboard.press('ArrowRight')
  await expect(field(page, 'Dropout')).toHaveValue('0.02')
  await page.keyboard.press('Space')
  await ended(page, 2)
  await expect(verdict).toHaveText(/^\+ dropout 0\.02: [A-Z][a-z -]+\. [A-Z]/)
})

test('the picture of the fit stands beside the curves, as fine as the screen shows it', async ({ page }) => {
  await page.goto(`/#${SHORT}&run=1&view=present`)
  await expect(hall(page)).toBeVisible()
  await ended(page, 1)
  await page.keyboard.press('b')
  const picture = page.getByRole('img', { name: en.fit.boundaryLabel })
  await expect(picture).toBeVisible()
  const { pixels, shown } = await picture.evaluate((canvas: HTMLCanvasElement) => ({
    pixels: canvas.width,
    shown: canvas.getBoundingClientRect().width * devicePixelRatio,
  }))
  expect(Math.abs(pixels - shown)).toBeLessThan(2)
  await expect(page.locator('[data-curves]')).toBeVisible()
  await page.keyboard.press('b')
  await expect(picture).toBeHidden()
})

test('in live mode Enter keeps the run, and the page says so', async ({ page }) => {
  await page.goto(`/#${SHORT}&live=1&view=present`)
  const keep = page.getByRole('button', { name: en.presenting.keep })
  await expect(keep).toBeVisible()
  // A run that still trains is not kept.
  await expect(hall(page)).toContainText(/40\s*\/\s*40/)
  await expect(page.getByRole('status')).toHaveText(/\d/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: en.presenting.kept })).toBeVisible()
  await expect(keep).toBeHidden()
  await ended(page, 1)
})

test('a presentation of a lesson that asks says where its answers are', async ({ page }) => {
  await page.goto('/#lesson=overfitting-over-time&view=present')
  await expect(hall(page)).toContainText(en.presenting.answers)
  await page.keyboard.press('Escape')
  await expect(page.getByText(en.lesson.starts).first()).toBeVisible()
  await expect(page.getByText(en.presenting.answers)).toBeHidden()
})

test('whoever presents from the sweep is back at the sweep afterwards', async ({ page }) => {
  await open(page, SHORT)
  await page.getByRole('radio', { name: 'Sweep' }).check()
  await page.keyboard.press('p')
  await expect(hall(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radio', { name: 'Sweep' })).toBeChecked()
})

test('a link opens a presentation, whose controls are what the link changes; another setting can take a place', async ({
  page,
}) => {
  await page.goto(`/#preset=overfitting&engine=wasm&lr=0.003&view=present`)
  await expect(hall(page)).toBeVisible()
  await expect(slider(page, 'Learning rate')).toBeVisible()
  await expect(slider(page, 'L2')).toBeVisible()
  await page.getByRole('combobox', { name: en.presenting.control(2) }).selectOption('patience')
  await expect(slider(page, 'Dropout')).toBeHidden()

  await expect(page).toHaveURL(/&controls=lr,patience,l2&/)
  await reloadAtOnce(page)
  await expect(hall(page)).toBeVisible()
  await expect(slider(page, 'L2')).toBeVisible()
  await expect(slider(page, 'Dropout')).toBeHidden()
  await page.getByRole('button', { name: en.presenting.leave }).click()
  await expect(controls(page).run).toBeVisible()
  await expect(page).not.toHaveURL(/view=/)
})

test('on no projector and no telephone does anything overlap or stick out', async ({ ownPage: page }) => {
  const found: string[] = []
  // A window that fills the screen cannot be given another size.
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new Error('refused'))
  })
  for (const language of LANGUAGES) {
    await page.goto('about:blank')
    await page.goto(`/#${SHORT}&dropout=0.2&run=1&lang=${language}&view=present`)
    await expect(hall(page, language)).toBeVisible()
    await ended(page, 1 + LANGUAGES.indexOf(language))
    await page.keyboard.press('b')
    for (const [width, height] of [
      [390, 844],
      [844, 390],
      [1024, 768],
      [1280, 800],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      const faults = await page.evaluate(layoutFaults)
      found.push(...faults.map((fault) => `${fault} at ${width} in ${language}`))
    }
  }
  expect(found).toEqual([])
})
