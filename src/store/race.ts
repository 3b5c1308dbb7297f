/** A race: one setting in several values at once, each at the experiment's learning rate or at the best one found for it. */
import { createStore } from 'zustand/vanilla'
import type { KnobKey } from '../domain/knobs.ts'
import { lineupText } from '../domain/lineup.ts'
import { type FoundRate, foundRates, lineupAt, rateSweep } from '../domain/rate-search.ts'
import type { Lab } from './lab.ts'
import type { Sweeps } from './sweeps.ts'

export interface RaceState {
  readonly searching: boolean
  /** What the last search found, and the lineup it chose, as a link writes it. */
  readonly found: {
    readonly lineup: string
    readonly knob: KnobKey
    readonly rates: readonly FoundRate[]
  } | null
}

export type Race = ReturnType<typeof createRace>

/** `rates` trains the search, and nothing else. */
export function createRace(lab: Lab, rates: Sweeps) {
  const store = createStore<RaceState>(() => ({ searching: false, found: null }))
  let knob: KnobKey = 'optimizer'

  rates.store.subscribe(({ status, sweep, runs }) => {
    if (status !== 'done' || sweep === null || !store.getState().searching) return
    const found = foundRates(sweep, runs)
    const lineup = lineupAt(knob, found)
    store.setState({ searching: false, found: { lineup: lineupText(lineup), knob, rates: found } })
    lab.actions.race(lineup)
  })

  return {
    store,
    rates,
    start(setting: KnobKey, values: readonly string[]) {
      lab.actions.race({ knob: setting, entries: values.map((value) => ({ value, also: [] })) })
    },
    /** Then the race starts by itself. */
    search(setting: KnobKey, values: readonly string[]) {
      knob = setting
      store.setState({ searching: true })
      rates.start(rateSweep(lab.store.getState().draft.experiment, setting, values))
    },
    cancel() {
      if (!store.getState().searching) return
      store.setState({ searching: false })
      rates.cancel()
    },
  }
}
