/** The remedies for a run: in the order of course-order.ts, each with the next of its values. */
import type { Experiment } from '../../experiment/experiment.ts'
import { parseExperiment } from '../../parsing/parse.ts'
import { changes } from '../../settings/changes.ts'
import { NO_TABLES } from '../../table/library.ts'
import { keysAgainst } from './course-order.ts'
import { REMEDIES, type RemedyKey } from './proposals.ts'
import type { Found } from './remedy.ts'

export interface Remedy {
  readonly key: RemedyKey
  /** The run's experiment with the remedy applied. */
  readonly experiment: Experiment
  /** Whether all its values were tried; then the experiment is the last of them. */
  readonly isTried: boolean
  /** The experiments with each of its values. */
  readonly values: readonly Experiment[]
}

/**
 * The remedies for a run, each with the first value that was not tried yet. `tried` are the experiments of other runs.
 * What cannot be trained, or changes nothing, is not among them.
 */
export function remediesFor(
  experiment: Experiment,
  epochs: number,
  found: Found,
  tried: readonly Experiment[] = [],
): readonly Remedy[] {
  return keysAgainst(experiment, found).flatMap(
    (key) => remedyFor(key, experiment, epochs, found, tried) ?? [],
  )
}

/** One remedy for a run, whatever the verdict on it; null where it cannot be trained or changes nothing. */
export function remedyFor(
  key: RemedyKey,
  experiment: Experiment,
  epochs: number,
  { verdict, figures, endedByPatience }: Found,
  tried: readonly Experiment[] = [],
): Remedy | null {
  const useful = REMEDIES[key]({ experiment, verdict, figures, endedByPatience, epochs }).filter((proposal) =>
    isUseful(experiment, proposal),
  )
  const next = useful.find((proposal) => !tried.some((other) => changes(proposal, other).length === 0))
  const shown = next ?? useful.at(-1)
  return shown ? { key, experiment: shown, isTried: next === undefined, values: useful } : null
}

function isUseful(experiment: Experiment, proposal: Experiment): boolean {
  return changes(experiment, proposal).length > 0 && parseExperiment(proposal, NO_TABLES).ok
}
