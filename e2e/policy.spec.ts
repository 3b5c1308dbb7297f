/** The built page obeys its content security policy, and does everything under it. */
import { expect, type Page } from '@playwright/test'
import { controls, open, SMALL, status, watchForErrors } from './page.ts'
import { test } from './test.ts'

/** The violations of the policy on the page so far. */
async function violations(page: Page) {
  const seen: string[] = []
  await page.exposeFunction('reportViolation', (what: string) => void seen.push(what))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber } = event as SecurityPolicyViolationEvent
      const { reportViolation } = window as unknown as { reportViolation(what: string): void }
      reportViolation(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`)
    })
  })
  return seen
}

const SHORT = `${SMALL}&epochs=8&patience=off`

test('the policy is strict, and refuses what it names', async ({ ownPage: page }) => {
  const refused = await violations(page)
  await open(page, SMALL)
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("object-src 'none'")
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
  expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/)
  expect(await page.locator('script:not([src])').count()).toBe(0)
  expect(refused).toEqual([])
  const tried = await page.evaluate(async () => {
    const inline = document.createElement('script')
    inline.textContent = 'window.inlineRan = true'
    document.head.append(inline)
    const outcome = async (what: () => unknown) => {
      try {
        await what()
        return 'allowed'
      } catch {
        return 'refused'
      }
    }
    return {
      inline: 'inlineRan' in window,
      // The check runs later in the page, because code that the test itself evaluates is exempt from the
      // policy.
      text: await outcome(
        () =>
          new Promise((resolve, reject) =>
            setTimeout(() => {
              try {
                resolve(new Function('return 1')())
              } catch (error) {
                reject(error)
              }
            }),
          ),
      ),
      foreign: await outcome(() => fetch('https://example.com/')),
    }
  })
  expect(tried).toEqual({ inline: false, text: 'refused', foreign: 'refused' })
  await expect
    .poll(() => refused.map((what) => what.split(' ')[0]))
    .toEqual(expect.arrayContaining(['script-src-elem', 'script-src', 'connect-src']))
})

test('nothing that the page does violates it', async ({ ownPage: page }) => {
  const errors = watchForErrors(page)
  const refused = await violations(page)
  await open(page, SHORT)
  await page.waitForLoadState('networkidle')
  for (const engine of ['wasm', 'cpu', 'webgl'] as const) {
    const outcome = await page.evaluate(async (name) => {
      const { run, parse } = window.fittingRoom
      const parsed = parse({
        data: { set: 'moons', train: 20, validation: 20, test: 20 },
        training: { epochs: 2 },
        model: { layers: [{ units: 4 }] },
      })
      return parsed.ok
        ? (await run(parsed.experiment as object, { engine: name, evaluateTest: true })).outcome
        : null
    }, engine)
    expect(outcome).toMatchObject({ kind: 'completed' })
  }
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 8 epochs done')

  await page.getByLabel(/^(Take home|Export)/).click()
  for (const name of [/\(SVG\)/, /\(PNG\)/, /\(safetensors/]) {
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name }).first().click()
    await saving
  }
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await expect(page.locator('pre')).toContainText('keras')
  await page.getByRole('radio', { name: /^Sweep/ }).check()
  await page.getByRole('button', { name: 'Start sweep' }).click()
  await expect(page.getByRole('progressbar', { name: 'Progress of the sweep' })).toBeVisible()
  await expect
    .poll(async () =>
      Number(
        await page.getByRole('progressbar', { name: 'Progress of the sweep' }).getAttribute('aria-valuenow'),
      ),
    )
    .toBeGreaterThan(1)
  await open(page, 'engine=wasm&data=rows&layers=4&epochs=3&patience=off&batch=4')
  await page.reload()
  await expect(controls(page).run).toBeVisible()
  await page.evaluate(
    (text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    },
    `a,b,y\n${Array.from({ length: 12 }, (_, i) => `${i},${(i * 7) % 5},${i * 2 + 0.5}`).join('\n')}`,
  )
  await page.getByRole('button', { name: 'Use this table' }).click()
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 3 epochs done')
  await open(
    page,
    'engine=wasm&data=digits-8x8&train=100&validation=50&test=50&layers=8&epochs=2&patience=off',
  )
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 2 epochs done')
  expect(refused).toEqual([])
  expect(errors).toEqual([])
})
