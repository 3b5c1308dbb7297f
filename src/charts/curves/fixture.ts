/** Runs for tests. */
import type { EpochRow } from '../../domain/run/run.ts'
import type { ChartRun } from '../kit/types.ts'

export function row(epoch: number, train: number, validation: number, accuracy = 0.9): EpochRow {
  return {
    epoch,
    train: { loss: train, accuracy },
    validation: { loss: validation, accuracy },
    penalty: 0,
    learningRate: 0.1,
    gradients: [],
    seconds: 0.1,
  }
}

export function chartRun(rows: readonly EpochRow[], more: Partial<ChartRun> = {}): ChartRun {
  return {
    id: 'a',
    name: 'a',
    colour: null,
    rows,
    best: null,
    end: null,
    status: 'done',
    test: null,
    ...more,
  }
}
