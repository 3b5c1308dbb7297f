/** Keeps the address bar and the draft saying the same: a link opens a scene, and every change of the draft is a link. */
import type { Experiment } from '../domain/experiment.ts'
import { encodeLink, type Scene } from '../domain/link.ts'
import type { PresetKey } from '../domain/presets.ts'
import type { Lab } from '../store/lab.ts'
import type { LabState } from '../store/lab-state.ts'
import { runOf } from './record.ts'

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const WRITE_AFTER = 300

export function followAddress(lab: Lab) {
  let written = location.hash
  let timer: ReturnType<typeof setTimeout> | undefined
  lab.actions.openLink(location.hash)
  void openRuns(lab, location.hash)
  addEventListener('hashchange', () => {
    if (location.hash === written) return
    written = location.hash
    lab.actions.openLink(location.hash)
    void openRuns(lab, location.hash)
  })
  lab.store.subscribe((now, before) => {
    if (sceneParts(now).every((part, i) => part === sceneParts(before)[i])) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      written = `#${sceneHash(lab, ownDraft(lab.store.getState()))}`
      history.replaceState(null, '', written)
    }, WRITE_AFTER)
  })
}

/** Finished runs that a link brings join the list; what cannot be read is said. */
async function openRuns(lab: Lab, hash: string) {
  const text = /[#&]runs=([^&]*)/.exec(hash)?.[1]
  if (text === undefined) return
  const { runsFromText } = await import('./runs-link.ts')
  const read = await runsFromText(text)
  if (read.ok) lab.actions.take(read.records.map(runOf))
  else lab.actions.refuseImport(read.why)
}

/** The address of an experiment, whatever the draft is now; shorter where the scene that it came from is known. */
export function experimentUrl(experiment: Experiment, preset: PresetKey | null): string {
  return `${pageUrl()}#${encodeLink({ preset, experiment, lineup: null })}`
}

/** The address of a scene, for the clipboard. */
export function sceneUrl(lab: Lab): string {
  return `${pageUrl()}#${sceneHash(lab, lab.store.getState().draft)}`
}

/** What the address says, but for what never changes on the page. */
function sceneParts(state: LabState) {
  const { engine, pace, view } = state
  return [ownDraft(state), engine, pace, view.sideBySide, view.pane]
}

/** A reload opens the person's own settings, whatever a ready sweep has put in their place for the moment. */
function ownDraft({ draft, aside }: LabState): Scene {
  return aside?.own.draft ?? draft
}

/**
 * The draft; what a teacher hid, which stays hidden however the scene is changed; engine and pace, if they are set; what
 * stands side by side.
 */
function sceneHash(lab: Lab, draft: Scene): string {
  const { view, engine, pace } = lab.store.getState()
  const pairs = [encodeLink(draft)]
  if (view.hide.length > 0) pairs.push(`hide=${view.hide.join(',')}`)
  if (engine !== 'auto') pairs.push(`engine=${engine}`)
  if (pace !== null) pairs.push(`pace=${pace}`)
  if (view.sideBySide) pairs.push(`panes=${view.pane}`)
  return pairs.join('&')
}

export function pageUrl(): string {
  return location.href.replace(/#.*$/, '')
}
