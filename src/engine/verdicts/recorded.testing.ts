/**
 * Runs as the tests of the rules keep them: only what a verdict looks at, in few digits. What engines measure beside it
 * (start, errors, updates, inactive units) goes with it where it is there.
 */
import type { RecordedRun } from '../../domain/diagnosis/recorded.testing.ts'
import { median } from '../../domain/numbers/median.ts'
import type { EpochRow, Start } from '../../domain/run/run.ts'
import type { LabelledRun } from './labelled-runs.testing.ts'

const DIGITS = 5

export function recorded({ recipe, seed, run }: LabelledRun): RecordedRun {
  const { epochs, start, outcome } = run
  const { validationError, updates, inactive } = epochs[0] ?? {}
  return {
    name: recipe.name,
    labels: recipe.labels,
    experiment: { ...recipe.input, seed: { data: seed, weights: seed, training: seed } },
    outcome: outcome as RecordedRun['outcome'],
    ...(start && { start: shortStart(start) }),
    train: epochs.map((row) => short(row.train.loss)),
    validation: epochs.map((row) => short(row.validation.loss)),
    r2: epochs
      .slice(0, 1)
      .map((row) => [short(row.train.r2 ?? Number.NaN), short(row.validation.r2 ?? Number.NaN)]),
    gradients: (epochs[0]?.gradients ?? []).map(short),
    ...(validationError !== undefined && {
      validationError: epochs.map((row) => short(row.validationError!)),
    }),
    ...(updates && { updates: epochs.map(typical) }),
    ...(inactive && { inactive: epochs.map((row) => row.inactive!.map(short)) }),
  }
}

const typical = ({ updates }: EpochRow) => short(median(updates!))

const shortStart = ({ train, validation, gradients, inactive }: Start): Start => ({
  train: { loss: short(train.loss) },
  validation: { loss: short(validation.loss) },
  gradients: gradients.map(short),
  inactive: inactive.map(short),
})

const short = (value: number) => Number(value.toPrecision(DIGITS))
