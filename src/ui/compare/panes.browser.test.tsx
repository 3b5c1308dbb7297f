import '../app/tokens.css'
import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { barsOf } from '../../charts/kit/paths.testing.ts'
import type { ClientEvent } from '../../client/client-event.ts'
import type { EngineClient } from '../../client/engine-client.ts'
import { quietClient } from '../../client/quiet-client.testing.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { en } from '../../text/en/index.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import PanesView from './panes-view.tsx'

const SCENE = 'data=moons&train=40&validation=40&test=40&layers=8,8&epochs=4&patience=off&panes=gradients'

const row = (epoch: number, loss: number, gradients: readonly number[]): EpochRow => ({
  epoch,
  train: { loss, accuracy: 0.5 },
  validation: { loss: loss * 1.5, accuracy: 0.5 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [...gradients],
  seconds: 0.1,
})

/** Runs of a comparison whose losses, and gradients, lie far apart. */
const COURSES = [
  [row(1, 2, [1e-6, 1e-3, 0.1]), row(2, 2, [2e-6, 1e-3, 0.1]), row(3, 2, [1e-6, 1e-3, 0.1])],
  [row(1, 0.5, [0.2, 0.2, 0.1]), row(2, 0.1, [0.1, 0.1, 0.2])],
]

let tell: (event: ClientEvent) => void

beforeEach(() => page.viewport(1440, 900))

async function show(hash: string, courses = COURSES, more: Partial<EngineClient> = {}) {
  const onSettings = vi.fn()
  const client: EngineClient = {
    ...quietClient,
    ...more,
    listen(listener) {
      tell = listener
      return () => {}
    },
  }
  const context = quietRoom(`#${hash}`, { client })
  const { runs } = context.app.store.getState()
  for (const [i, { id }] of runs.entries()) {
    const rows = courses[i] ?? courses[0]!
    tell({ type: 'running', run: id })
    tell({ type: 'epochs', run: id, rows, patience: { best: rows.length - 1, wait: 1 } })
  }
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ height: 800, display: 'flex', flexDirection: 'column' }}>
        <PanesView lead={null} onSettings={onSettings} />
      </div>
    </AppContextProvider>,
  )
  return { screen, context, onSettings, pane: (name: string) => screen.getByRole('region', { name }) }
}

const words = (root: Element) => [...root.querySelectorAll('text')].map((text) => text.textContent ?? '')
/** The numbers at the axes of a pane's chart. */
const numbers = (root: Element, chart: number) =>
  words(root.querySelectorAll('[role=img]')[chart]!).filter((word) => /^[\d.−]+$/.test(word))

test('what stands in the place of a second pane does not push the plots of the first down', async () => {
  const { screen, pane } = await show(`${SCENE}&run=1`)
  await expect.poll(() => pane('A: Two moons').element().querySelector('svg')).not.toBeNull()
  const way = screen.getByRole('button', { name: en.panes.forkButton }).element().getBoundingClientRect()
  const plot = pane('A: Two moons').element().querySelector('[role=img]')!.getBoundingClientRect()
  expect(plot.top).toBeLessThan(way.top)
})

test('panes share the epochs, the range of losses and the range of gradients', async () => {
  const { pane } = await show(`${SCENE}&compare=activation:sigmoid/relu&run=1`)
  const [a, b] = [pane('A: Sigmoid'), pane('B: ReLU')].map((one) => one.element())
  await expect.poll(() => numbers(a!, 0)).toContain('4')
  expect(numbers(b!, 0)).toEqual(numbers(a!, 0))
  expect(numbers(b!, 1)).toEqual(numbers(a!, 1))
  // By itself, run B would not need so small a gradient on its axis.
  expect(words(b!)).toContain('10−6')
})

