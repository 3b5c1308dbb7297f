/** The buffers of a layer, and the record of what only its kind has (kernels/memory.ts). */
import {
  type ConvolutionLayer,
  GATES,
  type NetworkLayer,
  type RecurrentLayer,
} from '../../../domain/network/layers.ts'
import type { Arena } from './arena.ts'
import { ACTIVATION, CELL } from './kernel-codes.ts'

/** Buffers that convolutions use one after another, sized for the largest. Each thread has its own, `threadStride` bytes on. */
export interface SharedBuffers {
  readonly padded: number
  readonly panels: number
  readonly threadStride: number
}

export interface LayerBuffers {
  readonly outputs: number
  readonly slopes: number
  readonly pooledOutputs: number
  readonly mask: number
  readonly nextInputs: number
  readonly preactivations: number
  /** A record and its address; null for dense layers, which have none. */
  readonly own: { readonly at: number; readonly words: readonly number[] } | null
}

/** The addresses of the weights and of their gradient. */
interface Vectors {
  readonly weights: number
  readonly gradient: number
}

/** How many activations a row has, before pooling. */
export function activationsPerRow(layer: NetworkLayer): number {
  switch (layer.kind) {
    case 'convolution':
      return layer.height * layer.width * layer.filters
    case 'dense':
    case 'recurrent':
      return layer.outputs
    default:
      return layer satisfies never
  }
}

export function sharedBuffers(arena: Arena, layers: readonly NetworkLayer[], threads: number): SharedBuffers {
  const convolutions = layers.filter((layer) => layer.kind === 'convolution')
  if (convolutions.length === 0) return { padded: 0, panels: 0, threadStride: 0 }
  const each = Array.from({ length: threads }, () => ({
    padded: arena.numbers(Math.max(...convolutions.map(paddedSize))),
    panels: arena.numbers(Math.max(...convolutions.map(panelsSize))),
  }))
  const [first, second] = each
  return { ...first!, threadStride: second ? second.padded - first!.padded : 0 }
}

function paddedSize({ height, width, kernel, channels, filters }: ConvolutionLayer): number {
  return (height + kernel - 1) * (width + kernel - 1) * Math.max(channels, filters)
}

/** Packed panels hold eight filters in the forward pass, and eight channels in the backward pass. */
function panelsSize({ kernel, channels, filters }: ConvolutionLayer): number {
  const eights = (count: number) => 8 * Math.ceil(count / 8)
  return kernel * kernel * Math.max(channels * eights(filters), filters * eights(channels))
}

export function buffersOf(
  arena: Arena,
  layer: NetworkLayer,
  rows: number,
  isSource: boolean,
  shared: SharedBuffers,
  vectors: Vectors,
): LayerBuffers {
  const activations = rows * activationsPerRow(layer)
  const outputSize = rows * layer.outputs
  const outputs = arena.numbers(activations)
  const slopes = layer.kind !== 'recurrent' && layer.activation === 'gelu' ? arena.numbers(activations) : 0
  const mask = layer.dropout > 0 ? arena.numbers(outputSize) : 0
  const preactivations = isSource ? arena.numbers(activations) : 0
  const pooled = layer.kind === 'convolution' && layer.pool > 1 ? arena.numbers(outputSize) : 0
  const pooledOutputs = pooled || outputs
  const nextInputs = layer.dropout > 0 ? arena.numbers(outputSize) : pooledOutputs
  const words = ownWords(arena, layer, rows, pooled, shared, vectors)
  const own = words && { at: arena.numbers(words.length), words }
  return { outputs, slopes, pooledOutputs, mask, nextInputs, preactivations, own }
}

function ownWords(
  arena: Arena,
  layer: NetworkLayer,
  rows: number,
  pooled: number,
  shared: SharedBuffers,
  vectors: Vectors,
): readonly number[] | null {
  switch (layer.kind) {
    case 'dense':
      return null
    case 'convolution': {
      const { height, width, channels, kernel, filters, pool } = layer
      const argmax = pooled && arena.numbers(rows * layer.outputs)
      const { padded, panels, threadStride } = shared
      return [height, width, channels, kernel, filters, pool, pooled, argmax, padded, panels, threadStride]
    }
    case 'recurrent':
      return recurrentWords(arena, layer, rows, vectors)
    default:
      return layer satisfies never
  }
}

/** Where the record of a recurrent layer says what it keeps of every step (kernels/memory.ts). */
export const KEPT_OF_STEPS = { gates: 11, previousStates: 12, cells: 13 }

function recurrentWords(
  arena: Arena,
  layer: RecurrentLayer,
  rows: number,
  { weights, gradient }: Vectors,
): readonly number[] {
  const { steps, features, units, recurrentAt, biasAt } = layer
  const gateUnits = GATES[layer.cell] * units
  const each = rows * steps * units
  const secondBias = layer.cell === 'gru' ? biasAt + gateUnits : null
  const gates = arena.numbers(rows * steps * gateUnits)
  const previousStates = arena.numbers(each)
  const cells = layer.cell === 'rnn' ? 0 : arena.numbers(each)
  const tanhCells = layer.cell === 'lstm' ? arena.numbers(each) : 0
  const state = arena.numbers(rows * units)
  const cell = arena.numbers(rows * units)
  const step = arena.numbers(rows * gateUnits)
  const recurrentDeltas = layer.cell === 'gru' ? arena.numbers(rows * steps * gateUnits) : gates
  return [
    CELL[layer.cell],
    ACTIVATION[layer.activation],
    steps,
    features,
    units,
    gateUnits,
    layer.sequences ? 1 : 0,
    weights + 4 * recurrentAt,
    gradient + 4 * recurrentAt,
    secondBias === null ? 0 : weights + 4 * secondBias,
    secondBias === null ? 0 : gradient + 4 * secondBias,
    gates,
    previousStates,
    cells,
    tanhCells,
    recurrentDeltas,
    state,
    cell,
    step,
  ]
}
