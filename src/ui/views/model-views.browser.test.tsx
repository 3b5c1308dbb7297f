import '../app/tokens.css'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { row } from '../../charts/curves/fixture.ts'
import { tellingClient } from '../../client/quiet-client.testing.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { ModelViews } from './model-views.tsx'

beforeEach(() => page.viewport(1440, 900))

async function shown(hash: string) {
  const asked: string[] = []
  const { client, tell } = tellingClient({
    inspectRun: (_: string, { kind }: { readonly kind: string }) => {
      asked.push(kind)
      return new Promise<never>(() => {})
    },
    predictRun: async () => {
      asked.push('fit')
      return new Float32Array()
    },
  })
  const context = quietRoom(`#${hash}`, { client })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 312 }}>
        <ModelViews large={false} />
      </div>
    </AppContextProvider>,
  )
  const begin = () => {
    const { id } = context.app.store.getState().runs[0]!
    tell({ type: 'running', run: id })
    tell({ type: 'epochs', run: id, rows: [row(1, 0.5, 0.6)], patience: { best: 1, wait: 0 } })
  }
  return {
    screen,
    context,
    asked,
    begin,
    tabs: () =>
      screen
        .getByRole('tab')
        .elements()
        .map(({ textContent }) => textContent),
  }
}

test('there is a tab for each view that the data have', async () => {
  const plane = await shown('data=moons')
  expect(plane.tabs()).toEqual(['Boundary', 'Network', 'Gradients', 'Weights', 'Predictions', 'Optimizer'])
  await plane.screen.unmount()
  const penalized = await shown('data=moons&l2=0.01')
  expect(penalized.tabs()).toContain('Penalty')
  await penalized.screen.unmount()
  const images = await shown('data=digits')
  expect(images.tabs()).toEqual(['Predictions', 'Gradients', 'Weights', 'Optimizer'])
})

test('only the view that is shown asks the run, and one press gives it the page', async () => {
  const { screen, context, asked, begin } = await shown('data=moons&layers=4&run=1')
  begin()
  await expect.poll(() => asked).toEqual(['fit'])
  await screen.getByRole('tab', { name: 'Weights' }).click()
  await expect.poll(() => asked).toContain('weights')
  expect(asked).not.toContain('units')
  expect(asked).not.toContain('part')
  await screen.getByRole('button', { name: 'Show large' }).click()
  expect(context.app.store.getState().view).toMatchObject({ modelView: 'weights', onStage: true })
})

test('every view says behind an “i” what its numbers mean', async () => {
  const { screen, begin } = await shown('data=moons&layers=4&run=1')
  begin()
  for (const [tab, words] of [
    ['Network', /root mean square over its incoming weights/],
    ['Weights', /√Σw²/],
    ['Predictions', /ECE, Guo et al. 2017/],
    ['Gradients', /last mini-batch of each epoch/],
  ] as const) {
    await screen.getByRole('tab', { name: tab }).click()
    await screen.getByLabelText('What these numbers mean').click()
    await expect.element(screen.getByText(words)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(screen.getByText(words)).not.toBeVisible()
  }
})

test('before any run it says what to do', async () => {
  const { screen } = await shown('data=moons')
  await screen.getByRole('tab', { name: 'Network' }).click()
  await expect.element(screen.getByText('Nothing trained yet. Press Run.')).toBeVisible()
})

test('a run that has trained is never told to be trained while its network is still being asked', async () => {
  const { screen, begin } = await shown('data=moons&layers=4&run=1')
  begin()
  for (const tab of ['Network', 'Gradients', 'Weights']) {
    await screen.getByRole('tab', { name: tab }).click()
    await expect.element(screen.getByRole('tab', { name: tab, selected: true })).toBeVisible()
    await expect.element(screen.getByLabelText('What these numbers mean')).toBeVisible()
    expect(screen.getByText(/Nothing trained yet/).elements()).toEqual([])
  }
  await screen.getByRole('radio', { name: 'Over time' }).click({ force: true })
  expect(screen.getByText(/Nothing trained yet/).elements()).toEqual([])
})
