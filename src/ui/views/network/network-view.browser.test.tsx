import '../../app/tokens.css'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { row } from '../../../charts/curves/fixture.ts'
import { edgeWidth } from '../../../charts/network/diagram-edges.tsx'
import type { StartOptions } from '../../../client/engine-client.ts'
import { tellingClient } from '../../../client/quiet-client.testing.ts'
import { rawSamples } from '../../../domain/data/dataset.ts'
import { dataSet } from '../../../domain/data/registry.ts'
import { flatWeights, initialWeights } from '../../../domain/network/initial-weights.ts'
import { denseLayers } from '../../../domain/network/network.ts'
import { stepFactors } from '../../../domain/training/dropout-step.ts'
import type { InspectionOf, UnitsSeen } from '../../../protocol/inspection.ts'
import { quietRoom } from '../../app-context.testing.ts'
import { AppContextProvider } from '../../shared/app-context.tsx'
import NetworkView from './network-view.tsx'

/** At a pace that the page keeps up with: a moving picture would be drawn anew all the time. */
const SCENE = 'data=moons&train=40&validation=40&test=40&batch=16&epochs=3&patience=off&pace=5&run=1'

/** A run whose network has the weights of its seed, plus ones so that no bias is 0, and answers by plain loops. */
async function shown(hash: string, large = true) {
  const asked = vi.fn()
  const started: StartOptions[] = []
  const { client, tell } = tellingClient({
    start: (_, __, options = {}) => void started.push(options),
    inspectRun: (_, what) => {
      asked(what)
      return Promise.resolve(seen(what as InspectionOf<'units'>)) as never
    },
    inspect: (_, given, what) =>
      Promise.resolve({ ...seen(what as InspectionOf<'units'>), weights: flatWeights(given) }) as never,
  })
  const context = quietRoom(`#${hash}`, { client })
  const run = context.app.store.getState().runs[0]!
  const { experiment } = run
  const weights = flatWeights(initialWeights(experiment)).map((w, i) => w + 0.1 * Math.sin(i))
  const layers = denseLayers(experiment)
  const seen = ({ rows }: InspectionOf<'units'>): UnitsSeen => ({
    kind: 'units',
    inputs: Float32Array.from(rows),
    layers: layers.map(({ units }) =>
      Float32Array.from({ length: (rows.length / layers[0]!.inputs) * units }, (_, i) => Math.sin(i)),
    ),
    weights,
    gradients: layers.map(({ units }, l) =>
      Float32Array.from({ length: units }, (_, i) => 0.01 * (l + 1) + 0.001 * i),
    ),
    saturated: layers.slice(0, -1).map(({ units }) => new Float32Array(units).fill(0.35)),
  })
  tell({ type: 'running', run: run.id })
  tell({
    type: 'epochs',
    run: run.id,
    rows: [row(1, 0.5, 0.6), row(2, 0.5, 0.6)],
    patience: { best: 2, wait: 0 },
    kept: [1, 2].map((epoch) => ({ epoch, state: { weights, slots: [], updates: epoch } })),
  })
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: large ? 1200 : 312, height: 700 }}>
        <NetworkView run={context.app.store.getState().runs[0]!} large={large} />
      </div>
    </AppContextProvider>,
  )
  await expect.poll(() => screen.container.querySelectorAll('[data-unit]').length).toBeGreaterThan(0)
  const weight = (layer: number, from: number, to: number) => {
    const { kernelAt, units } = layers[layer]!
    return weights[kernelAt + from * units + to]!
  }
  return { screen, context, experiment, layers, weights, weight, asked, started }
}

