/**
 * The trainer on TensorFlow.js, WebGL or CPU. Weights, gradient and optimizer slots are flat vectors: an update costs
 * the same few operations for two layers as for twenty, and a snapshot is a clone, which tfjs makes without copying.
 * Training rows are gathered once an epoch, so that batches are contiguous slices. What an epoch measures is read back
 * in one go. Each public method is one tidy; what outlives it is kept in a field and disposed when replaced.
 */
import type { Samples } from '../../domain/data/dataset.ts'
import { dataSet } from '../../domain/data/registry.ts'
import type { Part } from '../../domain/experiment.ts'
import { denseLayers, outputUnits } from '../../domain/model.ts'
import type { TrainerState } from '../../protocol/checkpoint.ts'
import type { Batch, Report, Snapshot, Sums, Trainer, TrainerSpec } from '../trainer.ts'
import { checkAlive, deviceDone } from './backend.ts'
import { type Head, hits, outputs, sampleLoss } from './loss.ts'
import { forward, joined, type Placed, place, split } from './network.ts'
import { clipped, ruleFor } from './optimizers.ts'
import { slice, type Table, tabulate } from './tables.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

interface Measured {
  readonly part: Part
  /** [loss sum, hits] */
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
  readonly #placed: readonly Placed[]
  readonly #head: Head
  readonly #tables: Partial<Record<Part, Table>> = {}
  /** 1 at kernels, 0 at biases; null when nothing is penalized. */
  readonly #penalized: Tensor1D | null
  #arranged: Table | null = null
  #weights: Tensor1D
  #slots: readonly Tensor1D[]
  #updates = 0
  /** Of the batch in progress, and of the last one done. */
  #partial: Tensor1D | null = null
  #gradient: Tensor1D | null = null
  #measured: Measured[] = []

