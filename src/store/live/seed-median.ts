/** Five runs that differ in their seeds alone as one: the median of each epoch, and the lowest and highest. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { median } from '../../domain/numbers/median.ts'
import { Packing } from '../../domain/run/packing.ts'
import type { EpochRow } from '../../domain/run/run.ts'
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
 * The median epochs of runs, each number by itself, as far as more than half of the runs have come. A run that ended early
 * counts up to its last epoch.
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
  const first = runs.find(({ length }) => length > 0)?.[0]
  if (!first) return []
  const packing = Packing.of(first)
  const { width } = packing.shape
  return Array.from({ length: epochs }, (_, i) => {
    const blocks = runs.flatMap((run) => (run[i] ? [packed(packing, run[i])] : []))
    const picked = Float64Array.from({ length: width }, (_number, at) => pick(blocks.map((b) => b[at]!)))
    return packing.unpack(i + 1, picked, 0)
  })
}

function packed(packing: Packing, row: EpochRow): Float64Array {
  const block = new Float64Array(packing.shape.width)
  packing.pack(row, block, 0)
  return block
}
