/** The draft: what the controls show, where it came from, and the undo history of its changes. */

import type { Problem } from '../domain/experiment/problem.ts'
import { LESSON_STEPS } from '../domain/link/lesson-keys.ts'
import { type DecodedLink, decodeLink } from '../domain/link/link.ts'
import { presetScene, type Scene, sceneOf } from '../domain/link/scene.ts'
import { settingValue } from '../domain/settings/setting-values.ts'
import { isSetting, type SettingKey } from '../domain/settings/settings.ts'
import type { Table } from '../domain/table/table.ts'
import { edit } from './edit.ts'
import type { LanguageActions } from './language.ts'
import type { LessonActions } from './lesson.ts'
import { LIVE_FROM_START } from './live/live-state.ts'
import { shown } from './shown-runs.ts'
import type { Notice } from './state.ts'
import type { StoreCore } from './store-core.ts'

/** What the draft asks of the other actions. */
interface Others extends LanguageActions, Pick<LessonActions, 'openLesson' | 'closeLesson'> {
  start(oneEpoch: boolean): void
  stop(): void
}

export interface DraftActions {
  /** Puts a value into the draft, or says at its control why it is refused. */
  edit(key: SettingKey, value: unknown): void
  /** Resets one control to the baseline's value. */
  undo(key: SettingKey): void
  undoAll(): void
  openScene(scene: Scene): void
  /**
   * Returns what the link says, for whoever has to open the runs that come with it. A link whose run has been started
   * before is opened without starting another.
   */
  openLink(hash: string, mayRun?: boolean): DecodedLink
  /** Shows what a link says, and begins nothing of it: no run, no live mode, no lesson. */
  showLink(hash: string): DecodedLink
  /** A person chose another scene: it is one undo entry, which goes back to their own settings. */
  visitScene(scene: Scene): void
  /** As a scene, of which a file has the link. */
  visitLink(link: string): void
  /** A person's own table is a scene of its own, with the network and the training that they had. One undo entry. */
  openTable(table: Table): void
  /**
   * Puts other settings into the controls for a while. Runs stay as they are. The person's own settings are kept aside,
   * and return by giveBack or undo.
   */
  lend(lent: Scene): void
  /** The ready sweep's settings become the person's own, one undo away from the earlier ones. */
  keepLent(): void
  giveBack(): void
  clearLineup(): void
  /** Makes a run's experiment the draft, with the scene that it is a change of. */
  fork(id: string): void
  /** Undoes what a person did last: a change of the draft, or the removal of runs. */
  undoLast(): void
  redoLast(): void
  /** While a pointer is down, all edits of a control are one entry. */
  gesture(down: boolean): void
  retryDownload(): void
}

