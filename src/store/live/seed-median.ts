/** Five runs that differ in their seeds alone as one: the median of each epoch, and the lowest and highest. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { median } from '../../domain/numbers/median.ts'
import type { EpochRow, Score } from '../../domain/run/run.ts'
import { seeded } from '../../domain/sweep/sweep.ts'

const SEEDS = 5
/** Seeds are below it. */
const SEED_END = 2 ** 32

type Span = readonly [low: number, high: number]

/** Of the runs of all seeds. */
export interface SeedRange {
  /** A row for each epoch of the median, with the lowest and highest loss and quality. */
  readonly rows: readonly { readonly epoch: number; readonly low: EpochRow; readonly high: EpochRow }[]
  readonly bestLoss: Span
  readonly lastLoss: Span
}

/**
 * The controls' own experiment, and four with the seeds that follow. The samples stay the same: what spreads is what
 * the initial weights, the order of the batches and dropout do.
 */
export function fiveSeeds(experiment: Experiment): readonly Experiment[] {
  const others = Array.from({ length: SEEDS - 1 }, (_, i) =>
    seeded(experiment, (experiment.seed.weights + i + 1) % SEED_END, 'training'),
  )
  return [experiment, ...others]
}

/**
 * The median epochs of runs, as far as more than half of them have come. An epoch that ended early stops counting after
 * it.
 */
export function medianRows(runs: readonly (readonly EpochRow[])[]): EpochRow[] {
  return combined(runs, median)
}

export function seedRange(
  runs: readonly (readonly EpochRow[])[],
  best: readonly number[],
  last: readonly number[],
): SeedRange {
  const low = combined(runs, (values) => Math.min(...values))
  const high = combined(runs, (values) => Math.max(...values))
  return {
    rows: low.map((row, i) => ({ epoch: row.epoch, low: row, high: high[i]! })),
    bestLoss: spanOf(best),
    lastLoss: spanOf(last),
  }
}

const spanOf = (values: readonly number[]): Span => [Math.min(...values), Math.max(...values)]

type Pick = (values: readonly number[]) => number

function combined(runs: readonly (readonly EpochRow[])[], pick: Pick): EpochRow[] {
  const enough = Math.floor(runs.length / 2) + 1
  const lengths = runs.map(({ length }) => length).sort((a, b) => b - a)
  const epochs = lengths[enough - 1] ?? 0
  return Array.from({ length: epochs }, (_, i) => {
    const rows = runs.flatMap((run) => run[i] ?? [])
    return oneOf(rows, pick)
  })
}

function oneOf(rows: readonly EpochRow[], pick: Pick): EpochRow {
  const [first] = rows as readonly [EpochRow]
  const number = (of: (row: EpochRow) => number) => pick(rows.map(of))
  const layers = (of: (row: EpochRow) => readonly number[] | undefined) =>
    (of(first) ?? []).map((_, layer) => pick(rows.map((row) => of(row)?.[layer] ?? Number.NaN)))
  const score = (part: 'train' | 'validation'): Score => ({
    loss: number((row) => row[part].loss),
    ...(first[part].accuracy !== undefined && { accuracy: number((row) => row[part].accuracy!) }),
    ...(first[part].r2 !== undefined && { r2: number((row) => row[part].r2!) }),
  })
  return {
    epoch: first.epoch,
    train: score('train'),
    validation: score('validation'),
    penalty: number(({ penalty }) => penalty),
    learningRate: first.learningRate,
    gradients: layers(({ gradients }) => gradients),
    seconds: number(({ seconds }) => seconds),
    ...(first.validationError !== undefined && {
      validationError: number(({ validationError }) => validationError ?? Number.NaN),
    }),
    ...(first.updates && { updates: layers(({ updates }) => updates) }),
    ...(first.inactive && { inactive: layers(({ inactive }) => inactive) }),
  }
}
