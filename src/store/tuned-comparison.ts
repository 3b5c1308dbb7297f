/**
 * A comparison: one setting in several values at once, each at the best learning rate found for it, or all at the
 * experiment's.
 */

import { createStore } from 'zustand/vanilla'
import { atOneRate, type Comparison, comparisonText } from '../domain/comparison/comparison.ts'
import { comparisonAt, type FoundRate, foundRates, rateSweep } from '../domain/comparison/rate-search.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { sameExperiment } from '../domain/experiment/identity.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { AppStore } from './store.ts'
import type { Sweeps } from './sweeps.ts'

export interface TunedComparisonState {
  readonly searching: boolean
  /** What the last search found, and the comparison it chose, as a link writes it. */
  readonly found: {
    readonly comparison: string
    readonly setting: SettingKey
    readonly rates: readonly FoundRate[]
  } | null
  /** The comparison whose own rates gave way to one for all, and the experiment they were for: the way back. */
  readonly own: { readonly experiment: Experiment; readonly comparison: Comparison } | null
}

export type TunedComparison = ReturnType<typeof createTunedComparison>

/** `rates` trains the search, and nothing else. */
export function createTunedComparison(app: AppStore, rates: Sweeps) {
  const store = createStore<TunedComparisonState>(() => ({ searching: false, found: null, own: null }))
  let setting: SettingKey = 'optimizer'

  rates.store.subscribe(({ status, sweep, runs }) => {
    if (status !== 'done' || sweep === null || !store.getState().searching) return
    const found = foundRates(sweep, runs)
    const comparison = comparisonAt(setting, found)
    store.setState({
      searching: false,
      found: { comparison: comparisonText(comparison), setting, rates: found },
    })
    app.actions.tunedComparison(comparison)
  })

  return {
    store,
    rates,
    start(settingNumber: SettingKey, values: readonly string[]) {
      app.actions.tunedComparison({
        setting: settingNumber,
        entries: values.map((value) => ({ value, also: [] })),
      })
    },
    /** Then the comparison starts by itself. */
    search(settingNumber: SettingKey, values: readonly string[]) {
      setting = settingNumber
      store.setState({ searching: true })
      rates.start(rateSweep(app.store.getState().draft.experiment, settingNumber, values))
    },
    /** The contrast to own rates: the same values at the experiment's learning rate, at once. */
    startAtOneRate() {
      const { experiment, comparison } = app.store.getState().draft
      if (comparison === null) return
      store.setState({ own: { experiment, comparison } })
      app.actions.tunedComparison(atOneRate(comparison))
    },
    /** And back to them. False where none are known, which then have to be found. */
    startAtOwnRates(): boolean {
      const { experiment, comparison } = app.store.getState().draft
      const { own } = store.getState()
      const known =
        own !== null &&
        sameExperiment(own.experiment, experiment) &&
        comparisonText(atOneRate(own.comparison)) === comparisonText(comparison)
      if (known) app.actions.tunedComparison(own.comparison)
      return known
    },
    cancel() {
      if (!store.getState().searching) return
      store.setState({ searching: false })
      rates.cancel()
    },
  }
}
