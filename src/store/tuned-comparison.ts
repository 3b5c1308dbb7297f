/**
 * A comparison trains one setting in several values at once: each at the best learning rate found for it, or all at the
 * experiment's.
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import { atOneRate, type Comparison, comparisonText } from '../domain/comparison/comparison.ts'
import { comparisonAt, type FoundRate, foundRates, rateSweep } from '../domain/comparison/rate-search.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { sameExperiment } from '../domain/experiment/identity.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { AppStore } from './store.ts'
import type { Sweeps } from './sweeps.ts'

export interface TunedComparisonState {
  readonly searching: boolean
  /** What the last search found, and the comparison that it chose, in the form of a link. */
  readonly found: {
    readonly comparison: string
    readonly setting: SettingKey
    readonly rates: readonly FoundRate[]
  } | null
  /**
   * The comparison that had learning rates of its own before one rate for all replaced them, and the experiment they
   * were for. It is the way back.
   */
  readonly own: { readonly experiment: Experiment; readonly comparison: Comparison } | null
}

export interface TunedComparison {
  readonly store: StoreApi<TunedComparisonState>
  /** Trains only the search for learning rates. */
  readonly rates: Sweeps
  /** Starts these values of a setting, all at the experiment's learning rate. */
  start(setting: SettingKey, values: readonly string[]): void
  /** Searches a learning rate for each value. The comparison then starts by itself. */
  search(setting: SettingKey, values: readonly string[]): void
  /** Starts the same values at the experiment's learning rate, as a contrast to rates of their own. */
  startAtOneRate(): void
  /** Returns to the values' own rates. Returns false where none are known, so that they must be found first. */
  startAtOwnRates(): boolean
  cancel(): void
}

export function createTunedComparison(app: AppStore, rates: Sweeps): TunedComparison {
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
    start(key, values) {
      app.actions.tunedComparison({
        setting: key,
        entries: values.map((value) => ({ value, also: [] })),
      })
    },
    search(key, values) {
      setting = key
      store.setState({ searching: true })
      rates.start(rateSweep(app.store.getState().draft.experiment, key, values))
    },
    startAtOneRate() {
      const { experiment, comparison } = app.store.getState().draft
      if (comparison === null) return
      store.setState({ own: { experiment, comparison } })
      app.actions.tunedComparison(atOneRate(comparison))
    },
    startAtOwnRates() {
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
