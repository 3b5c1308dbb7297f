/** Which values a chart has to show, and the round axis that shows them. */
import type { EpochRow } from '../../domain/run/run.ts'
import { type Axis, linearAxis, logAxis } from './axis.ts'
import { measured } from './series.ts'
import type { ChartRun, Level, Measure, Scale } from './types.ts'
import { FOLLOWED, usualStart, WILD } from './usual-start.ts'

/** A level that would squeeze the curves into less than two thirds of the plot is left out. */
const LEVEL_STRETCH = 1.5
/**
 * How far below its top a log axis reaches: lower losses are only rounding, and the chart says that it leaves them out.
 */
const DEEPEST = 1e-12
/** The tolerance of rounding at the end of an axis. */
const LEAST = 1 - 1e-9
/** Accuracies within this range of each other are not spread over the whole plot. */
const LEAST_SPAN = 0.1
/** The share of the span below the lowest point, which would otherwise lie on the axis. */
const AIR = 0.04

export function valueAxis(
  measure: Measure,
  scale: Scale,
  runs: readonly ChartRun[],
  levels: readonly Level[],
  count: number,
): Axis {
  const each = runs.map((run) => valuesOf(run, measure))
  const values = each.flat()
  const references = levels.map((level) => level.value).filter(Number.isFinite)
  if (measure === 'quality') return qualityAxis(values, references, count)
  const start = usualStart(runs, references) ?? Number.POSITIVE_INFINITY
  if (scale === 'log') return logLossAxis(values, references, WILD * start, count)
  const calm = each.filter((of) => of.every((value) => value <= WILD * start)).flat()
  const most = extreme(calm, Math.max, FOLLOWED * start)
  return linearAxis(0, highest(values, references, most), count)
}

function valuesOf({ rows, range = [] }: ChartRun, measure: Measure): number[] {
  const values: number[] = []
  const add = (value: number) => {
    if (Number.isFinite(value)) values.push(value)
  }
  const addRow = ({ train, validation }: EpochRow) => {
    add(measured(train, measure))
    add(measured(validation, measure))
  }
  for (const row of rows) addRow(row)
  for (const { low, high } of range) {
    addRow(low)
    addRow(high)
  }
  return values
}

/** Whether the runs have losses below the end of a log axis, such as 0. */
export function goesBelow(runs: readonly ChartRun[], { domain: [low] }: Axis): boolean {
  return runs.some((run) =>
    run.rows.some(({ train, validation }) => train.loss < low * LEAST || validation.loss < low * LEAST),
  )
}

function highest(values: readonly number[], levels: readonly number[], most: number): number {
  const high = Math.min(extreme(values, Math.max, 0), most)
  if (high <= 0) return extreme(levels, Math.max, 0) || 1
  return extreme(
    levels.filter((level) => level <= high * LEVEL_STRETCH),
    Math.max,
    high,
  )
}

function logLossAxis(
  values: readonly number[],
  levels: readonly number[],
  most: number,
  count: number,
): Axis {
  const positive = values.filter((value) => value > 0)
  const high = highest(positive, levels, most)
  const low = Math.min(Math.max(extreme(positive, Math.min, high / 10), high * DEEPEST), high / 2)
  const near = levels.filter((level) => level > low / 10)
  return logAxis(extreme(near, Math.min, low), high, count)
}

function qualityAxis(values: readonly number[], levels: readonly number[], count: number): Axis {
  const within = values.map((value) => Math.max(-1, Math.min(value, 1)))
  if (within.length === 0) return linearAxis(0, 1, count)
  const high = extreme(within, Math.max, -1)
  // All values are clipped: the axis shows where they would have to go.
  if (high === -1) return linearAxis(-1, 0, count)
  const low = extreme(within, Math.min, high)
  const near = levels.filter((level) => level >= low - (high - low) / 2 && level <= 1)
  const air = (high - low) * AIR
  const bottom = Math.min(extreme(near, Math.min, low - air), high - LEAST_SPAN)
  const axis = linearAxis(low >= 0 ? Math.max(bottom, 0) : bottom, high, count)
  const ticks = axis.ticks.filter((tick) => tick <= 1 && tick >= -1)
  return ticks.length > 1 ? { domain: [ticks[0]!, ticks.at(-1)!], ticks } : axis
}

function extreme(values: readonly number[], pick: (...pair: number[]) => number, start: number): number {
  return values.reduce((best, value) => pick(best, value), start)
}