test('histograms of gradients of one epoch share their axis, so that smaller ones lie further left', async () => {
  const seen = (bin: number) => ({
    kind: 'gradients',
    samples: 16,
    layers: [{ name: 'dense_1', rms: 1e-4, zero: 0, counts: new Uint32Array(48).fill(10, bin, bin + 1) }],
  })
  const bins = new Map<string, number>()
  const inspectRun = (run: string) => {
    if (!bins.has(run)) bins.set(run, [18, 30][bins.size]!)
    return Promise.resolve(seen(bins.get(run)!)) as never
  }
  const scene = `${SCENE}&compare=activation:sigmoid/relu&run=1`.replace('=gradients', '=gradient-histogram')
  const { pane } = await show(scene, COURSES, { inspectRun })
  const [a, b] = [pane('A: Sigmoid'), pane('B: ReLU')].map((one) => one.element())
  const left = (root: Element | undefined) =>
    barsOf(root!.querySelector('[data-bars]')?.getAttribute('d') ?? null)[0]?.left
  await expect.poll(() => left(b)).toBeDefined()
  await expect.poll(() => left(a)).toBeLessThan(left(b)!)
  const ticks = (root: Element | undefined) => words([...root!.querySelectorAll('[role=img]')].at(-1)!)
  // By itself, run B would not need so small a gradient on its axis.
  await expect.poll(() => ticks(b)).toContain('10−6')
  expect(ticks(a).filter((word) => word.startsWith('10'))).toEqual(
    ticks(b).filter((word) => word.startsWith('10')),
  )
})

test('both panes show the epoch under the pointer, and the value of each run that has it', async () => {
  const { context, pane } = await show(`${SCENE}&compare=activation:sigmoid/relu&run=1`)
  const [a, b] = [pane('A: Sigmoid').element(), pane('B: ReLU').element()]
  await expect.poll(() => a.querySelector('rect[class*=field]')).not.toBeNull()
  const field = a.querySelector('rect[class*=field]')!
  const { left, width, top } = field.getBoundingClientRect()
  field.dispatchEvent(
    new PointerEvent('pointermove', { clientX: left + 0.4 * width, clientY: top + 9, bubbles: true }),
  )
  expect(context.app.store.getState().view.hover).toBe(2)
  await expect.poll(() => words(a)).toContain('epoch 2')
  await expect.poll(() => words(b)).toContain('epoch 2')
  expect(words(b)).toEqual(expect.arrayContaining(['0.100', '0.150']))
  context.app.actions.look({ hover: 3 })
  await expect.poll(() => words(b)).toContain('epoch 3')
  expect(words(a)).toContain('3.00')
  expect(words(b)).not.toContain('0.150')
})

test('the strip names the difference; two settings give no single cause', async () => {
  const { screen, context } = await show(`${SCENE}&compare=activation:sigmoid/relu&run=1`)
  await expect.element(screen.getByText('A and B differ only in')).toBeVisible()
  await expect.element(screen.getByText('activation: Sigmoid and ReLU')).toBeVisible()
  context.app.actions.clearLineup()
  context.app.actions.edit('dropout', 0.4)
  context.app.actions.edit('lr', 0.5)
  const [first] = context.app.store.getState().runs
  context.app.actions.runBeside(first!.id)
  await expect
    .element(screen.getByText('A, B and C differ in 3 settings, so the cause cannot be told'))
    .toBeVisible()
})

test('the foot says how many times smaller the first gradient is', async () => {
  const { pane } = await show(`${SCENE}&compare=activation:sigmoid/relu&run=1`)
  await expect
    .element(pane('A: Sigmoid'))
    .toHaveTextContent(/Gradient of layer 3: 100\s000 times that of layer 1.*layer 1: 1.0 × 10−6/)
  await expect.element(pane('B: ReLU')).toHaveTextContent('Gradient of layer 3: 2 times that of layer 1')
})

test('one choice is for all panes, the choice of a pane for itself, until there is another for all', async () => {
  const { screen, context } = await show(`${SCENE}&compare=activation:sigmoid/relu&run=1`)
  const own = screen.getByRole('combobox', { name: 'Below the loss of B' })
  const other = screen.getByRole('combobox', { name: 'Below the loss of A' })
  await own.selectOptions('Accuracy')
  await expect.element(own).toHaveValue('quality')
  await expect.element(other).toHaveValue('gradients')
  await screen.getByRole('radio', { name: 'What it learned' }).click({ force: true })
  await expect.element(own).toHaveValue('fit')
  await expect.element(other).toHaveValue('fit')
  expect(context.app.store.getState().view.pane).toBe('fit')
})

