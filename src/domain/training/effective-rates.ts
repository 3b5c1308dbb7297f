/** How an optimizer divides the learning rate among the weights of a network: quantiles over each layer and over all. */
import type { Experiment } from '../experiment/experiment.ts'
import { networkLayers } from '../network/network.ts'
import { effectiveRate } from './update-rules.ts'

/** The shares of weights below each quantile. */
const RATE_SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** One for each of RATE_SHARES, ascending. */
export type RateQuantiles = readonly number[]

export interface EpochRates {
  /** The epoch whose last update they belong to. */
  readonly epoch: number
  /** The learning rate before it is divided. */
  readonly learningRate: number
  /** Over the kernels of each weight layer, input side first; biases are left out. */
  readonly layers: readonly RateQuantiles[]
  /** Over the kernels of all layers. */
  readonly all: RateQuantiles
}

/** Of a larger layer every second, third, … weight is looked at. */
const MOST_WEIGHTS = 20_000
/** How often a run is measured at most; longer ones every second, third, … epoch. */
const MOST_EPOCHS = 100

interface OptimizerState {
  /** The optimizer's moving averages of all weights, in the order of `weightTensors`. */
  readonly slots: readonly Float32Array[]
  /** Updates made so far. */
  readonly updates: number
}

/** Whether an epoch of a run is among those that are measured: the first, and evenly spread ones. */
export function isMeasured(epoch: number, { training }: Experiment): boolean {
  return epoch === 1 || epoch % Math.ceil(training.epochs / MOST_EPOCHS) === 0
}

/** null for an optimizer that has one rate for all weights, and for a state without averages. */
export function epochRates(
  experiment: Experiment,
  epoch: number,
  learningRate: number,
  { slots, updates }: OptimizerState,
): EpochRates | null {
  const { optimizer: settings } = experiment
  const divided = effectiveRate(settings.kind)
  const averages = divided && slots[divided.slot]
  if (!divided || !averages) return null
  const moment = { settings, learningRate, update: updates }
  const rates = networkLayers(experiment).map(({ kernelAt, biasAt }) => {
    const every = Math.ceil((biasAt - kernelAt) / MOST_WEIGHTS)
    return Float64Array.from({ length: Math.ceil((biasAt - kernelAt) / every) }, (_, i) =>
      divided.of(averages[kernelAt + i * every]!, moment),
    ).sort()
  })
  return { epoch, learningRate, layers: rates.map(quantiles), all: quantiles(merged(rates)) }
}

function merged(layers: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(layers.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const layer of layers) {
    all.set(layer, at)
    at += layer.length
  }
  return all.sort()
}

/** Of ascending values, interpolated between neighbours. */
function quantiles(sorted: Float64Array): RateQuantiles {
  return RATE_SHARES.map((share) => {
    const at = share * (sorted.length - 1)
    const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
    return low + (high - low) * (at - Math.floor(at))
  })
}
