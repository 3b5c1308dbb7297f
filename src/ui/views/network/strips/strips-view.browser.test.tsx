import '../../../app/tokens.css'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { row } from '../../../../charts/curves/fixture.ts'
import { tellingClient } from '../../../../client/quiet-client.testing.ts'
import { rawSamples } from '../../../../domain/data/dataset.ts'
import { type ConvolutionLayer, GATES, unitsOf } from '../../../../domain/network/layers.ts'
import { networkLayers } from '../../../../domain/network/network.ts'
import type { InspectionOf, StripsSeen } from '../../../../protocol/inspection.ts'
import { quietRoom } from '../../../app-context.testing.ts'
import { AppContextProvider } from '../../../shared/app-context.tsx'
import { FilterStrip } from './filter-strip.tsx'
import StripsView from './strips-view.tsx'

const wave = (length: number) => Float32Array.from({ length }, (_, i) => Math.sin(i))
const share = (length: number, by: number) => Float32Array.from({ length }, (_, i) => ((i * by) % 10) / 10)

/** A run whose network answers with numbers that are known here. */
async function shown(hash: string, width = 312) {
  const asked: number[][] = []
  const { client, tell } = tellingClient({
    inspectRun: (_, what) => {
      asked.push([...(what as InspectionOf<'strips'>).rows])
      return Promise.resolve(seen) as never
    },
  })
  const context = quietRoom(`#${hash}&epochs=9&patience=off&run=1`, { client })
  const run = context.app.store.getState().runs[0]!
  const { experiment } = run
  const layers = networkLayers(experiment)
  const seen: StripsSeen = {
    kind: 'strips',
    inputs: share(layers[0]!.inputs, 3),
    layers: layers.map((layer, i) =>
      i === layers.length - 1
        ? share(layer.outputs, 1).map((value) => value / 4.5)
        : wave(layer.kind === 'convolution' ? layer.height * layer.width * layer.filters : layer.outputs),
    ),
    kernels: layers.map((layer) =>
      layer.kind === 'convolution' ? wave(layer.kernel ** 2 * layer.channels * layer.filters) : null,
    ),
    cells: layers.map((layer) => {
      if (layer.kind !== 'recurrent') return null
      const each = layer.steps * unitsOf(layer)
      return {
        gates: Array.from({ length: GATES[layer.cell] }, (_, gate) => share(each, gate + 1)),
        cells: wave(each),
        states: share(each, 7),
      }
    }),
  }
  tell({ type: 'running', run: run.id })
  tell({ type: 'epochs', run: run.id, rows: [row(1, 0.5, 0.6)], patience: { best: 1, wait: 0 } })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width }}>
        <StripsView run={context.app.store.getState().runs[0]!} large={width > 400} />
      </div>
    </AppContextProvider>,
  )
  await expect.poll(() => screen.container.querySelectorAll('canvas').length).toBeGreaterThan(0)
  return { screen, experiment, layers, seen, asked }
}

const LSTM = 'data=adding&length=6&train=20&validation=20&test=20&model=lstm&layers=4,3'

test('every gate of every recurrent layer is a picture over the steps, with its mean at the step that is chosen', async () => {
  const { screen, experiment, seen, asked } = await shown(LSTM)
  const { inputs } = rawSamples(experiment, 'train')
  expect(asked[0]).toEqual([...inputs.subarray(0, 12)])
  for (const name of ['input gate', 'forget gate', 'candidate', 'output gate', 'memory', 'says'])
    for (const units of [4, 3])
      await expect
        .element(screen.getByRole('img', { name: `${name}: ${units} units over 6 steps` }))
        .toBeVisible()
  const canvas = screen.getByRole('img', { name: 'input gate: 4 units over 6 steps' }).element()
  expect([(canvas as HTMLCanvasElement).width, (canvas as HTMLCanvasElement).height]).toEqual([6, 4])
  const steps = screen.getByRole('slider', { name: 'Step 6 of 6' }).first()
  await userEvent.type(steps, '{ArrowLeft}{ArrowLeft}')
  await expect.element(screen.getByRole('slider', { name: 'Step 4 of 6' })).toBeVisible()
  const forget = seen.cells[0]!.gates[1]!
  const mean = (forget[12]! + forget[13]! + forget[14]! + forget[15]!) / 4
  expect(Number(screen.container.querySelectorAll('output')[1]!.textContent)).toBeCloseTo(mean, 2)
  await screen.getByText('As a table').click()
  await expect
    .element(screen.getByRole('row', { name: /^Layer 1, forget gate, step 4 / }))
    .toHaveTextContent(String(Number(mean.toPrecision(2))))
  await expect.element(screen.getByText(/^The truth is .* and the network says/)).toBeVisible()
})

test('another sample is asked for, and the one before stays until it is there', async () => {
  const { screen, experiment, asked } = await shown(LSTM)
  await screen.getByRole('button', { name: 'Next sample' }).click()
  const { inputs } = rawSamples(experiment, 'train')
  await expect.poll(() => asked.at(-1)).toEqual([...inputs.subarray(12, 24)])
  await expect.element(screen.getByRole('img', { name: /^says: 4 units/ })).toBeVisible()
})

test('filters are pictures of what they see; keys choose one, whose weights and numbers are told', async () => {
  const experiment = quietRoom('#data=digits-8x8&model=cnn&blocks=3,40&layers=none').app.store.getState()
    .draft.experiment
  const layer = networkLayers(experiment)[1] as ConvolutionLayer
  const { height, width, channels, kernel: side, filters } = layer
  const maps = wave(height * width * filters).map((value) => Math.max(0, value))
  const kernel = wave(side * side * channels * filters)
  const context = quietRoom('')
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 312 }}>
        <FilterStrip layer={layer} maps={maps} kernel={kernel} />
      </div>
    </AppContextProvider>,
  )
  expect(screen.getByRole('button').elements()).toHaveLength(32)
  await expect.element(screen.getByText('and 8 more')).toBeVisible()
  const first = screen.getByRole('button', { name: 'Filter 1', exact: true })
  await first.click()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect.element(screen.getByRole('button', { name: 'Filter 3', exact: true })).toHaveFocus()
  const own = [...maps].filter((_, i) => i % filters === 2)
  const [mean, zero] = [
    own.reduce((a, b) => a + b) / own.length,
    own.filter((v) => v === 0).length / own.length,
  ]
  const told = screen.getByText(/^Filter 3: mean/).element().textContent
  expect(told).toContain(`largest ${Math.max(...own).toPrecision(2)}`)
  expect(Number(told.match(/mean ([\d.]+)/)![1])).toBeCloseTo(mean, 2)
  expect(told).toContain(`0 at ${Math.round(100 * zero)}%`)
  // A picture of a map, and one of the weights for each of the three channels.
  const pictures = screen.getByRole('img', { name: /^Weights for channel/ })
  expect(pictures.elements()).toHaveLength(3)
  expect((pictures.first().element() as HTMLCanvasElement).width).toBe(side)
})
