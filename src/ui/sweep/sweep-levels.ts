/** The levels that a sweep is compared with: those that are the same for all its values. */
import { useMemo } from 'react'
import type { Level } from '../../charts/kit/types.ts'
import { lowestLoss } from '../../domain/diagnosis/overlap.ts'
import type { Experiment, Part } from '../../domain/experiment/experiment.ts'
import { median } from '../../domain/numbers/median.ts'
import { quality, type Score } from '../../domain/run/run.ts'
import { cellExperiment, cellsOf, type Sweep, seeded } from '../../domain/sweep/sweep.ts'
import type { Metric } from '../../domain/sweep/sweep-run.ts'
import type { Messages } from '../../text/messages.ts'
import { useText } from '../shared/app-context.tsx'
import { lossLevels, qualityLevels, useConstantLevel } from '../shared/reference-lines.ts'

/** Levels that differ by less than this share look like one line. */
const SAME = 0.01

export function useSweepLevels(metric: Metric, sweep: Sweep): readonly Level[] {
  const t = useText()
  const constant = useConstantLevel()
  return useMemo(() => sweepLevels(metric, sweep, constant, t), [metric, sweep, constant, t])
}

export function sweepLevels(
  metric: Metric,
  sweep: Sweep,
  constant: (experiment: Experiment, part: Part) => Score | null,
  t: Messages,
): readonly Level[] {
  const judged = partOf(metric)
  if (judged === null) return []
  const { base, seeds, varies } = sweep
  const cells = experimentsOf(sweep)
  const scores = cells.map((experiment) => constant(experiment, judged))
  const ofSeeds = (value: (score: Score) => number): number | null => {
    if (!same(scores.map((score) => score && value(score)))) return null
    const drawn = Array.from({ length: seeds }, (_, i) => constant(seeded(base, i + 1, varies), judged))
    return median(drawn.flatMap((score) => (score ? [value(score)] : [])))
  }
  if (metric.includes('quality')) {
    const level = ofSeeds(quality)
    const measure = scores[0]?.accuracy === undefined ? 'r2' : 'accuracy'
    return level === null ? [] : qualityLevels({ loss: Number.NaN, [measure]: level }, t)
  }
  const lowest = cells.map(lowestLoss)
  const isSame = judged !== 'train' && same(lowest.map((level) => level?.loss ?? null))
  return lossLevels(
    isSame ? lowest[0]! : null,
    ofSeeds((score) => score.loss),
    t,
  )
}

/** Losses above this many times that of one answer for all samples, and R² below this, tell only that a run grew without bounds. */
const FAR = 10
const FAR_BELOW = -1
type Bounds = readonly [low: number, high: number]
const NO_BOUNDS: Bounds = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]

export function useHeatBounds(metric: Metric, sweep: Sweep): Bounds {
  const constant = useConstantLevel()
  return useMemo(() => heatBounds(metric, sweep, constant), [metric, sweep, constant])
}

/** Between which values colours tell cells apart. */
export function heatBounds(
  metric: Metric,
  sweep: Sweep,
  constant: (experiment: Experiment, part: Part) => Score | null,
): Bounds {
  const judged = partOf(metric)
  if (judged === null) return NO_BOUNDS
  if (metric.includes('quality')) return [FAR_BELOW, Number.POSITIVE_INFINITY]
  const losses = experimentsOf(sweep).flatMap((experiment) => constant(experiment, judged)?.loss ?? [])
  return losses.length === 0 ? NO_BOUNDS : [Number.NEGATIVE_INFINITY, FAR * Math.max(...losses)]
}

/** With the first of its seeds. */
function experimentsOf(sweep: Sweep): readonly Experiment[] {
  return cellsOf(sweep).flatMap((cell) => {
    const parsed = cellExperiment(sweep, cell)
    return parsed.ok ? [seeded(parsed.experiment, 1, sweep.varies)] : []
  })
}

/** The part that the metric is a loss or accuracy of; null for other metrics. */
function partOf(metric: Metric): Part | null {
  switch (metric) {
    case 'train-last':
      return 'train'
    case 'test-loss':
    case 'test-quality':
      return 'test'
    case 'validation-best':
    case 'validation-last':
    case 'quality-best':
    case 'quality-last':
      return 'validation'
    case 'gap-last':
    case 'best-epoch':
      return null
    default:
      return metric satisfies never
  }
}

/** Whether all values are known and almost equal. */
function same(values: readonly (number | null)[]): boolean {
  const known = values.filter((value) => value !== null)
  if (known.length < values.length || known.length === 0) return false
  const [low, high] = [Math.min(...known), Math.max(...known)]
  return high - low <= SAME * Math.max(Math.abs(low), Math.abs(high), 1e-9)
}
