import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { tellingClient } from '../../client/quiet-client.testing.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { RemediesBlock } from './remedies-block.tsx'

/** The validation loss falls to epoch 10 and rises from there, while training goes on. */
const rows = Array.from({ length: 40 }, (_, i): EpochRow => {
  const train = 0.6 * 0.9 ** i
  const validation = i < 10 ? 0.65 - 0.03 * i : 0.38 + 0.03 * (i - 10)
  return {
    epoch: i + 1,
    train: { loss: train, accuracy: 0.95 },
    validation: { loss: validation, accuracy: 0.8 },
    validationError: 0.01,
    penalty: 0,
    learningRate: 0.01,
    gradients: [],
    seconds: 0.01,
  }
})

async function offered(hide: string) {
  const { client, tell } = tellingClient()
  const context = quietRoom(`#data=moons&train=40&layers=32&epochs=40&patience=off${hide}&run=1`, { client })
  const run = context.app.store.getState().runs[0]!.id
  tell({ type: 'placed', run, engine: { name: 'wasm', device: '' }, after: 0, quicker: null })
  tell({ type: 'epochs', run, rows, patience: { best: 10, wait: 30 } })
  const outcome = { kind: 'completed', epoch: 40, best: 10, restored: null } as const
  tell({ type: 'finished', run, outcome, last: [], best: null })
  const screen = await render(
    <AppContextProvider value={context}>
      <RemediesBlock />
    </AppContextProvider>,
  )
  const items = screen.getByRole('listitem')
  await expect.poll(() => items.elements().length).toBeGreaterThan(0)
  const texts = items.elements().map(({ textContent }) => textContent)
  await screen.unmount()
  return texts
}

test('a remedy that only hidden controls could set is not offered', async () => {
  const all = await offered('')
  expect(all.some((text) => text?.startsWith('Early stopping'))).toBe(true)
  expect(all.some((text) => text?.startsWith('More data'))).toBe(true)
  const left = await offered('&hide=train,patience')
  expect(left.some((text) => /^(Early stopping|More data)/.test(text ?? ''))).toBe(false)
})
