/**
 * The results of a sweep's runs: a few numbers and an outline of each, and what the seeds of one cell say
 * together.
 */
import { medianOf } from '../numbers/median.ts'
import { thin } from '../run/curve.ts'
import { type EpochRow, type FailureReason, gap, type Outcome, quality, type Score } from '../run/run.ts'

interface EpochScores {
  readonly epoch: number
  readonly train: Score
  readonly validation: Score
}

type SweepOutcome =
  | { readonly kind: 'completed' | 'early-stopped' | 'diverged'; readonly epoch: number }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly message: string }

export interface SweepRun {
  /** The index of the run's cell. */
  readonly cell: number
  readonly seed: number
  readonly outcome: SweepOutcome
  /** Where validation loss was lowest, whatever was monitored; null without a single epoch. */
  readonly best: EpochScores | null
  readonly last: EpochScores | null
  readonly test: Score | null
  readonly curve: readonly EpochScores[]
  readonly seconds: number
}

/** Epochs of a run that are kept to be drawn. */
const CURVE = 60

export function sweepRun(
  cell: number,
  seed: number,
  rows: readonly EpochRow[],
  outcome: Outcome,
  test: Score | null,
): SweepRun {
  const best = rows.reduce<EpochRow | null>(
    (low, row) => (low === null || row.validation.loss < low.validation.loss ? row : low),
    null,
  )
  const last = rows.at(-1) ?? null
  return {
    cell,
    seed,
    outcome: endOf(outcome),
    best: best && scoresOf(best),
    last: last && scoresOf(last),
    test,
    curve: thin(rows, CURVE, best ? [best.epoch] : []).map(scoresOf),
    seconds: rows.reduce((sum, row) => sum + row.seconds, 0),
  }
}

function endOf(outcome: Outcome): SweepOutcome {
  if (outcome.kind === 'failed') return { kind: 'failed', reason: outcome.reason, message: outcome.message }
  return { kind: outcome.kind === 'stopped' ? 'completed' : outcome.kind, epoch: outcome.epoch }
}

const scoresOf = ({ epoch, train, validation }: EpochRow): EpochScores => ({ epoch, train, validation })

/** What a sweep can be read by. `best` is the epoch of the lowest validation loss. */
export const METRICS = [
  'validation-best',
  'validation-last',
  'quality-best',
  'quality-last',
  'train-last',
  'gap-last',
  'best-epoch',
  'test-loss',
  'test-quality',
] as const
export type Metric = (typeof METRICS)[number]

export function higherIsBetter(metric: Metric): boolean {
  return metric === 'quality-best' || metric === 'quality-last' || metric === 'test-quality'
}

export function needsTest(metric: Metric): boolean {
  return metric === 'test-loss' || metric === 'test-quality'
}

/**
 * A run by one number; NaN where there is none. A run that diverged is worse than every other (±∞), not left out: a
 * setting that diverges half the time is not as good as its better half.
 */
export function measure(run: SweepRun, metric: Metric): number {
  const { best, last, test, outcome } = run
  if (outcome.kind === 'failed') return Number.NaN
  if (outcome.kind === 'diverged') return higherIsBetter(metric) ? -Infinity : Infinity
  switch (metric) {
    case 'validation-best':
      return best?.validation.loss ?? Number.NaN
    case 'validation-last':
      return last?.validation.loss ?? Number.NaN
    case 'quality-best':
      return best ? quality(best.validation) : Number.NaN
    case 'quality-last':
      return last ? quality(last.validation) : Number.NaN
    case 'train-last':
      return last?.train.loss ?? Number.NaN
    case 'gap-last':
      return (last && gap(last)) ?? Number.NaN
    case 'best-epoch':
      return best?.epoch ?? Number.NaN
    case 'test-loss':
      return test?.loss ?? Number.NaN
    case 'test-quality':
      return test ? quality(test) : Number.NaN
    default:
      return metric satisfies never
  }
}

/** The same metric on the training part, where there is one. */
function trainMeasure(run: SweepRun, metric: Metric): number {
  const { best, last, outcome } = run
  if (outcome.kind === 'failed' || outcome.kind === 'diverged') return Number.NaN
  switch (metric) {
    case 'validation-best':
      return best?.train.loss ?? Number.NaN
    case 'validation-last':
      return last?.train.loss ?? Number.NaN
    case 'quality-best':
      return best ? quality(best.train) : Number.NaN
    case 'quality-last':
      return last ? quality(last.train) : Number.NaN
    case 'train-last':
    case 'gap-last':
    case 'best-epoch':
    case 'test-loss':
    case 'test-quality':
      return Number.NaN
    default:
      return metric satisfies never
  }
}

/** The statistics of one cell over its seeds. */
export interface Band {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** null without values. Infinite ones take part in the median and stay out of low and high. */
export function bandOf(values: readonly number[]): Band | null {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  if (known.length === 0) return null
  const finite = known.filter(Number.isFinite)
  return { median: medianOf(known), low: finite[0] ?? Number.NaN, high: finite.at(-1) ?? Number.NaN }
}

export interface CellSummary {
  readonly index: number
  readonly runs: readonly SweepRun[]
  readonly validation: Band | null
  readonly train: Band | null
  readonly diverged: number
  readonly failed: number
}

/** In the order of the cells; a cell without runs so far has no bands. */
export function summarize(cells: number, runs: readonly SweepRun[], metric: Metric): readonly CellSummary[] {
  const byCell: SweepRun[][] = Array.from({ length: cells }, () => [])
  for (const run of runs) byCell[run.cell]?.push(run)
  return byCell.map((of, index) => {
    const inOrder = of.toSorted((a, b) => a.seed - b.seed)
    return {
      index,
      runs: inOrder,
      validation: bandOf(inOrder.map((run) => measure(run, metric))),
      train: bandOf(inOrder.map((run) => trainMeasure(run, metric))),
      diverged: of.filter(({ outcome }) => outcome.kind === 'diverged').length,
      failed: of.filter(({ outcome }) => outcome.kind === 'failed').length,
    }
  })
}

/** The cell whose median is best; null while none has one. */
export function bestCell(cells: readonly CellSummary[], metric: Metric): CellSummary | null {
  const sign = higherIsBetter(metric) ? -1 : 1
  return cells.reduce<CellSummary | null>((best, cell) => {
    if (cell.validation === null || !Number.isFinite(cell.validation.median)) return best
    return best === null || sign * cell.validation.median < sign * best.validation!.median ? cell : best
  }, null)
}
