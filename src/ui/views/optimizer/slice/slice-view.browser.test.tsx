/** What is drawn of a slice, against a loss of which every place is known: a² + 4b². */
import '../../../app/tokens.css'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { row } from '../../../../charts/curves/fixture.ts'
import type { ClientEvent } from '../../../../client/client-event.ts'
import { quietClient } from '../../../../client/quiet-client.testing.ts'
import { initialWeights } from '../../../../domain/network/initial-weights.ts'
import type { Inspection } from '../../../../protocol/inspection.ts'
import { quietRoom } from '../../../app-context.testing.ts'
import { AppContextProvider, useAppState } from '../../../shared/app-context.tsx'
import { SliceView } from './slice-view.tsx'

beforeEach(() => page.viewport(1280, 900))

const Shown = () => <SliceView run={useAppState(({ runs }) => runs[0])} large={false} />

/** Answers wait for `answer`, if it is given. */
async function shown(answer: () => Promise<void> = async () => {}) {
  let tell: (event: ClientEvent) => void = () => {}
  const asked: Inspection[] = []
  const context = quietRoom('#data=moons&layers=4&epochs=2&patience=off&run=1', {
    client: {
      ...quietClient,
      listen(listener: (event: ClientEvent) => void) {
        tell = listener
        return () => {}
      },
      inspect: (async (_: unknown, __: unknown, what: Extract<Inspection, { kind: 'slice' }>) => {
        asked.push(what)
        await answer()
        const loss = (_x: unknown, i: number) => what.places[2 * i]! ** 2 + 4 * what.places[2 * i + 1]! ** 2
        return { kind: 'slice', losses: Float64Array.from({ length: what.places.length / 2 }, loss) }
      }) as never,
    },
  })
  const { id, experiment } = context.app.store.getState().runs[0]!
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 420 }}>
        <Shown />
      </div>
    </AppContextProvider>,
  )
  const end = () => {
    const moved = (by: number) =>
      initialWeights(experiment).map((weight) => ({ ...weight, values: weight.values.map((w) => w + by) }))
    tell({
      type: 'epochs',
      run: id,
      rows: [row(1, 0.5, 0.6), row(2, 0.4, 0.7)],
      patience: { best: 1, wait: 1 },
    })
    const outcome = { kind: 'completed', epoch: 2, best: 1, restored: null } as const
    tell({ type: 'finished', run: id, outcome, last: moved(0.2), best: moved(0.1) })
  }
  return { screen, end, asked }
}

test('the way of the run is drawn where it was, with its losses', async () => {
  const { screen, end } = await shown()
  await expect.element(screen.getByText('Nothing trained yet. Press Run.')).toBeVisible()
  end()
  // 2-4-1: 17 weights, each moved by 0.2 in all.
  const far = 0.2 * Math.sqrt(17)
  await expect
    .element(
      screen.getByText(
        `From a loss of ${(far ** 2).toFixed(3)} at the start to 0.000 at epoch 2, ${far.toFixed(2)} away in the space of the weights.`,
      ),
    )
    .toBeVisible()
  const picture = screen.getByRole('img', { name: /^Training loss around/ }).element()
  const names = () => [...picture.querySelectorAll('text')].map(({ textContent }) => textContent)
  await expect.poll(names).toContain(`best 1: ${(far ** 2 / 4).toFixed(3)}`)
  const dots = [...picture.querySelectorAll('circle')].map((dot) => ({
    kind: dot.getAttribute('data-kind'),
    x: dot.cx.baseVal.value,
    y: dot.cy.baseVal.value,
  }))
  expect(dots.map(({ kind }) => kind)).toEqual(['start', 'best', 'end'])
  const [start, best, last] = dots
  expect(best!.x).toBeCloseTo((start!.x + last!.x) / 2, 0)
  expect(best!.y).toBeCloseTo(last!.y, 0)
  // The first axis has the length of the way; its ticks tell how long that is on the screen.
  const tick = (text: string) =>
    Number(
      [...picture.querySelectorAll('text[text-anchor=middle]')]
        .find((one) => one.textContent === text)!
        .getAttribute('x'),
    )
  const unit = (tick('0.4') - tick('0.2')) / 0.2
  expect(Math.abs(start!.x - last!.x) / unit).toBeCloseTo(far, 1)
})

test('the ground is darker where the loss is higher, and the table has the numbers', async () => {
  const { screen, end } = await shown()
  end()
  await screen.getByRole('radio', { name: 'At random' }).click()
  await expect
    .element(screen.getByText('Around epoch 2, at a loss of 0.000; half a step away it is at most 1.00.'))
    .toBeVisible()
  const canvas = screen.container.querySelector('canvas')!
  const lightness = (x: number, y: number) => {
    const place = (share: number, size: number, from: number, to: number) =>
      Math.round((from + share * (size - from - to)) * devicePixelRatio)
    const at = [place(x, canvas.clientWidth, 34, 2), place(y, canvas.clientHeight, 2, 20)] as const
    return canvas.getContext('2d')!.getImageData(...at, 1, 1).data[1]!
  }
  await expect.poll(() => lightness(0.5, 0.5) - lightness(0.5, 0.04)).toBeGreaterThan(20)
  // Four times as steep up as to the right.
  expect(lightness(0.7, 0.5)).toBeGreaterThan(lightness(0.5, 0.3))
  await screen.getByText('As a table').click()
  const cells = [...screen.container.querySelectorAll('tbody tr:nth-child(2) > *')].map(
    (cell) => cell.textContent,
  )
  expect(cells).toEqual(['', '−1.00', '1.00', '5.00'])
})

test('while it is computed there is progress, and what is no longer looked at is not computed', async () => {
  const waiting: (() => void)[] = []
  const { screen, end, asked } = await shown(() => new Promise((resolve) => waiting.push(resolve)))
  end()
  await expect.poll(() => waiting).toHaveLength(1)
  await expect.element(screen.getByRole('progressbar')).toBeVisible()
  waiting.shift()!()
  await expect.poll(() => waiting).toHaveLength(1)
  await screen.unmount()
  waiting.shift()!()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toHaveLength(2)
})
