import { chromium, expect } from '@playwright/test'
import { hashOf, PINNED, PINNED_HASH } from '../src/engine/wasm/pinned.testing.ts'
import { launchOptions } from '../src/scripts/browser/find.mjs'
import { scriptsWith } from './built-files.ts'
import { controls, epoch, open, runs, SMALL, status, watchForErrors } from './page.ts'
import { test } from './test.ts'

test('a small network trains in WebAssembly, whose speed the page tells; no other engine is even fetched', async ({
  page,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await open(page, `${SMALL}&epochs=50&patience=off&engine=auto`)
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 50 epochs done')
  const [run] = await runs(page)
  expect(run!.engine).toEqual({
    name: 'wasm',
    device: expect.stringMatching(/^128-bit SIMD(, up to \d threads)?$/),
  })
  await expect(page.getByText(/^Measured here: WASM [\d\s]+ epochs\/s$/)).toBeVisible()
  const [tensorflow] = scriptsWith('WEBGL_PACK')
  expect(fetched.filter((url) => url.endsWith(tensorflow!))).toEqual([])
  await expect(page.getByRole('combobox', { name: 'Engine' })).toHaveValue('auto')
})

test('WebAssembly gives in a browser the very bits it gives in Node, in every fresh worker', async ({
  page,
}) => {
  for (let visit = 0; visit < 2; visit++) {
    await open(page, SMALL)
    const epochs = await page.evaluate(
      async (experiment) => (await window.fittingRoom.run(experiment, { engine: 'wasm' })).epochs,
      PINNED,
    )
    expect(hashOf(epochs)).toBe(PINNED_HASH)
    await page.reload()
  }
})

test('a link pins WebGL; where there is none the run says so, and one press trains it', async ({
  baseURL,
}) => {
  const browser = await chromium.launch(launchOptions(['--disable-gpu', '--disable-software-rasterizer']))
  try {
    const page = await browser.newPage({ baseURL: baseURL! })
    await open(page, `${SMALL}&epochs=8&patience=off&engine=webgl`)
    await controls(page).run.click()
    await expect(status(page)).toHaveText('No engine')
    await page.getByRole('button', { name: 'Let the page choose the engine' }).click()
    await expect(status(page)).toHaveText('All 8 epochs done')
    expect((await runs(page)).at(-1)!.engine!.name).toBe('wasm')
    // No notice mentions an engine that was only to be measured.
    await expect(page.getByText('cannot be used here')).toHaveCount(0)
  } finally {
    await browser.close()
  }
})

test('without WebAssembly SIMD the page says so; a lost graphics device is survived there too', async ({
  baseURL,
}) => {
  // This is how V8 behaves on a processor without SSE4.1.
  const browser = await chromium.launch(launchOptions(['--js-flags=--no-enable-sse4-1']))
  try {
    const page = await browser.newPage({ baseURL: baseURL! })
    // Which of software WebGL and JavaScript is quicker depends on what else the machine does. Here JavaScript is told to
    // be slow.
    await page.addInitScript(() => {
      const Plain = Worker
      Object.assign(window, {
        Worker: class extends Plain {
          constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options)
            let isSlow = false
            this.addEventListener('message', ({ data }) => {
              if (data.type === 'opened') isSlow = data.engine.name === 'cpu'
              if (data.type === 'timed' && isSlow) data.time.epoch *= 1000
            })
          }
        },
      })
    })
    await open(page, `${SMALL}&epochs=8&patience=off&engine=auto`)
    await controls(page).run.click()
    await expect(page.getByText('This browser has no WebAssembly SIMD', { exact: false })).toBeVisible()
    await expect(status(page)).toHaveText('All 8 epochs done')
    expect((await runs(page))[0]!.engine!.name).toBe('cpu')

    await open(page, 'data=digits&train=40&validation=20&test=20&layers=120&batch=40&epochs=300&patience=off')
    const chip = page.getByRole('combobox', { name: 'Engine' })
    await expect(chip).toHaveText(/Automatic: WebGL/, { timeout: 60_000 })
    await controls(page).run.click()
    await expect.poll(() => epoch(page), { timeout: 60_000 }).toBeGreaterThan(1)
    for (const worker of page.workers())
      await worker.evaluate(() => {
        const tfjs = globalThis as unknown as {
          _tfengine?: {
            backendName: string
            backendInstance: { getGPGPUContext(): { gl: WebGL2RenderingContext } }
          }
        }
        if (tfjs._tfengine?.backendName === 'webgl')
          tfjs._tfengine.backendInstance
            .getGPGPUContext()
            .gl.getExtension('WEBGL_lose_context')!
            .loseContext()
      })
    await expect(page.getByText('The graphics device stopped.', { exact: false })).toBeVisible()
    const at = await epoch(page)
    await expect.poll(() => epoch(page), { timeout: 100_000 }).toBeGreaterThan(at)
    await controls(page).stop.click()
    await expect(status(page)).toContainText('Stopped')
    const [run] = await runs(page)
    expect(run!.engine!.name).toBe('cpu')
    expect(run!.epochs.map(({ epoch: n }) => n)).toEqual(run!.epochs.map((_, i) => i + 1))
  } finally {
    await browser.close()
  }
})

test('a worker that is gone is replaced, and its run goes on', async ({ ownPage: page }) => {
  await page.addInitScript(() => {
    const started: Worker[] = []
    const Plain = Worker
    Object.assign(window, {
      started,
      Worker: class extends Plain {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options)
          started.push(this)
        }
      },
    })
  })
  await open(page, `${SMALL}&epochs=100000&patience=off&pace=50`)
  await controls(page).run.click()
  // Late enough for a checkpoint, from which the run goes on.
  await expect.poll(() => epoch(page), { timeout: 60_000 }).toBeGreaterThan(110)
  const end = () =>
    page.evaluate(() => {
      const { started } = window as unknown as { started: Worker[] }
      for (const worker of started.splice(0)) worker.terminate()
    })
  await end()
  const before = await epoch(page)
  await expect.poll(() => epoch(page), { timeout: 60_000 }).toBeGreaterThan(before + 10)
  await controls(page).stop.click()
  await expect(status(page)).toContainText('Stopped')
  const [run] = await runs(page)
  expect(run!.epochs.map(({ epoch: n }) => n)).toEqual(run!.epochs.map((_, i) => i + 1))
  expect(run!.epochs.every(({ train }) => Number.isFinite(train.loss))).toBe(true)
})

for (const [what, without] of [
  ['has no workers', () => Reflect.deleteProperty(window, 'Worker')],
  [
    'refuses them',
    () =>
      Object.assign(window, {
        Worker: () => {
          throw new DOMException('refused', 'SecurityError')
        },
      }),
  ],
] as const)
  test(`a browser that ${what} gets advice, and nothing waits for an engine`, async ({ ownPage: page }) => {
    const errors = watchForErrors(page)
    await page.addInitScript(without)
    await open(page, `${SMALL}&engine=auto`)
    const sentence = page.getByText('the browser does not start this page’s background workers', {
      exact: false,
    })
    await expect(sentence).toBeVisible()
    await controls(page).run.click()
    await expect(status(page)).toHaveText('No engine')
    await expect(sentence).toBeVisible()
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') })
    await expect(page.getByText('There are no runs in this', { exact: false })).toBeVisible()
    expect(errors).toEqual([])
  })

test('training goes on in a hidden tab', async ({ page, context }) => {
  await open(page, `${SMALL}&epochs=100000&patience=off&engine=webgl`)
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
