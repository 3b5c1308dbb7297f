/**
 * The memory of one run, allocated once: everything that the kernels read and write has its address before the first
 * step, in the records of kernels/memory.ts, so that training allocates nothing. Rows pass through in chunks.
 */
import type { Samples } from '../../domain/data/samples.ts'
import { type Experiment, PARTS, type Part } from '../../domain/experiment/experiment.ts'
import { optimizerTraits } from '../../domain/experiment/optimizers.ts'
import { outputHead } from '../../domain/network/inputs-outputs.ts'
import type { NetworkLayer } from '../../domain/network/layers.ts'
import { rowsAtOnce } from '../../domain/network/memory.ts'
import { networkLayers, parameterCount } from '../../domain/network/network.ts'
import { PROBES, type ProbedLayer, probedLayers } from '../training/probes.ts'
import * as codes from './kernels/codes.ts'
import { Arena } from './layout/arena.ts'
import { ACTIVATION, HEAD, LAYER, LOSS } from './layout/kernel-codes.ts'
import {
  activationsPerRow,
  buffersOf,
  KEPT_OF_STEPS,
  type LayerBuffers,
  sharedBuffers,
} from './layout/layer-buffers.ts'

/** A layer with dropout. */
interface Masked {
  readonly layer: number
  /** The address of its random stream, four words, which the kernels advance. */
  readonly stream: number
}

/** Where a recurrent layer leaves what it keeps of every step: gates, the states that the step began with, cells. */
export interface KeptOfSteps {
  readonly layer: number
  readonly gates: number
  readonly previousStates: number
  readonly cells: number
}

export interface Layout {
  /** The size of the memory in bytes. */
  readonly size: number
  /** The number of rows for which activation buffers have room. */
  readonly rows: number
  readonly layers: readonly NetworkLayer[]
  readonly network: number
  readonly rates: number
  /** The length of the weights, of the gradient and of each slot. */
  readonly length: number
  readonly weights: number
  readonly gradient: number
  readonly slots: readonly number[]
  readonly order: number
  readonly batchInputs: number
  /** Of each layer, where its activations are after a pass, before pooling. */
  readonly outputs: readonly number[]
  /** Of each recurrent layer, where it keeps its steps. */
  readonly kept: readonly KeptOfSteps[]
  readonly report: number
  readonly fitSums: number
  readonly tables: Partial<Readonly<Record<Part, { readonly inputs: number; readonly targets: number }>>>
  readonly masked: readonly Masked[]
  /** Of each hidden layer, the marks of its units that were active (kernels/memory.ts). */
  readonly marks: readonly { readonly at: number; readonly units: number }[]
  /** Writes the records into the memory. */
  write(memory: ArrayBufferLike): void
}

/** The number of fields of the report (kernels/memory.ts): of the parts, of all weights, and of each kernel. */
export const reportFields = (layers: number) => codes.REPORT_KERNELS + 3 * layers

/** The number of fields of a Layer, a Network and its Rates (kernels/memory.ts). */
const LAYER_FIELDS = 31
const NETWORK_FIELDS = 29
/** The number of float64 that are added up for the loss of `fit` (kernels/fit-loss.ts). */
export const FIT_FIELDS = 3
export const RATES_FIELDS = 16
/** Updates go through the weights in blocks of so many (kernels/update.ts). */
const BLOCK = 1024

