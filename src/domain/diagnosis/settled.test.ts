import { expect, it } from 'vitest'
import { median } from '../numbers/median.ts'
import { asRun, changes, RECORDED, verdictsAlong } from './recorded.testing.ts'
import { type Settled, settle } from './settled.ts'
import type { Verdict } from './verdict.ts'

/** The verdicts shown, epoch by epoch. */
function shown(found: readonly Verdict[]): Verdict[] {
  let state: Settled | null = null
  return found.map((verdict, i) => {
    state = settle(state, verdict, i + 1)
    return state.verdict
  })
}
const repeat = (verdict: Verdict, times: number) => new Array<Verdict>(times).fill(verdict)

it('the first verdict after "too early" is shown at once', () => {
  expect(shown(['too-early', 'too-early', 'good-fit'])).toEqual(['too-early', 'too-early', 'good-fit'])
})

it('another is shown when it has held for a fifth of the run', () => {
  const found = [...repeat('good-fit', 100), ...repeat('overfitting', 40)]
  const all = shown(found)
  const first = all.indexOf('overfitting') + 1
  expect(first).toBeGreaterThanOrEqual(100 * 1.2)
  expect(first).toBeLessThanOrEqual(130)
})

it('one that comes and goes is never shown', () => {
  const found = Array.from({ length: 200 }, (_, i): Verdict => (i % 4 === 3 ? 'overfitting' : 'good-fit'))
  expect(new Set(shown(found))).toEqual(new Set(['good-fit']))
})

it('divergence is shown at once', () => {
  expect(shown([...repeat('good-fit', 50), 'diverging']).at(-1)).toBe('diverging')
})

it('of recorded runs, followed epoch by epoch, half change what is shown at most twice, and none flickers', () => {
  const changed = RECORDED.map((run) => changes(shown(verdictsAlong(asRun(run)))))
  expect(median(changed)).toBeLessThanOrEqual(2)
  expect(Math.max(...changed)).toBeLessThanOrEqual(6)
})
