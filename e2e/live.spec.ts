/** Live mode: the whole run follows the controls, and is the run that the same settings alone would give. */
import { expect, type Page } from '@playwright/test'
import type { RunRecord } from '../src/domain/run/run.ts'
import { controls, ended, epoch, field, open, runs, SMALL, watchForErrors } from './page.ts'
import { test } from './test.ts'

const LIVE = `${SMALL}&epochs=100&patience=off&live=1`

const live = (page: Page) => page.evaluate(() => window.fittingRoom.live())
const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true })

/** Waits until the live run is whole and has this much L2. */
async function followed(page: Page, l2: number): Promise<RunRecord> {
  await page.waitForFunction(
    (wanted) => {
      const run = window.fittingRoom.live()
      return run !== null && run.outcome !== null && run.experiment.regularization?.l2 === wanted
    },
    l2,
    { polling: 50 },
  )
  return (await live(page))!
}

/** All that a run learned and measured, but not how long it took. */
const learned = ({ epochs, outcome, weights }: RunRecord) => ({
  epochs: epochs.map(({ seconds: _, ...row }) => row),
  outcome,
  weights,
})

test('forty steps of a slider end in the run that the same experiment alone gives, to the bit; Enter keeps it, Escape goes back to the baseline', async ({
  page,
}) => {
  const errors = watchForErrors(page)
  await open(page, LIVE)
  const first = await followed(page, 0)
  await slider(page, 'L2').focus()
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press(i < 24 ? 'ArrowRight' : 'ArrowLeft')
    await page.waitForTimeout(30)
  }
  const l2 = Number((await field(page, 'L2').inputValue()).replace('−', '-'))
  expect(l2).toBeGreaterThan(0)
  const shown = await followed(page, l2)
  const alone = await page.evaluate(
    (experiment) => window.fittingRoom.run(experiment, { engine: 'wasm' }),
    shown.experiment,
  )
  expect(learned(shown)).toEqual(learned(alone))

  // The charts tell it from the baseline, and the list has nothing yet.
  await expect(page.getByRole('heading', { name: /^only: L2 0 → / })).toBeVisible()
  await expect(page.getByText('not kept')).toBeVisible()
  expect(await runs(page)).toEqual([])
  await page.keyboard.press('Enter')
  const [kept] = await ended(page, 1)
  expect(learned(kept!)).toEqual(learned(shown))
  await expect(page.getByText('not kept')).toBeHidden()

  await page.keyboard.press('Escape')
  expect(learned(await followed(page, 0))).toEqual(learned(first))
  await expect(page).toHaveURL(/live=1/)
  await page.keyboard.press('v')
  await expect(controls(page).run).toBeVisible()
  expect(await live(page)).toBe(null)
  expect(await runs(page)).toHaveLength(1)
  expect(errors).toEqual([])
})

test('a change in the middle of a long run ends it: its worker goes on to the next at once', async ({
  ownPage: page,
}) => {
  await page.addInitScript(() => {
    const heard: [string, string][] = []
    Object.assign(window, { heard })
    const Original = window.Worker
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        this.addEventListener('message', ({ data }) => data.run && heard.push([data.type, data.run]))
      }
    }
  })
  const heard = () =>
    page.evaluate(() => (window as unknown as { heard: (readonly [string, string])[] }).heard)
  await open(
    page,
    'engine=wasm&data=moons&train=1000&validation=1000&test=40&layers=64,64&batch=20&epochs=10000&patience=off&live=1',
  )
  // It grows on the screen, because it takes longer than a blink.
  await expect.poll(() => epoch(page)).toBeGreaterThan(10)
  const id = () => page.evaluate(() => window.fittingRoom.live()!.id)
  const before = await id()
  await slider(page, 'L2').press('ArrowRight')
  // Asked seldom, because the answer is the whole run.
  const seldom = { polling: 250 }
  await page.waitForFunction((old) => window.fittingRoom.live()!.id !== old, before, seldom)
  await expect.poll(() => epoch(page)).toBeGreaterThan(10)
  const after = await id()
  const told = await heard()
  const begun = told.findIndex(([type, run]) => type === 'epochs' && run === after)
  expect(told.slice(begun).filter(([, run]) => run === before)).toEqual([])

  // Pause holds it, and what is changed meanwhile is not trained.
  await page.keyboard.press(' ')
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
  await slider(page, 'L2').press('ArrowRight')
  await expect(page.getByText('changed, not trained')).toBeVisible()
  await page.keyboard.press(' ')
  await page.waitForFunction((old) => window.fittingRoom.live()!.id !== old, after, seldom)
})

test('on a phone the switch stands under the settings, and the curves follow a typed value', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${SMALL}&epochs=100&patience=off`)
  await page.getByRole('tab', { name: /^Regularize/ }).click()
  await page.getByRole('switch', { name: 'Live' }).check()
  await followed(page, 0)
  await field(page, 'L2').fill('0.01')
  await field(page, 'L2').press('Enter')
  await followed(page, 0.01)
  await expect(page.getByRole('img', { name: /^Validation loss at \d+ values of L2/ })).toBeVisible()
})
