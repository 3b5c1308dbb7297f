/**
 * Live mode: whatever the controls show is trained at once, from the same seeds, off the list, and takes the place of
 * the last such run on the charts. Only the latest state of the controls counts: what is under way for another is cut
 * off, unless its end is near. Runs are repeatable to the bit, so each is trained once and then remembered.
 */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { experimentKey } from '../../domain/experiment/identity.ts'
import { cannotRunReason } from '../../domain/parsing/cannot-run.ts'
import { EXACT_ENGINE } from '../../domain/run/engines.ts'
import { changes } from '../../domain/settings/changes.ts'
import { outcomeOf } from '../run-view.ts'
import type { AppState } from '../state.ts'
import type { StoreCore } from '../store-core.ts'
import { createEntries, type Entry, outcomeIsExact } from './entries.ts'
import { Job, type JobEvents } from './job.ts'
import { limited, slowLive } from './live-limit.ts'
import { mayEnd, shownAfter } from './live-pace.ts'
import type { LiveState } from './live-state.ts'
import { runWork } from './run-work.ts'
import { createShownRuns, type ShownRuns } from './shown-live.ts'
import { trainees } from './trainees.ts'
import { createTrials, type Trials } from './trials.ts'

/** The part of a run, in ms, that tells how long the whole takes. */
const ENOUGH_TO_TELL = 400

export interface Live {
  /** Changes the state of live mode; nothing where it is off. */
  change(part: Partial<LiveState>): void
  readonly shown: ShownRuns
  readonly trials: Trials
  /** What trains for the controls at the moment. */
  readonly underWay: Job | null
}

