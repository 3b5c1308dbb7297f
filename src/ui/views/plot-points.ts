/** The samples that are drawn over a plane or beside a curve. */
import type { PlotPoint } from '../../charts/kit/types.ts'
import { rawSamples } from '../../domain/data/dataset.ts'
import type { DataSet } from '../../domain/data/registry.ts'
import type { Experiment, Part } from '../../domain/experiment/experiment.ts'
import { samplesMissing } from '../../domain/parsing/cannot-run.ts'
import type { Numbers } from '../../domain/table/table.ts'

/**
 * The most points drawn of each part: enough validation points to judge by, but not so many that they hide the training
 * points.
 */
const VALIDATION_DRAWN = 120
const TRAIN_DRAWN = 1500

export function plotPoints(
  experiment: Experiment,
  set: DataSet,
): Record<'train' | 'validation', PlotPoint[]> {
  if (samplesMissing(experiment)) return { train: pointsDrawn(experiment), validation: [] }
  const of = (part: Part, most: number) => {
    const { inputs, targets, flipped } = rawSamples(experiment, part)
    const shares =
      set.inputs === 2 && set.task === 'regression' ? sharesOf(targets, rangeOf(experiment)) : targets
    return Array.from(shares.subarray(0, most), (target, i): PlotPoint => {
      const x = inputs[i * set.inputs]!
      return {
        x,
        y: set.inputs === 1 ? target : inputs[i * set.inputs + 1]!,
        target,
        flipped: flipped[i] === 1,
      }
    })
  }
  const validation = of('validation', VALIDATION_DRAWN)
  return {
    train: of('train', TRAIN_DRAWN),
    validation: validation.map((point) => ({ ...point, flipped: false })),
  }
}

/** All drawn points, while they are too few to be divided into parts. */
function pointsDrawn({ data: { points = [] } }: Experiment): PlotPoint[] {
  return points.map(([x, y, target]) => ({ x, y, target, flipped: false }))
}

/** The lowest and highest number to predict: a table has its own, generated planes have −1 and 1. */
export function rangeOf({ data }: Experiment): readonly [number, number] {
  return data.set === 'rows' ? data.rows!.ranges.at(-1)! : [-1, 1]
}

export function sharesOf(values: Numbers, [low, high]: readonly [number, number]): Float32Array {
  return Float32Array.from(values, (value) => (value - low) / (high - low))
}
