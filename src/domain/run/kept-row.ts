/** Which epoch's weights a run is left with, from its epochs alone. */
import type { Experiment } from '../experiment/experiment.ts'
import { freshStopping, judge } from '../training/early-stopping.ts'
import { MONITORED } from './monitored.ts'
import type { EpochRow } from './run.ts'
import { monitorOf, stoppingRule } from './stopping-rule.ts'

/** The best epoch by the experiment's rule; null where none was judged. */
export function bestRow({ earlyStopping }: Experiment, rows: readonly EpochRow[]): EpochRow | null {
  const rule = stoppingRule({ earlyStopping })
  const { value } = MONITORED[monitorOf(earlyStopping)]
  let state = freshStopping(rule)
  for (const { epoch, validation } of rows) state = judge(rule, state, epoch, value(validation))
  return rows[state.bestEpoch - 1] ?? null
}

/** The best epoch where the experiment gives its weights back, otherwise the last; null before the first. */
export function rowLeft(
  { earlyStopping }: Experiment,
  { best, latest }: { readonly best: EpochRow | null; readonly latest: EpochRow | null },
): EpochRow | null {
  return (earlyStopping?.restoreBest ? best : null) ?? latest
}
