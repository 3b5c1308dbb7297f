/** How many hidden units say nothing. */
import { canDie, canSaturate, type HiddenLayer } from '../hidden-units.ts'
import type { JudgedRun } from '../judged-run.ts'
import type { Stretch } from '../verdict.ts'
import { type Figure, figure } from './figure.ts'
import type { Losses } from './losses.ts'

export function unitFigures(run: JudgedRun, { tail }: Losses) {
  const inactive = run.epochs.row(run.epochs.length)?.inactive
  return {
    'dead-units': largestShare(run, canDie, inactive, tail),
    'dead-units-at-start': largestShare(run, canDie, run.start?.inactive, null),
    'saturated-units': largestShare(run, canSaturate, inactive, tail),
    'hidden-layers': figure(run.hidden.length),
  }
}

/** The largest share of inactive units over the layers of one sort; few units say nothing. */
function largestShare(
  { hidden }: JudgedRun,
  wanted: (layer: HiddenLayer) => boolean,
  inactive: readonly number[] | undefined,
  epochs: Stretch | null,
): Figure {
  if (!inactive || inactive.length !== hidden.length) return figure(null)
  const shares = inactive.filter(
    (share, i) => wanted(hidden[i]!) && hidden[i]!.units >= 8 && !Number.isNaN(share),
  )
  return shares.length === 0 ? figure(null) : figure(Math.max(...shares), epochs)
}