test('predictions stand beside each other, and the penalty where a run has one', async () => {
  const penalized = COURSES.map((rows, i) => rows.map((one) => ({ ...one, penalty: i * 0.02 })))
  const scene = `${SCENE}&compare=l2:0/0.01&run=1`
  const { screen, pane } = await show(scene, penalized)
  await screen.getByRole('radio', { name: 'Predictions' }).click({ force: true })
  const parts = (name: string) => pane(name).getByRole('radiogroup', { name: 'Samples' })
  await expect.element(parts('A: L2 0')).toBeVisible()
  await expect.element(parts('B: L2 0.01')).toBeVisible()
  await screen.getByRole('radio', { name: 'Penalty' }).click({ force: true })
  const sum = 'Epoch 2: data loss 0.100 + penalty 0.020 = 0.120, which training makes small.'
  await expect.element(pane('B: L2 0.01').getByText(sum)).toBeVisible()
  await expect.element(pane('A: L2 0').getByText(/which training makes small/)).not.toBeInTheDocument()
  await screen.unmount()
  const plain = await show(`${SCENE}&compare=activation:sigmoid/relu&run=1`)
  await expect.element(plain.screen.getByRole('radio', { name: 'Predictions' })).toBeInTheDocument()
  await expect.element(plain.screen.getByRole('radio', { name: /Penalty|fit/ })).not.toBeInTheDocument()
})

test('where the steps of optimizers are asked for, runs are measured from their first epoch on', async () => {
  const measureRates = vi.fn()
  const scene = SCENE.replace('panes=gradients', 'panes=optimizer')
  const { screen } = await show(scene, COURSES, { measureRates })
  await expect.poll(() => measureRates.mock.lastCall).toEqual([true])
  await screen.unmount()
  expect(measureRates.mock.lastCall).toEqual([false])
})

test('the steps of two optimizers stand beside each other, without the surfaces, which are of no run', async () => {
  const { screen, pane } = await show(`${SCENE}&compare=optimizer:sgd/adagrad&run=1`)
  await screen.getByRole('radio', { name: 'Optimizer' }).click({ force: true })
  await expect.element(pane('A: SGD').getByText(en.paths.rates.one('SGD'))).toBeVisible()
  await expect.element(pane('B: Adagrad').getByText(en.paths.rates.one('Adagrad'))).not.toBeInTheDocument()
  const part = (name: string) => pane('B: Adagrad').getByRole('radio', { name })
  await expect.element(part(en.paths.parts.rates)).toBeChecked()
  await expect.element(part(en.paths.parts.surfaces)).not.toBeInTheDocument()
  await part(en.paths.parts.loss).click({ force: true })
  await expect.element(pane('A: SGD').getByRole('radio', { name: en.paths.parts.loss })).toBeChecked()
})

test('beside a single run the page says how to make a second: a changed setting, or the settings as they are now', async () => {
  const { screen, context, onSettings } = await show(`${SCENE}&run=1`)
  await expect.element(screen.getByRole('button', { name: 'Compare…' })).toBeVisible()
  await screen.getByRole('button', { name: 'Change a setting' }).click()
  expect(onSettings).toHaveBeenCalled()
  const [first] = context.app.store.getState().runs
  expect(context.app.store.getState().fork).toBe(first!.id)
  context.app.actions.edit('dropout', 0.4)
  await screen.getByRole('button', { name: 'Run the current settings beside it' }).click()
  await expect.element(screen.getByText('dropout: 0 and 0.4')).toBeVisible()
  expect(screen.getByRole('region').elements()).toHaveLength(2)
})

test('a run that is no better than one answer to all says so, and what that answer scores', async () => {
  const learned = [row(1, 0.2, [1, 1, 1]), row(2, 0.1, [1, 1, 1])]
  const scene = `${SCENE}&compare=activation:sigmoid/relu&run=1`
  const { context, pane } = await show(scene, [COURSES[0]!, learned])
  const outcome = { kind: 'completed', epoch: 2, best: 2, restored: null } as const
  for (const { id } of context.app.store.getState().runs)
    tell({ type: 'finished', run: id, outcome, last: [], best: null })
  await expect.element(pane('A: Sigmoid')).toHaveTextContent('about as good as always the same answer, 0.693')
  await expect.element(pane('B: ReLU')).not.toHaveTextContent('about as good as')
})

test('how the runs end is announced, their epochs are not', async () => {
  const { screen, context } = await show(`${SCENE}&compare=activation:sigmoid/relu&run=1`)
  const said = screen.getByRole('status')
  await expect.element(said).toHaveTextContent('A: Training · B: Training')
  const { id } = context.app.store.getState().runs[1]!
  const outcome = { kind: 'completed', epoch: 2, best: 2, restored: null } as const
  tell({ type: 'finished', run: id, outcome, last: [], best: null })
  await expect.element(said).toHaveTextContent('A: Training · B: All 2 epochs done')
})

