/** The page says what is wrong with a run, what that rests on, and what helps. */
import { expect, type Page } from '@playwright/test'
import { controls, ended, open, status, verdict, watchForErrors } from './page.ts'
import { test } from './test.ts'

const OVERFIT =
  'engine=wasm&data=moons&noise=0.3&train=80&validation=200&layers=64,64&activation=relu&lr=0.004&batch=20&epochs=200&patience=off'
const UNDERFIT = 'engine=wasm&data=spiral&train=200&layers=2&lr=0.01&epochs=150&patience=off'

const remedies = (page: Page) => page.getByRole('region', { name: 'Remedies to try' })

test('a network that learns by heart is called overfitting, and its numbers show where', async ({ page }) => {
  const errors = watchForErrors(page)
  await open(page, `${OVERFIT}&run=1`)
  const [run] = await ended(page, 1)
  await expect(verdict(page)).toHaveText('Overfitting')
  await expect(status(page)).toHaveText('All 200 epochs done')
  const lowest = run!.epochs.reduce((a, b) => (b.validation.loss < a.validation.loss ? b : a))
  await expect(page.getByText(`After epoch ${lowest.epoch} validation loss rises`)).toBeVisible()
  await expect(
    page.getByRole('img', { name: 'Between underfitting and overfitting: Overfitting' }),
  ).toBeVisible()

  // A number that is focused marks its stretch of the curve.
  const marked = page.locator('[data-curves] [class*=marked]')
  await expect(marked).toHaveCount(0)
  await page.getByRole('button', { name: String(lowest.epoch), exact: true }).focus()
  await expect(marked.first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Why?' }).click()
  const rules = page.getByRole('region', { name: 'Why?' })
  await expect(rules.locator('[data-verdict=true] h4')).toHaveText('Overfitting holds')
  await expect(rules.locator('[data-verdict=true]')).toContainText('needs 10.0% or more')
  await expect(marked).toHaveCount(0)
  await rules.locator('[data-verdict=true] button').first().focus()
  await expect(marked.first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Runs' }).locator('td[data-verdict]')).toHaveText(
    'Overfitting',
  )
  expect(errors).toEqual([])
})

test('a remedy is one press: it forks the run, keeps both, and says what it changed', async ({ page }) => {
  await open(page, `${OVERFIT}&run=1`)
  const [before] = await ended(page, 1)
  await expect(remedies(page).getByRole('listitem')).toHaveCount(4)
  await remedies(page).getByRole('button', { name: '2 more' }).click()
  await expect(remedies(page).getByRole('listitem')).toHaveCount(6)
  await page.getByRole('button', { name: 'Try Early stopping patience 20' }).click()
  const [first, after] = await ended(page, 2)
  expect(first!.epochs).toEqual(before!.epochs)
  expect((after!.experiment as { earlyStopping: object }).earlyStopping).toMatchObject({
    patience: 20,
    restoreBest: true,
  })
  await expect(verdict(page)).toHaveText('Good fit')
  await expect(page.getByText('but validation would not follow')).toBeVisible()
  await expect(remedies(page)).toHaveCount(0)
  const row = page.getByRole('region', { name: 'Runs' }).locator('[data-run]')
  await row
    .first()
    .getByRole('button', { name: /^Look at/ })
    .click()
  await expect(verdict(page)).toHaveText('Overfitting')
  const lost = before!.epochs.at(-1)!.validation.loss
  const won = Math.min(...after!.epochs.map(({ validation }) => validation.loss))
  expect(won).toBeLessThan(lost)
  await expect(remedies(page)).toContainText(`val loss ${lost.toFixed(3)} → ${won.toFixed(3)}`)
})

test('all remedies run side by side, are ranked by what they did, and can be tried in seeds', async ({
  page,
}) => {
  await open(page, `${OVERFIT}&epochs=40&run=1`)
  await ended(page, 1)
  const word = await verdict(page).innerText()
  const tryAll = page.getByRole('button', { name: 'Try all' })
  await expect(tryAll).toBeVisible()
  const more = remedies(page).getByRole('button', { name: /^\d more$/ })
  if (await more.isVisible()) await more.click()
  const count = await remedies(page).getByRole('listitem').count()
  await tryAll.click()
  await ended(page, 1 + count)
  // The run that they are remedies of stays on the chart beside them, and the page goes on to describe it.
  const row = page.getByRole('region', { name: 'Runs' }).locator('[data-run]')
  await expect(row).toHaveCount(1 + count)
  await expect(row.first()).toHaveAttribute('data-hidden', 'false')
  await expect(verdict(page)).toHaveText(word)
  await expect(remedies(page).getByRole('heading')).toHaveText('Remedies by what they did')
  const said = remedies(page).getByText(/: (worse: )?val loss /)
  await expect(said).toHaveCount(count)
  const losses = (await said.allInnerTexts()).map((text) => Number(/→ ([\d.]+)/.exec(text)![1]))
  expect(losses).toEqual(losses.toSorted((a, b) => a - b))

  const first = remedies(page).getByRole('listitem').first()
  await first.getByRole('button', { name: /in 5 seeds$/ }).click()
  await expect(first.getByText(/^(better|worse) in \d of 5 seeds, median val loss /)).toBeVisible()
  await expect(first.getByRole('progressbar')).toHaveCount(0)
  await expect(row).toHaveCount(1 + count)
})

test('a network that cannot bend is called underfitting, also in Chinese and on a phone', async ({
  page,
}) => {
  await open(page, `${UNDERFIT}&run=1`)
  await ended(page, 1)
  await expect(verdict(page)).toHaveText('Underfitting')
  await expect(remedies(page)).toContainText('Wider layers')
  await expect(remedies(page)).not.toContainText('More data')
  await page.getByRole('radio', { name: '中文' }).check()
  await expect(verdict(page)).toHaveText('欠拟合')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(verdict(page)).toHaveText('欠拟合')
})

test('layers without a bend are offered one, and the panel has it at one press too', async ({ page }) => {
  await open(page, `${UNDERFIT.replace('layers=2', 'layers=4,4')}&activation=linear&run=1`)
  await ended(page, 1)
  await expect(remedies(page)).toContainText('Nonlinear activation')
  await expect(remedies(page)).not.toContainText('Another layer')
  const activation = page.getByRole('radiogroup', { name: 'Activation', exact: true })
  await expect(activation.getByRole('radio')).toHaveCount(3)
  await activation.getByRole('radio', { name: 'ReLU', exact: true }).check()
  await expect(page).toHaveURL(/activation=relu/)
})

test('wrong labels that were learned by heart are counted', async ({ page }) => {
  const scene = 'engine=wasm&data=moons&train=60&label-noise=0.2&patience=off&batch=10'
  await open(page, `${scene}&layers=1&epochs=1&run=1`)
  await ended(page, 1)
  const count = page.getByText(/^Memorized \d+ of \d+ wrong labels\.$/)
  const [, few, all] = (await count.innerText()).match(/(\d+) of (\d+)/)!
  await open(page, `${scene}&layers=128,128&activation=relu&lr=0.01&epochs=300&run=1`)
  const learned = async () => Number((await count.innerText()).match(/\d+/)![0])
  await expect.poll(learned).toBeGreaterThanOrEqual(Number(all) - 1)
  expect(Number(few)).toBeLessThan(Number(all) - 1)
})

test('while a run goes on the verdict is hedged', async ({ page }) => {
  await open(page, `${OVERFIT}&epochs=100000&pace=100&run=1`)
  await expect(verdict(page)).toHaveText(/ so far$/)
  await expect(remedies(page)).toHaveCount(0)
  await controls(page).stop.click()
  await expect(verdict(page)).not.toHaveText(/so far/)
})

test('scripts ask for the verdict on a run of their own', async ({ page }) => {
  await open(page, 'engine=wasm')
  const said = await page.evaluate(async () => {
    const { run, diagnose } = window.fittingRoom
    const own = await run(
      {
        data: { set: 'moons', train: 60, noise: 0.3 },
        model: { layers: [{ units: 64 }, { units: 64 }], activation: 'relu' },
        optimizer: { learningRate: 0.01 },
        training: { epochs: 150 },
        earlyStopping: null,
      },
      { engine: 'wasm' },
    )
    const empty = diagnose({ ...own, epochs: [] })
    return { own: diagnose(JSON.parse(JSON.stringify(own))), empty: empty.verdict }
  })
  expect(said.own.verdict).toBe('overfitting')
  expect(said.own.evidence[0]).toMatchObject({ quantity: 'validation-rise', threshold: 0.1 })
  expect(said.own.remedies[0]!.key).toBe('early-stopping')
  expect(said.own.remedies[0]!.experiment.earlyStopping).not.toBeNull()
  expect(said.empty).toBe('too-early')
})