  constructor(spec: TrainerSpec) {
    this.#spec = spec
    const { experiment } = spec
    this.#placed = place(denseLayers(experiment))
    const units = outputUnits(experiment)
    this.#head =
      dataSet(experiment.data.set).task === 'regression' ? 'linear' : units === 1 ? 'sigmoid' : 'softmax'
    for (const [part, samples] of Object.entries(spec.parts) as [Part, Samples][])
      this.#tables[part] = tabulate(
        samples,
        this.#placed[0]!.layer.inputs,
        this.#head === 'softmax' ? units : 1,
      )
    const length = spec.weights.reduce((sum, { values }) => sum + values.length, 0)
    const flat = new Float32Array(length)
    let at = 0
    for (const { values } of spec.weights) {
      flat.set(values, at)
      at += values.length
    }
    this.#weights = tf.tensor1d(flat)
    this.#slots = ruleFor(experiment.optimizer.kind)
      .slots(experiment.optimizer)
      .map((value) => tf.fill([length], value))
    this.#penalized = this.#kernelMask(length)
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
    this.#partial = tf.tidy(() => {
      const piece = this.#dataGradient(batch, from, to)
      return before === null ? piece : tf.add(before, piece)
    })
    before?.dispose()
  }

  update(learningRate: number) {
    const { optimizer } = this.#spec.experiment
    const gradient = this.#partial
    if (gradient === null) throw new Error('nothing was accumulated')
    const [weights, ...slots] = tf.tidy(() => {
      const penalized = this.#withPenalties(gradient)
      const whole = optimizer.clipNorm === null ? penalized : clipped(penalized, optimizer.clipNorm)
      const at = { lr: learningRate, t: this.#updates + 1, settings: optimizer }
      const next = ruleFor(optimizer.kind).update(this.#weights, whole, this.#slots, at)
      return [next.weights, ...next.slots]
    })
    tf.dispose([this.#weights, ...this.#slots])
    this.#gradient?.dispose()
    this.#gradient = gradient
    this.#partial = null
    this.#weights = weights!
    this.#slots = slots
    this.#updates++
  }

  measure(part: Part, from: number, to: number) {
    const sums = tf.tidy(() => {
      const { inputs, targets } = slice(this.#table(part), from, to)
      const logits = this.#forward(this.#weights, inputs)
      const loss = tf.sum(sampleLoss(this.#spec.experiment.loss, this.#head, logits, targets))
      const right = this.#head === 'linear' ? tf.scalar(0) : tf.sum(hits(this.#head, logits, targets))
      return tf.stack([loss, right]) as Tensor1D
    })
    this.#measured.push({ part, sums })
  }

  report(): Report {
    const gradients = this.#gradient === null ? 0 : this.#placed.length
    const values = tf.tidy(() => {
      const parts: Tensor[] = this.#measured.map(({ sums }) => sums)
      if (this.#penalized !== null) parts.push(this.#penalty(this.#penalized))
      if (this.#gradient !== null) parts.push(this.#gradientSquares(this.#gradient))
      return parts.length === 0 ? new Float32Array() : joined(parts).dataSync<'float32'>()
    })
    checkAlive()
    const totals = { train: [0, 0], validation: [0, 0], test: [0, 0] } satisfies Record<Part, number[]>
    this.#measured.forEach(({ part, sums }, i) => {
      totals[part][0]! += values[2 * i]!
      totals[part][1]! += values[2 * i + 1]!
      sums.dispose()
    })
    const rest = values.subarray(2 * this.#measured.length)
    this.#measured = []
    const sumsOf = (part: Part): Sums => ({ loss: totals[part][0]!, correct: totals[part][1]! })
    return {
      train: sumsOf('train'),
      validation: sumsOf('validation'),
      test: sumsOf('test'),
      penalty: this.#penalized === null ? 0 : rest[0]!,
      gradients: Array.from(rest.subarray(rest.length - gradients), Math.sqrt),
    }
  }

  predict(rows: Float32Array): Float32Array {
    const inputs = this.#placed[0]!.layer.inputs
    const values = tf.tidy(() => {
      const logits = this.#forward(this.#weights, tf.tensor2d(rows, [rows.length / inputs, inputs]))
      return outputs(this.#head, logits).dataSync<'float32'>()
    })
    checkAlive()
    return Float32Array.from(values)
  }

  snapshot(): FlatSnapshot {
    return new FlatSnapshot(tf.clone(this.#weights))
  }

  restore(snapshot: FlatSnapshot) {
    this.#weights.dispose()
    this.#weights = tf.clone(snapshot.weights)
  }

  adopt(weights: Float32Array): FlatSnapshot {
    return new FlatSnapshot(tf.tensor1d(weights))
  }

  read({ weights }: FlatSnapshot): Float32Array {
    return download(weights)
  }

  readState(): TrainerState {
    return { weights: download(this.#weights), slots: this.#slots.map(download), updates: this.#updates }
  }

  writeState({ weights, slots, updates }: TrainerState) {
    tf.dispose([this.#weights, ...this.#slots])
    this.#weights = tf.tensor1d(weights)
    this.#slots = slots.map((slot) => tf.tensor1d(slot))
    this.#updates = updates
  }

  settle() {
    return deviceDone()
  }

  dispose() {
    this.#dropArranged()
    for (const { inputs, targets } of Object.values(this.#tables)) tf.dispose([inputs, targets])
    tf.dispose(this.#measured.map(({ sums }) => sums))
    tf.dispose([this.#weights, ...this.#slots])
    this.#partial?.dispose()
    this.#gradient?.dispose()
    this.#penalized?.dispose()
  }

  #table(part: Part): Table {
    const table = this.#tables[part]
    if (!table) throw new Error(`this trainer was given no ${part} samples`)
    return table
  }

  #forward(flat: Tensor1D, inputs: Tensor2D): Tensor2D {
    return forward(this.#placed, split(flat, this.#placed), inputs, () => null)
  }

  /** What rows [from, to) add to the gradient of the batch's mean data loss, flat. */
  #dataGradient(batch: Batch, from: number, to: number): Tensor1D {
    const { loss } = this.#spec.experiment
    const size = batch.to - batch.from
    const { inputs, targets } = slice(this.#arranged ?? this.#table('train'), from, to)
    const weights = split(this.#weights, this.#placed)
    const mask = (layer: number, rows: number, units: number, rate: number) => {
      const key = { epoch: batch.epoch, batch: batch.index, layer }
      const whole = this.#spec.dropout(key, size * units, rate)
      return tf.tensor2d(whole.subarray((from - batch.from) * units, (to - batch.from) * units), [
        rows,
        units,
      ])
    }
    const leaves = weights.flatMap(({ kernel, bias }) => [kernel as Tensor, bias as Tensor])
    const objective = tf.grads(() => {
      const logits = forward(this.#placed, weights, inputs, mask)
      return tf.div(tf.sum(sampleLoss(loss, this.#head, logits, targets)), size)
    })
    return joined(objective(leaves))
  }

  /** d/dw of l1·Σ|w| + l2·Σw² over kernels; |w| has slope 0 at 0. */
  #withPenalties(gradient: Tensor1D): Tensor1D {
    const { l1, l2 } = this.#spec.experiment.regularization
    if (this.#penalized === null) return gradient
    const kernels = tf.mul(this.#weights, this.#penalized)
    const pull = l2 > 0 ? tf.mul(kernels, 2 * l2) : null
    const push = l1 > 0 ? tf.mul(tf.sign(kernels), l1) : null
    return [pull, push].reduce<Tensor1D>((sum, term) => (term ? tf.add(sum, term) : sum), gradient)
  }

  #penalty(penalized: Tensor1D): Tensor {
    const { l1, l2 } = this.#spec.experiment.regularization
    const kernels = tf.mul(this.#weights, penalized)
    return tf.add(tf.mul(tf.sum(tf.abs(kernels)), l1), tf.mul(tf.sum(tf.square(kernels)), l2))
  }

  #gradientSquares(gradient: Tensor1D): Tensor {
    const squares = tf.square(gradient)
    return tf.stack(
      this.#placed.map(({ layer, kernelAt }) =>
        tf.mean(tf.slice(squares, kernelAt, layer.inputs * layer.units)),
      ),
    )
  }

  #kernelMask(length: number): Tensor1D | null {
    const { l1, l2 } = this.#spec.experiment.regularization
    if (l1 === 0 && l2 === 0) return null
    const mask = new Float32Array(length)
    for (const { kernelAt, biasAt } of this.#placed) mask.fill(1, kernelAt, biasAt)
    return tf.tensor1d(mask)
  }

  #dropArranged() {
    if (this.#arranged) tf.dispose([this.#arranged.inputs, this.#arranged.targets])
    this.#arranged = null
  }
}

function download(tensor: Tensor1D): Float32Array {
  const values = Float32Array.from(tensor.dataSync<'float32'>())
  checkAlive()
  return values
}