export function createLive(core: StoreCore): Live {
  const { store, get, set, client, sources, now } = core
  const team = trainees(core)
  const entries = createEntries(core)
  const shown = createShownRuns(core, entries, (key) => key !== keyOf(wanted()))
  /** What trains for the controls, and for the baseline behind it. */
  let job: Job | null = null
  let baselineJob: Job | null = null
  /** The controls have moved on, and the run under way may end first. */
  let moved = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** When a run was last put on the charts, or the hand began to move. */
  let seen = 0
  let measured: { readonly ms: number; readonly work: number } | null = null
  /** Whether the engine that repeats runs to the bit works here. */
  let hasExact = true

  const trials = createTrials(core, {
    ...{ team, entries },
    isFree: () => job === null && baselineJob === null,
    expected,
    keyOf,
    engineOf,
  })

  function change(part: Partial<LiveState>) {
    set(({ live }) => (live === null ? {} : { live: { ...live, ...part } }))
  }

  function engineOf({ engine }: AppState) {
    return engine === 'auto' && hasExact ? EXACT_ENGINE : engine
  }

  function keyOf(experiment: Experiment): string {
    const state = get()
    return [engineOf(state), state.live?.fiveSeeds ? 5 : 1, experimentKey(experiment)].join(' ')
  }

  const wanted = () => limited(get().draft.experiment, get().live!.limit)

  /** In ms; null where nothing was measured. */
  function expected(experiment: Experiment): number | null {
    return measured && (measured.ms * runWork(experiment)) / measured.work
  }

  const jobOf = (experiment: Experiment, key: string, on: JobEvents) => {
    // Samples that are here are with the trainers at once.
    sources.want(experiment.data).catch(() => {})
    const { live } = get()
    return new Job(team, { key, experiment, engine: engineOf(get()), fiveSeeds: live!.fiveSeeds }, now(), on)
  }

  /** Starts what the controls ask for, if it is neither on the charts nor under way nor remembered. */
  function follow() {
    const { live } = get()
    if (live === null) return
    trials.stop()
    trials.refresh()
    const experiment = wanted()
    const key = keyOf(experiment)
    const isShown = live.shown?.key === key && live.shown.view.status.kind === 'ended'
    if (isShown) drop()
    const behind = !isShown && live.shown?.key !== key
    if (behind !== live.behind) change({ behind })
    if (live.paused || !canRun(experiment)) return
    followBaseline()
    if (isShown) return trials.later()
    if (job?.key === key) {
      moved = false
      return
    }
    const known = entries.cache.get(key) ?? (live.fiveSeeds ? null : entries.onList(key, experiment))
    if (known) {
      drop()
      reveal(known)
      return
    }
    const elapsed = job ? now() - job.startedAt : 0
    if (job && mayEnd({ elapsed, expected: expected(job.experiment), unseen: now() - seen })) {
      moved = true
      return
    }
    if (job === null) seen = now()
    drop()
    begin(experiment, key)
  }

  function canRun(experiment: Experiment): boolean {
    return cannotRunReason(experiment, core.deviceMemory) === null && sources.isReady(experiment.data)
  }

  function begin(experiment: Experiment, key: string) {
    const time = expected(experiment)
    const { slow, limit } = get().live!
    const isSlow = time === null || limit ? null : slowLive(experiment, time / 1000)
    if (isSlow !== slow) change({ slow: isSlow })
    job = jobOf(experiment, key, { onChange: grow, onEnd: end })
    // A run that ends sooner is shown whole.
    const begun = job
    timer = setTimeout(() => grow(begun), shownAfter(time))
  }

  /** Cuts off what is under way. */
  function drop() {
    clearTimeout(timer)
    moved = false
    job?.cancel()
    job = null
    shown.letGo()
  }

  function grow(of: Job) {
    if (of !== job) return
    const elapsed = now() - of.startedAt
    const { limit, slow } = get().live!
    if (elapsed >= ENOUGH_TO_TELL && of.done > 0 && limit === null && slow === null) {
      const found = slowLive(of.experiment, elapsed / of.done / 1000)
      if (found !== null) change({ slow: found })
    }
    if (moved || elapsed < shownAfter(expected(of.experiment))) return
    seen = now()
    shown.growing(of)
  }

  function end(of: Job) {
    if (of !== job) return
    clearTimeout(timer)
    const entry = entries.entryOf(of.key, of.result()!)
    const outcome = outcomeOf(entry.own)
    job = null
    if (outcome?.kind === 'failed' && outcome.reason === 'engine' && get().engine === 'auto' && hasExact) {
      hasExact = false
      return follow()
    }
    // A worker that had to be started first says nothing about the next run.
    const ms = Math.min(now() - of.startedAt, entry.view.seconds * 1000)
    if (outcome?.kind === 'completed') measured = { ms, work: runWork(of.experiment) }
    remember(entry)
    // What was asked of it while it grew comes too late.
    shown.letGo()
    const isLimited = get().live!.limit !== null
    reveal(entry, { seconds: ms / 1000, slow: isLimited ? null : slowLive(of.experiment, ms / 1000) })
    if (moved) {
      moved = false
      follow()
    }
  }

  function remember(entry: Entry) {
    if (outcomeIsExact(entry)) entries.cache.put(entry.key, entry)
  }

  function reveal(entry: Entry, besides: Partial<LiveState> = {}) {
    shown.reveal(
      entry,
      (run) => ({
        ...besides,
        ...(entry.key === keyOf(limited(get().baseline, get().live!.limit)) && { baseline: run }),
        strip: trials.withTried(entry),
      }),
      () => {
        seen = now()
        trials.later()
      },
    )
  }

  function followBaseline() {
    const { live, baseline } = get()
    const experiment = limited(baseline, live!.limit)
    const key = keyOf(experiment)
    if (live!.baseline?.key === key || baselineJob?.key === key) return
    baselineJob?.cancel()
    baselineJob = null
    if (live!.baseline) change({ baseline: null })
    // What the controls ask for becomes the baseline once it is trained.
    if (key === keyOf(wanted())) return
    const known = entries.cache.get(key) ?? (live!.fiveSeeds ? null : entries.onList(key, experiment))
    if (known) return shown.revealBaseline(known)
    // Nothing else may have asked for the baseline's samples.
    sources.want(experiment.data).catch(() => {})
    if (canRun(experiment))
      baselineJob = jobOf(experiment, key, {
        onChange() {},
        onEnd(of) {
          if (of !== baselineJob) return
          baselineJob = null
          const entry = entries.entryOf(key, of.result()!)
          remember(entry)
          shown.revealBaseline(entry)
          change({ strip: trials.withTried(entry) })
          trials.later()
        },
      })
  }

  function leave() {
    drop()
    trials.stop()
    baselineJob?.cancel()
    baselineJob = null
    shown.forget()
    entries.cache.clear()
  }

  store.subscribe((state, before) => {
    const { live } = state
    if (live === null) {
      if (before.live !== null) leave()
      return
    }
    if (before.live === null) return follow()
    if (state.pace !== before.pace) for (const id of job?.ids ?? []) client.setPace(id, state.pace)
    // A run of the list that is the baseline may be removed from it.
    const lost = live.baseline !== null && !core.histories.has(live.baseline.view.id)
    if (lost) change({ baseline: null })
    const isOther = state.draft.experiment !== before.draft.experiment
    if (isOther) trials.onEdit(changedSetting(before.draft.experiment, state.draft.experiment))
    if (state.baseline !== before.baseline && live.limit !== null) change({ limit: null })
    if (
      isOther ||
      lost ||
      state.baseline !== before.baseline ||
      state.engine !== before.engine ||
      hasArrived(state, before) ||
      live.limit !== before.live.limit ||
      live.fiveSeeds !== before.live.fiveSeeds ||
      live.paused !== before.live.paused
    )
      follow()
  })

  // Live mode may have been turned on before this code had come.
  if (get().live !== null) follow()

  return {
    change,
    shown,
    trials,
    get underWay() {
      return job
    },
  }
}

/** Whether the samples of a set have come. */
function hasArrived({ downloads }: AppState, before: AppState): boolean {
  const count = (of: AppState['downloads']) =>
    Object.values(of).filter((download) => download?.kind === 'ready').length
  return downloads !== before.downloads && count(downloads) !== count(before.downloads)
}

/** The one setting that differs; null where several do. */
function changedSetting(before: Experiment, after: Experiment) {
  const [first, ...others] = changes(before, after)
  return first && others.length === 0 ? first.key : null
}
