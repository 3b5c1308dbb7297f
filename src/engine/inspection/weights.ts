/** How large the weights of each layer are, and what they were before training. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { flatWeights, initialWeights } from '../../domain/network/initial-weights.ts'
import { inputShape } from '../../domain/network/inputs-outputs.ts'
import { unitsOf } from '../../domain/network/layers.ts'
import { networkLayers } from '../../domain/network/network.ts'
import type { InspectionOf, LayerWeights, WeightHistorySeen, WeightsSeen } from '../../protocol/inspection.ts'
import type { Inspected } from './inspected.ts'

/** Odd, so that weights around 0 have a bin of their own. */
const BINS = 41
const NEAR_ZERO = 0.01
/** The most units whose weights are drawn as pictures. */
const PICTURES = 36

export function seeWeights({ experiment, weights }: Inspected): WeightsSeen {
  const start = flatWeights(initialWeights(experiment))
  return {
    kind: 'weights',
    layers: networkLayers(experiment).map(({ name, kernelAt, biasAt }) =>
      measured(name, weights.subarray(kernelAt, biasAt), start.subarray(kernelAt, biasAt)),
    ),
    pictures: picturesOf(experiment, weights),
  }
}

export function seeWeightHistory(
  experiment: Experiment,
  { moments }: InspectionOf<'weight-history'>,
): WeightHistorySeen {
  return {
    kind: 'weight-history',
    layers: networkLayers(experiment).map(({ name, kernelAt, biasAt }) => {
      const kernels = moments.map(({ weights }) => weights.subarray(kernelAt, biasAt))
      const reach = Math.max(0, ...kernels.map(largest))
      return {
        name,
        count: biasAt - kernelAt,
        reach,
        moments: kernels.map((kernel, i) => ({
          epoch: moments[i]!.epoch,
          ...sizes(kernel),
          counts: histogram(kernel, reach),
        })),
      }
    }),
  }
}

function measured(name: string, kernel: Float32Array, start: Float32Array): LayerWeights {
  const reach = Math.max(largest(kernel), largest(start))
  return {
    name,
    count: kernel.length,
    ...sizes(kernel),
    reach,
    counts: histogram(kernel, reach),
    startCounts: histogram(start, reach),
  }
}

function sizes(kernel: Float32Array): Pick<LayerWeights, 'norm' | 'zero' | 'nearZero'> {
  let [squares, zeros, near] = [0, 0, 0]
  for (const w of kernel) {
    squares += w * w
    if (w === 0) zeros++
    if (Math.abs(w) < NEAR_ZERO) near++
  }
  return { norm: Math.sqrt(squares), zero: zeros / kernel.length, nearZero: near / kernel.length }
}

function largest(kernel: Float32Array): number {
  let most = 0
  for (const w of kernel) most = Math.max(most, Math.abs(w))
  return most
}

function histogram(values: Float32Array, reach: number): Uint32Array {
  const counts = new Uint32Array(BINS)
  for (const w of values) {
    const bin = reach === 0 ? (BINS - 1) / 2 : Math.floor(((w / reach + 1) / 2) * BINS)
    counts[Math.min(bin, BINS - 1)]!++
  }
  return counts
}

/** A column of a dense kernel is as large as an image, and a filter of the first convolution is a small one itself. */
function picturesOf(experiment: Experiment, weights: Float32Array): WeightsSeen['pictures'] {
  const shape = inputShape(experiment)
  const first = networkLayers(experiment)[0]!
  if (shape.kind !== 'image' || first.kind === 'recurrent') return null
  const { height, width } =
    first.kind === 'convolution' ? { height: first.kernel, width: first.kernel } : shape
  const all = unitsOf(first)
  const units = Array.from({ length: Math.min(all, PICTURES) }, (_, unit) =>
    Float32Array.from({ length: height * width }, (_pixel, i) => weights[first.kernelAt + i * all + unit]!),
  )
  return { height, width, units, all }
}
