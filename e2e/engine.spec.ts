import { chromium, expect, test } from '@playwright/test'
import { launchOptions } from './browser/find.mjs'
import { controls, epoch, open, runs, SMALL, status } from './page.ts'

test('without WebGL the page says so and trains on the CPU, with the same result', async ({
  page,
  baseURL,
}) => {
  const browser = await chromium.launch(launchOptions(['--disable-gpu', '--disable-software-rasterizer']))
  try {
    const bare = await browser.newPage({ baseURL: baseURL! })
    await open(bare, `${SMALL}&epochs=8&patience=off`)
    await controls(bare).run.click()
    await expect(status(bare)).toHaveText('All 8 epochs done')
    await expect(bare.getByText('WebGL cannot be used here', { exact: false })).toBeVisible()
    const [onCpu] = await runs(bare)
    expect(onCpu!.engine!.name).toBe('cpu')
    await open(page, SMALL)
    const onWebgl = await page.evaluate(
      (experiment) => window.fittingRoom.run(experiment, { engine: 'webgl' }),
      onCpu!.experiment,
    )
    expect(onWebgl.engine!.name).toBe('webgl')
    for (const [i, row] of onWebgl.epochs.entries())
      expect(Math.abs(row.validation.loss - onCpu!.epochs[i]!.validation.loss)).toBeLessThan(1e-4)
  } finally {
    await browser.close()
  }
})

test('a lost graphics device: the page says so and the run goes on on the CPU', async ({ page }) => {
  await open(page, `${SMALL}&epochs=2000&patience=off`)
  await controls(page).run.click()
  await expect.poll(() => epoch(page), { timeout: 60_000 }).toBeGreaterThan(40)
  const [engine] = page.workers()
  await engine!.evaluate(() => {
    const tfjs = globalThis as unknown as {
      _tfengine: { backendInstance: { getGPGPUContext(): { gl: WebGL2RenderingContext } } }
    }
    tfjs._tfengine.backendInstance.getGPGPUContext().gl.getExtension('WEBGL_lose_context')!.loseContext()
  })
  await expect(page.getByText('The graphics device stopped.', { exact: false })).toBeVisible()
  await expect(status(page)).toHaveText(/All 2.000 epochs done/, { timeout: 100_000 })
  const [run] = await runs(page)
  expect(run!.engine!.name).toBe('cpu')
  expect(run!.epochs.map(({ epoch: n }) => n)).toEqual(Array.from({ length: 2000 }, (_, i) => i + 1))
})

test('training goes on in a hidden tab', async ({ page, context }) => {
  await open(page, `${SMALL}&epochs=100000&patience=off`)
  await controls(page).run.click()
  await expect.poll(() => epoch(page)).toBeGreaterThan(1)
  // Animation frames stop in a hidden tab; here they stop for certain, in page and worker.
  const other = await context.newPage()
  await other.bringToFront()
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0
  })
  for (const worker of page.workers())
    await worker.evaluate(() => {
      globalThis.requestAnimationFrame = () => 0
    })
  const count = async () => (await runs(page))[0]!.epochs.length
  const before = await count()
  await expect.poll(count).toBeGreaterThan(before + 5)
})

test('no part of TensorFlow.js is loaded by the page itself', async ({ page }) => {
  await open(page)
  await page.waitForLoadState('networkidle')
  const own = await page.evaluate(async () => {
    const sources = [...document.scripts].map(({ src }) => src).filter((src) => src !== '')
    return Promise.all(sources.map(async (src) => (await fetch(src)).text()))
  })
  expect(own.length).toBeGreaterThan(0)
  for (const text of own) expect(text).not.toContain('_tfengine')
})
