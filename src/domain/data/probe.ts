/** Where a network is asked what it makes of the data: raw rows whose outputs the page draws. */
import type { Experiment } from '../experiment/experiment.ts'
import { multiplications } from '../network/network.ts'
import type { Source } from '../table/source.ts'
import type { Numbers } from '../table/table.ts'
import { rawSamples } from './dataset.ts'
import { type DataSet, dataSet } from './registry.ts'

/** Side of the square grid over 2-D data. */
export const GRID = 72
/** Points of the curve through 1-D data. */
export const CURVE_POINTS = 160

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

/**
 * Grid rows run from the top (largest y), left to right, edges included; the training samples with
 * wrong labels follow them.
 */
export function probeRows(experiment: Experiment, source?: Source): Numbers {
  const set = dataSet(experiment.data)
  if (set.kind === 'generated' && set.trueWeights) return effectRows(set.inputs)
  if (set.extent === null) throw new Error(`${experiment.data.set} have no axes`)
  if (set.inputs === 1) return lineRows(set, CURVE_POINTS)
  return gridRows(set, GRID, wrongLabels(experiment, source).inputs)
}

/** Sides of the square grids over which units are drawn, and points of their curves. */
const MAP_SIDES = [64, 48, 32, 24] as const
const MAP_POINTS = 96
/** The most multiplications that all units together may take for their maps. */
const MAP_WORK = 2 ** 25

/** The side of the grid over which the units of a network are drawn: as fine as its size allows. */
export function mapSide(experiment: Experiment): number {
  const work = multiplications(experiment)
  return MAP_SIDES.find((side) => side * side * work <= MAP_WORK) ?? MAP_SIDES.at(-1)!
}

/** Rows of such a grid, or along the line, for data that have axes. */
export function mapRows(experiment: Experiment): Numbers {
  const set = dataSet(experiment.data)
  return set.inputs === 1 ? lineRows(set, MAP_POINTS) : gridRows(set, mapSide(experiment), [])
}

/** In float32 the places of a curve over Julian dates would fall into one another. */
const exact = (set: DataSet) => (set.kind === 'stored' && set.from === 'table' ? Float64Array : Float32Array)

function lineRows(set: DataSet, points: number): Numbers {
  const [from, to] = set.extent![0]!
  return new (exact(set))(points).map((_, i) => from + ((to - from) * i) / (points - 1))
}

function gridRows(set: DataSet, side: number, more: readonly number[]): Numbers {
  const [[fromX, toX], [fromY, toY]] = set.extent as [readonly [number, number], readonly [number, number]]
  const rows = new (exact(set))(side * side * 2 + more.length)
  rows.set(more, side * side * 2)
  for (let i = 0; i < side * side; i++) {
    rows[2 * i] = fromX + ((toX - fromX) * (i % side)) / (side - 1)
    rows[2 * i + 1] = toY - ((toY - fromY) * Math.floor(i / side)) / (side - 1)
  }
  return rows
}
