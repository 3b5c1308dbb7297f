/**
 * The `test` of all specs. The tests of one worker share a browser context, so that the browser compiles the page once
 * and not for every test; everything that a page stores is cleared between them. A test that needs a second visitor
 * opens a context of its own.
 */
import { type BrowserContext, test as base } from '@playwright/test'

export const test = base.extend<object, { sharedContext: BrowserContext }>({
  sharedContext: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport } = project.use
      const context = await browser.newContext({ baseURL: baseURL!, viewport: viewport! })
      await use(context)
      await context.close()
    },
    { scope: 'worker' },
  ],
  context: async ({ sharedContext }, use) => {
    await use(sharedContext)
    await Promise.all(sharedContext.pages().map((page) => page.close()))
    await sharedContext.clearPermissions()
  },
  page: async ({ context, baseURL }, use) => {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Storage.clearDataForOrigin', {
      origin: baseURL!,
      storageTypes: 'local_storage,indexeddb',
    })
    await use(page)
  },
})