test('every unit has a picture and every weight a line, as wide as the weight and dashed below 0', async () => {
  const { screen, weight } = await shown(`${SCENE}&layers=4,3`)
  const { container } = screen
  // The points lie over the picture of the output on a canvas of their own.
  expect(container.querySelectorAll('[data-unit] canvas:first-of-type')).toHaveLength(2 + 4 + 3 + 1)
  const lines = [...container.querySelectorAll('fieldset svg path[data-focus]')]
  expect(lines).toHaveLength(2 * 4 + 4 * 3 + 3)
  const expected = [
    ...[0, 1].flatMap((from) => [0, 1, 2, 3].map((to) => weight(0, from, to))),
    ...[0, 1, 2, 3].flatMap((from) => [0, 1, 2].map((to) => weight(1, from, to))),
    ...[0, 1, 2].map((from) => weight(2, from, 0)),
  ]
  const drawn = lines.map((line) => `${line.getAttribute('data-sign')} ${line.getAttribute('stroke-width')}`)
  const wanted = expected.map((w) => `${w < 0 ? 'minus' : 'plus'} ${edgeWidth(w).toFixed(2)}`)
  expect(drawn.sort()).toEqual(wanted.sort())
  expect([edgeWidth(0), edgeWidth(-2), edgeWidth(9)]).toEqual([0.75, 2.625, 4.5])
})

test('pointing at a unit shows its bias, its gradient, its share and its weights, the largest first; a click pins it', async () => {
  const { screen, layers, weights, weight } = await shown(`${SCENE}&layers=4,3`)
  const unit = screen.getByRole('button', { name: 'Layer 2, unit 3' })
  await unit.hover()
  const detail = screen.getByRole('region', { name: 'Layer 2, unit 3' })
  const bias = weights[layers[1]!.biasAt + 2]!
  await expect.element(detail).toHaveTextContent(Math.abs(bias).toPrecision(2))
  await expect.element(detail).toHaveTextContent('2.2 × 10⁻²')
  await expect.element(detail).toHaveTextContent('35%')
  const listed = [
    ...detail.getByRole('region', { name: 'In, from layer 1' }).element().querySelectorAll('li'),
  ]
  const order = [0, 1, 2, 3].sort((a, b) => Math.abs(weight(1, b, 2)) - Math.abs(weight(1, a, 2)))
  expect(listed.map((item) => item.textContent?.match(/unit \d/)?.[0])).toEqual(
    order.map((i) => `unit ${i + 1}`),
  )
  expect(listed.map((item) => item.querySelector('i')?.dataset.sign)).toEqual(
    order.map((i) => (weight(1, i, 2) < 0 ? 'minus' : 'plus')),
  )
  await unit.click()
  await expect.element(unit).toHaveAttribute('aria-pressed', 'true')
  await screen.getByRole('button', { name: 'Layer 1, unit 1' }).hover()
  await expect.element(screen.getByRole('region', { name: 'Layer 1, unit 1' })).toBeVisible()
  await userEvent.unhover(screen.getByRole('button', { name: 'Layer 1, unit 1' }))
  await expect.element(detail).toBeVisible()
  expect(screen.container.querySelectorAll('path[data-focus="in"]')).toHaveLength(4)
})

test('on the stage the numbers of the unit stand beside it, and left of it where there is no room right', async () => {
  const { screen, layers, weights } = await shown(`${SCENE}&layers=4,3`)
  const beside = (unit: string) =>
    screen.container.querySelector<HTMLElement>(`[data-unit="${unit}"] [data-before]`)
  await screen.getByRole('button', { name: 'Layer 1, unit 2' }).hover()
  await expect.poll(() => beside('1-1')?.dataset.before).toBe('false')
  const bias = weights[layers[0]!.biasAt + 1]!
  expect(beside('1-1')!.textContent).toContain(Math.abs(bias).toPrecision(2))
  expect(beside('1-1')!.textContent).toContain('35%')
  await screen.getByRole('button', { name: 'Output' }).hover()
  await expect.poll(() => beside('3-0')?.dataset.before).toBe('true')
  expect(beside('1-1')).toBeNull()
  // An input computes nothing.
  await screen.getByRole('button', { name: 'Input x' }).hover()
  await expect.poll(() => beside('3-0')).toBeNull()
  expect(beside('0-0')).toBeNull()
})

