import { expect, type Page } from '@playwright/test'
import { PRESET_KEYS } from '../src/domain/experiment/presets.ts'
import { en } from '../src/text/en/index.ts'
import { layoutFaults } from './layout-faults.ts'
import { ended, field, open, runs, SMALL, status } from './page.ts'
import { clearStorage, leave, test } from './test.ts'

/** Sizes of phones, tablets, laptops and projectors. Up to 1023 pixels the page has its small layout. */
const SIZES = [
  [320, 568],
  [360, 740],
  [390, 844],
  [540, 800],
  [768, 1024],
  [1023, 700],
  [1024, 768],
  [1280, 800],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
  [2560, 1440],
] as const
const SMALL_PAGE = SIZES.filter(([width]) => width < 1024)
const LARGE_PAGE = SIZES.filter(([width]) => width >= 1024)

const DATA = 'engine=wasm&train=40&validation=40&test=40'
const LAPTOP = { width: 1440, height: 900 }

const LANGUAGES = ['中文', 'EN'] as const

/**
 * Every state at every size in both languages takes minutes (`npm run layout`). Otherwise each is examined at one size in
 * one language, the rarer states only among the proofs.
 */
const EVERY_SIZE = process.env.LAYOUT === 'all'
let looked = 0

/** The faults at each of these sizes in both languages, with the state in which they were found. */
async function lookOver(page: Page, state: string, sizes: readonly (readonly [number, number])[] = SIZES) {
  const found: string[] = []
  looked++
  // Chosen without a press, which would close what is open.
  const choose = (language: (typeof LANGUAGES)[number]) =>
    page.getByRole('radio', { name: language, exact: true }).dispatchEvent('click')
  // After a round of the sizes, each is seen in the other language.
  const round = Math.floor(looked / sizes.length)
  for (const language of EVERY_SIZE ? LANGUAGES : [LANGUAGES[(looked + round) % 2]!]) {
    await choose(language)
    for (const [width, height] of EVERY_SIZE ? sizes : [sizes[looked % sizes.length]!]) {
      await page.setViewportSize({ width, height })
      // The page follows in one frame, and its charts in the next.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      const faults = await page.evaluate(layoutFaults)
      found.push(...faults.map((fault) => `${fault} · ${state} at ${width} in ${language}`))
    }
  }
  await choose('EN')
  await page.setViewportSize(LAPTOP)
  return found
}

/** How a test comes to a state of the page and looks at it. */
function sweepOf(page: Page, baseURL: string) {
  test.setTimeout(600_000)
  const faults: string[] = []
  const look = async (state: string, sizes = SIZES as readonly (readonly [number, number])[]) =>
    void faults.push(...(await lookOver(page, state, sizes)))
  const press = (name: string) =>
    page.getByRole('button', { name, exact: true }).first().click({ timeout: 10_000 })
  const begin = async (link: string) => {
    await leave(page)
    await clearStorage(page, baseURL)
    await page.setViewportSize(LAPTOP)
    await page.goto(`/#${DATA}&${link}&lang=en`)
    await expect(page.getByRole('group', { name: en.controls.group })).toBeVisible()
  }
  return { faults, look, press, begin }
}