/** With room for so many threads, from the address `heap` on. */
export function layOut(
  experiment: Experiment,
  parts: Partial<Readonly<Record<Part, Samples>>>,
  heap: number,
  threads = 1,
): Layout {
  const arena = new Arena(heap)
  const layers = networkLayers(experiment)
  const rows = rowsAtOnce(experiment)
  const { regularization, optimizer } = experiment
  const length = parameterCount(experiment)
  const report = arena.take(8 * reportFields(layers.length))
  const fitSums = arena.take(8 * FIT_FIELDS)
  const network = arena.take(4 * NETWORK_FIELDS)
  const rates = arena.take(4 * RATES_FIELDS)
  const records = arena.take(4 * LAYER_FIELDS * layers.length)
  const weights = arena.take(4 * length)
  const gradient = arena.take(4 * length)
  const reshaped =
    (regularization.l1 > 0 && !regularization.proximal) ||
    regularization.l2 > 0 ||
    optimizer.clipNorm !== null
  const updateGradient = reshaped ? arena.take(4 * length) : gradient
  const { code, slots: averages } = optimizerTraits(optimizer.kind)
  const slots = averages.map(() => arena.take(4 * length))
  const inputs = layers[0]!.inputs
  const batchInputs = arena.take(4 * rows * inputs)
  const batchTargets = arena.take(4 * rows)
  const fitLosses = arena.take(4 * rows)
  const widest = Math.max(...layers.map((layer) => Math.max(activationsPerRow(layer), layer.outputs)))
  const sources = new Set(layers.flatMap(({ skip }) => (skip === null ? [] : [skip.from])))
  const deltas = Array.from({ length: sources.size > 0 ? 3 : 2 }, () => arena.take(4 * rows * widest))
  const order = arena.take(4 * (parts.train?.count ?? 0))
  const tables: Partial<Record<Part, { inputs: number; targets: number }>> = {}
  for (const part of PARTS) {
    const count = parts[part]?.count
    if (count !== undefined)
      tables[part] = { inputs: arena.take(4 * count * inputs), targets: arena.take(4 * count) }
  }
  const shared = sharedBuffers(arena, layers, threads)
  const buffers = layers.map((layer, i) =>
    buffersOf(arena, layer, rows, sources.has(i), shared, { weights, gradient }),
  )
  const probed = probedLayers(layers)
  const moves = arena.take(16 * (Math.ceil(length / BLOCK) + layers.length))
  const marks = probed.map(({ units, range }) => (range === null ? 0 : arena.numbers(units)))
  const streamAt = (layer: number) => records + 4 * (LAYER_FIELDS * layer + LAYER_FIELDS - 4)

  return {
    size: arena.size,
    rows,
    layers,
    network,
    rates,
    length,
    weights,
    gradient,
    slots,
    order,
    batchInputs,
    outputs: buffers.map(({ outputs }) => outputs),
    kept: layers.flatMap(({ kind }, layer) => {
      const words = kind === 'recurrent' ? buffers[layer]!.own!.words : null
      const at = (word: keyof typeof KEPT_OF_STEPS) => words![KEPT_OF_STEPS[word]]!
      return words
        ? [{ layer, gates: at('gates'), previousStates: at('previousStates'), cells: at('cells') }]
        : []
    }),
    report,
    fitSums,
    tables,
    masked: buffers.flatMap(({ mask }, layer) => (mask === 0 ? [] : [{ layer, stream: streamAt(layer) }])),
    marks: probed.map(({ units }, i) => ({ at: marks[i]!, units })),
    write(memory) {
      const records32 = new Uint32Array(memory, records, LAYER_FIELDS * layers.length)
      layers.forEach((layer, i) => {
        const held = buffers[i]!
        records32.set(
          [...layerWords(layer, held, weights, gradient), ...probeWords(probed[i], marks[i])],
          LAYER_FIELDS * i,
        )
        if (held.own) new Uint32Array(memory, held.own.at, held.own.words.length).set(held.own.words)
      })
      new Uint32Array(memory, network, NETWORK_FIELDS).set([
        records,
        layers.length,
        HEAD[outputHead(experiment)],
        LOSS[experiment.loss],
        code,
        length,
        weights,
        gradient,
        updateGradient,
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
        PROBES,
        moves,
        fitLosses,
        fitSums,
        (regularization.l1 > 0 ? codes.PENALIZES_L1 : 0) + (regularization.l2 > 0 ? codes.PENALIZES_L2 : 0),
      ])
    },
  }
}

function layerWords(layer: NetworkLayer, buffers: LayerBuffers, weights: number, gradient: number): number[] {
  const projectionAt = layer.skip?.projectionAt ?? null
  return [
    LAYER[layer.kind],
    layer.inputs,
    activationsPerRow(layer),
    layer.outputs,
    layer.kind === 'recurrent' ? codes.LINEAR : ACTIVATION[layer.activation],
    weights + 4 * layer.kernelAt,
    layer.biasAt - layer.kernelAt,
    weights + 4 * layer.biasAt,
    gradient + 4 * layer.kernelAt,
    gradient + 4 * layer.biasAt,
    buffers.outputs,
    buffers.slopes,
    buffers.pooledOutputs,
    buffers.nextInputs,
    buffers.mask,
    Math.ceil(layer.dropout * 2 ** 32),
    floatBits(1 / (1 - layer.dropout)),
    buffers.preactivations,
    layer.skip?.from ?? -1,
    projectionAt === null ? 0 : weights + 4 * projectionAt,
    projectionAt === null ? 0 : gradient + 4 * projectionAt,
    buffers.own?.at ?? 0,
  ]
}

/** The output layer has none. */
function probeWords(layer?: ProbedLayer, marks = 0): number[] {
  if (!layer?.range) return []
  const { units, rowsEach, range } = layer
  return [marks, units, rowsEach, floatBits(range.above), floatBits(range.below)]
}

/** The bits of a float32, as a field of a record. */
const floatBits = (value: number) => new Uint32Array(Float32Array.of(value).buffer)[0]!
