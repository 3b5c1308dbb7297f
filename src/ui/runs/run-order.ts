/** The order of the run table, and the epoch whose values it shows. */
import { type EpochRow, gap, quality } from '../../domain/run/run.ts'
import { type RunView, trainingTime } from '../../store/run-view.ts'
import type { ValuesOf } from '../../store/view-choices.ts'

export type Column = 'best' | 'at' | 'train' | 'validation' | 'gap' | 'test' | 'epochs' | 'time' | 'engine'

export interface Sort {
  readonly column: Column
  readonly rising: boolean
}

export function valuesOf({ best, latest }: RunView, of: ValuesOf): EpochRow | null {
  return of === 'best' ? (best ?? latest) : latest
}

/** Runs without a value come last in either direction; equal ones keep their order. */
export function sorted(runs: readonly RunView[], sort: Sort | null, of: ValuesOf): readonly RunView[] {
  if (!sort) return runs
  const { column, rising } = sort
  return runs.toSorted((a, b) => {
    const [left, right] = [cellOf(a, column, of), cellOf(b, column, of)]
    if (left === right) return 0
    if (left === null) return 1
    if (right === null) return -1
    return left < right === rising ? -1 : 1
  })
}

function cellOf(run: RunView, column: Column, of: ValuesOf): number | string | null {
  const { best, latest, test, engine } = run
  const row = valuesOf(run, of)
  const values: Record<Column, number | string | null> = {
    best: best?.validation.loss ?? null,
    at: best?.epoch ?? null,
    train: row?.train.loss ?? null,
    validation: row?.validation.loss ?? null,
    gap: row && gap(row),
    test:
      test.kind !== 'opened'
        ? null
        : test.score.accuracy === undefined
          ? test.score.loss
          : quality(test.score),
    epochs: latest?.epoch ?? 0,
    time: trainingTime(run),
    engine: engine?.name ?? null,
  }
  return values[column]
}
