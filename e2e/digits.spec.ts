import { expect } from '@playwright/test'
import { digitPicture } from '../src/domain/predictions/drawn-digit.ts'
import { DRAWN_DIGITS } from '../src/domain/predictions/drawn-digits.testing.ts'
import { controls, open, runs, status } from './page.ts'
import { test } from './test.ts'

const TINY = 'preset=keras-mnist&engine=wasm&train=200&validation=100&test=100&layers=32&batch=20&epochs=3'

test('a failed download says so and offers to try again; then the digits are there', async ({ page }) => {
  let blocked = true
  await page.route('**/data/digits.bin', (route) => (blocked ? route.abort() : route.continue()))
  await open(page, TINY)
  await expect(page.getByRole('alert')).toContainText(
    'MNIST digits could not be loaded. The server cannot be reached; check the connection.',
  )
  await expect(page.getByRole('alert')).not.toContainText('fetch')
  blocked = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('listitem', { name: /^\d$/ }).first()).toBeVisible()
  await expect(page.getByText('CC BY-SA 3.0', { exact: false })).toBeVisible()
})

test('real digits: trained, stopped, predicted, tested', async ({ page }) => {
  await open(page, TINY)
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 3 epochs done', { timeout: 90_000 })
  await expect(page.getByText(/wrong of 100 samples/)).toBeVisible()
  await expect(page.getByRole('listitem', { name: /taken for/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Open the test set' }).click()
  await expect(page.getByText('test accuracy')).toBeVisible()
  const [run] = await runs(page)
  expect(run!.epochs.at(-1)!.train.accuracy).toBeGreaterThan(0.5)
  expect(run!.weights.map(({ name, shape }) => [name, shape])).toEqual([
    ['dense_1/kernel', [784, 32]],
    ['dense_1/bias', [32]],
    ['dense_2/kernel', [32, 10]],
    ['dense_2/bias', [10]],
  ])
})

test('a digit drawn with the pointer gets the probabilities that the network gives its picture', async ({
  page,
}) => {
  await open(page, `${TINY}&train=2000`)
  await controls(page).run.click()
  await expect(status(page)).toHaveText('All 3 epochs done', { timeout: 90_000 })
  const pad = page.getByRole('application', { name: /^Pad to draw a digit on/ })
  await pad.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await pad.boundingBox())!
  const seven = DRAWN_DIGITS[7]!
  const at = ([right, down]: readonly [number, number]) => [x + right * width, y + down * height] as const
  for (const [first, ...others] of seven) {
    await page.mouse.move(...at(first!))
    await page.mouse.down()
    for (const place of others) await page.mouse.move(...at(place))
    await page.mouse.up()
  }
  const [chances] = await page.evaluate(
    (picture) => window.fittingRoom.predict(window.fittingRoom.runs()[0]!, [picture]),
    Array.from(digitPicture(seven)!),
  )
  const block = page.getByRole('region', { name: 'Draw a digit' })
  const answer = block.getByText(/^The network says \d, with \d+%\.$/)
  await expect(answer).toContainText('says 7,')
  await block.getByText('As a table').click()
  // The pointer stands on whole pixels, which moves the edges of the ink a little.
  const shown = async () =>
    (await block.getByRole('row').allTextContents())
      .slice(1)
      .map((row) => Number.parseFloat(row.slice(1)) / 100)
  await expect
    .poll(async () => Math.max(...(await shown()).map((p, i) => Math.abs(p - chances![i]!))))
    .toBeLessThan(0.1)
})
