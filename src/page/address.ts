/**
 * Keeps the address bar and the draft in agreement: a link opens a scene, and every change of the draft changes the
 * link. What is opened over the page is an entry of the browser's history, which Back closes (view-trail.ts).
 */
import { isEmbedded, tablesOfLink } from '../domain/link/link.ts'
import { runsOf } from '../files/record.ts'
import type { AppStore } from '../store/store.ts'
import { rememberStartedLink, startedLink } from './preferences.ts'
import { ownDraft, sceneHash, sceneParts } from './urls.ts'
import { isSameUnderDialogs, type Opened, openedIn, type Trail, trailTo } from './view-trail.ts'

/** Delays writing, in ms: browsers refuse more than about a hundred changes of the address in half a minute. */
const WRITE_AFTER = 300
/** Going back takes a moment, in ms; after this the page no longer waits for it. */
const LONGEST_WAY_BACK = 1000

/** What the browser keeps with an entry of its history. */
interface Entry {
  /** The opening of a link that the entry comes after: going back beyond that opens the earlier link again. */
  readonly visit: string
  readonly trail: Trail
}

/** Returns the function that stops it. */
export function followAddress(app: AppStore): () => void {
  const end = new AbortController()
  let written = location.hash
  let timer: ReturnType<typeof setTimeout> | undefined
  let entry: Entry | null = entryOf(history.state)
  /** Runs out while the page itself goes back in the history. */
  let goingBack: ReturnType<typeof setTimeout> | undefined
  let isOpenedAsked = false
  /** A change came while the address could not be written. */
  let isDue = false
  /** A run that the address starts is not with the storage yet: until it is, a reload has to start it again. */
  let starting = false
  const hashNow = () => `#${sceneHash(app, ownDraft(app.store.getState()), null, true)}`
  // A link that a person has just opened is in the address before the event that tells of it: it is not written over.
  const isBusy = () => starting || goingBack !== undefined || location.hash !== written
  const write = () => {
    clearTimeout(timer)
    isDue = isBusy()
    if (isDue) return
    history.replaceState(entry, '', hashNow())
    written = location.hash
  }
  const writeSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(write, WRITE_AFTER)
  }
  /** The history follows what is open. */
  function followOpened() {
    if (isBusy() || !entry) return
    const opened = openedIn(app.store.getState())
    const step = trailTo(entry.trail, opened)
    if (!('back' in step)) {
      const url = isSameUnderDialogs(entry.trail.at(-1)!, opened) ? null : hashNow()
      entry = { ...entry, trail: step.trail }
      if (step.push) holdScroll(entry)
      history[step.push ? 'pushState' : 'replaceState'](entry, '', url)
      written = location.hash
    } else if (step.back > 0) {
      goingBack = setTimeout(arrived, LONGEST_WAY_BACK, true)
      history.go(-step.back)
    }
  }
  /** `isElsewhere`: the address there is not the one that was left. */
  function arrived(isElsewhere: boolean) {
    clearTimeout(goingBack)
    goingBack = undefined
    followOpened()
    if (isElsewhere || isDue) writeSoon()
  }
  async function open(hash: string, isStarted = false, from: Entry | null = null) {
    const tables = tablesOfLink(hash)
    // The link is opened at once, unless its tables must be loaded first.
    if (tables.length > 0) await Promise.all(tables.map(app.findTable))
    const { run, runs } = app.actions.openLink(hash, !isStarted)
    const opened = openedIn(app.store.getState())
    entry = {
      visit: from?.visit ?? String(Math.random()),
      trail: [...(from?.trail.slice(0, -1) ?? []), opened],
    }
    history.replaceState(entry, '')
    await Promise.all([
      runs !== null && openRuns(app, runs),
      run && (isStarted ? write() : takeOverRun(hash)),
    ])
  }
  /** From here on the address does not start a run: a reload finds the run that was started. */
  async function takeOverRun(hash: string) {
    starting = true
    await app.handOverRuns()
    rememberStartedLink(hash)
    starting = false
    followOpened()
    write()
  }
  // A reload that was asked for before the address had changed comes with the old one.
  void open(location.hash, isReload() && startedLink() === location.hash, entry)
  const onPop = ({ state }: PopStateEvent) => {
    const popped = entryOf(state)
    // Without an entry it is a link.
    if (!popped) return
    const isElsewhere = location.hash !== written
    written = location.hash
    if (popped.visit !== entry?.visit) return void open(location.hash, false, popped)
    entry = popped
    holdScroll(popped)
    if (goingBack === undefined) show(app, popped.trail.at(-1)!)
    arrived(isElsewhere)
  }
  const onHash = () => {
    if (location.hash === written) return
    // An embedded page keeps nothing, and never has from its beginning.
    if (isEmbedded(location.hash)) return location.reload()
    written = location.hash
    void open(location.hash)
  }
  addEventListener('popstate', onPop, end)
  addEventListener('hashchange', onHash, end)
  const unsubscribe = app.store.subscribe((now, before) => {
    const isSameScene = sceneParts(now).every((part, i) => part === sceneParts(before)[i])
    if (!isSameScene) writeSoon()
    if (isSameScene && now.dialogs === before.dialogs) return
    // Several changes may make up what a person has opened.
    if (isOpenedAsked) return
    isOpenedAsked = true
    queueMicrotask(() => {
      isOpenedAsked = false
      followOpened()
    })
  })
  return () => {
    end.abort()
    unsubscribe()
    clearTimeout(timer)
    clearTimeout(goingBack)
  }
}

function entryOf(state: unknown): Entry | null {
  return typeof state === 'object' && state !== null && 'trail' in state ? (state as Entry) : null
}

/**
 * Under a dialog the page stays where it is: the browser would undo where a person got to by closing it. What it does when it
 * comes back to an entry, that entry says, so that this must be said before another is pushed.
 */
function holdScroll({ trail }: Entry) {
  history.scrollRestoration = trail.at(-1)!.dialogs > 0 ? 'manual' : 'auto'
}

/** Opens and closes what was open at an entry; dialogs are only closed. Settings and runs stay as they are. */
function show({ actions, store }: AppStore, { lesson, dialogs, ...view }: Opened) {
  actions.closeDialogs(dialogs)
  if (lesson === null) actions.closeLesson()
  else if (store.getState().lesson?.key !== lesson) actions.openLesson(lesson)
  if (view.sideBySide || view.sweeping) actions.setLive(false)
  actions.look(view)
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation?.type === 'reload'
}

/** Adds the finished runs of a link to the list; the page says so if they cannot be read. */
export async function openRuns(app: AppStore, text: string) {
  const { runsFromText } = await import('../files/runs-link.ts')
  const read = await runsFromText(text, app.tables)
  if (read.ok) app.actions.importRuns(runsOf(read.records))
  else app.actions.refuseImport(read.why)
}