test('the arrow keys move over layers and units, Enter pins and Escape lets go', async () => {
  const { screen } = await shown(`${SCENE}&layers=4,3`)
  const focused = () => document.activeElement?.getAttribute('aria-label')
  screen.container.querySelector<HTMLElement>('[data-unit][tabindex="0"]')!.focus()
  expect(focused()).toBe('Input x')
  const path = ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft']
  const passed: (string | null | undefined)[] = []
  for (const key of path) {
    await userEvent.keyboard(`{${key}}`)
    passed.push(focused())
  }
  expect(passed).toEqual([
    'Layer 1, unit 2',
    'Layer 1, unit 3',
    'Layer 2, unit 2',
    'Output',
    'Output',
    'Layer 2, unit 2',
  ])
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText('pinned, Esc lets go')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByText('pinned, Esc lets go')).not.toBeInTheDocument()
})

test('of a wide layer the units with the largest outgoing weights are drawn, and the others counted', async () => {
  const { screen, weight } = await shown(`${SCENE}&layers=30`)
  const sizes = Array.from({ length: 30 }, (_, from) => Math.abs(weight(1, from, 0)))
  const largest = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]!).slice(0, 7)
  const drawn = [...screen.container.querySelectorAll<HTMLElement>('[data-unit^="1-"]')]
  expect(drawn.map(({ dataset }) => Number(dataset.unit!.slice(2)))).toEqual(largest.sort((a, b) => a - b))
  await expect.element(screen.getByText('+ 23')).toBeVisible()
})

test('of a deep network the first and last layers are drawn, and two around the pinned one', async () => {
  const { screen } = await shown(`${SCENE}&layers=2,2,2,2,2,2,2`)
  const titles = () => [...screen.container.querySelectorAll('strong')].map(({ textContent }) => textContent)
  expect(titles()).toEqual(['Input', 'Layer 1', 'Layer 2', 'Layer 3', 'Layer 7', 'Output'])
  await screen.getByRole('button', { name: 'Layer 3, unit 1' }).click()
  await expect.poll(titles).toEqual(['Input', 'Layer 1', 'Layer 3', 'Layer 4', 'Layer 7', 'Output'])
})

test('a dropout step crosses out the units that the last step of the epoch dropped, with their edges', async () => {
  const { screen, experiment, asked } = await shown(`${SCENE}&layers=8,8&dropout=0.4`)
  await screen.getByRole('radio', { name: 'Dropout step' }).click({ force: true })
  const step = { epoch: 2, batch: 2, sample: 0 }
  await expect.poll(() => asked.mock.lastCall?.[0]).toMatchObject({ kind: 'units', step })
  const factors = stepFactors(experiment, step).slice(0, -1)
  const off = factors.flatMap((layer, i) =>
    [...layer.keys()].filter((unit) => layer[unit] === 0).map((unit) => `${i + 1}-${unit}`),
  )
  expect(off.length).toBeGreaterThan(0)
  const crossed = () =>
    [...screen.container.querySelectorAll<HTMLElement>('[data-dropped="true"][data-unit]')].map(
      ({ dataset }) => dataset.unit,
    )
  await expect.poll(crossed).toEqual(off)
  await expect
    .element(screen.getByText(`${off.length} of 16 off: epoch 2, batch 3 of 3, sample 1`))
    .toBeVisible()
  const kept = factors.map((layer) => layer.filter((factor) => factor > 0).length)
  expect(screen.container.querySelectorAll('fieldset svg path[data-focus]')).toHaveLength(
    2 * kept[0]! + kept[0]! * kept[1]! + kept[1]!,
  )
})

test('without dropout there is no step to choose; in the column all of it fits', async () => {
  const { screen } = await shown(`${SCENE}&layers=8,8,8`, false)
  expect(screen.getByRole('radio').elements()).toHaveLength(0)
  const box = screen.container.querySelector('fieldset')!.getBoundingClientRect()
  for (const unit of screen.container.querySelectorAll('[data-unit]')) {
    const { left, right } = unit.getBoundingClientRect()
    expect(left).toBeGreaterThanOrEqual(box.left)
    expect(right).toBeLessThanOrEqual(box.right)
  }
})

