/**
 * The `test` of all specs. The tests of one worker share a page and its browser context, because opening both costs more
 * than most tests do; everything that a test can leave behind is put back before the next. A script that runs before
 * the page's own cannot be taken back, so a test that adds one asks for `ownPage`; one that needs a second visitor opens
 * a context of its own.
 */
import { type BrowserContext, test as base, type Page } from '@playwright/test'

export const test = base.extend<{ ownPage: Page }, { sharedContext: BrowserContext; sharedPage: Page }>({
  sharedContext: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport } = project.use
      const context = await browser.newContext({ baseURL: baseURL!, viewport: viewport! })
      await use(context)
      await context.close()
    },
    { scope: 'worker' },
  ],
  sharedPage: [
    async ({ sharedContext }, use) => {
      await use(await sharedContext.newPage())
    },
    { scope: 'worker' },
  ],
  context: async ({ sharedContext, sharedPage }, use) => {
    await use(sharedContext)
    const others = sharedContext.pages().filter((page) => page !== sharedPage)
    await Promise.all(others.map((page) => page.close()))
    await sharedContext.clearPermissions()
  },
  page: async ({ context: _, sharedPage: page, viewport, baseURL }, use) => {
    await clearStorage(page, baseURL!)
    await use(page)
    await leave(page)
    for (const event of ['pageerror', 'console', 'request'] as const) page.removeAllListeners(event)
    await page.unrouteAll()
    await page.emulateMedia({ reducedMotion: null, colorScheme: null })
    await page.setViewportSize(viewport!)
  },
  ownPage: async ({ context, baseURL }, use) => {
    const page = await context.newPage()
    await clearStorage(page, baseURL!)
    await use(page)
  },
})

/** Takes everything away that the page has stored in this browser. */
export async function clearStorage(page: Page, origin: string) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' })
  await devtools.detach()
}

/**
 * Leaves the page, within its origin: the browser then keeps the process, and what it has compiled of the page. What the page
 * was still storing is stored when this returns: a transaction over all stores comes after those that were begun before.
 */
export async function leave(page: Page) {
  await page.goto('/data/manifest.json')
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name!)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const stores = [...database.objectStoreNames]
          const transaction = stores.length > 0 ? database.transaction(stores, 'readwrite') : null
          const done = () => {
            database.close()
            resolve()
          }
          if (transaction) transaction.oncomplete = done
          else done()
        }
      })
    }
  })
}
