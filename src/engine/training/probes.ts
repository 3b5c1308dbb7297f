/**
 * What the engines agree on about the measurements beside the scores: which updates and which samples are looked at,
 * and when a unit is active. All of it depends on the experiment alone.
 */
import { type NetworkLayer, unitsOf } from '../../domain/network/layers.ts'

export { isFitScored } from '../../domain/run/fit-loss.ts'

/** Inactive units are told from so many samples at most: the first of the training part, in its own order. */
export const PROBES = 256

/** The size of an update is told from so many of an epoch at most. */
const WATCHED = 3

/** The watched updates of an epoch, from 0: the middle of each of equal stretches. */
export function watchedUpdates(updates: number): ReadonlySet<number> {
  const stretches = Math.min(WATCHED, updates)
  return new Set(
    Array.from({ length: stretches }, (_, i) => Math.floor(((2 * i + 1) * updates) / (2 * stretches))),
  )
}

/** A unit is active at an output strictly between these. */
export interface ActiveRange {
  readonly above: number
  readonly below: number
}

const SIGMOID: ActiveRange = { above: Math.fround(0.01), below: Math.fround(0.99) }
const TANH: ActiveRange = { above: Math.fround(-0.99), below: Math.fround(0.99) }

/** null where every output counts as active: activations without a bound at which their slope is 0. */
function activeRange(layer: NetworkLayer): ActiveRange | null {
  if (layer.kind === 'recurrent' && layer.cell !== 'rnn') return TANH
  switch (layer.activation) {
    case 'relu':
      return { above: 0, below: Number.POSITIVE_INFINITY }
    case 'sigmoid':
      return SIGMOID
    case 'tanh':
      return TANH
    case 'linear':
    case 'leaky-relu':
    case 'elu':
    case 'gelu':
      return null
    default:
      return layer.activation satisfies never
  }
}

/**
 * A hidden layer as the probes see it. Its outputs, before pooling, are rows of `units` numbers, `rowsEach` of them for
 * a sample: a filter has one at each position, a recurrent unit one at each step that the layer hands on.
 */
export interface ProbedLayer {
  readonly units: number
  readonly rowsEach: number
  readonly range: ActiveRange | null
}

/** The hidden layers, input side first. */
export function probedLayers(layers: readonly NetworkLayer[]): ProbedLayer[] {
  return layers
    .slice(0, -1)
    .map((layer) => ({ units: unitsOf(layer), rowsEach: rowsEach(layer), range: activeRange(layer) }))
}

function rowsEach(layer: NetworkLayer): number {
  switch (layer.kind) {
    case 'dense':
      return 1
    case 'convolution':
      return layer.height * layer.width
    case 'recurrent':
      return layer.sequences ? layer.steps : 1
    default:
      return layer satisfies never
  }
}

/**
 * ‖ΔW‖/‖W‖ of each kernel, of the updates watched since the last epoch was reported. An epoch of a small network takes less
 * than 0.1 ms: plain loops over numbers that are written over show in it the least.
 */
export class RelativeUpdates {
  readonly #kernels: number
  /** Of each kernel WATCHED numbers, of which the first `#counts` are there, in ascending order. */
  readonly #ratios: Float64Array
  readonly #counts: Int32Array

  constructor(kernels: number) {
    this.#kernels = kernels
    this.#ratios = new Float64Array(kernels * WATCHED)
    this.#counts = new Int32Array(kernels)
  }

  /**
   * Of one update `moves` has, from `at` on, Σ ΔW² and then Σ W² of each kernel, W before the update. There may be WATCHED
   * of them in an epoch.
   */
  add(moves: Float64Array, at: number) {
    for (let kernel = 0; kernel < this.#kernels; kernel++) {
      const ratio = Math.sqrt(moves[at + 2 * kernel]! / moves[at + 2 * kernel + 1]!)
      if (!Number.isFinite(ratio)) continue
      const first = kernel * WATCHED
      let place = first + this.#counts[kernel]!++
      for (; place > first && this.#ratios[place - 1]! > ratio; place--)
        this.#ratios[place] = this.#ratios[place - 1]!
      this.#ratios[place] = ratio
    }
  }

  /** Of each kernel the median over the updates before which it was not 0; NaN where there are none. Begins anew. */
  medians(): number[] {
    const medians: number[] = []
    for (let kernel = 0; kernel < this.#kernels; kernel++) {
      const first = kernel * WATCHED
      const count = this.#counts[kernel]!
      const [low, high] = [this.#ratios[first + ((count - 1) >> 1)]!, this.#ratios[first + (count >> 1)]!]
      medians.push(count === 0 ? Number.NaN : low === high ? low : (low + high) / 2)
      this.#counts[kernel] = 0
    }
    return medians
  }
}
