/** What a page fetches before anybody has pressed anything, read from the built files, and its one language. */
import { expect } from '@playwright/test'
import { en } from '../src/text/en/index.ts'
import { zhCn } from '../src/text/zh-cn/index.ts'
import { builtFile, compressed, firstScripts, scriptsWith, textOf } from './built-files.ts'
import { open } from './page.ts'
import { test } from './test.ts'

/** kB, compressed. */
const MOST = 220
const MOST_OF_TFJS = 190

const LANGUAGES = [
  { file: 'en', words: en },
  { file: 'zh-cn', words: zhCn },
]

test(`the first load is at most ${MOST} kB of script, the larger dictionary included`, () => {
  const sizes = firstScripts().map((path) => ({ path, size: compressed(path) }))
  const total = sizes.reduce((sum, { size }) => sum + size, 0)
  const dictionary = Math.max(...LANGUAGES.map(({ file }) => compressed(builtFile(file))))
  const listed = sizes
    .sort((a, b) => b.size - a.size)
    .map(({ path, size }) => `${size.toFixed(1)} ${path}`)
    .join('\n')
  // Less would mean that the list of files has come to miss some.
  expect(total).toBeGreaterThan(100)
  expect(total + dictionary, listed).toBeLessThanOrEqual(MOST)
})

test('TensorFlow.js is no part of it, and comes without the parts that nothing uses', () => {
  const [file, ...others] = scriptsWith('WEBGL_PACK')
  expect(others).toEqual([])
  expect(firstScripts()).not.toContain(file)
  expect(compressed(file!)).toBeLessThanOrEqual(MOST_OF_TFJS)
  expect(textOf(file!)).not.toContain('LayersModel')
})

test('neither dictionary is part of what index.html loads, so that a page fetches only its own', () => {
  const first = firstScripts().map(textOf)
  for (const { file, words } of LANGUAGES) {
    expect(textOf(builtFile(file))).toContain(words.tagline)
    expect(first.filter((text) => text.includes(words.tagline))).toEqual([])
  }
})

test('a page fetches the other language when it is chosen; where that fails it says so and stays as it is', async ({
  page,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  const chinese = /zh-cn-.*\.js/
  await open(page, 'engine=wasm')
  await expect(page.getByRole('img', { name: en.stage.loss }).first()).toBeVisible()
  expect(fetched.filter((url) => chinese.test(url))).toEqual([])

  await page.route(chinese, (route) => route.abort())
  await page.getByRole('radio', { name: '中文' }).click()
  await expect(page.getByText(en.notices.language)).toBeVisible()
  await expect(page.getByRole('button', { name: en.controls.run, exact: true })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'EN', exact: true })).toBeChecked()

  await page.unroute(chinese)
  let arrive = () => {}
  const held = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(chinese, async (route) => {
    await held
    await route.continue()
  })
  // While the words are on their way the control shows the choice already, and of two choices the last wins.
  await page.getByRole('radio', { name: '中文' }).check()
  await page.getByRole('radio', { name: 'EN', exact: true }).check()
  const arrived = page.waitForResponse(chinese)
  arrive()
  await (await arrived).finished()
  await expect(page.getByRole('button', { name: en.controls.run, exact: true })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'EN', exact: true })).toBeChecked()

  await page.getByRole('radio', { name: '中文' }).check()
  await expect(page.getByRole('button', { name: zhCn.controls.run, exact: true })).toBeVisible()
  await expect(page.getByRole('radio', { name: '中文' })).toBeChecked()
  await expect(page.getByText(zhCn.notices.language)).toBeHidden()
})

test('what is opened from the page comes while nothing else is to do, and opens without a connection', async ({
  page,
}) => {
  await open(page, 'engine=wasm')
  const fetched = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()!))
  for (const part of ['code-panel', 'comparison-dialog', 'export-list', 'share-dialog', 'about-data-dialog'])
    await expect.poll(fetched).toContainEqual(expect.stringMatching(`^${part}-.*\\.js$`))
  await page.context().setOffline(true)
  await page.getByRole('button', { name: en.share.label }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: en.drawer.button, exact: true }).click()
  await expect(page.getByText('import keras', { exact: true })).toBeVisible()
  await page.context().setOffline(false)
})
