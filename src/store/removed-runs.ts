/** Runs leave the page only when a person removes them, and undo brings them back: from the notice, or with Ctrl+Z. */

import type { RemovedRun } from './state.ts'
import type { StoreCore } from './store-core.ts'
import type { UndoEntry } from './undo-history.ts'

export interface RemovalActions {
  remove(...ids: readonly string[]): void
  /** Restores the runs that were removed last. */
  restoreRemoved(): void
  forgetRemoved(): void
}

export function removalActions(core: StoreCore): RemovalActions {
  const { get, set, histories, undos, forget } = core

  /** Removes runs from the page and returns a function that restores them; null where none of them is there. */
  function take(ids: readonly string[]): UndoEntry | null {
    const removed = get().runs.flatMap((view, index): RemovedRun[] => {
      const history = histories.get(view.id)
      return ids.includes(view.id) && history ? [{ view, history, index }] : []
    })
    if (removed.length === 0) return null
    const isGone = (id: string | null) => removed.some(({ view }) => view.id === id)
    for (const { view } of removed) forget(view.id)
    set(({ runs, runGroup, focus, fork }) => {
      const left = runs.filter(({ id }) => !isGone(id))
      return {
        removed,
        fork: isGone(fork) ? null : fork,
        runs: left,
        runGroup: runGroup.filter((id) => !isGone(id)),
        focus: isGone(focus) ? (left.findLast(({ visible }) => visible)?.id ?? null) : focus,
      }
    })
    return { undo: () => bringBack(removed) }
  }

  function bringBack(removed: readonly RemovedRun[]): UndoEntry | null {
    const absent = removed.filter(({ view }) => !histories.has(view.id))
    set(({ removed: last }) => ({ removed: last === removed ? [] : last }))
    if (absent.length === 0) return null
    for (const { view, history } of absent) histories.set(view.id, history)
    set(({ runs }) => ({
      // They return in the order in which they stood, so that each finds its position.
      runs: absent.reduce((list, { view, index }) => list.toSpliced(index, 0, view), [...runs]),
    }))
    const ids = absent.map(({ view }) => view.id)
    return { undo: () => take(ids) }
  }

  return {
    remove(...ids) {
      const entry = take(ids)
      if (entry) undos.record(entry, null)
    },
    restoreRemoved() {
      bringBack(get().removed)
    },
    forgetRemoved() {
      set({ removed: [] })
    },
  }
}
