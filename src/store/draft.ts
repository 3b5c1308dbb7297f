/** The draft: what the controls say, where it came from, and the way back through its changes. */
import { type KnobKey, knobValue } from '../domain/knobs.ts'
import { decodeLink, presetScene, type Scene } from '../domain/link.ts'
import type { PresetKey } from '../domain/presets.ts'
import type { Desk } from './desk.ts'
import { edit } from './edit.ts'
import type { Place, steps } from './steps.ts'

interface Heat {
  start(oneEpoch: boolean): void
  stop(): void
}

export function draftActions(desk: Desk, done: ReturnType<typeof steps>, heat: Heat) {
  const { get, set, run, wantData } = desk
  const record = (what: string | null) => done.record(get(), what)
  /** Of what was done to lent settings. */
  let forgetSteps = () => {}

  function goTo(place: Place | null) {
    if (!place) return
    const { draft, baseline, fork } = place
    set({ draft, baseline, fork, refused: {} })
    wantData()
  }

  const actions = {
    edit(key: KnobKey, value: unknown) {
      const { draft, refused } = get()
      const parsed = edit(draft.experiment, key, value)
      const { [key]: _, ...others } = refused
      if (parsed.ok) {
        record(key)
        set({ draft: { ...draft, experiment: parsed.experiment }, refused: others })
        if (key === 'data') wantData()
      } else set({ refused: { ...others, [key]: parsed.problems[0]! } })
    },
    /** Puts one control back to the baseline's value. */
    undo(key: KnobKey) {
      actions.edit(key, knobValue(get().baseline, key))
    },
    undoAll() {
      const { draft, baseline } = get()
      record(null)
      set({ draft: { ...draft, experiment: baseline }, refused: {} })
      wantData()
    },
    choosePreset(preset: PresetKey) {
      actions.visitScene(presetScene(preset))
    },
    openScene(scene: Scene) {
      // A link without a preset is a scene of its own: what is changed from here on stands out.
      const baseline = scene.preset === null ? scene.experiment : presetScene(scene.preset).experiment
      heat.stop()
      // Runs of another scene stay in the list, not on the charts.
      const runs = get().runs.map((other) => ({ ...other, visible: false }))
      set({ draft: scene, baseline, aside: null, refused: {}, runs, heat: [], fork: null, focus: null })
      wantData()
    },
    openLink(hash: string) {
      const link = decodeLink(hash)
      const { language, theme, hide, engine, pace, panes, problems } = link
      set((now) => ({
        engine: engine ?? now.engine,
        pace: pace ?? now.pace,
        view: {
          ...now.view,
          language: language ?? now.view.language,
          theme: theme ?? now.view.theme,
          hide,
          sideBySide: panes !== null,
          pane: panes ?? now.view.pane,
        },
        notices: [
          ...now.notices.filter(({ kind }) => kind !== 'link'),
          ...(problems.length > 0 ? [{ kind: 'link' as const, problems }] : []),
        ],
      }))
      actions.openScene({ preset: link.preset, experiment: link.experiment, lineup: link.lineup })
      if (link.run) heat.start(false)
    },
    /** Another scene by a person's choice: one step, and the own settings are what it goes back to. */
    visitScene(scene: Scene) {
      actions.giveBack()
      record(null)
      actions.openScene(scene)
    },
    /** Other settings for a while. Runs stay as they are; the own settings are kept aside, and come back by giveBack or undo. */
    lend(lent: Scene) {
      const { draft, baseline, fork, aside } = get()
      if (aside === null) forgetSteps = done.mark()
      goTo({ draft: lent, baseline: lent.experiment, fork: null })
      set({ aside: { own: aside?.own ?? { draft, baseline, fork }, lent } })
    },
    /** Lent settings become the person's own, one step from those before. */
    keepLent() {
      const { aside } = get()
      if (aside === null) return
      forgetSteps()
      done.record(aside.own, null)
      set({ aside: null })
    },
    giveBack() {
      const { aside } = get()
      if (aside === null) return
      forgetSteps()
      goTo(aside.own)
      set({ aside: null })
    },
    clearLineup() {
      record(null)
      set(({ draft }) => ({ draft: { ...draft, lineup: null } }))
    },
    /** The run's experiment as the draft, and the run as what the draft is a change from. */
    fork(id: string) {
      const view = run(id)
      if (!view) return
      record(null)
      heat.stop()
      set(({ runs }) => ({
        draft: { preset: view.preset, experiment: view.experiment, lineup: null },
        baseline: view.experiment,
        refused: {},
        fork: id,
        focus: id,
        heat: [],
        runs: runs.map((other) => ({ ...other, visible: other.id === id })),
      }))
      wantData()
    },
    /** The draft as it was before the last change of it. */
    undoEdit() {
      const { aside, draft } = get()
      if (aside !== null && draft === aside.lent) actions.giveBack()
      else goTo(done.back(get()))
    },
    redoEdit() {
      goTo(done.forward(get()))
    },
    /** A pointer that is down holds the edits of a control together. */
    gesture: done.hold,
    retryDownload() {
      wantData()
    },
  }
  return actions
}
