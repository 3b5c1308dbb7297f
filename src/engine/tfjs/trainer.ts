/**
 * The trainer on TensorFlow.js, WebGL or CPU. Weights, gradient and optimizer slots are flat vectors: an update costs
 * the same few operations for two layers as for twenty. Training rows are gathered once an epoch, so that batches are
 * contiguous slices. Each public method is one tidy; what outlives it is kept in a field and disposed when replaced.
 */
import type { Samples } from '../../domain/data/samples.ts'
import type { Experiment, Part } from '../../domain/experiment/experiment.ts'
import { type Head, outputHead, outputUnits } from '../../domain/network/inputs-outputs.ts'
import { networkLayers } from '../../domain/network/network.ts'
import { dropoutMask, dropoutStream } from '../../domain/training/dropout.ts'
import type { TrainerState } from '../../protocol/checkpoint.ts'
import type { Batch, Report, Trainer, TrainerSpec } from '../training/trainer.ts'
import { deviceDone } from './backend.ts'
import { download } from './download.ts'
import { lossSlope } from './loss.ts'
import { TfjsMeasurements } from './measurements.ts'
import type { Mask, Network } from './network.ts'
import { networkFor } from './network-for.ts'
import { optimizerFor } from './optimizers.ts'
import { TfjsPasses } from './passes.ts'
import { clipped, kernelMask, penalized, pull, shrunk } from './penalties.ts'
import { resident } from './program.ts'
import { type FlatSnapshot, TfjsState } from './state.ts'
import { slice, type Table, tabulate } from './tables.ts'
import { type Tensor1D, tf } from './tf.ts'

export function createTfjsTrainer(spec: TrainerSpec): Trainer {
  return new TfjsTrainer(spec)
}

class TfjsTrainer implements Trainer {
  readonly #experiment: Experiment
  readonly #network: Network
  readonly #head: Head
  readonly #tables: Partial<Record<Part, Table>> = {}
  /** 1 at kernels, 0 at biases; null when nothing is penalized. */
  readonly #penalized: Tensor1D | null
  readonly #state: TfjsState
  readonly #measurements: TfjsMeasurements
  readonly #passes: TfjsPasses
  #arranged: Table | null = null
  /** The gradient of the batch in progress, and of the last finished one. */
  #partial: Tensor1D | null = null
  #gradient: Tensor1D | null = null

  constructor(spec: TrainerSpec) {
    const { experiment } = spec
    const layers = networkLayers(experiment)
    this.#experiment = experiment
    this.#network = networkFor(experiment)
    this.#head = outputHead(experiment)
    for (const [part, samples] of Object.entries(spec.parts) as [Part, Samples][])
      this.#tables[part] = tabulate(samples, layers[0]!.inputs, outputUnits(experiment))
    this.#state = new TfjsState(spec)
    this.#penalized = kernelMask(layers, experiment.regularization, this.#state.weights.size)
    this.#measurements = new TfjsMeasurements(experiment, this.#penalized)
    this.#passes = new TfjsPasses(this.#network, this.#state, experiment)
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
    if (from === batch.from && batch.index === 0) this.#measurements.beginEpoch()
    this.#partial = tf.tidy(() => {
      const chunk = this.#dataGradient(batch, from, to)
      return before === null ? chunk : tf.add(before, chunk)
    })
    before?.dispose()
  }

  update(learningRate: number, watched = false) {
    const { optimizer, regularization } = this.#experiment
    const { slope, reach } = pull(regularization)
    const data = this.#partial
    if (data === null) throw new Error('nothing was accumulated')
    const state = this.#state
    const [weights, ...slots] = tf.tidy(() => {
      const [w, kernels] = [state.weights, this.#penalized]
      const whole = kernels === null || slope === null ? data : penalized(data, w, kernels, slope)
      const g = optimizer.clipNorm === null ? whole : clipped(whole, optimizer.clipNorm)
      const moment = { lr: learningRate, t: state.updates + 1, settings: optimizer }
      const next = optimizerFor(optimizer.kind).update(w, g, state.slots, moment)
      const moved =
        kernels === null || reach === 0 ? next.weights : shrunk(next.weights, kernels, reach * learningRate)
      return [moved, ...next.slots]
    })
    if (watched) this.#measurements.watch(state.weights, weights!)
    state.replace(weights!, slots)
    state.updates++
    this.#gradient?.dispose()
    this.#gradient = data
    this.#partial = null
  }

  measure(part: Part, from: number, to: number) {
    this.#measurements.score(part, this.#table(part), from, to, (inputs, watch) =>
      this.#network.forward(this.#state.weights, inputs, watch),
    )
  }

  report(): Report {
    return this.#measurements.report(this.#state.weights, this.#partial ?? this.#gradient)
  }

  predict(rows: Float32Array) {
    return this.#passes.predict(rows)
  }

  activations(rows: Float32Array) {
    return this.#passes.activations(rows)
  }

  cellTraces(rows: Float32Array) {
    return this.#passes.cellTraces(rows)
  }

  readGradient(): Float32Array {
    const gradient = this.#partial ?? this.#gradient
    return gradient === null ? new Float32Array() : download(gradient)
  }

  snapshot() {
    return this.#state.snapshot()
  }

  restore(snapshot: FlatSnapshot) {
    this.#state.restore(snapshot)
  }

  adopt(weights: Float32Array) {
    return this.#state.adopt(weights)
  }

  read(snapshot: FlatSnapshot) {
    return this.#state.read(snapshot)
  }

  readState() {
    return this.#state.readState()
  }

  writeState(state: TrainerState) {
    this.#state.writeState(state)
  }

  synchronize() {
    return deviceDone()
  }

  dispose() {
    this.#dropArranged()
    for (const { inputs, targets } of Object.values(this.#tables)) tf.dispose([inputs, targets])
    this.#state.dispose()
    this.#measurements.dispose()
    this.#partial?.dispose()
    this.#gradient?.dispose()
    this.#penalized?.dispose()
  }

  #table(part: Part): Table {
    const table = this.#tables[part]
    if (!table) throw new Error(`this trainer was given no ${part} samples`)
    return table
  }

  /** The share of the rows [from, to) in the gradient of the batch's mean data loss, as one vector. */
  #dataGradient(batch: Batch, from: number, to: number): Tensor1D {
    const { loss, seed } = this.#experiment
    const size = batch.to - batch.from
    const { inputs, targets } = slice(this.#arranged ?? this.#table('train'), from, to)
    const mask: Mask = (layer, outputs, rate, blocks = false) => {
      const random = dropoutStream(seed.training, { epoch: batch.epoch, batch: batch.index, layer })
      const whole = dropoutMask(random, size * outputs, rate)
      const chunk = whole.subarray((from - batch.from) * outputs, (to - batch.from) * outputs)
      const factors = tf.tensor2d(chunk, [to - from, outputs])
      return blocks ? factors : resident(factors)
    }
    return this.#network.gradient(this.#state.weights, inputs, mask, (logits, blocks) => {
      if (batch.scored) this.#measurements.addFitLoss(logits, targets, this.#state.weights)
      return lossSlope(loss, this.#head, logits, targets, 1 / size, blocks)
    })
  }

  #dropArranged() {
    if (this.#arranged) tf.dispose([this.#arranged.inputs, this.#arranged.targets])
    this.#arranged = null
  }
}
