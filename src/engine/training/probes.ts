/**
 * What the engines agree on about the measurements beside the scores: which updates and which samples are looked at,
 * and when a unit is active. All of it depends on the experiment alone.
 */
import { type NetworkLayer, unitsOf } from '../../domain/network/layers.ts'
import { median } from '../../domain/numbers/median.ts'

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

/** Of each kernel Σ ΔW² and then Σ W², W before the update. */
export type Moves = ArrayLike<number>

/** ‖ΔW‖/‖W‖ of each kernel, median over the watched updates before which it was not 0; NaN where there are none. */
export function relativeUpdates(watched: readonly Moves[], kernels: number): number[] {
  const relative: number[] = []
  for (let kernel = 0; kernel < kernels; kernel++) {
    const ratios: number[] = []
    for (const moves of watched) {
      const ratio = Math.sqrt(moves[2 * kernel]! / moves[2 * kernel + 1]!)
      if (Number.isFinite(ratio)) ratios.push(ratio)
    }
    relative.push(ratios.length === 1 ? ratios[0]! : median(ratios))
  }
  return relative
}