test('without runs it says what Run would bring', async () => {
  const { screen } = await show(`${SCENE}&compare=activation:sigmoid/relu`)
  await expect
    .element(screen.getByText('Press Run, or the space bar: Sigmoid and ReLU will stand here side by side.'))
    .toBeVisible()
  expect(screen.getByRole('button', { name: 'Compare…' }).elements()).toHaveLength(0)
})

test('five optimizers are five panes in a row, each under its name and its own learning rate', async () => {
  const { screen, pane } = await show('preset=tuned-optimizers&panes=quality&run=1')
  const names = ['SGD', 'Momentum', 'Adagrad', 'RMSProp', 'Adam']
  const rates = ['0.3', '0.03', '0.3', '0.03', '0.03']
  const tops = names.map((name, i) => {
    const element = pane(`${'ABCDE'[i]}: ${name}`).element()
    expect(element.textContent).toContain(`lr ${rates[i]}`)
    return element.getBoundingClientRect().top
  })
  expect(new Set(tops).size).toBe(1)
  await expect
    .element(screen.getByText('A, B, C, D and E differ in the optimizer, each at its own learning rate:'))
    .toBeVisible()
})

test('all at one rate is one press away, and the way back too', async () => {
  const { screen, context } = await show('preset=tuned-optimizers&panes=quality&run=1')
  const rates = () =>
    context.app.store
      .getState()
      .runs.filter(({ visible }) => visible)
      .map(({ experiment }) => experiment.optimizer.learningRate)
  expect(rates()).toEqual([0.3, 0.03, 0.3, 0.03, 0.03])
  await screen.getByRole('button', { name: 'All at 0.01' }).click()
  await expect.poll(rates).toEqual([0.01, 0.01, 0.01, 0.01, 0.01])
  await screen.getByRole('button', { name: 'Each at its own best rate' }).click()
  await expect.poll(rates).toEqual([0.3, 0.03, 0.3, 0.03, 0.03])
})

test('more runs than panes: who is left out is named, and unticking one makes room', async () => {
  const { screen } = await show(`${SCENE}&compare=lr:0.1/0.2/0.3/0.4/0.5/0.6/0.7/0.8&run=1`)
  const panes = () =>
    screen
      .getByRole('region')
      .elements()
      .map((element) => element.querySelector('h2')?.textContent)
  await expect.poll(panes).toHaveLength(6)
  await expect.element(screen.getByText('6 of 8 runs')).toBeVisible()
  const left = screen.getByText('Not shown: learning rate 0.7 and learning rate 0.8')
  await expect.element(left).toBeVisible()
  await screen.getByText('6 of 8 runs').click()
  await screen.getByRole('checkbox', { name: '0.2' }).click()
  await expect
    .poll(panes)
    .toEqual(['0.1', '0.3', '0.4', '0.5', '0.6', '0.7'].map((rate) => `learning rate ${rate}`))
  await screen.getByRole('checkbox', { name: '0.2' }).click()
  await screen.getByRole('checkbox', { name: '0.8' }).click()
  await screen.getByRole('checkbox', { name: '0.7' }).click()
  // Six panes fit: no run is left out, and any that was unticked can come back.
  await expect.poll(panes).toContain('learning rate 0.2')
  await expect.element(screen.getByText('6 of 6 runs')).toBeVisible()
  await expect.element(screen.getByText(/^Not shown/)).not.toBeInTheDocument()
})

test('one track takes all runs to the same epoch, and each no further than it came', async () => {
  const { screen, context } = await show(`${SCENE}&compare=optimizer:sgd/adam&run=1`)
  const slider = screen.getByRole('slider', { name: /^Epoch that all panes show/ })
  await expect.element(slider).toHaveAttribute('aria-valuemax', '3')
  slider.element().focus()
  const [a, b] = context.app.store.getState().runs.map(({ id }) => id)
  const at = () => [a, b].map((id) => context.fit.store.getState().at[id!])
  await userEvent.keyboard('{Home}{ArrowRight}')
  await expect.poll(at).toEqual([1, 1])
  await expect.element(slider).toHaveAttribute('aria-valuenow', '1')
  // The second run trains and has come to epoch 2, where it is followed again.
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(at).toEqual([2, undefined])
  await userEvent.keyboard('{End}')
  await expect.poll(at).toEqual([undefined, undefined])
})
