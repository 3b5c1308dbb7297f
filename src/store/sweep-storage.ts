/**
 * What a sweep needs of whatever keeps it, so that a reload loses at most the runs in progress: its definition, whether it
 * was going on, and one record for each finished run. Methods reject where nothing can be kept.
 */

import type { Metric, SweepRun } from '../domain/sweep/sweep-run.ts'
import type { TableContents } from '../domain/table/table.ts'

export interface KeptSweep {
  /** To be parsed, and so is `metric`: they may be from another version of the page. */
  readonly sweep: unknown
  readonly metric: unknown
  /** A person's own table, which the sweep only refers to. */
  readonly table: TableContents | null
  readonly going: boolean
  readonly runs: readonly SweepRun[]
}

export interface SweepStorage {
  load(): Promise<KeptSweep | null>
  /** Forgets what was kept before. */
  begin(kept: KeptSweep): Promise<void>
  add(run: SweepRun): Promise<void>
  setGoing(going: boolean): Promise<void>
  setMetric(metric: Metric): Promise<void>
}
