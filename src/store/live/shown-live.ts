/**
 * Puts live runs on the charts: curve, boundary and numbers of one run at once, never half of one and half of another.
 * A run that took longer to be drawn than a later one is dropped.
 */
import type { History } from '../history.ts'
import type { StoreCore } from '../store-core.ts'
import type { Entries, Entry } from './entries.ts'
import type { Job } from './job.ts'
import type { LiveRun, LiveState } from './live-state.ts'

/** Epochs of so many runs are kept after others took their place: a chart may be drawn a moment later than the words. */
const RECENT = 8
/** Networks in training are asked for a picture at most every so many ms, and in a fifth of the time. */
const ASK_EVERY = 100

export interface ShownRuns {
  /** Shows it once its network was asked, unless something later was shown by then, with what changes beside it. */
  reveal(entry: Entry, besides?: (run: LiveRun) => Partial<LiveState>, then?: () => void): void
  /** Shows the run of the baseline, behind the other. */
  revealBaseline(entry: Entry): void
  /** Shows a run that is under way as far as it came, in place of the one before. */
  growing(job: Job): void
  /** The run that was shown while it grew was cut off: it stays as far as it came. */
  letGo(): void
  /** Asks the shown networks again, with the weights that were chosen. */
  again(): void
  /** The epochs of the shown run of the controls' own seed, to be kept with it. */
  ownHistory(): History | null
  /** Live mode is left: nothing that only it showed is kept. */
  forget(): void
}

/** @param isBehind whether the controls ask for another run than the one of this key */
export function createShownRuns(
  { get, set, histories, now }: StoreCore,
  entries: Entries,
  isBehind: (key: string) => boolean,
): ShownRuns {
  let order = 0
  let shownOrder = 0
  let recent: string[] = []
  let shownEntry: Entry | null = null
  let baselineEntry: Entry | null = null
  /** The run that is shown while it grows. */
  let growing: { readonly job: Job; outputs: Float32Array | null; isAsking: boolean; askAt: number } | null =
    null

  function keep(id: string, history: History) {
    histories.set(id, history)
    recent = [...recent.filter((other) => other !== id), id]
    const { live, runs } = get()
    const used = (other: string) =>
      runs.some((run) => run.id === other) ||
      [live?.shown, live?.before, live?.baseline].some(
        (run) => run?.view.id === other || run?.own.id === other,
      )
    while (recent.length > RECENT) {
      const oldest = recent.findIndex((other) => !used(other))
      if (oldest === -1) return
      const [gone] = recent.splice(oldest, 1)
      histories.delete(gone!)
    }
  }

  function keepAll({ view, history, own, ownHistory }: Omit<Entry, 'key' | 'outputs'>) {
    keep(own.id, ownHistory)
    if (view !== own) keep(view.id, history)
  }

  function put(part: Partial<LiveState>) {
    set(({ live }) => (live === null ? {} : { live: { ...live, ...part } }))
  }

  const reveal: ShownRuns['reveal'] = (entry, besides = () => ({}), then = () => {}) => {
    const turn = ++order
    const show = (run: LiveRun) => {
      if (get().live === null || turn < shownOrder) return
      shownOrder = turn
      shownEntry = entry
      growing = null
      keepAll(entry)
      put({ shown: run, before: null, behind: isBehind(entry.key), ...besides(run) })
      then()
    }
    const run = entries.shown(entry, get().live!.weights)
    if (run instanceof Promise) void run.then(show)
    else show(run)
  }

  function revealBaseline(entry: Entry) {
    const show = (run: LiveRun) => {
      if (get().live === null) return
      baselineEntry = entry
      keepAll(entry)
      put({ baseline: run })
    }
    const run = entries.shown(entry, get().live!.weights)
    if (run instanceof Promise) void run.then(show)
    else show(run)
  }

  function grow(job: Job) {
    if (growing?.job !== job) growing = { job, outputs: null, isAsking: false, askAt: 0 }
    const at = growing
    const result = job.result()
    if (result === null) return
    if (at.outputs !== null || job.isShown) showGrowing(at)
    if (at.isAsking || now() < at.askAt || result.own.status.kind !== 'running') return
    at.isAsking = true
    const from = now()
    void entries.outputsNow(result).then((outputs) => {
      at.isAsking = false
      at.askAt = now() + Math.max(ASK_EVERY, 4 * (now() - from))
      if (growing !== at) return
      at.outputs = outputs ?? at.outputs
      showGrowing(at)
    })
  }

  function showGrowing({ job, outputs }: NonNullable<typeof growing>) {
    const result = job.result()
    const { live } = get()
    if (result === null || live === null) return
    if (!job.isShown) shownOrder = ++order
    job.isShown = true
    shownEntry = null
    keepAll(result)
    const { view, own, range } = result
    const { shown } = live
    const before = shown?.view.status.kind === 'ended' ? shown : live.before
    put({ shown: { key: job.key, view, own, range, outputs }, before, behind: isBehind(job.key) })
  }

  return {
    reveal,
    revealBaseline,
    growing: grow,
    letGo() {
      growing = null
    },
    again() {
      if (shownEntry) reveal(shownEntry)
      if (baselineEntry) revealBaseline(baselineEntry)
    },
    ownHistory: () => shownEntry?.ownHistory ?? null,
    forget() {
      growing = null
      shownEntry = baselineEntry = null
      const { runs } = get()
      for (const id of recent) if (!runs.some((run) => run.id === id)) histories.delete(id)
      recent = []
    },
  }
}
