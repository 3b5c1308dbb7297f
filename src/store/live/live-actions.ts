/** What a person does in live mode. */
import { sameExperiment } from '../../domain/experiment/identity.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { setApart } from '../differences.ts'
import { freshRuns } from '../fresh-runs.ts'
import { isInProgress, type RunView } from '../run-view.ts'
import { makeRoom } from '../shown-runs.ts'
import type { AppState } from '../state.ts'
import type { StoreCore } from '../store-core.ts'
import type { Live } from './live.ts'
import { type CreateLive, whenLive } from './live-code.ts'
import type { Limit } from './live-limit.ts'
import { type FitWeights, LIVE_FROM_START } from './live-state.ts'

/** The run of the list that the shown live run was kept as, or that it repeats. */
export function keptAs({ runs, live }: Pick<AppState, 'runs' | 'live'>): RunView | undefined {
  const own = live?.shown?.own
  if (!own || isInProgress(own)) return undefined
  return runs.find(
    (run) =>
      run.status.kind === 'ended' &&
      run.engine?.name === own.engine?.name &&
      run.latest?.epoch === own.latest?.epoch &&
      sameExperiment(run.experiment, own.experiment),
  )
}

interface Others {
  readonly pause: () => void
  readonly undo: (key: SettingKey) => void
}

export interface LiveActions {
  /** Turns live mode on, from the run and the settings that are there, or off: what was not kept goes. */
  setLive(on: boolean): void
  /** While live mode pauses, controls move and nothing trains. */
  pauseLive(): void
  /** Puts the shown run on the list. */
  keepLive(): void
  /** Gives the setting that was moved last its value of the baseline. */
  revertLive(): void
  /** Trains five seeds at every change, or one. */
  setFiveSeeds(fiveSeeds: boolean): void
  /** Gives live runs fewer epochs or samples than the controls say; null for as many. */
  limitLive(limit: Limit | null): void
  showInStrip(stripOf: 'best' | 'last'): void
  chooseLiveWeights(weights: FitWeights): void
  /** Says which values a slider can take, so that idle time can be used to try them; null when it is gone. */
  offerValues(setting: SettingKey, values: readonly number[] | null): void
}

export function liveActions(
  core: StoreCore,
  atHand: CreateLive | undefined,
  { pause, undo }: Others,
): LiveActions {
  const { get, set, histories, client, nextId, words } = core
  /** null until live mode was turned on. */
  let live: Live | null = null
  whenLive(core, atHand, (ready) => {
    live = ready
  })

  return {
    setLive(on) {
      if (on === (get().live !== null)) return
      if (on) pause()
      set(({ view }) => ({
        live: on ? LIVE_FROM_START : null,
        view: { ...view, hover: null, marked: null, whatIf: null, ...(on && { sideBySide: false }) },
      }))
    },
    pauseLive() {
      const { live: state } = get()
      if (state === null) return
      const ids = live?.underWay?.ids ?? []
      for (const id of ids) state.paused ? client.resume(id) : client.pause(id)
      live?.change({ paused: !state.paused })
    },
    keepLive() {
      const { live: state, runs, fork, draft } = get()
      const own = state?.shown?.own
      const history = live?.shown.ownHistory() ?? null
      if (!own || isInProgress(own) || history === null || keptAs(get())) return
      const coming = { preset: draft.preset, experiment: own.experiment }
      const kept = makeRoom(runs, [coming], fork)
      const [fresh] = freshRuns(get(), [own.experiment], kept, nextId) as [RunView]
      const { id, colour, changes, preset, preference } = fresh
      const view: RunView = { ...own, ...{ id, colour, changes, preset, preference }, lineupValue: null }
      histories.set(id, history)
      set({ runs: [...kept, ...setApart([view], kept, words())], focus: id, runGroup: [id] })
    },
    revertLive() {
      const strip = get().live?.strip
      if (strip) undo(strip.setting)
    },
    setFiveSeeds(fiveSeeds) {
      live?.change({ fiveSeeds })
    },
    limitLive(limit) {
      live?.change({ limit, slow: null })
    },
    showInStrip(stripOf) {
      live?.change({ stripOf })
    },
    chooseLiveWeights(weights) {
      live?.change({ weights })
      live?.shown.again()
    },
    offerValues(setting, values) {
      live?.trials.offer(setting, values)
    },
  }
}
