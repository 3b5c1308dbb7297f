/** The page in a frame of another page: it starts when it is seen, says how high it wants to be, and keeps nothing. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { LANGUAGES } from '../src/domain/link/page-keys.ts'
import { en } from '../src/text/en/index.ts'
import { zhCn } from '../src/text/zh-cn/index.ts'
import type { EmbedMessage } from '../src/ui/app/embed/use-wanted-height.ts'
import { layoutFaults } from './layout-faults.ts'
import { controls, ended, field, open, SMALL, type, verdict, watchForErrors } from './page.ts'
import { test } from './test.ts'

const SHORT = `${SMALL}&epochs=40&patience=off`
const WORDS = { en, 'zh-CN': zhCn }
const FRAME = 'iframe'

const course = (html: string) => `<!doctype html><title>A course</title>${html}`

/** A page on a server of another site: browsers let a page without a server reach none on this machine. */
async function elsewhere(html: string, headers: Record<string, string>) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', ...headers }).end(course(html))
  })
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}/`, close: () => server.close() }
}

/** The page inside the only frame. */
async function inFrame(page: Page) {
  const frame = await (await page.locator(FRAME).elementHandle())!.contentFrame()
  return { frame: frame!, inside: page.frameLocator(FRAME) }
}

test('what the dialog copies shows the experiment in a page of another site, which may forbid storage and be isolated', async ({
  ownPage: page,
  context,
}) => {
  const errors = watchForErrors(page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, `${SHORT}&dropout=0.1&lang=en`)
  await page.getByRole('button', { name: en.share.label }).click()
  const choice = page.getByRole('region', { name: en.embed.share.title })
  await choice.getByRole('combobox', { name: en.embed.share.control(3) }).selectOption('lr')
  await choice.getByRole('switch', { name: en.embed.share.starts }).check()
  await choice.getByRole('button', { name: en.embed.share.copy }).click()
  await expect(choice.getByRole('button', { name: en.embed.share.copied })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('loading="lazy"')
  // Without an engine by name, the full page would open and measure all of them before anything is pressed.
  const html = copied.replace('engine=wasm&amp;', '')

  await page.addInitScript(() => {
    if (self === top) return
    Object.assign(self, { asked: [] as string[] })
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(self, name, {
        get() {
          ;(self as unknown as { asked: string[] }).asked.push(name)
          throw new DOMException('denied', 'SecurityError')
        },
      })
  })
  // The course is elsewhere, and its frame below what is seen at first, but near enough to be fetched.
  const other = await elsewhere(
    `<div style="height: 1100px">Text</div>${html}<div style="height: 900px">Text</div><script>
      addEventListener('message', ({ data, source }) => {
        const frame = document.querySelector('iframe')
        if (source !== frame.contentWindow || !data.fittingRoom) return
        frame.style.height = data.fittingRoom.height + 'px'
        window.heard = data
      })
    </script>`,
    { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' },
  )
  await page.goto(other.url)
  const { frame, inside } = await inFrame(page)
  await expect(inside.getByRole('img', { name: en.stage.loss })).toBeVisible()
  await expect(inside.getByRole('status')).toContainText('40 samples')
  const heard = () => page.evaluate(() => (window as unknown as { heard?: EmbedMessage }).heard)
  await expect.poll(heard).toMatchObject({ fittingRoom: { height: expect.any(Number) } })

  // Nobody has seen it: nothing trains, and the page around it is as it was.
  const runs = () => frame.evaluate(() => window.fittingRoom.runs())
  expect(await runs()).toEqual([])
  expect(page.workers()).toEqual([])
  expect(await page.evaluate(() => [scrollY, document.activeElement === document.body])).toEqual([0, true])

  await page.locator(FRAME).scrollIntoViewIfNeeded()
  await expect.poll(async () => (await runs()).map(({ outcome }) => outcome?.kind)).toEqual(['completed'])
  expect(page.workers().length).toBeGreaterThan(0)
  await expect(inside.getByRole('status')).toHaveText(/^[A-Z][a-z -]+\. [A-Z]/)
  await expect(inside.getByRole('img', { name: en.fit.boundaryLabel })).toBeVisible()
  const { fittingRoom } = (await heard())!
  expect(await frame.evaluate(() => [innerHeight, document.documentElement.scrollHeight])).toEqual([
    fittingRoom.height,
    fittingRoom.height,
  ])
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  expect(await frame.evaluate(() => (self as unknown as { asked: string[] }).asked)).toEqual([])

  // As it stands there it opens in a page of its own, and what was trained is trained there.
  await expect(inside.getByRole('textbox', { name: 'L2', exact: true })).toBeVisible()
  await expect(inside.getByRole('textbox', { name: 'Train samples', exact: true })).toHaveCount(0)
  const dropout = inside.getByRole('textbox', { name: 'Dropout', exact: true })
  await dropout.fill('0.3')
  await dropout.press('Enter')
  await inside.getByRole('textbox', { name: 'Learning rate', exact: true }).press('Escape')
  await inside.getByRole('button', { name: en.controls.run, exact: true }).click()
  await expect.poll(async () => (await runs()).map(({ outcome }) => outcome?.kind)).toHaveLength(2)
  const opened = page.waitForEvent('popup')
  await inside.getByRole('link', { name: en.embed.open }).click()
  const full = await opened
  await expect(field(full, 'Dropout')).toHaveValue('0.3')
  const [run] = await ended(full, 1)
  expect(run!.experiment.regularization!.dropout).toBe(0.3)
  await expect(verdict(full)).toBeVisible()
  expect(full.url()).not.toContain('embed')
  expect(errors).toEqual([])
  other.close()
})

test('two of them beside each other leave what the reader has as it is, and open a lesson’s experiment', async ({
  page,
  baseURL,
}) => {
  await open(page, SHORT)
  await type(page, 'Dropout', '0.2')
  await controls(page).run.click()
  await ended(page, 1)
  const stored = () =>
    page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('fitting-room')
        opening.onsuccess = () => resolve(opening.result)
      })
      const names = [...database.objectStoreNames]
      const keys = await Promise.all(
        names.map(
          (name) =>
            new Promise((resolve) => {
              const asked = database.transaction(name).objectStore(name).getAllKeys()
              asked.onsuccess = () => resolve(asked.result)
            }),
        ),
      )
      database.close()
      return JSON.stringify([names, keys, { ...localStorage }, { ...sessionStorage }])
    })
  await page.evaluate(() => sessionStorage.setItem('course', 'here'))
  await expect.poll(stored).toContain('run-')

  const src = (link: string) => `src="/#${link}&embed=1" width="640" height="480"`
  await page.route('/course.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: course(`
        <iframe ${src(`${SHORT}&run=1&lang=zh-CN&theme=dark`)}></iframe>
        <iframe ${src('lesson=early-stopping&engine=wasm&run=1&lang=en')}></iframe>`),
    }),
  )
  await page.goto('/course.html')
  const before = await stored()
  const [own, lesson] = [page.frameLocator('iframe >> nth=0'), page.frameLocator('iframe >> nth=1')]
  await expect(own.getByRole('status')).toHaveText(/^\S+。/)
  await page.locator('iframe >> nth=1').scrollIntoViewIfNeeded()
  // Of two runs the verdict names its own.
  await expect(lesson.getByRole('status')).toHaveText(/^[^.]+: [A-Z][a-z -]+\. /)
  await expect(lesson.getByRole('link', { name: en.embed.open })).toHaveAttribute(
    'href',
    `${baseURL}/#engine=wasm&lang=en&lesson=early-stopping`,
  )
  expect(await stored()).toBe(before)

  await open(page, SHORT)
  expect(await ended(page, 1)).toHaveLength(1)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})