test('at no width does any state of a run overlap, cut off or stick out', async ({ page, baseURL }) => {
  const { faults, look, press, begin } = sweepOf(page, baseURL!)
  await begin('epochs=12000&patience=off&pace=100&dropout=0.35&l2=0.003')
  await look('empty')
  await page.keyboard.press('Space')
  await expect
    .poll(() => page.evaluate(() => window.fittingRoom.runs()[0]?.epochs.length ?? 0))
    .toBeGreaterThan(12)
  await look('running')
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: en.controls.resume })).toBeVisible()
  await look('paused')
  await press(en.controls.stop)
  await page.getByText(en.share.label, { exact: true }).click()
  await look('shared')
  await page.keyboard.press('r')
  await look('reset')

  await begin('epochs=40&patience=off&compare=optimizer:sgd/momentum/rmsprop/adam/adagrad&run=1')
  await ended(page, 5)
  await look('five runs')
  await begin('epochs=40&patience=off&live=1')
  const isFollowed = () => page.evaluate(() => window.fittingRoom.live()?.outcome != null)
  await expect.poll(isFollowed).toBe(true)
  await page.evaluate(() => {
    const slider = document.getElementById('setting-dropout')!
    slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
  })
  await expect(page.getByText(en.live.validationLoss, { exact: false }).first()).toBeVisible()
  await expect.poll(isFollowed).toBe(true)
  await look('live, beside its baseline')

  await begin('epochs=40')
  await press(en.drawer.button)
  await look('code', LARGE_PAGE)
  await page.getByRole('radio', { name: en.sweepControls.sweep }).check()
  await look('sweep', LARGE_PAGE)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('radio', { name: en.sweepControls.sweep }).check()
  await look('sweep', SMALL_PAGE)
  await page.setViewportSize({ width: 390, height: 844 })
  for (const panel of ['data', 'model', 'optimizer'] as const) {
    await page.setViewportSize({ width: 390, height: 844 })
    await page
      .getByRole('tablist', { name: en.settings })
      .getByRole('tab', { name: en.panels[panel] })
      .click()
    await look(`sheet, ${panel}`, SMALL_PAGE)
  }
  expect(faults.join('\n')).toBe('')
})

test('nor does any rarer state: stopped early, diverged, failed, in panes', { tag: '@proof' }, async ({
  page,
  baseURL,
}) => {
  const { faults, look, press, begin } = sweepOf(page, baseURL!)
  await begin('epochs=2000&patience=3&lr=0.3&run=1')
  await ended(page, 1)
  await press(en.test.open)
  await expect(page.getByText(en.test.accuracy)).toBeVisible()
  await look('stopped early, test set opened')
  await begin('epochs=100&lr=1000&layers=30,30,30&optimizer=sgd&activation=relu&loss=mse&run=1&nonsense=1')
  await ended(page, 1)
  await look('diverged, with a notice')
  await page.route('**/data/digits.bin', (route) => route.abort())
  await begin('data=digits&epochs=2&run=1')
  await ended(page, 1)
  await look('failed')
  // A page with a route does without its cache.
  await page.unroute('**/data/digits.bin')

  for (const pane of ['gradients', 'fit'] as const) {
    await begin(`epochs=40&patience=off&compare=optimizer:sgd/momentum/rmsprop/adam&panes=${pane}&run=1`)
    await ended(page, 4)
    await look(`four panes, ${pane}`)
  }
  await begin('epochs=40&patience=off&compare=activation:sigmoid/relu/gelu&panes=gradients&run=1')
  await ended(page, 3)
  await look('three panes')
  expect(faults.join('\n')).toBe('')
})

test('nor does an assignment, written, worked on or checked', { tag: '@proof' }, async ({
  page,
  baseURL,
}) => {
  const { faults, look, press, begin } = sweepOf(page, baseURL!)
  const { handIn, check, write } = en.assignment
  await begin(
    'epochs=40&patience=off&hide=all-but:layers,lr&assignment=min-accuracy:0.93,max-gap:1.2,max-parameters:12000,verdict:good-fit,title:Small&run=1',
  )
  await ended(page, 1)
  await look('assignment')
  // A dialog goes where the page becomes that of a phone, so each is opened again there.
  for (const sizes of [LARGE_PAGE, SMALL_PAGE]) {
    const [width, height] = sizes[0]!
    const closed = async () => {
      await page.keyboard.press('Escape')
      await page.setViewportSize({ width, height })
    }
    await closed()
    await press(handIn.open)
    await look('hand in', sizes)
    await closed()
    await page.getByText(en.share.label, { exact: true }).click()
    await press(write.open)
    await look('assignment, written', sizes)
    await closed()
    await press(check.open)
    await page.getByRole('textbox', { name: check.links }).fill('nothing')
    await press(check.add)
    await look('check', sizes)
  }
  expect(faults.join('\n')).toBe('')
})

