import '../app/tokens.css'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { tellingClient } from '../../client/quiet-client.testing.ts'
import { en } from '../../text/en/index.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from './app-context.tsx'
import { Curves } from './curves.tsx'

const rates = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1]

/** Seven runs of two epochs, on charts of this height. */
async function show(height: number) {
  const { client, tell } = tellingClient()
  const context = quietRoom(`#data=moons&epochs=2&patience=off&compare=lr:${rates.join('/')}`, { client })
  const { store, actions } = context.app
  actions.runOrPause()
  const rows = [1, 2].map((epoch) => ({
    epoch,
    train: { loss: 0.5, accuracy: 0.8 },
    validation: { loss: 0.6, accuracy: 0.7 },
    penalty: 0,
    learningRate: 0.01,
    gradients: [],
    seconds: 0.01,
  }))
  for (const { id: run } of store.getState().runs) {
    tell({ type: 'running', run })
    tell({ type: 'epochs', run, rows, patience: { best: 1, wait: 1 } })
  }
  return render(
    <AppContextProvider value={context}>
      <div style={{ width: 560, height }}>
        <Curves show={['loss', 'quality']} />
      </div>
    </AppContextProvider>,
  )
}

test('many runs are also shown one by one where there is room for it, and else by their accuracy', async () => {
  const roomy = await show(900)
  await expect.element(roomy.getByRole('radio', { name: en.stage.oneByOne })).toBeChecked()
  await roomy.unmount()
  const { container, getByRole } = await show(380)
  await expect.element(getByRole('img', { name: new RegExp(`^${en.stage.accuracy}`) })).toBeVisible()
  expect(container.querySelectorAll('[role=radio], input[type=radio]')).toHaveLength(0)
})
