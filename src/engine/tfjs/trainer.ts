/**
 * The trainer on TensorFlow.js, WebGL or CPU. Weights, gradient and optimizer slots are flat vectors: an update costs
 * the same few operations for two layers as for twenty, and a snapshot is a clone, which tfjs makes without copying.
 * Training rows are gathered once an epoch, so that batches are contiguous slices. What an epoch measures is read back
 * in one go. Each public method is one tidy; what outlives it is kept in a field and disposed when replaced.
 */
import type { Samples } from '../../domain/data/samples.ts'
import type { Part } from '../../domain/experiment/experiment.ts'
import { slotStarts } from '../../domain/experiment/optimizers.ts'
import { flatWeights } from '../../domain/network/initial-weights.ts'
import { type Head, outputHead, outputUnits } from '../../domain/network/inputs-outputs.ts'
import type { NetworkLayer } from '../../domain/network/layers.ts'
import { networkLayers } from '../../domain/network/network.ts'
import { dropoutMask, dropoutStream } from '../../domain/training/dropout.ts'
import type { TrainerState } from '../../protocol/checkpoint.ts'
import { PROBES } from '../training/probes.ts'
import type { Batch, CellTrace, Report, Snapshot, Sums, Trainer, TrainerSpec } from '../training/trainer.ts'
import { Activity } from './activity.ts'
import { checkAlive, deviceDone } from './backend.ts'
import { joined } from './dense.ts'
import { FitLoss } from './fit-loss.ts'
import { heads } from './heads.ts'
import { lossSlope, score } from './loss.ts'
import { Moves } from './moves.ts'
import type { Mask, Network } from './network.ts'
import { networkFor } from './network-for.ts'
import { optimizerFor, slotTensors } from './optimizers.ts'
import { clipped, kernelMask, penalized, penalty, type Strengths, shrunk } from './penalties.ts'
import { resident } from './program.ts'
import { slice, type Table, tabulate } from './tables.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

interface Measured {
  readonly part: Part
  /** [loss sum, hits, squared losses] */
  readonly sums: Tensor1D
}

class FlatSnapshot implements Snapshot {
  readonly weights: Tensor1D
  constructor(weights: Tensor1D) {
    this.weights = weights
  }
  dispose() {
    this.weights.dispose()
  }
}

export function createTfjsTrainer(spec: TrainerSpec): Trainer {
  return new TfjsTrainer(spec)
}

class TfjsTrainer implements Trainer {
  readonly #spec: TrainerSpec
  readonly #layers: readonly NetworkLayer[]
  readonly #network: Network
  readonly #head: Head
  readonly #tables: Partial<Record<Part, Table>> = {}
  /** 1 at kernels, 0 at biases; null when nothing is penalized. */
  readonly #penalized: Tensor1D | null
  #arranged: Table | null = null
  #weights: Tensor1D
  #slots: readonly Tensor1D[]
  #updates = 0
  /** The gradient of the batch in progress, and of the last finished one. */
  #partial: Tensor1D | null = null
  #gradient: Tensor1D | null = null
  #measured: Measured[] = []
  readonly #moves: Moves
  readonly #activity: Activity
  readonly #fitLoss: FitLoss