test('keys that are not for what has the focus belong to the page around, and nothing sticks out at any width', async ({
  page,
}) => {
  await open(page, SHORT)
  // A link to an embedded page that is opened in the page itself begins anew.
  await page.evaluate((link) => {
    location.hash = link
  }, `${SHORT}&dropout=0.2&embed=1&hide=l2&colour=red`)
  const main = (language: (typeof LANGUAGES)[number]) =>
    page.getByRole('main', { name: WORDS[language].embed.title })
  await expect(main('en')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'colour' })).toBeVisible()
  await expect(page.getByRole('slider', { name: 'L2' })).toHaveCount(0)
  for (const key of [' ', 'v', 'p', 's', 'r', 'l', 'c']) await page.keyboard.press(key)
  await expect(main('en')).toBeVisible()
  await expect(controls(page).run).toBeVisible()
  expect(await page.evaluate(() => window.fittingRoom.runs())).toEqual([])
  await expect(page).toHaveURL(/embed=1&|embed=1$/)

  const found: string[] = []
  for (const language of LANGUAGES) {
    await page.goto('about:blank')
    await page.goto(`/#${SHORT}&dropout=0.2&run=1&lang=${language}&embed=1`)
    await expect(main(language)).toBeVisible()
    await ended(page, 1)
    for (const [width, height] of [
      [320, 480],
      [360, 480],
      [640, 480],
      [900, 600],
      [1200, 600],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      const faults = await page.evaluate(layoutFaults)
      const scrolls = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
      if (scrolls > 0) faults.push(`scrolls by ${scrolls}`)
      found.push(...faults.map((fault) => `${fault} at ${width} in ${language}`))
    }
  }
  expect(found).toEqual([])
})
