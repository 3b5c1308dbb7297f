/** Undo and redo of a person's actions: changes of the draft, and removals of runs. The newest entry comes first. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { Scene } from '../domain/link/scene.ts'

/** The state to which an undo of the draft returns. */
export interface DraftState {
  readonly draft: Scene
  readonly baseline: Experiment
  readonly fork: string | null
}

export interface UndoEntry {
  /** Undoes the action and returns a function that redoes it; null where nothing is left to undo. */
  undo(): UndoEntry | null
}

/** Edits of one control within this many ms are one entry. */
const GESTURE = 500
const MOST = 200

export interface UndoHistory {
  /** Edits of the same `control` in one gesture are one entry; null is always an entry of its own. */
  record(entry: UndoEntry, control: string | null): void
  /** A pointer went down or up: while it is down, however slowly it moves, all edits are one gesture. */
  hold(down: boolean): void
  /** The returned function forgets the entries made since this call. */
  mark(): () => void
  undo(): void
  redo(): void
}

export function undoHistory(now: () => number): UndoHistory {
  const past: UndoEntry[] = []
  const future: UndoEntry[] = []
  let last: { readonly control: string; at: number } | null = null
  let held = false

  function move(from: UndoEntry[], to: UndoEntry[]) {
    last = null
    for (let entry = from.pop(); entry; entry = from.pop()) {
      const inverse = entry.undo()
      if (inverse === null) continue
      to.push(inverse)
      return
    }
  }

  return {
    record(entry, control) {
      const at = now()
      future.length = 0
      if (control !== null && last?.control === control && (held || at - last.at < GESTURE)) {
        last.at = at
        return
      }
      past.push(entry)
      if (past.length > MOST) past.shift()
      last = control === null ? null : { control, at }
    },
    hold(down) {
      held = down
      if (down) last = null
    },
    mark() {
      const { length } = past
      return () => {
        past.length = Math.min(past.length, length)
        future.length = 0
        last = null
      }
    },
    undo: () => move(past, future),
    redo: () => move(future, past),
  }
}