test('a weight of a pinned unit can be set, shows at once, and the run goes on from there as a branch', async () => {
  const { screen, context, weight, started } = await shown(`${SCENE}&layers=4,3`)
  const run = context.app.store.getState().runs[0]!
  const unit = screen.getByRole('button', { name: 'Layer 2, unit 3' })
  await unit.hover()
  expect(screen.container.querySelectorAll('input')).toHaveLength(0)
  await unit.click()
  const field = screen.getByRole('textbox', { name: 'weight, unit 2' })
  const before = weight(1, 1, 2)
  await field.fill('-3.25')
  await userEvent.keyboard('{Enter}')
  const name = 'dense_2/kernel'
  const edits = () => context.fit.store.getState().edits[run.id]
  expect(edits()).toEqual([{ name, index: 1 * 3 + 2, from: before, to: -3.25 }])
  await expect.element(field).toHaveValue('−3.25')
  await expect.element(field).toHaveAttribute('data-edited', 'true')
  const drawn = () =>
    [...screen.container.querySelectorAll('path[data-focus="in"]')].map((line) =>
      line.getAttribute('stroke-width'),
    )
  await expect.poll(drawn).toContain(edgeWidth(-3.25).toFixed(2))
  // An arrow key moves it on.
  await field.click()
  await userEvent.keyboard('{ArrowUp}')
  await expect.poll(() => edits()![0]!.to).toBe(-3.15)
  await field.fill('much')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('alert')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  context.app.actions.branch(run.id, { epoch: 2, edits: edits()! })
  await expect.poll(() => started.length).toBe(2)
  expect(started[1]!.from!.state.weights[2 * 4 + 4 + 1 * 3 + 2]).toBe(Math.fround(-3.15))
  expect(context.app.store.getState().runs[1]!.branch).toMatchObject({
    epoch: 2,
    edits: [{ name, to: -3.15 }],
  })
})

test('a followed sample is on every picture with what the unit makes of it; a click on a point follows that one', async () => {
  const { screen, asked, experiment } = await shown(`${SCENE}&layers=4,3`)
  const { container } = screen
  const { inputs } = rawSamples(experiment, 'train')
  const rowOf = (sample: number) => Array.from(inputs.subarray(2 * sample, 2 * sample + 2))
  const followed = () =>
    asked.mock.calls.flatMap(([what]) =>
      what.kind === 'activations' ? [Array.from(what.rows as Float32Array)] : [],
    )
  await screen.getByRole('button', { name: 'Follow a sample' }).click()
  await expect.poll(followed).toEqual([rowOf(0)])
  const value = (unit: string) =>
    container.querySelector<HTMLElement>(`[data-unit="${unit}"] [data-activation]`)?.dataset.activation
  await expect.poll(() => value('1-1')).toBe(Math.sin(1).toFixed(2))
  expect(value('2-2')).toBe(Math.sin(2).toFixed(2))
  expect(value('0-0')).toBe(rowOf(0)[0]!.toFixed(2).replace('-', '−'))
  const [[left, right], [low, high]] = dataSet(experiment.data).extent as [[number, number], [number, number]]
  const [x, y] = rowOf(7) as [number, number]
  const output = screen.getByRole('button', { name: 'Output' })
  const { width, height } = output.element().getBoundingClientRect()
  const share = { x: (x - left) / (right - left), y: (high - y) / (high - low) }
  await output.click({ position: { x: share.x * width, y: share.y * height } })
  await expect.poll(() => followed().at(-1)).toEqual(rowOf(7))
  await expect.element(output).toHaveAttribute('aria-pressed', 'false')
  await expect.element(screen.getByRole('spinbutton', { name: 'Sample' })).toHaveValue('8')
  const mark = output.element().querySelector('i')!
  expect(Number.parseFloat(mark.style.left)).toBeCloseTo(100 * share.x, 1)
  await expect.element(screen.getByText(/^At \(.*the output is 0\. That/)).toBeVisible()
  await screen.getByRole('button', { name: 'Next sample' }).click()
  await expect.poll(() => followed().at(-1)).toEqual(rowOf(8))
  await screen.getByRole('button', { name: 'Follow no sample' }).click()
  expect(container.querySelectorAll('[data-activation]')).toHaveLength(0)
})
