import { expect, test } from 'vitest'
import { type Opened, type Trail, trailTo } from './view-trail.ts'

const NOTHING: Opened = {
  lesson: null,
  presenting: false,
  sweeping: false,
  sideBySide: false,
  onStage: false,
  dialogs: 0,
}
const present = { ...NOTHING, presenting: true }
const sweep = { ...NOTHING, sweeping: true }
const panes = { ...NOTHING, sideBySide: true }

/** The trail after each of these has been what is open. */
const through = (...all: Opened[]): Trail =>
  all.reduce<Trail>(
    (trail, now) => {
      const step = trailTo(trail, now)
      return 'back' in step ? (trail.slice(0, trail.length - step.back) as unknown as Trail) : step.trail
    },
    [NOTHING],
  )

test('what is opened is an entry of its own, also over something else', () => {
  expect(trailTo([NOTHING], present)).toEqual({ push: true, trail: [NOTHING, present] })
  expect(through(panes, { ...panes, sweeping: true })).toHaveLength(3)
  expect(through({ ...NOTHING, lesson: 'l1' }, { ...NOTHING, lesson: 'l2' })).toHaveLength(3)
})

test('closing goes back to where the same was open, so that going to and fro leaves nothing behind', () => {
  expect(trailTo([NOTHING, panes, { ...panes, sweeping: true }], NOTHING)).toEqual({ back: 2 })
  expect(trailTo([NOTHING, present], present)).toEqual({ back: 0 })
  expect(through(present, NOTHING, sweep, NOTHING, present, NOTHING)).toEqual([NOTHING])
  expect(through(sweep, panes, sweep, panes, sweep)).toEqual([NOTHING, sweep])
})

test('a dialog is an entry too, which is left with it; what is opened from it has its entry', () => {
  const dialog = { ...NOTHING, dialogs: 1 }
  expect(trailTo([NOTHING], dialog)).toEqual({ push: true, trail: [NOTHING, dialog] })
  const over = { ...present, dialogs: 1 }
  expect(through(present, over, present, over)).toEqual([NOTHING, present, over])
  expect(through(dialog, NOTHING)).toEqual([NOTHING])
  const lesson = { ...NOTHING, lesson: 'l1' as const }
  expect(through(dialog, lesson)).toEqual([NOTHING, lesson])
  expect(through(dialog, { ...lesson, dialogs: 1 }, lesson)).toEqual([NOTHING, lesson])
})

test('what is closed that a link had opened is replaced, and what a lesson puts away under itself', () => {
  expect(trailTo([present], NOTHING)).toEqual({ push: false, trail: [NOTHING] })
  const lesson = { ...panes, lesson: 'l1' as const }
  expect(trailTo([panes, lesson], { ...lesson, sideBySide: false })).toEqual({
    push: false,
    trail: [panes, { ...NOTHING, lesson: 'l1' }],
  })
})
