/** Opens the real page as a visitor does: in a browser context of its own, so that nothing is cached. */

/** The 2-D case as a link; it trains until it is stopped. */
export const PLANE =
  'data=circle&train=250&validation=250&test=1&noise=0.2&layers=8,8&batch=10&lr=0.003&epochs=100000&patience=off&lang=en'

/** The page gets this many ms after it opened, as people take a moment before they press anything. */
const MOMENT = 500

export async function openApp(browser, url, link, before = () => {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  const page = await context.newPage()
  before(page)
  await page.goto(`${url}/app/#${link}`)
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor()
  await page.waitForTimeout(MOMENT)
  return { page, close: () => context.close() }
}

export async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).click()
}
