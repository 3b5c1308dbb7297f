/**
 * A comparison: one setting in several values at once, each at the best learning rate found for it, or all at the
 * experiment's.
 */
import { createStore } from 'zustand/vanilla'
import { atOneRate, type Lineup, lineupText } from '../domain/comparison/comparison.ts'
import { type FoundRate, foundRates, lineupAt, rateSweep } from '../domain/comparison/rate-search.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { Lab } from './store.ts'
import type { Sweeps } from './sweeps.ts'

export interface RaceState {
  readonly searching: boolean
  /** What the last search found, and the lineup it chose, as a link writes it. */
  readonly found: {
    readonly lineup: string
    readonly setting: SettingKey
    readonly rates: readonly FoundRate[]
  } | null
  /** The comparison whose own rates gave way to one for all, and the experiment they were for: the way back. */
  readonly own: { readonly experiment: Experiment; readonly lineup: Lineup } | null
}

export type Race = ReturnType<typeof createRace>

/** `rates` trains the search, and nothing else. */
export function createRace(lab: Lab, rates: Sweeps) {
  const store = createStore<RaceState>(() => ({ searching: false, found: null, own: null }))
  let setting: SettingKey = 'optimizer'

  rates.store.subscribe(({ status, sweep, runs }) => {
    if (status !== 'done' || sweep === null || !store.getState().searching) return
    const found = foundRates(sweep, runs)
    const lineup = lineupAt(setting, found)
    store.setState({ searching: false, found: { lineup: lineupText(lineup), setting, rates: found } })
    lab.actions.race(lineup)
  })

  return {
    store,
    rates,
    start(settingNumber: SettingKey, values: readonly string[]) {
      lab.actions.race({ setting: settingNumber, entries: values.map((value) => ({ value, also: [] })) })
    },
    /** Then the race starts by itself. */
    search(settingNumber: SettingKey, values: readonly string[]) {
      setting = settingNumber
      store.setState({ searching: true })
      rates.start(rateSweep(lab.store.getState().draft.experiment, settingNumber, values))
    },
    /** The contrast to own rates: the same values at the experiment's learning rate, at once. */
    startAtOneRate() {
      const { experiment, lineup } = lab.store.getState().draft
      if (lineup === null) return
      store.setState({ own: { experiment, lineup } })
      lab.actions.race(atOneRate(lineup))
    },
    /** And back to them. False where none are known, which then have to be found. */
    startAtOwnRates(): boolean {
      const { experiment, lineup } = lab.store.getState().draft
      const { own } = store.getState()
      const known =
        own !== null &&
        JSON.stringify(own.experiment) === JSON.stringify(experiment) &&
        lineupText(atOneRate(own.lineup)) === lineupText(lineup)
      if (known) lab.actions.race(own.lineup)
      return known
    },
    cancel() {
      if (!store.getState().searching) return
      store.setState({ searching: false })
      rates.cancel()
    },
  }
}
