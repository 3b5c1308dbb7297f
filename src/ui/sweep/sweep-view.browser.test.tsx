import '../app/tokens.css'
import { Activity, useMemo, useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { quietClient } from '../../client/quiet-client.testing.ts'
import { SETTING_KEYS } from '../../domain/settings/settings.ts'
import type { Sweep } from '../../domain/sweep/sweep.ts'
import { useKeys } from '../app/use-keys.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { TopBar } from '../top-bar/top-bar.tsx'
import SweepView from './sweep-view.tsx'

function Page({ shown }: { readonly shown: boolean }) {
  const [form, setForm] = useState<Sweep | null>(null)
  const sweep = useMemo(() => (shown ? { form } : null), [shown, form])
  useKeys(sweep)
  return (
    <>
      <TopBar sweep={sweep} />
      <Activity mode={shown ? 'visible' : 'hidden'}>
        <SweepView lead={null} onLeave={() => {}} onForm={setForm} />
      </Activity>
    </>
  )
}

const start = vi.fn()
const client = { ...quietClient, start }

beforeEach(async () => {
  start.mockClear()
  await page.viewport(1440, 900)
})

async function show(hash = '#data=circle&train=60&epochs=5&patience=off') {
  const context = quietRoom(hash, { client })
  const at = (shown: boolean) => (
    <AppContextProvider value={context}>
      <Page shown={shown} />
    </AppContextProvider>
  )
  const screen = await render(at(true))
  const data = () => context.app.store.getState().draft.experiment.data
  return { context, screen, data, go: (shown: boolean) => screen.rerender(at(shown)) }
}

test('the one yellow button, and the space bar, are the sweep’s', async () => {
  const { context, screen } = await show()
  expect(screen.getByRole('button', { name: 'Run' }).elements()).toHaveLength(0)
  expect(document.querySelectorAll('[data-variant=primary]')).toHaveLength(1)
  await userEvent.keyboard('sr')
  expect(start).not.toHaveBeenCalled()
  await userEvent.keyboard(' ')
  await expect.poll(() => context.sweeps.store.getState().status).toBe('running')
  expect(context.app.store.getState().runs).toEqual([])
  await screen.getByRole('button', { name: 'Pause' }).click()
  expect(context.sweeps.store.getState().status).toBe('paused')
  await screen.getByRole('button', { name: 'Go on' }).click()
  expect(context.sweeps.store.getState().status).toBe('running')
  await screen.getByRole('button', { name: 'Stop' }).click()
  expect(context.sweeps.store.getState().status).toBe('stopped')
})

test('of another sweep than the paused one the button says start; the paused one can still go on', async () => {
  const { context, screen } = await show()
  await screen.getByRole('button', { name: 'Start sweep' }).click()
  await screen.getByRole('button', { name: 'Pause' }).click()
  await screen.getByRole('textbox', { name: 'Values' }).fill('2 4')
  await expect.element(screen.getByRole('button', { name: 'Start sweep' })).toBeEnabled()
  await screen.getByRole('button', { name: 'Go on' }).click()
  expect(context.sweeps.store.getState()).toMatchObject({ status: 'running' })
  expect(context.sweeps.store.getState().sweep?.axes[0].values).not.toEqual(['2', '4'])
})

test('a form with a problem disables the button', async () => {
  const { context, screen } = await show()
  await screen.getByRole('textbox', { name: 'Values' }).fill('2 many')
  await expect.element(screen.getByRole('button', { name: 'Start sweep' })).toBeDisabled()
  await screen.getByRole('heading', { name: 'Ready sweeps' }).click()
  await userEvent.keyboard(' ')
  expect(context.sweeps.store.getState().status).toBe('idle')
})

test('a ready sweep says what it will change before it is chosen, and gives it back by undo and by its button', async () => {
  const { context, screen, data } = await show()
  const ready = screen.getByRole('button', { name: 'Training size' })
  await expect.element(ready).toHaveAccessibleDescription(/^changes \d+ settings$/)
  await ready.hover()
  await expect
    .element(screen.getByText(/^Training size: data set Circle → Two moons, .*60 → 100/))
    .toBeVisible()
  expect(data()).toMatchObject({ set: 'circle', train: 60 })
  await ready.click()
  expect(data()).toMatchObject({ set: 'moons', train: 100 })
  await expect.element(screen.getByText(/^The settings are those of “Training size”/)).toBeVisible()
  await expect.element(screen.getByRole('combobox', { name: 'Sweep over' })).toHaveValue('train')
  context.app.actions.undoLast()
  expect(data()).toMatchObject({ set: 'circle', train: 60 })
  await expect.element(screen.getByRole('combobox', { name: 'Sweep over' })).toHaveValue('width')
  await ready.click()
  context.app.actions.edit('noise', 0.4)
  await screen.getByRole('button', { name: 'Give mine back' }).click()
  expect(data()).toMatchObject({ set: 'circle', train: 60 })
  // Undo brings back nothing that was done to the ready sweep's settings.
  context.app.actions.undoLast()
  expect(data()).toMatchObject({ set: 'circle', train: 60 })
})

test('leaving the view restores the own settings and runs; returning restores the ready sweep’s settings', async () => {
  const { context, screen, data, go } = await show()
  context.app.actions.runOrPause()
  const [run] = context.app.store.getState().runs
  await screen.getByRole('button', { name: 'U-curve' }).click()
  context.app.actions.edit('noise', 0.4)
  expect(data()).toMatchObject({ train: 150, noise: 0.4 })
  await go(false)
  expect(data()).toMatchObject({ set: 'circle', train: 60 })
  expect(context.app.store.getState().runs).toEqual([run])
  expect(context.app.store.getState().runGroup).toEqual([run!.id])
  await go(true)
  expect(data()).toMatchObject({ train: 150, noise: 0.4 })
  await expect.element(screen.getByText(/^The settings are those of “U-curve”/)).toBeVisible()
  await screen.getByRole('button', { name: 'Give mine back' }).click()
  await go(false)
  await go(true)
  expect(data()).toMatchObject({ set: 'circle', train: 60 })
  // Runs of the ready sweep's settings keep these as the draft; undo brings back the person's own.
  await screen.getByRole('button', { name: 'U-curve' }).click()
  context.tunedComparison.start('dropout', ['0', '0.5'])
  await go(false)
  expect(data().train).toBe(150)
  context.app.actions.undoLast()
  expect(data()).toMatchObject({ set: 'circle', train: 60 })
})

test('what a link hides is on no axis and in no ready sweep', async () => {
  const { context, screen } = await show('#preset=overfitting&hide=layers,data,train,noise')
  const first = screen.getByRole('combobox', { name: 'Sweep over' })
  const offered = [...first.element().querySelectorAll('option')].map(({ textContent }) => textContent)
  expect(offered).not.toContain('Width of all layers')
  expect(offered).not.toContain('Training samples')
  expect(offered).toContain('Dropout')
  // It changes nothing but what it varies; the others bring data or layers of their own.
  await expect.element(screen.getByRole('button', { name: 'Dropout' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Training size' }).query()).toBeNull()
  expect(screen.getByRole('button', { name: 'U-curve' }).query()).toBeNull()
  await userEvent.keyboard(' ')
  await expect.poll(() => context.sweeps.store.getState().status).toBe('running')
  expect(context.sweeps.store.getState().sweep?.axes[0].setting).not.toBe('width')
})

test('where a link hides everything there is nothing to sweep, and the page says so', async () => {
  const { context, screen } = await show(`#hide=${SETTING_KEYS.join(',')}`)
  await expect
    .element(screen.getByText('This link hides every setting that a sweep could vary.'))
    .toBeVisible()
  expect(screen.getByRole('combobox', { name: 'Sweep over' }).query()).toBeNull()
  await userEvent.keyboard(' ')
  expect(context.sweeps.store.getState().status).not.toBe('running')
})
