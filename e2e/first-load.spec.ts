/** What a page fetches before anybody has pressed anything, read from the built files, and its one language. */
import { expect, type Page } from '@playwright/test'
import { en } from '../src/text/en/index.ts'
import { zhCn } from '../src/text/zh-cn/index.ts'
import { terms as chineseTerms } from '../src/text/zh-cn/terms.ts'
import { builtFile, compressed, firstScripts, laterScripts, scriptsWith, textOf } from './built-files.ts'
import { ended, open, SMALL, watchForErrors } from './page.ts'
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

const isChinese = (path: string) =>
  path.includes('zh-cn') || textOf(path).includes(chineseTerms.verdict['good-fit'])

const fetched = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()!))

test('all that the page consists of comes while nothing else is to do, and opens without a connection', async ({
  page,
}) => {
  const errors = watchForErrors(page)
  await open(page, `${SMALL}&epochs=5&patience=off&l2=0.01&run=1`)
  await ended(page, 1)
  const all = laterScripts().filter((path) => !isChinese(path))
  // Less would mean that the list of files has come to miss some.
  expect(all.length).toBeGreaterThan(80)
  await expect
    .poll(async () => {
      const here = await fetched(page)
      if (!here.some((name) => name.startsWith('jetbrains-mono'))) return ['typeface']
      return all.map((path) => path.split('/').pop()!).filter((name) => !here.includes(name))
    })
    .toEqual([])
  await page.context().setOffline(true)
  for (const view of Object.values(en.inside.views)) {
    await page.getByRole('tab', { name: view, exact: true }).click()
    await expect(page.getByRole('tab', { name: view, exact: true, selected: true })).toBeVisible()
    await expect(page.getByText(en.notLoaded), view).toBeHidden()
  }
  await page.getByRole('button', { name: en.share.label }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: en.drawer.button, exact: true }).click()
  await expect(page.getByText('import keras', { exact: true })).toBeVisible()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'a,b,y\n1,2,x\n2,3,z\n4,1,x\n3,3,z\n')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  const wizard = page.getByRole('dialog', { name: en.tableWizard.title })
  await expect(wizard.getByText(en.ownData.size(4, 3))).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: en.course.label, exact: true }).click()
  const { title } = en.lessons.list['double-descent']
  await page.getByRole('dialog').getByRole('button', { name: title }).click()
  await expect(page.getByRole('complementary', { name: en.lesson.panel }).getByText(title)).toBeVisible()
  await expect(page.getByRole('heading', { name: en.lesson.guessFirst })).toBeVisible()
  await page.context().setOffline(false)
  expect(errors).toEqual([])
})
