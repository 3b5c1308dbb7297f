/** What is drawn of paths, against closed forms: on the ravine SGD multiplies x by 1 − 0.2η and y by 1 − 4η in each step. */
import '../../../app/tokens.css'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { quietRoom } from '../../../app-context.testing.ts'
import { AppContextProvider } from '../../../shared/app-context.tsx'
import { SurfacesView } from './surfaces-view.tsx'

beforeEach(() => page.viewport(1440, 900))

async function shown() {
  const context = quietRoom('#data=moons')
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 1200, height: 760, display: 'grid' }}>
        <SurfacesView large />
      </div>
    </AppContextProvider>,
  )
  await expect.element(screen.getByRole('img', { name: /^Ravine/ })).toBeVisible()
  const map = () => screen.getByRole('img', { name: /^(Ravine|Saddle|Double well)/ }).element()
  const head = (name: string) => {
    const dot = map().querySelector(`circle[data-trail="${name}"]`)!
    return [Number(dot.getAttribute('cx')), Number(dot.getAttribute('cy'))] as const
  }
  /** The pixel of a place, from two ticks of each axis. */
  const place = (x: number, y: number) => {
    const ticks = [...map().querySelectorAll('text')].map((text) => ({
      value: Number(text.textContent.replace('−', '-')),
      anchor: text.getAttribute('text-anchor'),
      x: Number(text.getAttribute('x')),
      y: Number(text.getAttribute('y')) - 4,
    }))
    const along = (anchor: string, of: 'x' | 'y') => {
      const [a, b] = ticks.filter((tick) => tick.anchor === anchor && !Number.isNaN(tick.value)).slice(1, 3)
      return (value: number) => a![of] + ((value - a!.value) / (b!.value - a!.value)) * (b![of] - a![of])
    }
    return [along('middle', 'x')(x), along('end', 'y')(y)] as const
  }
  return { screen, context, head, place }
}

const near = ([x, y]: readonly [number, number]) => [expect.closeTo(x, 0), expect.closeTo(y, 0)]

test('dots stand where the optimizers are, at the end and at every step', async () => {
  const { screen, head, place } = await shown()
  expect(head('SGD')).toEqual(near(place(-5 * 0.92 ** 20, -2 * (-0.6) ** 20)))
  await userEvent.click(screen.getByRole('button', { name: 'One step back' }))
  await expect.poll(() => head('SGD')).toEqual(near(place(-5 * 0.92 ** 19, -2 * (-0.6) ** 19)))
  await expect.element(screen.getByText(/^After 19 steps/)).toBeVisible()
  const scrubber = screen.getByRole('slider', { name: 'Step', exact: true })
  await scrubber.fill('3')
  await expect.poll(() => head('SGD')).toEqual(near(place(-5 * 0.92 ** 3, -2 * (-0.6) ** 3)))
})

test('a rate typed and a start moved by keys give other paths; the drawing keeps up', async () => {
  const { screen, context, head, place } = await shown()
  await screen.getByRole('textbox', { name: 'SGD' }).fill('0.1')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => head('SGD')).toEqual(near(place(-5 * 0.98 ** 20, -2 * 0.6 ** 20)))
  screen
    .getByRole('button', { name: /^Start at \(−5, −2\)/ })
    .element()
    .focus()
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}{ArrowUp}')
  await expect.element(screen.getByRole('button', { name: /^Start at \(−4\.9, −1\.99\)/ })).toBeVisible()
  expect(context.app.store.getState().view.paths?.scene.start).toEqual([-4.9, -1.99])
  await expect.poll(() => head('SGD')).toEqual(near(place(-4.9 * 0.98 ** 20, -1.99 * 0.6 ** 20)))
})

test('the start follows the pointer', async () => {
  const { screen, place } = await shown()
  const handle = screen.getByRole('button', { name: /^Start at/ }).element()
  const box = handle.parentElement!.getBoundingClientRect()
  const [x, y] = place(2, 1)
  const at = { clientX: box.left + x, clientY: box.top + y, pointerId: 1, bubbles: true }
  handle.setPointerCapture = () => {}
  handle.hasPointerCapture = () => true
  handle.dispatchEvent(new PointerEvent('pointerdown', at))
  handle.dispatchEvent(new PointerEvent('pointermove', at))
  await expect
    .element(screen.getByRole('button', { name: /^Start at \((2|1\.99|2\.01), (1|0\.99|1\.01)\)/ }))
    .toBeVisible()
})

test('an optimizer that is pointed at has its arrows, against the gradient and along its last step', async () => {
  const { screen } = await shown()
  await screen.getByRole('slider', { name: 'Step', exact: true }).fill('1')
  await userEvent.hover(screen.getByRole('checkbox', { name: 'Show SGD' }))
  await expect.element(screen.getByText('Arrows: SGD')).toBeVisible()
  const shaft = (kind: string) => {
    const d = screen.container.querySelector(`[role=img] [data-kind="${kind}"] path`)!.getAttribute('d')!
    const [x0, y0, x1, y1] = d.match(/-?[\d.]+/g)!.map(Number)
    return [x1! - x0!, y1! - y0!] as const
  }
  // After one step at a rate of 0.4 SGD is at (−4.6, 1.2): downhill is (0.92, −4.8), and it came by (0.4, 3.2).
  const [dx, dy] = shaft('downhill')
  expect(dy / dx).toBeCloseTo(4.8 / 0.92, 1)
  expect(dy).toBeGreaterThan(0)
  const [mx, my] = shaft('moved')
  expect(my / mx).toBeCloseTo(-3.2 / 0.4, 1)
})

test('what is drawn can be chosen, and the sentence and the table say the same', async () => {
  const { screen } = await shown()
  await expect
    .element(
      screen.getByText(/^After 20 steps RMSProp is lowest, at f = 1\.1e−5; Adagrad is highest, at 0\.618/),
    )
    .toBeVisible()
  for (const name of ['Momentum', 'Nesterov', 'Adagrad', 'RMSProp', 'Adam'])
    await screen.getByRole('checkbox', { name: `Show ${name}` }).click()
  await expect.element(screen.getByText('After 20 steps SGD is at f = 0.089.')).toBeVisible()
  await screen.getByText('As a table').click()
  const cells = [...screen.container.querySelectorAll('tbody tr > *')].map(({ textContent }) => textContent)
  expect(cells).toEqual(['SGD', '0.4', '−0.94, −7.3e−5', '0.089', '0.19', '0.40, 0.40'])
})

test('a rate beyond the limit of stability is named as diverging', async () => {
  const { screen } = await shown()
  await screen.getByRole('textbox', { name: 'SGD' }).fill('900')
  await userEvent.keyboard('{Enter}')
  await screen.getByRole('textbox', { name: 'Steps' }).fill('200')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText(/SGD diverges\.$/)).toBeVisible()
})

test('playing goes from the start, or from where it stands, to the end', async () => {
  const { screen } = await shown()
  await screen.getByRole('button', { name: 'Play' }).click()
  const slider = screen.getByRole('slider', { name: 'Step', exact: true })
  const scrubber = slider.element() as HTMLInputElement
  expect(Number(scrubber.value)).toBeLessThan(20)
  // Taken by hand it stands still.
  await slider.fill('17')
  await expect.element(screen.getByRole('button', { name: 'Play' })).toBeVisible()
  expect(scrubber.value).toBe('17')
  await screen.getByRole('button', { name: 'Play' }).click()
  await expect.poll(() => scrubber.value).toBe('20')
  await expect.element(screen.getByRole('button', { name: 'Play' })).toBeVisible()
})
