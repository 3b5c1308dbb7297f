import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from './app-context.tsx'
import { fetchAhead, lazyPart } from './lazy.tsx'

function Greeting({ name }: { readonly name: string }) {
  return <p>Hello {name}</p>
}

test('what fails to load says so and is asked for again; what has loaded is not fetched twice', async () => {
  const load = vi.fn(async () => ({ default: Greeting }))
  load.mockRejectedValueOnce(new Error('offline'))
  const Later = lazyPart(load)
  const screen = await render(
    <AppContextProvider value={quietRoom('')}>
      <Later name="Ada" />
      <Later name="Grace" />
    </AppContextProvider>,
  )
  await expect.element(screen.getByRole('alert').first()).toHaveTextContent('could not be loaded')
  await screen.getByRole('button', { name: 'Try again' }).first().click()
  await expect.element(screen.getByText('Hello Ada')).toBeVisible()
  await screen.getByRole('button', { name: 'Try again' }).click()
  await expect.element(screen.getByText('Hello Grace')).toBeVisible()
  expect(load.mock.calls.length).toBeLessThanOrEqual(3)
})

test('people who asked their browser to save data get nothing ahead', async () => {
  const load = vi.fn(async () => {})
  Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true })
  await fetchAhead([load])
  Reflect.deleteProperty(navigator, 'connection')
  expect(load).not.toHaveBeenCalled()
})
