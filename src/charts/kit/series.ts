/** A run as points to draw: smoothed, safe on a log axis, with the band between its two curves. */
import { smooth } from '../../domain/run/curve.ts'
import { type EpochRow, quality, type Score } from '../../domain/run/run.ts'
import type { ChartRun, Measure, Scale } from './types.ts'
import { placeOf } from './x-place.ts'

export interface CurvePoint {
  readonly epoch: number
  /** On the axis. */
  readonly x: number
  /** The value as drawn; null where there is nothing to draw. */
  readonly train: number | null
  readonly validation: number | null
  /** The value as drawn by the faint line under a smoothed one. */
  readonly rawTrain: number | null
  readonly rawValidation: number | null
  /** The measured value, for numbers on the screen: no axis cuts it. */
  readonly readings: Readonly<Record<Part, Reading>>
  readonly bandBefore: readonly [number, number] | null
  /** The band from the best epoch on; that epoch belongs to both parts. */
  readonly bandAfter: readonly [number, number] | null
  /** The range of several seeds; null for a single run. */
  readonly spans: Readonly<Record<Part, readonly [number, number] | null>> | null
}

type Part = 'train' | 'validation'

export interface Reading {
  readonly measured: number
  /** The same as the drawn values where nothing is smoothed. */
  readonly smoothed: number
}

export interface Series {
  readonly run: ChartRun
  readonly points: readonly CurvePoint[]
  /** Where lines come from that are beyond the axis in their first epoch: before the first update. */
  readonly lead: Readonly<Record<Part, { readonly x: number; readonly value: number } | null>>
}

/** How many plots beyond the axis a value is drawn at most: far outside any plot, but small enough for a screen. */
const OUTSIDE = 50

export function measured(score: Score, measure: Measure): number {
  return measure === 'loss' ? score.loss : quality(score)
}

/** The share of the lower end of a log axis at which a loss of 0 is drawn: below the plot. */
const BELOW = 0.1

/** A run on a value axis. Beyond the ends of the axis, lines only need to leave the plot, as from its start. */
export function series(
  run: ChartRun,
  measure: Measure,
  scale: Scale,
  smoothing: number,
  [low, top]: readonly [number, number],
): Series {
  const column = (part: Part) => run.rows.map((row) => measured(row[part], measure))
  const raw = { train: column('train'), validation: column('validation') }
  const drawn = { train: smooth(raw.train, smoothing), validation: smooth(raw.validation, smoothing) }
  const far = (top - low) * OUTSIDE
  const show = (value: number | undefined): number | null => {
    if (value === undefined || !Number.isFinite(value)) return null
    if (scale === 'log') return Math.max(low * BELOW, Math.min(value, top * OUTSIDE))
    return Math.max(low - far, Math.min(value, top + far))
  }
  const turn = run.best === null ? Number.POSITIVE_INFINITY : lastEpochUpTo(run.rows, run.best)
  const ranges = new Map(run.range?.map((range) => [range.epoch, range]))
  const points = run.rows.map(({ epoch }, i) => {
    const train = show(drawn.train[i])
    const validation = show(drawn.validation[i])
    const reading = (part: Part) => ({ measured: raw[part][i]!, smoothed: drawn[part][i]! })
    const range = ranges.get(epoch) ?? null
    const span = (part: Part) => {
      const low = show(range ? measured(range.low[part], measure) : undefined)
      const high = show(range ? measured(range.high[part], measure) : undefined)
      return low === null || high === null ? null : ([low, high] as const)
    }
    const band = train === null || validation === null ? null : ([train, validation] as const)
    return {
      epoch,
      x: placeOf(run, epoch),
      train,
      validation,
      rawTrain: show(raw.train[i]),
      rawValidation: show(raw.validation[i]),
      readings: { train: reading('train'), validation: reading('validation') },
      bandBefore: epoch <= turn ? band : null,
      bandAfter: epoch >= turn ? band : null,
      spans: range && { train: span('train'), validation: span('validation') },
    }
  })
  const lead = (part: Part) => {
    const [first] = run.rows
    if (!run.start || first?.epoch !== 1) return null
    const began = show(measured(run.start[part], measure))
    const value = measured(first[part], measure)
    return began !== null && (value > top || value < low) ? { x: placeOf(run, 0), value: began } : null
  }
  return { run, points, lead: { train: lead('train'), validation: lead('validation') } }
}

type DrawnPart = Part | 'rawTrain' | 'rawValidation'

/** The points of a line; null is a gap. */
export function linePoints(
  { points, lead }: Series,
  part: DrawnPart,
): ({ x: number; value: number } | null)[] {
  const from = part === 'train' || part === 'validation' ? lead[part] : null
  const drawn = points.map((point) => {
    const value = point[part]
    return value === null ? null : { x: point.x, value }
  })
  return from ? [from, ...drawn] : drawn
}

function lastEpochUpTo(rows: readonly EpochRow[], epoch: number): number {
  return rows.findLast((row) => row.epoch <= epoch)?.epoch ?? epoch
}

/** The point nearest to `x`; null beyond the ends of the run, where a crosshair has nothing to show. */
export function pointAt(points: readonly CurvePoint[], x: number): CurvePoint | null {
  const last = points.at(-1)
  if (last === undefined || x > last.x) return null
  let nearest = points[0]!
  for (const point of points) {
    if (Math.abs(point.x - x) < Math.abs(nearest.x - x)) nearest = point
  }
  return nearest
}
