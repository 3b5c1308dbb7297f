/** The links of the page: what each says of the state, and what it leaves out. */
import { forbiddenChanges } from '../domain/assignment/fixed.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { OPENING_PRESET, type PresetKey } from '../domain/experiment/presets.ts'
import type { LectureScene } from '../domain/link/lecture.ts'
import { LESSON_STEPS, type LessonKey } from '../domain/link/lesson-keys.ts'
import { encodeLecture, encodeLink } from '../domain/link/link.ts'
import type { LinkedPage } from '../domain/link/page-keys.ts'
import { presetScene, type Scene } from '../domain/link/scene.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { LessonState } from '../store/lesson-state.ts'
import type { AppState } from '../store/state.ts'
import type { AppStore } from '../store/store.ts'

/** The address of an experiment, whatever the draft is; it is shorter where the experiment's preset is known. */
export function experimentUrl(experiment: Experiment, preset: PresetKey | null): string {
  return `${pageUrl()}#${encodeLink({ preset, experiment, comparison: null })}`
}

/**
 * The address of the page as it is, for the clipboard; with finished runs, as text, if they are to come along. Of a lesson
 * it is the lesson's, without what the person had before, unless they have changed its settings.
 */
export function sceneUrl(app: AppStore, runs: string | null = null): string {
  const state = app.store.getState()
  const lesson = unchangedLesson(state)
  if (!lesson || runs !== null) return `${pageUrl()}#${sceneHash(app, state.draft, runs, false)}`
  return `${pageUrl()}#${lessonHash({ ...conditions(state), ...lessonPlace(lesson) })}`
}

/** The lesson that the page shows, unless its settings were changed: then the page shows a scene of its own. */
function unchangedLesson({ draft, lesson }: AppState): LessonState | null {
  // Before its scene is here nobody can have changed it.
  const isUnchanged = !lesson?.scene || encodeLink(draft) === encodeLink(lesson.scene)
  return isUnchanged ? lesson : null
}

export function lessonUrl(lesson: LessonKey): string {
  return `${pageUrl()}#${lessonHash({ lesson })}`
}

/** A lesson has a scene of its own, so that its link names no other. */
export function lessonHash(page: Partial<LinkedPage>): string {
  return encodeLink(presetScene(OPENING_PRESET), page)
}

/**
 * The address of the page as it stands in another one, at the experiment of the controls; these `controls` are there too, and
 * `run` trains it once it is seen.
 */
export function embedUrl(app: AppStore, controls: readonly SettingKey[], run: boolean): string {
  const state = app.store.getState()
  const { draft, live } = state
  const lesson = unchangedLesson(state)
  const page = { ...conditions(state), controls, live: live !== null, run: run && live === null, embed: true }
  const hash = lesson ? lessonHash({ ...page, ...lessonPlace(lesson) }) : encodeLink(draft, page)
  return `${pageUrl()}#${hash}`
}

/** The step is left out where it is the first. */
function lessonPlace({ key, step }: LessonState) {
  const place = LESSON_STEPS.indexOf(step) + 1
  return { lesson: key, step: place === 1 ? null : place }
}

function lecturePlace({ lecture }: AppState) {
  return lecture && { scenes: lecture.scenes, scene: lecture.at === null ? null : lecture.at + 1 }
}

/**
 * What the page shows, as a scene of a lecture; what has been run is run when the scene is opened. Whether it is projected
 * is not the scene's.
 */
export function sceneLink(app: AppStore): string {
  const state = app.store.getState()
  const { draft, live, runGroup, view } = state
  const lesson = unchangedLesson(state)
  if (lesson) return lessonHash({ ...conditions(state), ...lessonPlace(lesson) })
  const { sideBySide, pane, onStage, modelView, sweeping } = view
  return encodeLink(draft, {
    ...conditions(state),
    panes: sideBySide ? pane : null,
    inside: onStage ? modelView : null,
    view: sweeping ? 'sweep' : null,
    live: live !== null,
    run: live === null && runGroup.length > 0,
  })
}

/** The address of a lecture from its first scene on. */
export function lectureUrl(scenes: readonly LectureScene[]): string {
  return `${pageUrl()}#${encodeLecture(scenes)}`
}

/** The parts of the state that the address contains, except those that never change on the page. */
export function sceneParts(state: AppState) {
  const { engine, pace, lesson, lecture } = state
  const { sideBySide, pane, onStage, modelView } = ownView(state)
  return [
    ownDraft(state),
    engine,
    pace,
    sideBySide,
    pane,
    onStage,
    modelView,
    state.view.presenting,
    state.view.presented,
    state.view.sweeping,
    isLive(state),
    lesson?.key,
    lesson?.step,
    lecture,
  ]
}

/**
 * The address contains the person's own settings, even while the controls show a lesson's or a ready sweep's. With an
 * assignment it is one of its experiments: where the controls show another, such as a preset, it is where the student starts.
 */
export function ownDraft({ draft, aside, lesson, assignment }: AppState): Scene {
  const own = lesson?.own.draft ?? aside?.own.draft ?? draft
  const strays = assignment && forbiddenChanges(assignment, own.experiment).length > 0
  return strays ? assignment.scene : own
}

/**
 * What holds for whatever is trained: hidden settings (which stay hidden however the scene is changed), the controls of
 * a presentation, engine, pace.
 */
function conditions({ view, engine, pace }: AppState) {
  return { hide: view.hide, controls: view.presented, engine: engine === 'auto' ? null : engine, pace }
}

function isLive({ lesson, live }: AppState): boolean {
  return lesson ? lesson.own.isLive : live !== null
}

function ownView({ lesson, view }: AppState) {
  return lesson?.own.view ?? view
}

/**
 * The link of a draft, with the view of its runs and live mode. The address also says where in a lesson and a lecture the page
 * is.
 */
export function sceneHash(app: AppStore, draft: Scene, runs: string | null, isAddress: boolean): string {
  const state = app.store.getState()
  const { view, lesson } = state
  const { sideBySide, pane, onStage, modelView } = isAddress ? ownView(state) : view
  return encodeLink(draft, {
    ...conditions(state),
    assignment: state.assignment,
    panes: sideBySide ? pane : null,
    inside: onStage ? modelView : null,
    view: view.presenting ? 'present' : view.sweeping && isAddress ? 'sweep' : null,
    live: isAddress ? isLive(state) : state.live !== null,
    ...(isAddress && lesson && lessonPlace(lesson)),
    ...(isAddress && lecturePlace(state)),
    runs,
  })
}

export function pageUrl(): string {
  return location.href.replace(/#.*$/, '')
}