export function draftActions(core: StoreCore, others: Others): DraftActions {
  const { start, stop, chooseLanguage, openLesson, closeLesson } = others
  const { get, set, run, wantData, undos, recordDraft, goTo } = core
  /** Drops the undo entries of changes to a ready sweep's settings. */
  let forgetEntries = () => {}

  const actions: DraftActions = {
    edit(key, value) {
      const { draft, refused } = get()
      const parsed = edit(draft.experiment, key, value)
      const { [key]: _, ...others } = refused
      if (parsed.ok) {
        recordDraft(key)
        set({ draft: { ...draft, experiment: parsed.experiment }, refused: others })
        if (key === 'data') wantData()
      } else set({ refused: { ...others, [key]: parsed.problems[0]! } })
    },
    undo(key) {
      actions.edit(key, settingValue(get().baseline, key))
    },
    undoAll() {
      const { draft, baseline } = get()
      recordDraft()
      set({ draft: { ...draft, experiment: baseline }, refused: {} })
      wantData()
    },
    openScene(scene) {
      // A link without a preset is a scene of its own: later changes are marked against it.
      const baseline = scene.preset === null ? scene.experiment : presetScene(scene.preset).experiment
      stop()
      // Runs of another scene stay in the list but leave the charts.
      const runs = get().runs.map((other) => ({ ...other, visible: false }))
      set({ draft: scene, baseline, aside: null, refused: {}, runs, runGroup: [], fork: null, focus: null })
      wantData()
    },
    openLink(hash, mayRun = true) {
      const link = actions.showLink(hash)
      if (link.live) set(({ live }) => ({ live: live ?? LIVE_FROM_START }))
      if (link.lesson !== null) openLesson(link.lesson, LESSON_STEPS[(link.step ?? 1) - 1])
      // What follows the controls is trained anyway, and a lesson asks before it trains.
      else if (link.run && mayRun && !link.live) start(false)
      return link
    },
    showLink(hash) {
      const link = decodeLink(hash, core.tables)
      const { language, theme, hide, controls, engine, pace, panes, inside, view, problems } = link
      const scene = sceneOf(link)
      const unread = problems.map(({ path }) => path).filter(isSetting)
      set((now) => ({
        lesson: null,
        lecture:
          link.scenes.length > 0
            ? { scenes: link.scenes, at: link.scene === null ? null : link.scene - 1 }
            : null,
        assignment: link.assignment && { ...link.assignment, scene, fixed: hide, unread },
        engine: engine ?? now.engine,
        pace: pace ?? now.pace,
        view: {
          ...now.view,
          theme: theme ?? now.view.theme,
          hide,
          presented: controls ?? now.view.presented,
          sideBySide: panes !== null,
          pane: panes ?? now.view.pane,
          modelView: inside ?? now.view.modelView,
          onStage: inside !== null,
          presenting: view === 'present',
          sweeping: view === 'sweep',
        },
        notices: withLinkProblems(now.notices, problems),
      }))
      if (language !== null) void chooseLanguage(language)
      actions.openScene(scene)
      if (!link.live) set({ live: null })
      return link
    },
    visitScene(scene) {
      closeLesson()
      actions.giveBack()
      recordDraft()
      actions.openScene(scene)
    },
    visitLink(text) {
      const link = decodeLink(text, core.tables)
      actions.visitScene(sceneOf(link))
      set(({ notices }) => ({ notices: withLinkProblems(notices, link.problems) }))
    },
    openTable(table) {
      closeLesson()
      actions.giveBack()
      const { draft, refused } = get()
      const own = edit(draft.experiment, 'data', 'rows')
      const parsed = edit(own.ok ? own.experiment : draft.experiment, 'rows', table)
      if (!parsed.ok) return set({ refused: { ...refused, rows: parsed.problems[0]! } })
      recordDraft()
      actions.openScene({ ...draft, preset: null, experiment: parsed.experiment })
    },
    lend(lent) {
      const { draft, baseline, fork, aside } = get()
      if (aside === null) forgetEntries = undos.mark()
      goTo({ draft: lent, baseline: lent.experiment, fork: null })
      set({ aside: { own: aside?.own ?? { draft, baseline, fork }, lent } })
    },
    keepLent() {
      const { aside } = get()
      if (aside === null) return
      forgetEntries()
      recordDraft(null, aside.own)
      set({ aside: null })
    },
    giveBack() {
      const { aside } = get()
      if (aside === null) return
      forgetEntries()
      goTo(aside.own)
      set({ aside: null })
    },
    clearLineup() {
      recordDraft()
      set(({ draft }) => ({ draft: { ...draft, comparison: null } }))
    },
    fork(id) {
      const view = run(id)
      if (!view) return
      recordDraft()
      stop()
      const { preset, experiment } = view
      set({
        draft: { preset, experiment, comparison: null },
        baseline: experiment,
        refused: {},
        fork: id,
        focus: id,
        runGroup: [],
      })
      core.update(id, (now) => shown(now, get().runs))
      wantData()
    },
    undoLast() {
      const { aside, draft } = get()
      if (aside !== null && draft === aside.lent) actions.giveBack()
      else undos.undo()
    },
    redoLast: undos.redo,
    gesture: undos.hold,
    retryDownload() {
      wantData()
    },
  }
  return actions
}

function withLinkProblems(notices: readonly Notice[], problems: readonly Problem[]): readonly Notice[] {
  const others = notices.filter(({ kind }) => kind !== 'link')
  return problems.length > 0 ? [...others, { kind: 'link', problems }] : others
}
