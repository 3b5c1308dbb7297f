/**
 * One run's memory, laid out once: everything the kernels read and write has its place before the first step, in the
 * records of kernels/memory.ts, so that training allocates nothing. Rows pass through in pieces of at most ROWS.
 */
import type { Samples } from '../../domain/data/dataset.ts'
import {
  type Activation,
  type Experiment,
  type OptimizerKind,
  PARTS,
  type Part,
} from '../../domain/experiment.ts'
import { slotCount } from '../../domain/memory.ts'
import { type DenseLayer, denseLayers, type Head, outputHead, parameterCount } from '../../domain/model.ts'
import * as codes from './kernels/codes.ts'

/** Rows that activation buffers have room for. */
export const ROWS = 512

/** Where a layer's mask comes from, if it has one. */
interface Masked {
  readonly layer: number
  /** Four words: the kernels go on from here, and leave where they got. */
  readonly stream: number
}

export interface Layout {
  /** Bytes in all. */
  readonly size: number
  readonly layers: readonly DenseLayer[]
  readonly network: number
  readonly rates: number
  /** Numbers in weights, gradient and each slot. */
  readonly length: number
  readonly weights: number
  readonly slots: readonly number[]
  readonly order: number
  readonly batchInputs: number
  readonly outputs: number
  readonly report: number
  readonly tables: Partial<Readonly<Record<Part, { readonly inputs: number; readonly targets: number }>>>
  readonly masked: readonly Masked[]
  /** Fills the records in. */
  write(memory: ArrayBuffer): void
}

const ACTIVATION: Record<Activation, number> = {
  linear: codes.LINEAR,
  sigmoid: codes.SIGMOID,
  tanh: codes.TANH,
  relu: codes.RELU,
  'leaky-relu': codes.LEAKY_RELU,
  elu: codes.ELU,
  gelu: codes.GELU,
}

const HEAD: Record<Head, number> = {
  linear: codes.LINEAR_HEAD,
  sigmoid: codes.SIGMOID_HEAD,
  softmax: codes.SOFTMAX_HEAD,
}

const OPTIMIZER: Record<OptimizerKind, number> = {
  sgd: codes.SGD,
  momentum: codes.MOMENTUM,
  nesterov: codes.NESTEROV,
  adagrad: codes.ADAGRAD,
  rmsprop: codes.RMSPROP,
  adam: codes.ADAM,
  adamw: codes.ADAMW,
}

/** Bytes of a Layer, a Network and its Rates (kernels/memory.ts). */
const LAYER_FIELDS = 21
const NETWORK_FIELDS = 24
export const RATES_FIELDS = 15

export function layOut(
  experiment: Experiment,
  parts: Partial<Readonly<Record<Part, Samples>>>,
  heap: number,
): Layout {
  const arena = new Arena(heap)
  const layers = denseLayers(experiment)
  const { regularization, optimizer } = experiment
  const length = parameterCount(experiment)
  const report = arena.take(4 * (2 * (8 + layers.length)))
  const network = arena.take(4 * NETWORK_FIELDS)
  const rates = arena.take(4 * RATES_FIELDS)
  const records = arena.take(4 * LAYER_FIELDS * layers.length)
  const weights = arena.take(4 * length)
  const gradient = arena.take(4 * length)
  const reshaped = regularization.l1 > 0 || regularization.l2 > 0 || optimizer.clipNorm !== null
  const wholeGradient = reshaped ? arena.take(4 * length) : gradient
  const slots = Array.from({ length: slotCount(optimizer.kind) }, () => arena.take(4 * length))
  const inputs = layers[0]!.inputs
  const batchInputs = arena.take(4 * ROWS * inputs)
  const batchTargets = arena.take(4 * ROWS)
  const widest = Math.max(...layers.map(({ units }) => units))
  const sources = new Set(layers.flatMap(({ skip }) => (skip === null ? [] : [skip.from])))
  const deltas = Array.from({ length: sources.size > 0 ? 3 : 2 }, () => arena.take(4 * ROWS * widest))
  const order = arena.take(4 * (parts.train?.count ?? 0))
  const tables: Partial<Record<Part, { inputs: number; targets: number }>> = {}
  for (const part of PARTS) {
    const count = parts[part]?.count
    if (count !== undefined)
      tables[part] = { inputs: arena.take(4 * count * inputs), targets: arena.take(4 * count) }
  }
  const buffers = layers.map(({ units, activation, dropout }, i) => {
    const room = 4 * ROWS * units
    const outputs = arena.take(room)
    const slopes = activation === 'gelu' ? arena.take(room) : 0
    const mask = dropout > 0 ? arena.take(room) : 0
    const values = sources.has(i) ? arena.take(room) : 0
    return { outputs, slopes, mask, values, fed: dropout > 0 ? arena.take(room) : outputs }
  })
  const streamAt = (layer: number) => records + 4 * (LAYER_FIELDS * layer + LAYER_FIELDS - 4)

  return {
    size: arena.end,
    layers,
    network,
    rates,
    length,
    weights,
    slots,
    order,
    batchInputs,
    outputs: buffers.at(-1)!.outputs,
    report,
    tables,
    masked: buffers.flatMap(({ mask }, layer) => (mask === 0 ? [] : [{ layer, stream: streamAt(layer) }])),
    write(memory) {
      const kept = new Float32Array(1)
      const keptBits = new Uint32Array(kept.buffer)
      const records32 = new Uint32Array(memory, records, LAYER_FIELDS * layers.length)
      layers.forEach((layer, i) => {
        kept[0] = 1 / (1 - layer.dropout)
        const { outputs, slopes, mask, values, fed } = buffers[i]!
        const projectionAt = layer.skip?.projectionAt ?? null
        records32.set(
          [
            layer.inputs,
            layer.units,
            ACTIVATION[layer.activation],
            weights + 4 * layer.kernelAt,
            weights + 4 * layer.biasAt,
            gradient + 4 * layer.kernelAt,
            gradient + 4 * layer.biasAt,
            outputs,
            slopes,
            fed,
            mask,
            Math.ceil(layer.dropout * 2 ** 32),
            keptBits[0]!,
            values,
            layer.skip?.from ?? -1,
            projectionAt === null ? 0 : weights + 4 * projectionAt,
            projectionAt === null ? 0 : gradient + 4 * projectionAt,
          ],
          LAYER_FIELDS * i,
        )
      })
      new Uint32Array(memory, network, NETWORK_FIELDS).set([
        records,
        layers.length,
        HEAD[outputHead(experiment)],
        experiment.loss === 'mse' ? codes.MSE : codes.CROSS_ENTROPY,
        OPTIMIZER[optimizer.kind],
        length,
        weights,
        gradient,
        wholeGradient,
        slots[0] ?? 0,
        slots[1] ?? 0,
        order,
        batchInputs,
        batchTargets,
        deltas[0]!,
        deltas[1]!,
        deltas[2] ?? 0,
        ...PARTS.flatMap((part) => [tables[part]?.inputs ?? 0, tables[part]?.targets ?? 0]),
        report,
      ])
    },
  }
}

/** Places end to end, each beginning at a multiple of 16 bytes and with room for a whole vector at its end. */
class Arena {
  end: number
  constructor(start: number) {
    this.end = aligned(start)
  }
  take(bytes: number): number {
    const at = this.end
    this.end = aligned(at + bytes)
    return at
  }
}

const aligned = (bytes: number) => Math.ceil(bytes / 16) * 16
