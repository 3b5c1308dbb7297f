import type { Monitor } from '../experiment/experiment.ts'
import { quality, type Score } from './run.ts'

interface Monitored {
  /** Whether lower or higher values are better. */
  readonly direction: 'min' | 'max'
  value(validation: Score): number
}

/** The quantity that early stopping watches. */
export const MONITORED: Readonly<Record<Monitor, Monitored>> = {
  'validation-loss': { direction: 'min', value: ({ loss }) => loss },
  /** For regressions, R² takes the place of accuracy. */
  'validation-accuracy': { direction: 'max', value: quality },
}
