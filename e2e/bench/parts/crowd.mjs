/** (g) Forty finished runs of 400 epochs, all drawn: how long after a key or a click the page shows what it did. */
import { openApp } from './app.mjs'

const LINK = 'data=moons&train=40&validation=40&test=40&layers=8&batch=20&epochs=400&patience=off&lang=en'
const RUNS = 40
const ROUNDS = 5
/** All effects of an action are over within this many ms. */
const SETTLE = 600

export async function crowd(browser, { url }) {
  const { page, close } = await openApp(browser, url, LINK)
  const file = await page.evaluate(trainedRuns, RUNS)
  await page
    .locator('input[type=file][accept*=json]')
    .first()
    .setInputFiles({
      name: 'runs.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    })
  await page.waitForFunction((count) => window.fittingRoom.runs().length === count, RUNS)
  await page.waitForTimeout(4 * SETTLE)
  await page.evaluate(watchEvents)
  const button = (name) => page.getByRole('button', { name }).first()
  const box = await page.locator('[data-curves]').boundingBox()
  const actions = {
    'move the crosshair': (round) => page.mouse.move(box.x + 100 + 30 * round, box.y + 100),
    'switch the loss axis': () => page.keyboard.press('l'),
    'smooth a step': async () => {
      await page.getByLabel('Smoothing').focus()
      await page.keyboard.press('ArrowRight')
    },
    'type a setting': async (round) => {
      const field = page.getByRole('textbox', { name: 'Dropout', exact: true })
      await field.fill(String(round / 10))
      await field.press('Enter')
    },
    'sort the table': () => button(/^best val/).click(),
    'look at another run': (round) =>
      page
        .getByRole('button', { name: /^Look at/ })
        .nth(round)
        .click(),
    'pin a run': () => button(/^(Pin|Unpin) run/).click(),
    'hide or show a run': () => button(/^(Hide|Show) run/).click(),
    'delete a run': () => button(/^Remove run/).click(),
  }
  const result = {}
  for (const [name, act] of Object.entries(actions)) {
    result[name] = []
    for (let round = 0; round < ROUNDS; round++) {
      await page.evaluate(() => window.benchEvents.splice(0))
      await act(round)
      await page.waitForTimeout(SETTLE)
      result[name].push(await page.evaluate(() => Math.max(0, ...window.benchEvents)))
    }
  }
  await close()
  return result
}

/** In the page: eight trained runs, five times each under other names, as a file of runs. */
async function trainedRuns(count) {
  const { experiment } = window.fittingRoom.parse(window.fittingRoom.defaults())
  const runs = []
  for (let seed = 1; runs.length < count; seed++) {
    const run = await window.fittingRoom.run(
      {
        ...experiment,
        data: { ...experiment.data, set: 'moons', train: 40, validation: 40, test: 40 },
        training: { ...experiment.training, batchSize: 20 },
        earlyStopping: null,
        seed: { data: 1, weights: seed, training: seed },
      },
      { engine: 'wasm' },
    )
    for (let copy = 0; copy < 5; copy++)
      runs.push({ ...run, id: `${seed} ${copy}`, name: `run ${seed} ${copy}` })
  }
  return JSON.stringify({ version: 1, runs })
}

/** In the page: ms from a key or a click to the frame that shows its effect, as the browser measures it. */
function watchEvents() {
  window.benchEvents = []
  new PerformanceObserver((list) =>
    window.benchEvents.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({ type: 'event', durationThreshold: 16 })
}
