/**
 * The lesson that is open. It has a scene of its own in the controls; what the person had before (settings, runs on the
 * charts, the way of looking at them) is kept aside and comes back when the lesson is left. Their runs stay as they are.
 */
import type { Stretch } from '../domain/diagnosis/verdict.ts'
import type { LessonKey, LessonStep } from '../domain/link/lesson-keys.ts'
import type { Scene } from '../domain/link/scene.ts'
import type { FlowStep } from '../domain/training/flow-steps.ts'
import {
  type LessonProgress,
  type LessonState,
  NOTHING_DONE,
  type OwnPage,
  type Prediction,
} from './lesson-state.ts'
import { LIVE_FROM_START } from './live/live-state.ts'
import { makeRoom, onlyShown } from './shown-runs.ts'
import type { AppState } from './state.ts'
import type { StoreCore } from './store-core.ts'
import { ARRANGED_AT_FIRST, arrangementOf } from './view-choices.ts'

export interface LessonActions {
  /** Opens a lesson at a step; what the person had is kept aside. Nothing is trained. */
  openLesson(key: LessonKey, step?: LessonStep): void
  /** The lesson is here: its scene is put into the controls, and its runs of before onto the charts. */
  beginLesson(scene: Scene, progress: LessonProgress | null): void
  goToStep(step: LessonStep): void
  /** Locks the prediction and trains the lesson's runs. */
  predict(prediction: Prediction): void
  revealAnswers(): void
  /** Takes prediction and runs back, for the next class. The runs stay on the list. */
  predictAgain(): void
  /** Shows where on the curves of its runs to look, and which step of the program is meant; null for nowhere. */
  lookAt(stretch: Stretch | null, flow?: FlowStep | null): void
  /** Of the lesson's runs only these are on the charts; a single one is also in focus. */
  lookAtRuns(ids: readonly string[]): void
  /** Puts a variation of the lesson into the controls, beside its runs, and trains it if asked to. */
  tryVariation(scene: Scene, train: boolean): void
  /** The person's own settings and charts come back. */
  closeLesson(): void
}

interface Others {
  start(oneEpoch: boolean): void
  pause(): void
  stop(): void
  giveBack(): void
}

export function lessonActions(core: StoreCore, { start, pause, stop, giveBack }: Others): LessonActions {
  const { get, set, goTo, undos, inRunGroup } = core
  /** Drops the undo entries of changes that were made in the lesson. */
  let forgetEntries = () => {}

  const change = (to: Partial<LessonState>) =>
    set(({ lesson }) => ({ lesson: lesson && { ...lesson, ...to } }))

  function putScene(scene: Scene) {
    goTo({ draft: scene, baseline: scene.experiment, fork: null })
  }

  const show = (ids: readonly string[]) => set(({ runs }) => ({ runs: onlyShown(runs, ids) }))

  return {
    openLesson(key, step = 'predict') {
      const open = get().lesson
      if (open?.key === key) return change({ step })
      if (open) stop()
      else {
        giveBack()
        // A run of the person's own waits, and can be resumed when the lesson is left.
        pause()
        forgetEntries = undos.mark()
      }
      const lesson = {
        ...NOTHING_DONE,
        key,
        step,
        scene: null,
        stretch: null,
        flow: null,
        own: open?.own ?? ownPage(get()),
      }
      set({ lesson, live: null })
    },
    beginLesson(scene, progress) {
      const { lesson } = get()
      if (!lesson || lesson.scene) return
      const { prediction, revealed, runs } = progress ?? NOTHING_DONE
      change({ scene, prediction, revealed, runs })
      show(runs)
      set(({ view }) => ({
        runGroup: runs,
        focus: runs[0] ?? null,
        view: {
          ...view,
          ...ARRANGED_AT_FIRST,
          hover: null,
          marked: null,
          whatIf: null,
        },
      }))
      putScene(scene)
    },
    goToStep(step) {
      change({ step, stretch: null, flow: null })
    },
    predict(prediction) {
      const { lesson } = get()
      if (!lesson?.scene || lesson.prediction !== null) return
      putScene(lesson.scene)
      show([])
      set({ runGroup: [], focus: null })
      start(false)
      change({ prediction, step: 'see', revealed: prediction === 'skipped', runs: get().runGroup })
    },
    revealAnswers() {
      change({ revealed: true })
    },
    predictAgain() {
      const { lesson } = get()
      if (!lesson?.scene) return
      stop()
      show([])
      set(({ view }) => ({ runGroup: [], focus: null, view: { ...view, sideBySide: false } }))
      putScene(lesson.scene)
      change({ ...NOTHING_DONE, step: 'predict', stretch: null, flow: null })
    },
    lookAt(stretch, flow = null) {
      change({ stretch, flow })
    },
    lookAtRuns(ids) {
      show(ids)
      if (ids.length === 1) set({ focus: ids[0]! })
    },
    tryVariation(scene, train) {
      const { lesson, runs } = get()
      if (!lesson?.scene) return
      for (const { id } of inRunGroup()) if (!lesson.runs.includes(id)) stop()
      core.recordDraft()
      set({ runs: makeRoom(runs, [scene], lesson.runs[0] ?? null) })
      goTo({ draft: scene, baseline: lesson.scene.experiment, fork: null })
      change({ stretch: null, flow: null })
      if (train) start(false)
    },
    closeLesson() {
      const { lesson } = get()
      if (!lesson) return
      const { isLive, visible, runGroup, focus, view, ...draft } = lesson.own
      giveBack()
      stop()
      forgetEntries()
      show(visible)
      const here = new Set(get().runs.map(({ id }) => id))
      set((now) => ({
        lesson: null,
        live: isLive ? LIVE_FROM_START : null,
        runGroup: runGroup.filter((id) => here.has(id)),
        focus: focus !== null && here.has(focus) ? focus : null,
        view: { ...now.view, ...view, hover: null, marked: null, whatIf: null },
      }))
      goTo(draft)
    },
  }
}

function ownPage({ draft, baseline, fork, live, runs, runGroup, focus, view }: AppState): OwnPage {
  return {
    draft,
    baseline,
    fork,
    isLive: live !== null,
    visible: runs.filter(({ visible }) => visible).map(({ id }) => id),
    runGroup,
    focus,
    view: arrangementOf(view),
  }
}
