/** Where a network is asked what it makes of the data: raw rows whose outputs the page draws. */
import type { Experiment } from '../experiment/experiment.ts'
import type { Source } from '../table/source.ts'
import type { Numbers } from '../table/table.ts'
import { rawSamples } from './dataset.ts'
import { dataSet, type Extent } from './registry.ts'

/** Side of the square grid over 2-D data. */
export const GRID = 72
/** Points of the curve through 1-D data. */
export const CURVE_POINTS = 160
/** Validation samples whose answers are shown one by one. */
const SAMPLES = 200

/**
 * Rows that tell what each input does: none of them, then each alone at 1. A linear network's weights are what such a
 * row's output is more than the first's.
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

/** The places of the curve through 1-D data. */
export function curvePlaces([[from, to] = [0, 1]]: Extent): Float64Array {
  return Float64Array.from({ length: CURVE_POINTS }, (_, i) => from + ((to - from) * i) / (CURVE_POINTS - 1))
}

/** A square grid over 2-D data, row-major. It runs from the top (largest y), left to right, edges included. */
export function gridPlaces(extent: Extent, size = GRID): Float64Array {
  const [[fromX, toX], [fromY, toY]] = extent as [readonly [number, number], readonly [number, number]]
  const rows = new Float64Array(size * size * 2)
  for (let i = 0; i < size * size; i++) {
    rows[2 * i] = fromX + ((toX - fromX) * (i % size)) / (size - 1)
    rows[2 * i + 1] = toY - ((toY - fromY) * Math.floor(i / size)) / (size - 1)
  }
  return rows
}

/**
 * The grid over 2-D data and, after it, the training samples with wrong labels; the places of a curve through 1-D data.
 * Data that no plane or line shows are asked about the first samples of the validation part.
 */
export function probeRows(experiment: Experiment, source?: Source): Numbers {
  const set = dataSet(experiment.data)
  if (set.kind === 'generated' && set.trueWeights) return effectRows(set.inputs)
  if (set.extent === null) {
    const { inputs, count } = rawSamples(experiment, 'validation', source)
    return inputs.slice(0, Math.min(SAMPLES, count) * set.inputs)
  }
  // In float32 the places of a curve over Julian dates would fall into one another.
  const Exact = set.kind === 'stored' && set.from === 'table' ? Float64Array : Float32Array
  if (set.inputs === 1) return new Exact(curvePlaces(set.extent))
  return new Exact([...gridPlaces(set.extent), ...wrongLabels(experiment, source).inputs])
}
