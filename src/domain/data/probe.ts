/** The raw rows at which a network is evaluated for the pictures of what it has learned. */
import type { Experiment } from '../experiment/experiment.ts'
import { outputUnits } from '../network/inputs-outputs.ts'
import { multiplications } from '../network/network.ts'
import type { Source } from '../table/source.ts'
import type { Numbers } from '../table/table.ts'
import { rawSamples } from './dataset.ts'
import { type DataSet, dataSet, type Extent } from './registry.ts'

/** Side of the square grid over 2-D data. */
export const GRID = 72
/** Points of the curve through 1-D data. */
export const CURVE_POINTS = 160

/**
 * Rows that show the effect of each input: a row of zeros, then one row for each input with that input at 1.
 * A linear network's weight is the difference between such a row's output and the first's.
 */
function effectRows(inputs: number): Float32Array {
  const rows = new Float32Array((inputs + 1) * inputs)
  for (let i = 0; i < inputs; i++) rows[(i + 1) * inputs + i] = 1
  return rows
}

/** Wrong labels that are asked about, at most. */
const WRONG_LABELS = 300

export interface WrongLabels {
  /** Of the samples that are asked about, the first of them. */
  readonly inputs: readonly number[]
  /** The wrong classes that these have. */
  readonly classes: readonly number[]
  /** Wrong labels in the training part. */
  readonly total: number
}

const NO_WRONG_LABELS: WrongLabels = { inputs: [], classes: [], total: 0 }

/** The training samples whose labels were replaced. */
export function wrongLabels(experiment: Experiment, source?: Source): WrongLabels {
  const { inputs: width, task } = dataSet(experiment.data)
  if (experiment.data.labelNoise === 0 || task !== 'classes') return NO_WRONG_LABELS
  const { inputs, targets, flipped } = rawSamples(experiment, 'train', source)
  const wrong = Array.from(targets.keys()).filter((i) => flipped[i] === 1)
  const asked = wrong.slice(0, WRONG_LABELS)
  return {
    inputs: asked.flatMap((i) => Array.from(inputs.subarray(i * width, (i + 1) * width))),
    classes: asked.map((i) => targets[i]!),
    total: wrong.length,
  }
}

/** How many of the samples asked about the network gives the wrong class that their label says. */
export function memorized(outputs: Float32Array, { classes }: WrongLabels, experiment: Experiment): number {
  const units = outputUnits(experiment)
  const answers = outputs.subarray(outputs.length - classes.length * units)
  return classes.filter((label, i) => {
    const answer = answers.subarray(i * units, (i + 1) * units)
    const predicted = units === 1 ? Number(answer[0]! > 0.5) : answer.indexOf(Math.max(...answer))
    return predicted === label
  }).length
}

/** The places of the curve through 1-D data. */
export function curvePlaces([[from, to] = [0, 1]]: Extent, points = CURVE_POINTS): Float64Array {
  return Float64Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1))
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
 * The grid over 2-D data, the places of a curve through 1-D data, the effects of the inputs of data that have true
 * weights; nothing of other data, which no picture shows. The training samples with wrong labels follow.
 */
export function probeRows(experiment: Experiment, source?: Source): Numbers {
  const set = dataSet(experiment.data)
  if (set.kind === 'generated' && set.trueWeights) return effectRows(set.inputs)
  const shown = shownRows(set)
  const wrong = wrongLabels(experiment, source)
  if (wrong.total === 0) return shown
  const rows = new (shown instanceof Float64Array ? Float64Array : Float32Array)(
    shown.length + wrong.inputs.length,
  )
  rows.set(shown)
  rows.set(wrong.inputs, shown.length)
  return rows
}

function shownRows(set: DataSet): Numbers {
  if (set.extent === null) return new Float32Array()
  return places(set, set.inputs === 1 ? curvePlaces(set.extent) : gridPlaces(set.extent))
}

/** Computed in float64: the positions along a curve over Julian dates would coincide in float32. */
function places(set: DataSet, exact: Float64Array): Numbers {
  return set.kind === 'stored' && set.from === 'table' ? exact : Float32Array.from(exact)
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
  const extent = set.extent!
  return places(
    set,
    set.inputs === 1 ? curvePlaces(extent, MAP_POINTS) : gridPlaces(extent, mapSide(experiment)),
  )
}
