/**
 * The store of the page: a draft that the controls edit, the runs started from it, and how they are viewed. A draft is
 * not a run: starting copies the draft. The store works without React; the client that trains and the code that
 * downloads are passed in.
 */

import type { StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../client/engine-client.ts'
import { sameExperiment } from '../domain/experiment/identity.ts'
import type { EnginePreference } from '../domain/run/engines.ts'
import type { ImportProblem } from '../domain/run/record-problem.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { Tables } from '../domain/table/library.ts'
import type { TableProblem } from '../domain/table/table.ts'
import type { DataCache } from './data-cache.ts'
import { createDiagnoses, type RunDiagnosis } from './diagnoses.ts'
import { type DialogActions, dialogActions } from './dialogs.ts'
import { type DraftActions, draftActions } from './draft.ts'
import { History } from './history.ts'
import { type LanguageActions, languageActions } from './language.ts'
import { type LectureActions, lectureActions } from './lecture.ts'
import { type LessonActions, lessonActions } from './lesson.ts'
import { type LiveActions, liveActions } from './live/live-actions.ts'
import type { CreateLive } from './live/live-code.ts'
import { type RunActions, runActions } from './run-actions.ts'
import { type RunGroup, type RunGroupActions, runGroupActions } from './run-group.ts'
import { keepRuns } from './run-storage.ts'
import type { RunView } from './run-view.ts'
import { groupOf, shown } from './shown-runs.ts'
import type { AppEnvironment, AppState, Notice, ViewState } from './state.ts'
import { createStoreCore } from './store-core.ts'
import type { Kept } from './stored-run.ts'
import type { KeptStates } from './time-travel/kept-states.ts'

/** With a weight of 1 the average would never move. */
const MAX_SMOOTHING = 0.98

interface PageActions {
  dismiss(kind: Notice['kind']): void
  setEngine(engine: EnginePreference): void
  /** Changes how the runs are viewed. */
  look(change: Partial<Omit<ViewState, 'language'>>): void
  /** Says that a file or link could not be used. */
  refuseImport(why: ImportProblem | TableProblem): void
}

interface AppActions
  extends RunGroupActions,
    LanguageActions,
    DraftActions,
    LessonActions,
    LectureActions,
    LiveActions,
    RunActions,
    DialogActions,
    PageActions {}

export interface AppStore {
  readonly store: StoreApi<AppState>
  readonly actions: AppActions
  /**
   * Adds runs of earlier pages before those of this one. They are on the charts only if they belong to the open scene.
   */
  restore(): Promise<void>
  /** Writes what is not yet stored, as when the page closes. */
  saveRuns(): Promise<void>
  /** Resolves when a reload finds every run as it is now. */
  handOverRuns(): Promise<void>
  /** Loads a table that an earlier page kept, before a link that refers to it is opened. */
  findTable(digest: string): Promise<void>
  /** What is kept of a run's epochs to be looked into; null where nothing is. */
  kept(id: string): KeptStates | null
  readonly cannotRunReasons: RunGroup['cannotRunReasons']
  readonly runGroupIsDraft: RunGroup['runGroupIsDraft']
  /** A run's epochs so far; empty for a run that is gone. */
  history(id: string): readonly EpochRow[]
  /** null where the run has no such epoch. */
  row(id: string, epoch: number): EpochRow | null
  /** The seconds trained up to the end of an epoch. */
  elapsed(id: string, epoch: number): number
  /** The verdict on a run; null before its first epoch. */
  diagnosis(view: RunView): RunDiagnosis | null
  /** The epochs in outline, for drawing; the best epoch is always among them. */
  outline(view: RunView): readonly EpochRow[]
  readonly sources: DataCache
  /** The tables that this page has read. */
  readonly tables: Tables
  /** How fast each measured engine would train an experiment here, the fastest first. */
  readonly speeds: EngineClient['speeds']
  /** In GiB, where the browser reports it. */
  readonly deviceMemory: number | undefined
  readonly client: EngineClient
}

/** `createLive` trains in live mode, where it is at hand; else it is fetched when live mode is turned on. */
export function createAppStore(world: AppEnvironment, createLive?: CreateLive): AppStore {
  const core = createStoreCore(world)
  const { store, get, set, notify, client, histories, sources, tables } = core
  const runGroup = runGroupActions(core)
  const { cannotRunReasons, runGroupIsDraft } = runGroup

  const language = languageActions(core)

  const { start } = runGroup
  const { pause, stop } = runGroup.actions
  const draft = draftActions(core, {
    start,
    stop,
    ...language,
    openLesson: (...lesson) => lessons.openLesson(...lesson),
    closeLesson: () => lessons.closeLesson(),
  })
  const lessons = lessonActions(core, { start, pause, stop, giveBack: draft.giveBack })
  const live = liveActions(core, createLive, { pause, undo: draft.undo })

  const actions: AppActions = {
    ...runGroup.actions,
    ...language,
    ...draft,
    ...lessons,
    ...lectureActions(core, draft),
    ...live,
    ...runActions(core),
    ...dialogActions(core),
    runOrPause() {
      const { lesson, draft } = get()
      // A lesson that asks first counts a start without an answer as a question left open.
      if (lesson?.scene && lesson.prediction === null && draft === lesson.scene) lessons.predict('skipped')
      else runGroup.actions.runOrPause()
    },
    dismiss(kind) {
      set(({ notices }) => ({ notices: notices.filter((notice) => notice.kind !== kind) }))
    },
    setEngine(engine) {
      set({ engine })
    },
    look(change) {
      const smoothing = Math.min(change.smoothing ?? get().view.smoothing, MAX_SMOOTHING)
      set(({ view }) => ({ view: { ...view, ...change, smoothing } }))
    },
    refuseImport(why) {
      notify({ kind: 'import', why })
    },
  }

  const keeper =
    world.storage &&
    keepRuns(world.storage, tables, {
      runs: () => get().runs,
      history: (id) => histories.get(id) ?? new History(),
      checkpoint: (id) => core.checkpoints.get(id) ?? null,
      onProblem: (why) => notify({ kind: 'storage', why }),
      now: core.now,
    })
  if (keeper) {
    store.subscribe(({ runs, draft: { experiment } }, before) => {
      if (runs !== before.runs) keeper.onChange(runs, before.runs)
      const { rows } = experiment.data
      if (rows && rows !== before.draft.experiment.data.rows) void keeper.keepTable(rows)
    })
    core.onCheckpoint(keeper.onCheckpoint)
  }

  async function restore() {
    const kept = (await keeper?.load()) ?? []
    const { draft: open, runGroup: shownTogether, runs: started, lesson } = get()
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
        if (lesson) return { ...view, visible: lesson.runs.includes(view.id) }
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
    saveRuns: async () => keeper?.flush(),
    handOverRuns: async () => keeper?.handOver(),
    findTable: async (digest) => keeper?.findTable(digest),
    kept: (id) => core.kept.get(id) ?? null,
    cannotRunReasons,
    runGroupIsDraft,
    history: (id) => histories.get(id)?.rows() ?? [],
    row: (id, epoch) => histories.get(id)?.row(epoch) ?? null,
    elapsed: (id, epoch) => histories.get(id)?.elapsed(epoch) ?? 0,
    diagnosis: createDiagnoses(core),
    outline: ({ id, best }) => histories.get(id)?.outline(best) ?? [],
    sources,
    tables,
    speeds: (experiment) => client.speeds(experiment),
    deviceMemory: core.deviceMemory,
    client,
  }
}
