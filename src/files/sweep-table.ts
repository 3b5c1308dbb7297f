/** A sweep's results as a table, one line a run. */
import { quality } from '../domain/run/run.ts'
import { cellsOf, type Sweep } from '../domain/sweep/sweep.ts'
import type { SweepRun } from '../domain/sweep/sweep-run.ts'
import type { Cell } from './tables.ts'

const ENDS = ['best', 'last'] as const

export function sweepTable(sweep: Sweep, runs: readonly SweepRun[]): Cell[][] {
  const cells = cellsOf(sweep)
  const inOrder = runs.toSorted((a, b) => a.cell - b.cell || a.seed - b.seed)
  const scores = ENDS.flatMap((end) =>
    ['epoch', 'train_loss', 'validation_loss', 'train_quality', 'validation_quality'].map(
      (name) => `${end}_${name}`,
    ),
  )
  return [
    [
      ...sweep.axes.map(({ setting }) => setting),
      'seed',
      'outcome',
      ...scores,
      'test_loss',
      'test_quality',
      'seconds',
    ],
    ...inOrder.map((run): Cell[] => [
      ...(cells[run.cell]?.values ?? []).map(plain),
      run.seed,
      run.outcome.kind,
      ...ENDS.flatMap((end): Cell[] => {
        const at = run[end]
        if (at === null) return [null, null, null, null, null]
        const { epoch, train, validation } = at
        return [epoch, train.loss, validation.loss, quality(train), quality(validation)]
      }),
      run.test?.loss ?? null,
      run.test && quality(run.test),
      run.seconds,
    ]),
  ]
}

/** Keeps numbers as numbers, so that -1 is not taken for a formula. */
function plain(value: string): Cell {
  const number = Number(value)
  return value.trim() !== '' && Number.isFinite(number) ? number : value
}
