/** The numbers that all rules look at, taken from a run's epochs. What each means stands where it is named (verdict.ts). */
import type { EpochColumns } from './epoch-columns.ts'
import { figure } from './figures/figure.ts'
import { gradientFigures } from './figures/gradients.ts'
import { lossesOf } from './figures/losses.ts'
import { stepFigures } from './figures/steps.ts'
import { trainingFigures } from './figures/training.ts'
import { unitFigures } from './figures/units.ts'
import { validationFigures } from './figures/validation.ts'
import type { JudgedRun } from './judged-run.ts'
import type { Figures } from './verdict.ts'

export function figuresOf(run: JudgedRun): Figures {
  const losses = lossesOf(run)
  const broken = run.brokenAt ?? firstBroken(run.epochs)
  return {
    epochs: figure(run.epochs.length + (run.brokenAt === null ? 0 : 1)),
    'not-finite': figure(broken > 0 ? 1 : 0, broken > 0 ? [broken, broken] : null),
    ...trainingFigures(run, losses),
    ...validationFigures(run, losses),
    ...stepFigures(run, losses),
    ...unitFigures(run, losses),
    ...gradientFigures(run, losses),
    'largest-class': figure(run.levels.largestClass),
    regularized: figure(run.regularized ? 1 : 0),
  }
}

/** The first epoch whose losses are no finite numbers; 0 if there is none. */
function firstBroken({ train, validation }: EpochColumns): number {
  for (let i = 0; i < train.length; i++)
    if (!Number.isFinite(train[i]!) || !Number.isFinite(validation[i]!)) return i + 1
  return 0
}
