/**
 * The strip of the setting that was moved last: the values that were visited, and while the hand rests, values between
 * them. Whoever moves the slider comes first: what is tried is cut off at once.
 */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { cannotRunReason } from '../../domain/parsing/cannot-run.ts'
import type { EnginePreference } from '../../domain/run/engines.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { edit } from '../edit.ts'
import { isInProgress } from '../run-view.ts'
import type { AppState } from '../state.ts'
import type { StoreCore } from '../store-core.ts'
import { type Entries, outcomeIsExact } from './entries.ts'
import { Job, type JobResult } from './job.ts'
import { limited } from './live-limit.ts'
import type { Strip } from './live-state.ts'
import { apartFrom, MOST_POINTS, nextToTry, stripPoint, stripValue, withPoint } from './strip.ts'
import type { Trainees } from './trainees.ts'

/** The hand rests when nothing has moved for so many ms. */
const AT_REST = 300
/** Runs that take longer, in ms, are not trained unasked. */
const QUICK = 1000

type Tried = Pick<JobResult, 'view' | 'own' | 'range'>

interface Others {
  readonly team: Trainees
  readonly entries: Entries
  /** Whether nothing trains that a person asked for. */
  isFree(): boolean
  /** In ms; null where nothing was measured. */
  expected(experiment: Experiment): number | null
  keyOf(experiment: Experiment): string
  engineOf(state: AppState): EnginePreference
}

export interface Trials {
  /** Cuts off what is tried. */
  stop(): void
  /** Tries the next value once the hand has rested. */
  later(): void
  /** The controls changed in this setting alone, or in several (null). */
  onEdit(setting: SettingKey | null): void
  /** The strip begins anew where runs are trained otherwise than its points were. */
  refresh(): void
  /** The strip with what was tried, if that differs from its other points in their setting alone. */
  withTried(tried: Tried): Strip | null
  /** The page draws a strip for this setting; these values, in ascending order, are worth a try. null: no longer. */
  offer(setting: SettingKey, values: readonly number[] | null): void
}

export function createTrials(core: StoreCore, others: Others): Trials {
  const { get, set, now } = core
  const { team, entries, isFree, expected, keyOf, engineOf } = others
  /** What all points of the strip have in common. */
  let context = ''
  /** Values of a setting, evenly spread along its slider. */
  let offered: { readonly setting: SettingKey; readonly values: readonly number[] } | null = null
  let trial: Job | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Values that make no experiment that can be trained here. */
  let refused: readonly number[] = []

  const present = () => limited(get().draft.experiment, get().live!.limit)

  /** Of all experiments that differ in nothing but this setting, trained alike. */
  function contextOf(experiment: Experiment, setting: SettingKey): string {
    const { live } = get()
    return [engineOf(get()), live!.fiveSeeds, setting, apartFrom(experiment, setting)].join(' ')
  }

  function withValue(setting: SettingKey, value: number): Experiment | null {
    const changed = edit(present(), setting, value)
    if (!changed.ok || contextOf(changed.experiment, setting) !== context) return null
    return cannotRunReason(changed.experiment, core.deviceMemory) === null ? changed.experiment : null
  }

  function withTried({ view, own, range }: Tried): Strip | null {
    const strip = get().live?.strip ?? null
    if (strip === null) return null
    const value = stripValue(own.experiment, strip.setting)
    if (value === null || isInProgress(view) || contextOf(own.experiment, strip.setting) !== context)
      return strip
    return { ...strip, points: withPoint(strip.points, stripPoint(value, { view, range })) }
  }

  function add(tried: Tried) {
    const strip = withTried(tried)
    set(({ live }) => (live === null ? {} : { live: { ...live, strip } }))
  }

  /** Begins a strip with what is known already. */
  function begin(setting: SettingKey) {
    context = contextOf(present(), setting)
    refused = []
    set(({ live }) => ({
      live: live && { ...live, strip: { setting, isDrawn: offered?.setting === setting, points: [] } },
    }))
    const { shown, baseline } = get().live!
    for (const run of [baseline, shown]) if (run) add(run)
    addRemembered()
  }

  function addRemembered() {
    const strip = get().live?.strip
    if (!strip || offered?.setting !== strip.setting || entries.cache.bytes === 0) return
    for (const value of offered.values) {
      const experiment = withValue(strip.setting, value)
      const known = experiment && entries.cache.get(keyOf(experiment))
      if (known) add(known)
    }
  }

  function stop() {
    clearTimeout(timer)
    trial?.cancel()
    trial = null
  }

  function later() {
    clearTimeout(timer)
    timer = setTimeout(tryNext, AT_REST)
  }

  function tryNext() {
    const { live } = get()
    const strip = live?.strip
    if (!strip || live.paused || offered?.setting !== strip.setting || trial !== null || !isFree()) return
    // What had to go from a full strip is not tried again.
    if (strip.points.length >= MOST_POINTS) return
    const tried = [...strip.points.map(({ value }) => value), ...refused]
    const value = nextToTry(offered.values, tried)
    if (value === null) return
    const experiment = withValue(strip.setting, value)
    if (experiment === null) {
      refused = [...refused, value]
      return tryNext()
    }
    const time = expected(experiment)
    if (time === null || time > QUICK) return
    const key = keyOf(experiment)
    const options = { key, experiment, engine: engineOf(get()), fiveSeeds: live.fiveSeeds }
    trial = new Job(team, options, now(), {
      onChange() {},
      onEnd(of) {
        if (of !== trial) return
        trial = null
        const entry = entries.entryOf(key, of.result()!)
        if (outcomeIsExact(entry)) entries.cache.put(key, entry)
        add(entry)
        if (get().live?.strip?.points.every((point) => point.value !== value)) refused = [...refused, value]
        tryNext()
      },
    })
  }

  return {
    stop,
    later,
    onEdit(setting) {
      const { live } = get()
      const isNumber = setting !== null && stripValue(present(), setting) !== null
      if (!isNumber) {
        if (live?.strip) set({ live: { ...live, strip: null } })
      } else if (live?.strip?.setting !== setting || contextOf(present(), setting) !== context) begin(setting)
    },
    refresh() {
      const strip = get().live?.strip
      if (strip && contextOf(present(), strip.setting) !== context) begin(strip.setting)
    },
    withTried,
    offer(setting, values) {
      if (values === null && offered?.setting !== setting) return
      offered = values && { setting, values }
      set(({ live }) =>
        live?.strip
          ? { live: { ...live, strip: { ...live.strip, isDrawn: live.strip.setting === offered?.setting } } }
          : {},
      )
      addRemembered()
      later()
    },
  }
}
