/** What a person chooses for the curves, the run table and the views, beside the settings. */
import type { ModelViewKey, PaneView } from '../domain/link/page-keys.ts'

export const X_UNITS = ['epochs', 'updates', 'seconds'] as const
export type XUnit = (typeof X_UNITS)[number]

/** The lower chart: accuracy or R² of all runs, or the loss of each run by itself. */
export type Lower = 'quality' | 'one-by-one'

/** Which epoch of a run the run table shows: its best or its last. */
export type ValuesOf = 'best' | 'last'

/** Which views are open, and what they show. A lesson arranges the page anew, and gives the person's arrangement back. */
export interface Arrangement {
  /** Whether visible runs have a pane each, instead of one common chart. */
  readonly sideBySide: boolean
  /** The view below the loss in each pane. */
  readonly pane: PaneView
  /** The picture of the network in the right column; where the data have none such, the first that they have is shown. */
  readonly modelView: ModelViewKey
  /** Whether that picture has the whole page, instead of the curves. */
  readonly onStage: boolean
  /** Whether the network is drawn as one training step thinned it, and not with all its units. */
  readonly dropoutStep: boolean
  /** The program stands in the place of the right column. */
  readonly code: boolean
  /** The unit of the curves' x axes. */
  readonly xUnit: XUnit
  /** The chart under the losses; null lets the number of drawn runs decide. */
  readonly lower: Lower | null
  /** The epoch of every run whose values the run table shows. */
  readonly valuesOf: ValuesOf
}

export const ARRANGED_AT_FIRST: Arrangement = {
  sideBySide: false,
  pane: 'quality',
  modelView: 'fit',
  onStage: false,
  dropoutStep: false,
  code: false,
  xUnit: 'epochs',
  lower: null,
  valuesOf: 'best',
}

/** The arrangement among all that a view shows. */
export function arrangementOf(view: Arrangement): Arrangement {
  const keys = Object.keys(ARRANGED_AT_FIRST) as (keyof Arrangement)[]
  return Object.fromEntries(keys.map((key) => [key, view[key]])) as unknown as Arrangement
}
