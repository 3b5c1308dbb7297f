/**
 * The store of the page: a draft that the controls edit, the runs started from it, and how they are viewed. A draft is
 * not a run: starting copies the draft. The store works without React; the client that trains and the code that
 * downloads are passed in.
 */

import type { Experiment } from '../domain/experiment/experiment.ts'
import { sameExperiment } from '../domain/experiment/identity.ts'
import type { EnginePreference } from '../domain/run/engines.ts'
import type { ImportProblem } from '../domain/run/record-problem.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { TableProblem } from '../domain/table/table.ts'
import { createDiagnoses } from './diagnoses.ts'
import { draftActions } from './draft.ts'
import { History } from './history.ts'
import { languageActions } from './language.ts'
import { liveActions } from './live/live-actions.ts'
import { runActions } from './run-actions.ts'
import { runGroupActions } from './run-group.ts'
import { type Kept, keepRuns } from './run-storage.ts'
import type { RunView } from './run-view.ts'
import { groupOf, shown } from './shown-runs.ts'
import type { AppEnvironment, Notice, ViewState } from './state.ts'
import { createStoreCore } from './store-core.ts'

/** With a weight of 1 the average would never move. */
const MAX_SMOOTHING = 0.98

export type AppStore = ReturnType<typeof createAppStore>

export function createAppStore(world: AppEnvironment) {
  const core = createStoreCore(world)
  const { store, get, set, notify, client, histories, sources } = core
  const runGroup = runGroupActions(core)
  const { cannotRunReasons, runGroupIsDraft } = runGroup

  const language = languageActions(core)

  const draft = draftActions(core, { start: runGroup.start, stop: runGroup.actions.stop, ...language })
  const live = liveActions(core, { pause: runGroup.actions.pause, undo: draft.undo })

  const actions = {
    ...runGroup.actions,
    ...language,
    ...draft,
    ...live,
    ...runActions(core),
    dismiss(kind: Notice['kind']) {
      set(({ notices }) => ({ notices: notices.filter((notice) => notice.kind !== kind) }))
    },
    setEngine(engine: EnginePreference) {
      set({ engine })
    },
    look(change: Partial<Omit<ViewState, 'language'>>) {
      const smoothing = Math.min(change.smoothing ?? get().view.smoothing, MAX_SMOOTHING)
      set(({ view }) => ({ view: { ...view, ...change, smoothing } }))
    },
    refuseImport(why: ImportProblem | TableProblem) {
      notify({ kind: 'import', why })
    },
  }

  const keeper =
    world.storage &&
    keepRuns(world.storage, {
      runs: () => get().runs,
      history: (id) => histories.get(id) ?? new History(),
      checkpoint: (id) => core.checkpoints.get(id) ?? null,
      onProblem: (why) => notify({ kind: 'storage', why }),
    })
  if (keeper) {
    store.subscribe(({ runs, draft: { experiment } }, before) => {
      if (runs !== before.runs) keeper.onChange(runs, before.runs)
      const { rows } = experiment.data
      if (rows && rows !== before.draft.experiment.data.rows) void keeper.keepTable(rows.digest)
    })
    core.onCheckpoint(keeper.onCheckpoint)
  }

  /**
   * Adds runs of earlier pages before those of this one. They are on the charts only if they belong to the open scene.
   */
  async function restore() {
    const kept = (await keeper?.load()) ?? []
    const { draft: open, runGroup: shownTogether, runs: started } = get()
    // A reload while a link is starting its run finds that run stored, and starts it again.
    const isStartedAgain = ({ view, rows }: Kept) =>
      view.interrupted &&
      rows.length === 0 &&
      started.some(({ experiment }) => sameExperiment(experiment, view.experiment))
    for (const run of kept) if (isStartedAgain(run)) void keeper?.discard(run.view.id)
    const back = kept
      .filter((run) => !isStartedAgain(run))
      .map(({ view, rows }) => {
        const history = new History()
        history.add(rows)
        histories.set(view.id, history)
        const here = shownTogether.length === 0 && groupOf(view) === groupOf(open)
        return view.visible && !here ? { ...view, visible: false } : view
      })
    set(({ runs, focus }) => ({
      // A run that began in the meantime took its colour without knowing of these.
      runs: [...back, ...runs.map((run) => (run.visible ? shown(run, back) : run))],
      focus: focus ?? back.findLast(({ visible }) => visible)?.id ?? null,
    }))
  }

  return {
    store,
    actions,
    restore,
    /** Writes what is not yet stored, as when the page closes. */
    saveRuns: async () => keeper?.flush(),
    /** Loads a table that an earlier page kept, before a link that refers to it is opened. */
    findTable: async (digest: string) => keeper?.findTable(digest),
    cannotRunReasons,
    runGroupIsDraft,
    /** A run's epochs so far; empty for a run that is gone. */
    history: (id: string): readonly EpochRow[] => histories.get(id)?.rows() ?? [],
    /** The seconds trained up to the end of an epoch. */
    elapsed: (id: string, epoch: number): number => histories.get(id)?.elapsed(epoch) ?? 0,
    /** The verdict on a run; null before its first epoch. */
    diagnosis: createDiagnoses(core),
    /** The epochs in outline, for drawing; the best epoch is always among them. */
    outline: ({ id, best }: RunView): readonly EpochRow[] => histories.get(id)?.outline(best) ?? [],
    sources,
    /** How fast each measured engine would train an experiment here, the fastest first. */
    speeds: (experiment: Experiment) => client.speeds(experiment),
    deviceMemory: core.deviceMemory,
    client,
  }
}
