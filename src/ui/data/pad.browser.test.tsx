import '../app/tokens.css'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { DrawnRoom } from './drawn-points.tsx'

async function show() {
  const context = quietRoom('#data=drawn')
  await render(
    <div style={{ width: 240 }}>
      <AppContextProvider value={context}>
        <DrawnRoom />
      </AppContextProvider>
    </div>,
  )
  const pad = page.getByRole('application')
  await expect.element(pad).toBeVisible()
  const box = pad.element().getBoundingClientRect()
  /** From a point on the plane to pixels within the pad. */
  const at = (x: number, y: number) => ({ x: ((x + 6) / 12) * box.width, y: ((6 - y) / 12) * box.height })
  const fire = (type: string, x: number, y: number, more: PointerEventInit = {}) => {
    const place = at(x, y)
    pad.element().dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        clientX: box.left + place.x,
        clientY: box.top + place.y,
        pointerId: 1,
        buttons: 1,
        ...more,
      }),
    )
  }
  pad.element().setPointerCapture = () => {}
  return { pad, at, fire, points: () => context.app.store.getState().draft.experiment.data.points ?? [] }
}

test('a click adds a point of the class chosen, and what is missing is said', async () => {
  const { pad, at, points } = await show()
  await pad.click({ position: at(2, 3) })
  await page.getByRole('radio', { name: 'Class B' }).click({ force: true })
  await pad.click({ position: at(-3, -1) })
  expect(points()).toHaveLength(2)
  expect(points().map(([, , label]) => label)).toEqual([0, 1])
  expect(points()[0]![0]).toBeCloseTo(2, 0)
  expect(points()[0]![1]).toBeCloseTo(3, 0)
  await expect.element(page.getByRole('status')).toHaveTextContent('at least three points')
})

test('a drag moves the point under it; coordinates are hundredths within reach', async () => {
  const { fire, points } = await show()
  fire('pointerdown', 1, 1)
  fire('pointerup', 1, 1)
  fire('pointerdown', 1.1, 1)
  fire('pointermove', 9, -2.3456)
  fire('pointerup', 9, -2.3456)
  expect(points()).toHaveLength(1)
  const [x, y] = points()[0]!
  expect(x).toBe(6)
  expect(y).toBeCloseTo(-2.35, 1)
  expect(Math.round(y * 100) / 100).toBe(y)
})

test('the eraser and the right button erase', async () => {
  const { fire, points } = await show()
  for (const x of [-3, 0, 3]) {
    fire('pointerdown', x, 0)
    fire('pointerup', x, 0)
  }
  fire('pointerdown', 0, 0, { button: 2, buttons: 2 })
  expect(points().map(([x]) => Math.round(x))).toEqual([-3, 3])
  await page.getByRole('radio', { name: 'Erase' }).click({ force: true })
  fire('pointerdown', 3, 0)
  expect(points().map(([x]) => Math.round(x))).toEqual([-3])
})

test('keys alone draw and erase', async () => {
  const { points } = await show()
  await userEvent.tab()
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowUp}{ArrowUp}{Enter}{ArrowLeft}{ArrowLeft}{Enter}')
  expect(points()).toEqual([
    [0.25, 0.5, 0],
    [-0.25, 0.5, 0],
  ])
  await userEvent.keyboard('{Delete}')
  expect(points()).toEqual([[0.25, 0.5, 0]])
})

test('a drawing to start from takes one click; clearing can be undone', async () => {
  const { points } = await show()
  await page.getByRole('button', { name: 'An island' }).click()
  expect(points()).toHaveLength(60)
  await page.getByRole('button', { name: 'Clear' }).click()
  expect(points()).toHaveLength(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(points()).toHaveLength(60)
})
