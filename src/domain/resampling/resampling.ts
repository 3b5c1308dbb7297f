/** One experiment on several training sets: what is trained, where the fits are asked, and what is true there. */
import { freshPlaces } from '../data/fresh-places.ts'
import { CURVE_POINTS, curvePlaces, GRID, gridPlaces } from '../data/probe.ts'
import { dataSet } from '../data/registry.ts'
import { trueMoments } from '../data/true-moments.ts'
import { truthOf } from '../data-sets/catalogue.ts'
import type { Moments } from '../data-sets/truth.ts'
import type { DataSettings, Experiment } from '../experiment/experiment.ts'
import { type Decomposition, decomposition } from './decomposition.ts'

/** Training sets. */
export const SAMPLES = 10
/** Places at which bias and variance are measured. */
const PLACES = 1000

/** Whether it is known what the data make true, and can be drawn. */
export function canResample({ set }: DataSettings): boolean {
  return truthOf(set) !== null
}

/** The experiment with data that its own run did not see: of ten other data seeds, everything else the same. */
export function resampled(experiment: Experiment): readonly Experiment[] {
  const { data } = experiment.seed
  return Array.from({ length: SAMPLES }, (_, i) => ({
    ...experiment,
    seed: { ...experiment.seed, data: (data + 1 + i) >>> 0 },
  }))
}

/** The same experiment on other data has the same key. */
export function resamplingKey({ seed, ...experiment }: Experiment): string {
  return JSON.stringify([experiment, seed.weights, seed.training])
}

/** Raw rows at which every fit is asked: those that are drawn, then places as the data themselves have them. */
export function askedRows(data: DataSettings): Float32Array {
  return Float32Array.from([...drawnPlaces(data), ...freshPlaces(data, PLACES)])
}

/** How many of the rows are drawn. */
export function drawnCount(data: DataSettings): number {
  return dataSet(data).inputs === 1 ? CURVE_POINTS : GRID * GRID
}

function drawnPlaces(data: DataSettings): Float64Array {
  const { inputs, extent } = dataSet(data)
  return inputs === 1 ? curvePlaces(extent!) : gridPlaces(extent!)
}

/** Side of the grid on which the truth over a plane is drawn: it costs an integral at each place. */
export const TRUTH_GRID = 48

/** The mean of the target along the line of 1-D data, and on a grid over 2-D data. */
export function drawnTruth(data: DataSettings): Float32Array {
  const { inputs, extent } = dataSet(data)
  const places = inputs === 1 ? curvePlaces(extent!) : gridPlaces(extent!, TRUTH_GRID)
  return Float32Array.from(truthAt(data, places), ({ mean }) => mean)
}

/** `outputs` of each fit are those at `askedRows`. */
export function measured(data: DataSettings, outputs: readonly Float32Array[]): Decomposition {
  const drawn = drawnCount(data)
  return decomposition(
    outputs.map((fit) => fit.subarray(drawn)),
    truthAt(data, freshPlaces(data, PLACES)),
  )
}

function truthAt(data: DataSettings, places: ArrayLike<number>): readonly Moments[] {
  const moments = trueMoments(data, places)
  if (moments === null) throw new Error(`nothing is known of ${data.set}`)
  return moments
}
