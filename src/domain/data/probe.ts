/** The raw rows at which a network is evaluated for the pictures of what it has learned. */
import type { Experiment } from '../experiment/experiment.ts'
import type { Source } from '../table/source.ts'
import type { Numbers } from '../table/table.ts'
import { rawSamples } from './dataset.ts'
import { dataSet } from './registry.ts'

/** Side of the square grid over 2-D data. */
export const GRID = 72
/** Points of the curve through 1-D data. */
export const CURVE_POINTS = 160
/** Validation samples whose answers are shown one by one. */
const SAMPLES = 200

/**
 * Rows that show the effect of each input: a row of zeros, then one row for each input with that input at 1.
 * A linear network's weight is the difference between such a row's output and the first's.
 */
function effectRows(inputs: number): Float32Array {
  const rows = new Float32Array((inputs + 1) * inputs)
  for (let i = 0; i < inputs; i++) rows[(i + 1) * inputs + i] = 1
  return rows
}

/** The training samples whose labels were replaced: their inputs, and the wrong classes that they have. */
export function wrongLabels(experiment: Experiment, source?: Source) {
  if (experiment.data.labelNoise === 0) return { inputs: [], classes: [] }
  const { inputs, targets, flipped } = rawSamples(experiment, 'train', source)
  const width = dataSet(experiment.data).inputs
  const indices = Array.from(targets.keys()).filter((i) => flipped[i] === 1)
  return {
    inputs: indices.flatMap((i) => Array.from(inputs.subarray(i * width, (i + 1) * width))),
    classes: indices.map((i) => targets[i]!),
  }
}

/**
 * Grid rows run from the top (largest y), left to right, edges included; the training samples with
 * wrong labels follow them. Data that no plane or line shows are asked about
 * the first samples of the validation part.
 */
export function probeRows(experiment: Experiment, source?: Source): Numbers {
  const set = dataSet(experiment.data)
  if (set.kind === 'generated' && set.trueWeights) return effectRows(set.inputs)
  if (set.extent === null) {
    const { inputs, count } = rawSamples(experiment, 'validation', source)
    return inputs.slice(0, Math.min(SAMPLES, count) * set.inputs)
  }
  const [[fromX, toX], [fromY, toY]] = set.extent as [readonly [number, number], readonly [number, number]]
  // Computed in float64: the positions along a curve over Julian dates would coincide in float32.
  const Exact = set.kind === 'stored' && set.from === 'table' ? Float64Array : Float32Array
  if (set.inputs === 1)
    return new Exact(CURVE_POINTS).map((_, i) => fromX + ((toX - fromX) * i) / (CURVE_POINTS - 1))
  const wrong = wrongLabels(experiment, source)
  const rows = new Exact(GRID * GRID * 2 + wrong.inputs.length)
  rows.set(wrong.inputs, GRID * GRID * 2)
  for (let i = 0; i < GRID * GRID; i++) {
    rows[2 * i] = fromX + ((toX - fromX) * (i % GRID)) / (GRID - 1)
    rows[2 * i + 1] = toY - ((toY - fromY) * Math.floor(i / GRID)) / (GRID - 1)
  }
  return rows
}
