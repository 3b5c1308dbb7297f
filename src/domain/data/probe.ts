/** The raw rows at which a network is evaluated for the pictures of what it has learned. */
import type { Experiment } from '../experiment/experiment.ts'
import { outputUnits } from '../network/inputs-outputs.ts'
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

/** The outputs at the probe rows without those for wrong labels. */
export function drawnOutputs(outputs: Float32Array, { classes }: WrongLabels, experiment: Experiment) {
  return outputs.subarray(0, outputs.length - classes.length * outputUnits(experiment))
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
 * The grid over 2-D data, the places of a curve through 1-D data, or the first samples of the validation part of data
 * that no plane or line shows. The training samples with wrong labels follow.
 */
export function probeRows(experiment: Experiment, source?: Source): Numbers {
  const set = dataSet(experiment.data)
  if (set.kind === 'generated' && set.trueWeights) return effectRows(set.inputs)
  const shown = shownRows(experiment, source)
  const wrong = wrongLabels(experiment, source)
  if (wrong.total === 0) return shown
  const rows = new (shown instanceof Float64Array ? Float64Array : Float32Array)(
    shown.length + wrong.inputs.length,
  )
  rows.set(shown)
  rows.set(wrong.inputs, shown.length)
  return rows
}

function shownRows(experiment: Experiment, source?: Source): Numbers {
  const set = dataSet(experiment.data)
  if (set.extent === null) {
    const { inputs, count } = rawSamples(experiment, 'validation', source)
    return inputs.slice(0, Math.min(SAMPLES, count) * set.inputs)
  }
  // Computed in float64: the positions along a curve over Julian dates would coincide in float32.
  const Exact = set.kind === 'stored' && set.from === 'table' ? Float64Array : Float32Array
  return new Exact(set.inputs === 1 ? curvePlaces(set.extent) : gridPlaces(set.extent))
}