  constructor(spec: TrainerSpec) {
    this.#spec = spec
    const { experiment } = spec
    this.#layers = networkLayers(experiment)
    this.#moves = new Moves(this.#layers)
    this.#activity = new Activity(this.#layers)
    this.#network = networkFor(experiment)
    this.#head = outputHead(experiment)
    for (const [part, samples] of Object.entries(spec.parts) as [Part, Samples][])
      this.#tables[part] = tabulate(samples, this.#layers[0]!.inputs, outputUnits(experiment))
    const flat = flatWeights(spec.weights)
    const { length } = flat
    this.#weights = resident(tf.tensor1d(flat))
    this.#slots = slotTensors(
      slotStarts(experiment.optimizer).map((value) => new Float32Array(length).fill(value)),
    )
    this.#penalized = kernelMask(this.#layers, experiment.regularization, length)
    this.#fitLoss = new FitLoss(experiment, this.#penalized)
  }

  arrange(order: Int32Array) {
    const { inputs, targets } = this.#table('train')
    this.#dropArranged()
    this.#arranged = tf.tidy(() => {
      const rows = tf.tensor1d(order, 'int32')
      return { inputs: tf.gather(inputs, rows), targets: tf.gather(targets, rows) }
    })
  }

  accumulate(batch: Batch, from: number, to: number) {
    const before = this.#partial
    if (from === batch.from && batch.index === 0) this.#fitLoss.restart()
    this.#partial = tf.tidy(() => {
      const chunk = this.#dataGradient(batch, from, to)
      return before === null ? chunk : tf.add(before, chunk)
    })
    before?.dispose()
  }

  update(learningRate: number, watched = false) {
    const { optimizer } = this.#spec.experiment
    const { slope, reach } = this.#pull()
    const data = this.#partial
    if (data === null) throw new Error('nothing was accumulated')
    const [weights, ...slots] = tf.tidy(() => {
      const [w, kernels] = [this.#weights, this.#penalized]
      const whole = kernels === null || slope === null ? data : penalized(data, w, kernels, slope)
      const g = optimizer.clipNorm === null ? whole : clipped(whole, optimizer.clipNorm)
      const moment = { lr: learningRate, t: this.#updates + 1, settings: optimizer }
      const next = optimizerFor(optimizer.kind).update(w, g, this.#slots, moment)
      const moved =
        kernels === null || reach === 0 ? next.weights : shrunk(next.weights, kernels, reach * learningRate)
      return [moved, ...next.slots]
    })
    if (watched) this.#moves.watch(this.#weights, weights!)
    tf.dispose([this.#weights, ...this.#slots])
    this.#gradient?.dispose()
    this.#gradient = data
    this.#partial = null
    this.#weights = weights!
    this.#slots = slots
    this.#updates++
  }

  measure(part: Part, from: number, to: number) {
    const probes = part === 'train' ? Math.max(0, Math.min(to, PROBES) - from) : 0
    const [sums, ...active] = tf.tidy(() => {
      const { inputs, targets } = slice(this.#table(part), from, to)
      const layers: Tensor2D[] = []
      const watch = (_: number, outputs: Tensor2D) => layers.push(outputs)
      const logits = this.#network.forward(this.#weights, inputs, probes > 0 ? watch : undefined)
      const scored = score(this.#spec.experiment.loss, this.#head, logits, targets)
      return [scored, ...(probes > 0 ? this.#activity.draw(layers, probes) : [])] as const
    })
    this.#measured.push({ part, sums })
    if (probes > 0) this.#activity.add(probes, active)
  }

  report(): Report {
    const gradient = this.#partial ?? this.#gradient
    this.#fitLoss.settle()
    const [measured, ...rest] = this.#download(() => [
      this.#measured.map(({ sums }) => sums),
      this.#penalized === null
        ? []
        : [penalty(this.#weights, this.#penalized, this.#spec.experiment.regularization)],
      gradient === null ? [] : [this.#gradientSquares(gradient)],
      this.#moves.sums(),
      this.#activity.numbers(),
      this.#fitLoss.sums(),
    ])
    const [penalties, squares, moves, active, seen] = rest
    const totals = { train: [0, 0, 0], validation: [0, 0, 0], test: [0, 0, 0] }
    this.#measured.forEach(({ part, sums }, i) => {
      for (const k of [0, 1, 2]) totals[part][k]! += measured![3 * i + k]!
      sums.dispose()
    })
    this.#measured = []
    const sumsOf = (part: Part): Sums => {
      const [loss, correct, squared] = totals[part]
      return { loss: loss!, squares: squared!, correct: correct! }
    }
    return {
      train: sumsOf('train'),
      validation: sumsOf('validation'),
      test: sumsOf('test'),
      penalty: penalties![0] ?? 0,
      gradients: Array.from(squares!, Math.sqrt),
      updates: this.#moves.relative(moves!),
      inactive: this.#activity.inactive(active!),
      fitLoss: this.#fitLoss.mean(seen!),
    }
  }

  predict(rows: Float32Array): Float32Array {
    return joinedRows(this.#passes(rows, (outputs) => [outputs]))[0] ?? new Float32Array()
  }

  activations(rows: Float32Array): Float32Array[] {
    return joinedRows(this.#passes(rows, (outputs, hidden) => [...hidden, outputs]))
  }

  cellTraces(rows: Float32Array): CellTrace[] {
    const { inputs } = this.#layers[0]!
    const traces: CellTrace[] = []
    tf.tidy(() => {
      const table = resident(tf.tensor2d(rows, [rows.length / inputs, inputs]))
      const read = (tensor: Tensor2D) => tensor.dataSync<'float32'>().slice()
      this.#network.forward(this.#weights, table, undefined, ({ gates, states, cells }) =>
        traces.push({ gates: read(gates), states: read(states), cells: cells && read(cells) }),
      )
    })
    checkAlive()
    return traces
  }

  readGradient(): Float32Array {
    const gradient = this.#partial ?? this.#gradient
    return gradient === null ? new Float32Array() : download(gradient)
  }

  snapshot(): FlatSnapshot {
    return new FlatSnapshot(tf.clone(this.#weights))
  }

  restore(snapshot: FlatSnapshot) {
    this.#weights.dispose()
    this.#weights = tf.clone(snapshot.weights)
  }

  adopt(weights: Float32Array): FlatSnapshot {
    return new FlatSnapshot(resident(tf.tensor1d(weights)))
  }

  read({ weights }: FlatSnapshot): Float32Array {
    return download(weights)
  }

  readState(): TrainerState {
    const [weights, ...slots] = this.#download(() => [[this.#weights], ...this.#slots.map((slot) => [slot])])
    return { weights: weights!.slice(), slots: slots.map((slot) => slot.slice()), updates: this.#updates }
  }

  writeState({ weights, slots, updates }: TrainerState) {
    tf.dispose([this.#weights, ...this.#slots])
    this.#weights = resident(tf.tensor1d(weights))
    this.#slots = slotTensors(slots)
    this.#updates = updates
  }

  synchronize() {
    return deviceDone()
  }

  dispose() {
    this.#dropArranged()
    for (const { inputs, targets } of Object.values(this.#tables)) tf.dispose([inputs, targets])
    tf.dispose(this.#measured.map(({ sums }) => sums))
    tf.dispose([this.#weights, ...this.#slots])
    this.#moves.dispose()
    this.#activity.dispose()
    this.#fitLoss.restart()
    this.#partial?.dispose()
    this.#gradient?.dispose()
    this.#penalized?.dispose()
  }

  /** The numbers of each group of tensors, all read in one go. */
  #download(groups: () => readonly (readonly Tensor[])[]): Float32Array[] {
    const [values, sizes] = tf.tidy(() => {
      const made = groups()
      const all = made.flat()
      const sizes = made.map((group) => group.reduce((sum, { size }) => sum + size, 0))
      return [all.length === 0 ? new Float32Array() : joined(all).dataSync<'float32'>(), sizes]
    })
    checkAlive()
    let end = 0
    return sizes.map((size) => {
      end += size
      return values.subarray(end - size, end)
    })
  }

  #table(part: Part): Table {
    const table = this.#tables[part]
    if (!table) throw new Error(`this trainer was given no ${part} samples`)
    return table
  }

  /** What is read of passes over the rows, as many at a time as the network takes. */
  #passes(
    rows: Float32Array,
    read: (outputs: Tensor2D, hidden: readonly Tensor2D[]) => readonly Tensor2D[],
  ): Float32Array[][] {
    const { inputs } = this.#layers[0]!
    const count = rows.length / inputs
    const passes: Float32Array[][] = []
    for (let from = 0; from < count; from += this.#network.rows) {
      const to = Math.min(from + this.#network.rows, count)
      passes.push(
        tf.tidy(() => {
          const chunk = rows.subarray(from * inputs, to * inputs)
          const hidden: Tensor2D[] = []
          const table = resident(tf.tensor2d(chunk, [to - from, inputs]))
          const logits = this.#network.forward(this.#weights, table, (_, outputs) => hidden.push(outputs))
          const outputs = heads[this.#head].outputs(logits)
          return read(outputs, hidden.slice(0, -1)).map((tensor) => tensor.dataSync<'float32'>())
        }),
      )
    }
    checkAlive()
    return passes
  }

  /**
   * How the penalties move the weights: by their slopes, if any, and by a proximal step of `reach` for each unit of the
   * learning rate.
   */
  #pull(): { slope: Strengths | null; reach: number } {
    const { l1, l2, proximal } = this.#spec.experiment.regularization
    const [slope, reach] = proximal ? [{ l1: 0, l2 }, l1] : [{ l1, l2 }, 0]
    return { slope: slope.l1 === 0 && slope.l2 === 0 ? null : slope, reach }
  }

  /** The share of the rows [from, to) in the gradient of the batch's mean data loss, as one vector. */
  #dataGradient(batch: Batch, from: number, to: number): Tensor1D {
    const { loss, seed } = this.#spec.experiment
    const size = batch.to - batch.from
    const { inputs, targets } = slice(this.#arranged ?? this.#table('train'), from, to)
    const mask: Mask = (layer, outputs, rate, blocks = false) => {
      const random = dropoutStream(seed.training, { epoch: batch.epoch, batch: batch.index, layer })
      const whole = dropoutMask(random, size * outputs, rate)
      const chunk = whole.subarray((from - batch.from) * outputs, (to - batch.from) * outputs)
      const factors = tf.tensor2d(chunk, [to - from, outputs])
      return blocks ? factors : resident(factors)
    }
    return this.#network.gradient(this.#weights, inputs, mask, (logits, blocks) => {
      if (batch.scored) this.#fitLoss.see(logits, targets, this.#weights)
      return lossSlope(loss, this.#head, logits, targets, 1 / size, blocks)
    })
  }

  #gradientSquares(gradient: Tensor1D): Tensor {
    const squares = tf.square(gradient)
    return tf.stack(
      this.#layers.map(({ kernelAt, biasAt }) => tf.mean(tf.slice(squares, kernelAt, biasAt - kernelAt))),
    )
  }

  #dropArranged() {
    if (this.#arranged) tf.dispose([this.#arranged.inputs, this.#arranged.targets])
    this.#arranged = null
  }
}

/** For each tensor that passes read, its rows of all of them end to end. */
function joinedRows(passes: readonly (readonly Float32Array[])[]): Float32Array[] {
  return (passes[0] ?? []).map((_, i) => {
    const whole = new Float32Array(passes.reduce((sum, pass) => sum + pass[i]!.length, 0))
    let at = 0
    for (const pass of passes) {
      whole.set(pass[i]!, at)
      at += pass[i]!.length
    }
    return whole
  })
}

function download(tensor: Tensor1D): Float32Array {
  const values = Float32Array.from(tensor.dataSync<'float32'>())
  checkAlive()
  return values
}
