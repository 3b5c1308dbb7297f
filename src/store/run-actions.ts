/**
 * What a person can do with a single run: look at it, name it, keep it, delete it, test it, check it, and open one from
 * elsewhere.
 */
import { trainOnce } from '../client/train-once.ts'
import { EXACT_ENGINE } from '../domain/run/engines.ts'
import { reproduction } from '../domain/run/reproduction.ts'
import { bothExact } from '../domain/run/trained-by.ts'
import { setApart } from './differences.ts'
import { History } from './history.ts'
import { type RemovalActions, removalActions } from './removed-runs.ts'
import { finalWeights, isInProgress } from './run-view.ts'
import { firstFree, shown } from './shown-runs.ts'
import type { Check } from './state.ts'
import type { StoreCore } from './store-core.ts'
import type { Kept } from './stored-run.ts'
import { KeptStates, makeRoomFor } from './time-travel/kept-states.ts'

/** The longest name that a person can give, in characters. */
const LONGEST_NAME = 80

export interface RunActions extends RemovalActions {
  /** Puts this run in focus: the page describes it, and draws it in front of the others. */
  focusOn(id: string): void
  toggleVisible(id: string): void
  /** An empty name gives the run the name that the page makes for it. */
  rename(id: string, name: string): void
  togglePinned(id: string): void
  /** Adds runs that another person, or an earlier page, made. Ids that are here already are replaced. */
  importRuns(runs: readonly Kept[]): void
  /**
   * Trains a recorded run again, off the list, and compares the two. If the run came without its weights, it then has
   * them. A branch is left alone: its experiment does not say with which weights it began.
   */
  check(id: string): Promise<void>
  /** Opens the sealed test set for a run that has ended, once. */
  openTest(id: string): Promise<void>
}

export function runActions(core: StoreCore): RunActions {
  const { get, set, client, histories, sources, nextId, run, update, words } = core
  return {
    ...removalActions(core),
    focusOn(id) {
      update(id, (view) => (view.visible ? view : shown(view, get().runs)))
      set({ focus: id })
    },
    toggleVisible(id) {
      update(id, (view) => (view.visible ? { ...view, visible: false } : shown(view, get().runs)))
      if (get().focus === null && run(id)?.visible) set({ focus: id })
    },
    rename(id, name) {
      const trimmed = name.trim().slice(0, LONGEST_NAME)
      const others = get().runs.filter((other) => other.id !== id)
      update(id, ({ apart: _, repetition: __, ...view }) =>
        trimmed === ''
          ? setApart([{ ...view, name: null }], others, words())[0]!
          : { ...view, name: trimmed },
      )
    },
    togglePinned(id) {
      update(id, (view) => ({ ...view, pinned: !view.pinned }))
    },
    importRuns(runs) {
      const taken = new Set(get().runs.map(({ id }) => id))
      const colours = new Set(get().runs.map(({ colour }) => colour))
      const added = runs.map(({ view, rows }) => {
        const id = taken.has(view.id) ? nextId() : view.id
        const history = new History()
        history.add(rows)
        histories.set(id, history)
        taken.add(id)
        const colour = firstFree(colours)
        colours.add(colour)
        return { ...view, id, colour }
      })
      const named = setApart(added, get().runs, words())
      set((now) => ({
        runs: [...now.runs, ...named],
        focus: named.at(-1)?.id ?? now.focus,
        view: { ...now.view, sweeping: false },
      }))
    },
    async check(id) {
      const view = run(id)
      const recorded = histories.get(id)?.rows() ?? []
      if (!view || isInProgress(view) || view.branch || get().checks[id]?.kind === 'running') return
      const tell = (check: Check) => set(({ checks }) => ({ checks: { ...checks, [id]: check } }))
      tell({ kind: 'running', epoch: 0 })
      const enough = new AbortController()
      const states = new KeptStates(view.experiment)
      try {
        await sources.want(view.experiment.data)
        const again = await trainOnce(client, `check-${nextId()}`, view.experiment, {
          engine: EXACT_ENGINE,
          signal: enough.signal,
          onKept: (...kept) => states.add(...kept),
          onEpoch: ({ epoch }) => {
            // A run that was stopped by hand is repeated as far as it went.
            if (epoch >= recorded.length) enough.abort()
            else tell({ kind: 'running', epoch })
          },
        })
        const { rows, outcome, weights } = again
        if (outcome.kind === 'failed') return tell({ kind: 'failed' })
        const exact = bothExact(view, again)
        const found = reproduction(recorded, rows.slice(0, recorded.length), exact)
        if (found.kind === 'differs') return tell(found)
        // What is kept of epochs is lost with the page: the repeated run brings it back.
        core.kept.set(id, states)
        makeRoomFor(id, core.kept)
        tell(found)
        // A link leaves many weights behind: those of the repeated run replace them.
        if (rows.length === recorded.length)
          update(id, (now) => ({ ...now, weights: now.weights ?? weights }))
      } catch {
        tell({ kind: 'failed' })
      }
    },
    async openTest(id) {
      const view = run(id)
      const weights = view && finalWeights(view)
      if (!view || !weights || view.test.kind !== 'sealed') return
      update(id, (now) => ({ ...now, test: { kind: 'opening' } }))
      try {
        await sources.want(view.experiment.data)
        const score = await client.test(view.experiment, weights)
        update(id, (now) => ({ ...now, test: { kind: 'opened', score } }))
      } catch {
        update(id, (now) => ({ ...now, test: { kind: 'sealed' } }))
      }
    },
  }
}