/** Whether the whole text of an element is painted. */
const whole = (element: Element) =>
  element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1

test('on a laptop the columns of the runs are there, and the buttons have their words', async ({ page }) => {
  await open(page, `${DATA}&epochs=2&patience=off&run=1`)
  await expect.poll(async () => (await runs(page))[0]?.outcome?.kind).toBe('completed')
  for (const width of [1280, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    for (const word of ['Code', 'Share', 'Step', 'Reset'])
      await expect(page.getByText(word, { exact: true }).first()).toBeInViewport({ ratio: 1 })
  }
  const areInSight = async (columns: readonly string[]) => {
    for (const name of columns)
      await expect(page.getByRole('columnheader', { name, exact: true })).toBeInViewport({ ratio: 0.9 })
  }
  const always = ['train', 'gap', 'test', 'epochs', 'time']
  await areInSight([...always, 'engine'])
  await page.setViewportSize({ width: 1280, height: 800 })
  await areInSight(always)
  await page.getByRole('radio', { name: 'At the last epoch' }).check()
  await areInSight(['val', ...always])
})

test('on a laptop every scene has its whole title', { tag: '@proof' }, async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const value of PRESET_KEYS) {
    await open(page, `engine=wasm&preset=${value}`)
    const title = page.getByRole('main').getByRole('heading', { level: 2 }).first()
    await expect(title).toHaveText(en.presets.names[value])
    expect(await title.evaluate(whole), value).toBe(true)
  }
})

test('all groups of settings are in sight, one press away, and stay as they were folded', async ({
  page,
}) => {
  const head = (name: string) => page.getByRole('heading', { name, exact: true, level: 2 })
  const groups = ['Data', 'Model', 'Regularization', 'Optimizer', 'Stopping']
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size)
    await open(page, DATA)
    for (const group of groups) await expect(head(group)).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('switch', { name: 'early stopping' })).toBeInViewport({ ratio: 1 })
  }
  await expect(head('Optimizer').locator('..')).toContainText('lr 0.003')
  await head('Optimizer').click()
  await expect(field(page, 'Learning rate')).toBeInViewport({ ratio: 1 })
  await head('Data').click()
  await expect(field(page, 'Train samples')).toBeInViewport({ ratio: 1 })
  await head('Data').click()
  await expect(field(page, 'Train samples')).toBeHidden()
  await expect(head('Data').locator('..')).toContainText('40 samples')
  await page.reload()
  await expect(head('Data').locator('..')).toContainText('40 samples')
  await expect(field(page, 'Train samples')).toBeHidden()
  await expect(page.getByRole('combobox', { name: 'Model' })).toBeVisible()
})

test('on a phone the settings come up in a sheet, the curve stays in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, SMALL)
  await page.getByRole('tab', { name: 'Regularize' }).click()
  await expect(field(page, 'Dropout')).toBeVisible()
  await expect(status(page)).toHaveText('Ready')
})

test('on a phone each column of the run table has its head in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${SMALL}&run=1`)
  await ended(page, 1)
  for (const name of [en.runs.best, en.runs.at, en.runs.test, en.compare.engine]) {
    const head = page.getByRole('columnheader', { name, exact: true })
    await head.scrollIntoViewIfNeeded()
    // The head that is there takes the press.
    await head.getByRole('button').click({ trial: true })
  }
})

test('languages switch in place', async ({ page }) => {
  await open(page, SMALL)
  await page.getByRole('radio', { name: '中文' }).check()
  await expect(status(page)).toHaveText('准备就绪')
  await expect(page.getByRole('combobox', { name: '数据集' })).toBeVisible()
  await page.reload()
  await expect(status(page)).toHaveText('准备就绪')
})
