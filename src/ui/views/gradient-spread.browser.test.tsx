import '../app/tokens.css'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { row } from '../../charts/curves/fixture.ts'
import { barsOf } from '../../charts/kit/paths.testing.ts'
import { tellingClient } from '../../client/quiet-client.testing.ts'
import type { GradientsSeen } from '../../protocol/inspection.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { GradientSpread } from './gradient-spread.tsx'

const counts = (...bins: number[]) => {
  const all = new Uint32Array(48)
  for (const bin of bins) all[bin]! += 10
  return all
}

/** Bins 24 and 30 begin at 10⁻⁴ and 10⁻². */
const SEEN: GradientsSeen = {
  kind: 'gradients',
  samples: 16,
  layers: [
    { name: 'dense_1', rms: 1e-4, zero: 0.5, counts: counts(24, 24, 25) },
    { name: 'dense_2', rms: 1e-2, zero: 0, counts: counts(30) },
  ],
}

test('each layer has a histogram on one log axis, its RMS, and the share of its units that are silent', async () => {
  const { client, tell } = tellingClient({
    inspectRun: () => Promise.resolve(SEEN) as never,
  })
  const context = quietRoom('#data=moons&layers=8&epochs=9&run=1', { client })
  const { id } = context.app.store.getState().runs[0]!
  tell({ type: 'running', run: id })
  const rows = [{ ...row(1, 0.5, 0.6), inactive: [0.25] }]
  tell({ type: 'epochs', run: id, rows, patience: { best: 1, wait: 0 } })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 480 }}>
        <GradientSpread
          run={context.app.store.getState().runs[0]!}
          beside={context.app.store.getState().runs}
        />
      </div>
    </AppContextProvider>,
  )
  await expect.element(screen.getByText('epoch 1, 16 samples')).toBeVisible()
  const layers = [...screen.container.querySelectorAll<SVGGElement>('[data-layer]')]
  const bars = (layer: number) => barsOf(layers[layer]!.querySelector('[data-bars]')!.getAttribute('d'))
  expect(layers.map((_, i) => bars(i).length)).toEqual([2, 1])
  const [tall, half] = bars(0)
  expect(tall!.height).toBeCloseTo(2 * half!.height, 1)
  // The axis is common: 10⁻² lies two decades, six bins, right of 10⁻⁴, and each line where its bin begins.
  const left = (layer: number) => bars(layer)[0]!.left
  const bin = half!.left - tall!.left
  expect(Math.abs(left(1) - left(0) - 6 * bin)).toBeLessThan(1)
  const rms = layers.map((layer) => layer.querySelector<SVGLineElement>('[data-rms]')!.x1.baseVal.value)
  expect(rms[0]).toBeCloseTo(left(0) - 0.5, 0)
  expect(rms[1]).toBeCloseTo(left(1) - 0.5, 0)
  expect(layers.map(({ textContent }) => textContent)).toEqual([
    'Layer 11.0 × 10⁻⁴25% silent50% at 0',
    'Output1.0 × 10⁻²',
  ])
  await screen.getByText('As a table').click()
  await expect.element(screen.getByRole('row', { name: 'Layer 1 1.0 × 10⁻⁴ 50.0% 25.0%' })).toBeVisible()
})
