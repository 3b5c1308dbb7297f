import '../app/tokens.css'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { row } from '../../charts/curves/fixture.ts'
import type { ClientEvent } from '../../client/client-event.ts'
import { tellingClient } from '../../client/quiet-client.testing.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { initialWeights, type WeightArray } from '../../domain/network/initial-weights.ts'
import type { Inspection } from '../../protocol/inspection.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { ModelViews } from './model-views.tsx'

beforeEach(() => page.viewport(1440, 900))

async function shown(hash: string, large = false) {
  const asked: { readonly weights: readonly WeightArray[]; readonly kind: string }[] = []
  const seen = () =>
    Promise.resolve({
      kind: 'gradients',
      samples: 40,
      layers: [
        {
          name: 'dense_1',
          rms: 70,
          zero: 0,
          counts: Uint32Array.from({ length: 48 }, (_, i) => +(i === 40)),
        },
      ],
    }) as never
  const { client, tell } = tellingClient({
    inspect: (_: Experiment, weights: readonly WeightArray[], { kind }: Inspection) => {
      asked.push({ weights, kind })
      return seen()
    },
    inspectRun: seen,
  })
  const context = quietRoom(`#${hash}&run=1`, { client })
  context.app.actions.look({ modelView: 'gradients' })
  const run = context.app.store.getState().runs[0]!
  tell({ type: 'running', run: run.id })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={large ? { width: 1400, height: 900 } : { width: 480 }}>
        <ModelViews large={large} />
      </div>
    </AppContextProvider>,
  )
  return { screen, asked, run, tell: (event: ClientEvent) => tell(event) }
}

test('of a run that diverges within its first epoch the gradients are those it began with', async () => {
  const { screen, asked, run, tell } = await shown('data=moons&layers=4')
  const score = { loss: 45 }
  tell({
    type: 'started',
    run: run.id,
    start: { train: score, validation: score, gradients: [70, 70], inactive: [0] },
  })
  await expect.element(screen.getByText('Nothing trained yet. Press Run.')).toBeVisible()
  const last = [{ name: 'dense_1/kernel', shape: [2, 4], values: new Float32Array(8).fill(Number.NaN) }]
  const outcome = { kind: 'diverged', epoch: 1, best: 0, restored: null } as const
  tell({ type: 'finished', run: run.id, outcome, last, best: null })
  await expect.element(screen.getByText('epoch 0, 40 samples')).toBeVisible()
  await expect.element(screen.getByText('Nothing trained yet. Press Run.')).not.toBeInTheDocument()
  expect(asked.at(-1)).toEqual({ weights: initialWeights(run.experiment), kind: 'gradients' })
})

test('a single layer has its gradients too; over epochs they are a sentence and a table', async () => {
  const single = await shown('data=moons&layers=none')
  single.tell({
    type: 'epochs',
    run: single.run.id,
    rows: [{ ...row(1, 0.5, 0.6), gradients: [0.25] }],
    patience: { best: 1, wait: 0 },
  })
  await expect.element(single.screen.getByText('epoch 1, 40 samples')).toBeVisible()
  await expect.element(single.screen.getByRole('img', { name: /^Root mean square/ })).toBeVisible()
  await single.screen.unmount()
  const { screen, run, tell } = await shown('data=moons&layers=4')
  tell({
    type: 'epochs',
    run: run.id,
    rows: [
      { ...row(1, 0.5, 0.6), gradients: [0.1, 0.2] },
      { ...row(2, 0.5, 0.6), gradients: [0.01, 0.5] },
    ],
    patience: { best: 1, wait: 0 },
  })
  await expect
    .element(screen.getByText('Gradient of layer 2: 50 times that of layer 1', { exact: false }))
    .toBeVisible()
  await screen.getByText('As a table').first().click()
  await expect.element(screen.getByRole('row', { name: '2 1.0 × 10⁻² 0.5' })).toBeVisible()
})

test('shown large, the gradients over epochs take the height that is there', async () => {
  const { screen, run, tell } = await shown('data=moons&layers=4', true)
  tell({
    type: 'epochs',
    run: run.id,
    rows: [{ ...row(1, 0.5, 0.6), gradients: [0.1, 0.2] }],
    patience: { best: 1, wait: 0 },
  })
  const chart = screen.getByRole('img', { name: /^Root mean square/ })
  await expect.element(chart).toBeVisible()
  const panel = screen.getByRole('tabpanel').element().clientHeight
  expect(chart.element().getBoundingClientRect().height).toBeGreaterThan(0.35 * panel)
})
