/** What a person chooses for the curves and the run table, beside the settings. */

export const X_UNITS = ['epochs', 'updates', 'seconds'] as const
export type XUnit = (typeof X_UNITS)[number]

/** The lower chart: accuracy or R² of all runs, or the loss of each run by itself. */
export type Lower = 'quality' | 'one-by-one'

/** Which epoch of a run the run table shows: its best or its last. */
export type ValuesOf = 'best' | 'last'
