import '../../app/tokens.css'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { row } from '../../../charts/curves/fixture.ts'
import { tellingClient } from '../../../client/quiet-client.testing.ts'
import { digitPicture, type Stroke } from '../../../domain/predictions/drawn-digit.ts'
import { quietRoom } from '../../app-context.testing.ts'
import { AppContextProvider } from '../../shared/app-context.tsx'
import DrawingBlock from './drawing-block.tsx'

/** The network says 7 with 93 % to any picture but an empty one. */
const ANSWER = Float32Array.from({ length: 10 }, (_, digit) => (digit === 7 ? 0.93 : 0.07 / 9))

async function shown() {
  const asked: number[][] = []
  const { client, tell } = tellingClient({
    predict: async (_: unknown, __: unknown, rows: Float32Array | Float64Array) => {
      asked.push([...rows])
      return ANSWER
    },
  })
  const source = {
    inputs: new Uint8Array(784 * 30),
    targets: Uint8Array.from({ length: 30 }, (_, i) => i % 10),
  }
  const context = quietRoom('#data=digits&train=10&validation=10&test=10&layers=4&run=1', {
    client,
    load: async () => source,
  })
  const { store, sources } = context.app
  await expect.poll(() => sources.isReady(store.getState().runs[0]!.experiment.data)).toBe(true)
  const { id } = store.getState().runs[0]!
  tell({ type: 'running', run: id })
  tell({ type: 'epochs', run: id, rows: [row(1, 0.5, 0.6)], patience: { best: 1, wait: 0 } })
  const outcome = { kind: 'completed', epoch: 1, best: 1, restored: null } as const
  tell({ type: 'finished', run: id, outcome, last: [], best: null })
  const screen = await render(
    <AppContextProvider value={context}>
      <DrawingBlock run={store.getState().runs[0]!} />
    </AppContextProvider>,
  )
  const pad = screen.getByRole('application').element()
  pad.setPointerCapture = () => {}
  const box = pad.getBoundingClientRect()
  const fire = (type: string, [x, y]: Stroke[number], buttons = 1) =>
    pad.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        clientX: box.left + x * box.width,
        clientY: box.top + y * box.height,
        pointerId: 1,
        buttons,
      }),
    )
  const drawing = () => context.fit.store.getState().drawing?.strokes
  return { screen, pad, fire, asked, drawing }
}

test('a stroke is given to the network centred and scaled, and its ten probabilities stand beside it', async () => {
  const { screen, fire, asked } = await shown()
  const stroke: Stroke = [
    [0.25, 0.25],
    [0.5, 0.25],
    [0.375, 0.75],
  ]
  fire('pointerdown', stroke[0]!)
  for (const place of stroke.slice(1)) fire('pointermove', place)
  fire('pointerup', stroke[2]!, 0)
  // A pointer that no button holds draws nothing.
  fire('pointermove', [0.9, 0.9], 0)
  await expect.element(screen.getByText('The network says 7, with 93%.')).toBeVisible()
  // Where the pointer was is rounded to the thousandth, which moves the edge of the ink a little.
  const given = digitPicture([stroke])!
  const difference = () => Math.max(...given.map((ink, i) => Math.abs(ink - (asked.at(-1)?.[i] ?? 1))))
  await expect.poll(difference).toBeLessThan(0.2)
  const chances = screen.container.querySelectorAll('ul li')
  expect([...chances].map(({ textContent }) => textContent)).toEqual(
    Array.from({ length: 10 }, (_, digit) => (digit === 7 ? '793%' : `${digit}1%`)),
  )
  await screen.getByText('As a table').click()
  await expect.poll(() => screen.container.querySelectorAll('tbody tr').length).toBe(10)
})

test('the keys draw, take a stroke back and clear', async () => {
  const { screen, pad, drawing } = await shown()
  ;(pad as HTMLElement).focus()
  await userEvent.keyboard('{ArrowLeft}{Enter}{ArrowDown}{ArrowDown}{Enter}{ArrowRight}{Enter}{Enter}')
  expect(drawing()).toEqual([
    [
      [0.46, 0.5],
      [0.46, 0.54],
      [0.46, 0.58],
    ],
    [[0.5, 0.58]],
  ])
  await userEvent.keyboard('{Backspace}')
  expect(drawing()).toHaveLength(1)
  await expect.element(screen.getByText(/^The network says/)).toBeVisible()
  await screen.getByRole('button', { name: 'Clear' }).click()
  expect(drawing()).toBeUndefined()
  await expect.element(screen.getByText(/^Draw one of ten digits/)).toBeVisible()
})
