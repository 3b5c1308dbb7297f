/** The actions of a learner, by role and label. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { FittingRoom } from '../src/page/scripting.ts'

declare global {
  interface Window {
    fittingRoom: FittingRoom
  }
}

/**
 * A small run on one engine. Tests that are not about engines name one in their links: else the page measures all, which
 * takes software WebGL seconds.
 */
export const SMALL =
  'engine=wasm&data=moons&train=40&validation=40&test=40&noise=0.2&layers=8&batch=20&lr=0.02'

export async function open(page: Page, link = '') {
  await page.goto(`/#${link}`)
  // A link may have started a run already.
  const button = page.getByRole('button', { name: /^(Run|Pause|Resume|Warming up|Loading)/ })
  await expect(button.first()).toBeVisible()
}

export const controls = (page: Page) => ({
  run: page.getByRole('button', { name: 'Run', exact: true }),
  pause: page.getByRole('button', { name: /^Pause/ }),
  resume: page.getByRole('button', { name: /^Resume/ }),
  step: page.getByRole('button', { name: 'Step' }),
  stop: page.getByRole('button', { name: 'Stop' }),
  reset: page.getByRole('button', { name: 'Reset', exact: true }),
})

/** The field of a slider, into which a value can be typed. */
export const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

export async function type(page: Page, name: string, value: string) {
  await field(page, name).fill(value)
  await field(page, name).press('Enter')
}

/** What the run is doing, or how it ended. */
export const status = (page: Page): Locator => page.getByRole('status').locator('[data-run-status]')

/** The verdict on the run in focus. */
export const verdict = (page: Page): Locator => page.getByRole('status').getByRole('heading')

export const progress = (page: Page) => page.getByRole('progressbar', { name: 'Training progress' })

export async function epoch(page: Page): Promise<number> {
  return Number(await progress(page).getAttribute('aria-valuenow'))
}

export const runs = (page: Page) => page.evaluate(() => window.fittingRoom.runs())

/** The runs, when there are so many and all have ended. Waited for in the page, which is quicker than asking it. */
export async function ended(page: Page, count: number) {
  try {
    await page.waitForFunction(
      (n) => {
        const all = window.fittingRoom.runs()
        return all.length === n && all.every(({ outcome }) => outcome !== null)
      },
      count,
      // Shorter than a test may take, so that it can say what it has found instead.
      { polling: 50, timeout: 200_000 },
    )
  } catch (cause) {
    const found = (await runs(page)).map(
      ({ outcome, epochs }) => `${outcome?.kind ?? 'not ended'} after ${epochs.length} epochs`,
    )
    throw new Error(`not ${count} ended runs, but ${found.length}: ${found.join(', ')}`, { cause })
  }
  return runs(page)
}

/**
 * Reloads a page that may be writing its address at that moment: the browser then drops the reload now and then, and
 * nothing comes. As a person would, this asks again.
 */
export async function reloadAtOnce(page: Page) {
  await expect(() => page.reload({ timeout: 30_000 })).toPass()
}

/** Fails the test on anything that must never happen on the page. */
export function watchForErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}
