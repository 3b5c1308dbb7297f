import type { Monitor } from '../experiment/experiment.ts'
import { quality, type Score } from './run.ts'

interface Monitored {
  /** Which way it gets better. */
  readonly direction: 'min' | 'max'
  value(validation: Score): number
}

/** What early stopping watches. */
export const MONITORED: Readonly<Record<Monitor, Monitored>> = {
  'validation-loss': { direction: 'min', value: ({ loss }) => loss },
  /** Of numbers to predict, R² stands in for it. */
  'validation-accuracy': { direction: 'max', value: quality },
}
