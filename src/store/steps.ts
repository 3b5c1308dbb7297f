/** Undo and redo of what a person does to the draft. Edits of one control in one gesture are one step. */
import type { Experiment } from '../domain/experiment.ts'
import type { Scene } from '../domain/link.ts'

export interface Place {
  readonly draft: Scene
  readonly baseline: Experiment
  readonly fork: string | null
}

/** Edits of one control that follow each other within so many ms are one gesture. */
const GESTURE = 500
const MOST = 200

export function steps(now: () => number) {
  let past: Place[] = []
  let future: Place[] = []
  let last: { readonly what: string; at: number } | null = null
  let held = false

  return {
    /** Before the draft changes: `what` names the control, null is always a step of its own. */
    record(place: Place, what: string | null) {
      const at = now()
      future = []
      if (what !== null && last?.what === what && (held || at - last.at < GESTURE)) {
        last.at = at
        return
      }
      past = [...past, place].slice(-MOST)
      last = what === null ? null : { what, at }
    },
    /** A pointer went down or up: while it is down, however slowly, it is one gesture. */
    hold(down: boolean) {
      held = down
      if (down) last = null
    },
    /** Where it stands; called, what comes back forgets the steps since. */
    mark() {
      const { length } = past
      return () => {
        past = past.slice(0, length)
        future = []
        last = null
      }
    },
    back: (place: Place) => move(place, past, future),
    forward: (place: Place) => move(place, future, past),
  }

  function move(place: Place, from: Place[], to: Place[]): Place | null {
    last = null
    const found = from.pop()
    if (!found) return null
    to.push(place)
    return found
  }
}
