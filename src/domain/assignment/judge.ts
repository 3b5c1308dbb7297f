/** Whether a run does what an assignment asks. */
import { dataSet } from '../data/registry.ts'
import type { Verdict } from '../diagnosis/verdict.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { parameterCount } from '../network/network.ts'
import { bestRow, rowLeft } from '../run/kept-row.ts'
import { type EpochRow, gap } from '../run/run.ts'
import type { Assignment, Condition, Limit, Quantity } from './assignment.ts'

/** What of a run is judged. Before its first epoch there are only the counts of its experiment. */
export interface JudgedRun {
  readonly experiment: Experiment
  /** The epoch whose weights the run is left with, or would be if it ended now. */
  readonly row: EpochRow | null
  /** How many it has trained. */
  readonly epochs: number
  /** null where nobody has judged it. */
  readonly verdict: Verdict | null
}

/** `open`: the run has no such number yet. `not-here`: on these data it never has, such as R² where classes are told apart. */
type Standing = 'met' | 'missed' | 'open' | 'not-here'

export interface Judgement {
  readonly condition: Condition
  readonly standing: Standing
  readonly value: number | Verdict | null
}

/** A run whose epochs are at hand: which weights it was left with follows from them, whatever its record claims. */
export function judgedRun(
  experiment: Experiment,
  rows: readonly EpochRow[],
  verdict: Verdict | null,
): JudgedRun {
  const row = rowLeft(experiment, { best: bestRow(experiment, rows), latest: rows.at(-1) ?? null })
  return { experiment, row, epochs: rows.length, verdict }
}

export function judge({ conditions }: Assignment, run: JudgedRun): readonly Judgement[] {
  return conditions.map((condition) => {
    if (condition.quantity === 'verdict') {
      const { verdict: value } = run
      const standing = value === null ? 'open' : value === condition.value ? 'met' : 'missed'
      return { condition, value, standing }
    }
    if (!isHere(condition.quantity, run.experiment)) return { condition, value: null, standing: 'not-here' }
    const value = quantityOf(run, condition.quantity)
    return { condition, value, standing: standingOf(run, condition, value) }
  })
}

export function meetsAll(judgements: readonly Judgement[]): boolean {
  return judgements.every(({ standing }) => standing === 'met')
}

/** Whether runs on these data have such a number. */
export function isHere(quantity: Condition['quantity'], { data }: Experiment): boolean {
  const { task } = dataSet(data)
  if (quantity === 'accuracy' || quantity === 'train-accuracy') return task === 'classes'
  return quantity !== 'r2' || task !== 'classes'
}

function standingOf({ row }: JudgedRun, { bound, value: limit }: Limit, value: number | null): Standing {
  if (value === null) return row === null ? 'open' : 'missed'
  return (bound === 'min' ? value >= limit : value <= limit) ? 'met' : 'missed'
}

/** null where the run has no such number, or it is none, as the gap over a training loss of 0. */
function quantityOf({ experiment, row, epochs }: JudgedRun, quantity: Quantity): number | null {
  const value = () => {
    switch (quantity) {
      case 'parameters':
        return parameterCount(experiment)
      case 'train':
        return experiment.data.train
      case 'epochs':
        return row && epochs
      case 'accuracy':
        return row?.validation.accuracy
      case 'r2':
        return row?.validation.r2
      case 'loss':
        return row?.validation.loss
      case 'train-accuracy':
        return row?.train.accuracy
      case 'train-loss':
        return row?.train.loss
      case 'gap':
        return row && gap(row)
      default:
        return quantity satisfies never
    }
  }
  const found = value()
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}
