/** A page that is isolated trains with all cores, and gets the same numbers as one that may not. */
import { expect, type Page } from '@playwright/test'
import type { ExperimentInput } from '../src/domain/experiment/experiment.ts'
import { open, watchForErrors } from './page.ts'
import { test } from './test.ts'

/** Large enough to be shared, and long enough for helpers to come while they train. */
const experiments: readonly ExperimentInput[] = [
  {
    data: { set: 'digits-8x8', train: 400, validation: 200, test: 50 },
    model: { layers: [{ units: 100 }, { units: 100 }] },
    regularization: { dropout: 0.2, l2: 1e-4 },
    training: { batchSize: 100, epochs: 300 },
    earlyStopping: null,
  },
  {
    data: { set: 'digits-8x8', train: 200, validation: 100, test: 50 },
    model: { kind: 'cnn', kernel: 3, blocks: [{ filters: 10, pool: 2 }, { filters: 20 }], layers: [] },
    training: { batchSize: 50, epochs: 20 },
    earlyStopping: null,
  },
  {
    data: { set: 'adding', length: 20, train: 200, validation: 100, test: 50 },
    model: { kind: 'lstm', layers: [{ units: 24 }] },
    training: { batchSize: 50, epochs: 20 },
    earlyStopping: null,
  },
]

const trained = (page: Page) =>
  page.evaluate(async (inputs) => {
    const runs = []
    for (const input of inputs) {
      const { engine, epochs } = await window.fittingRoom.run(input, { engine: 'wasm' })
      runs.push({ device: engine?.device, epochs: epochs.map(({ seconds: _, ...row }) => row) })
    }
    return { isolated: crossOriginIsolated, runs }
  }, experiments)

test('the same history, bit for bit, with threads and where the host sends no headers for them', async ({
  ownPage: shared,
  browser,
}) => {
  const errors = watchForErrors(shared)
  const helpers: string[] = []
  shared.context().on('request', (request) => {
    if (/\/helper-[^/]*\.js$/.test(request.url())) helpers.push(request.url())
  })
  await open(shared, 'engine=wasm')
  const together = await trained(shared)
  expect(together.isolated).toBe(true)
  for (const { device } of together.runs) expect(device).toMatch(/, up to \d threads$/)
  expect(helpers.length).toBeGreaterThan(0)
  expect(errors).toEqual([])

  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route('**', async (route) => {
    const response = await route.fetch()
    const {
      'cross-origin-embedder-policy': _,
      'cross-origin-opener-policy': __,
      ...headers
    } = response.headers()
    await route.fulfill({ response, headers })
  })
  await open(page, 'engine=wasm')
  const alone = await trained(page)
  expect(alone.isolated).toBe(false)
  for (const [i, run] of alone.runs.entries()) {
    expect(run.device).toBe('128-bit SIMD')
    expect(run.epochs).toEqual(together.runs[i]!.epochs)
  }
  // The page still fetches ahead what it may need.
  await page.unrouteAll({ behavior: 'wait' })
  await context.close()
})
