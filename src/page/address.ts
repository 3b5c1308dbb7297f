/**
 * Keeps the address bar and the draft in agreement: a link opens a scene, and every change of the draft changes the
 * link.
 */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { PresetKey } from '../domain/experiment/presets.ts'
import { encodeLink, tablesOfLink } from '../domain/link/link.ts'
import type { Scene } from '../domain/link/scene.ts'
import { runOf } from '../files/record.ts'
import type { AppState } from '../store/state.ts'
import type { AppStore } from '../store/store.ts'

/** Delays writing, in ms: browsers refuse more than about a hundred changes of the address in half a minute. */
const WRITE_AFTER = 300

export function followAddress(app: AppStore) {
  let written = location.hash
  let timer: ReturnType<typeof setTimeout> | undefined
  /** A run that the address starts is not saved yet: until it is, a reload has to start it again. */
  let starting = false
  const write = () => {
    if (starting) return
    clearTimeout(timer)
    written = `#${sceneHash(app, ownDraft(app.store.getState()), null)}`
    history.replaceState(null, '', written)
  }
  async function open(hash: string) {
    const tables = tablesOfLink(hash)
    // The link is opened at once, unless its tables must be loaded first.
    if (tables.length > 0) await Promise.all(tables.map(app.findTable))
    const { run, runs } = app.actions.openLink(hash)
    await Promise.all([runs !== null && openRuns(app, runs), run && takeOverRun()])
  }
  /** From here on the address does not start a run: a reload finds the run that was started. */
  async function takeOverRun() {
    starting = true
    await app.saveRuns()
    starting = false
    write()
  }
  void open(location.hash)
  addEventListener('hashchange', () => {
    if (location.hash === written) return
    written = location.hash
    void open(location.hash)
  })
  app.store.subscribe((now, before) => {
    if (sceneParts(now).every((part, i) => part === sceneParts(before)[i])) return
    clearTimeout(timer)
    timer = setTimeout(write, WRITE_AFTER)
  })
}

/** Adds the finished runs of a link to the list; the page says so if they cannot be read. */
async function openRuns(app: AppStore, text: string) {
  const { runsFromText } = await import('../files/runs-link.ts')
  const read = await runsFromText(text)
  if (read.ok) app.actions.importRuns(read.records.map(runOf))
  else app.actions.refuseImport(read.why)
}

/** The address of an experiment, whatever the draft is; it is shorter where the experiment's preset is known. */
export function experimentUrl(experiment: Experiment, preset: PresetKey | null): string {
  return `${pageUrl()}#${encodeLink({ preset, experiment, comparison: null })}`
}

/** The address of the page as it is, for the clipboard; with finished runs, as text, if they are to come along. */
export function sceneUrl(app: AppStore, runs: string | null = null): string {
  return `${pageUrl()}#${sceneHash(app, app.store.getState().draft, runs)}`
}

/** The parts of the state that the address contains, except those that never change on the page. */
function sceneParts(state: AppState) {
  const { engine, pace, view, live } = state
  return [
    ownDraft(state),
    engine,
    pace,
    view.sideBySide,
    view.pane,
    view.onStage,
    view.modelView,
    live !== null,
  ]
}

/** The address contains the person's own settings, even while the controls show a ready sweep's. */
function ownDraft({ draft, aside }: AppState): Scene {
  return aside?.own.draft ?? draft
}

/**
 * The link of a draft, with hidden settings (which stay hidden however the scene is changed), engine and pace if they
 * are set, the view of runs side by side, and live mode.
 */
function sceneHash(app: AppStore, draft: Scene, runs: string | null): string {
  const { view, engine, pace, live } = app.store.getState()
  return encodeLink(draft, {
    hide: view.hide,
    engine: engine === 'auto' ? null : engine,
    pace,
    panes: view.sideBySide ? view.pane : null,
    inside: view.onStage ? view.modelView : null,
    live: live !== null,
    runs,
  })
}

export function pageUrl(): string {
  return location.href.replace(/#.*$/, '')
}
