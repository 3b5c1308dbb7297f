/**
 * The trainer on WebAssembly kernels: a step of the network is a handful of calls and allocates nothing. Its arithmetic
 * is IEEE float32 in an order that depends on the experiment alone, so that a run has the same bits on every machine.
 */
import type { Samples } from '../../domain/data/samples.ts'
import {
  type Experiment,
  type OptimizerSettings,
  PARTS,
  type Part,
} from '../../domain/experiment/experiment.ts'
import { slotStarts } from '../../domain/experiment/optimizers.ts'
import { GATES, type RecurrentLayer } from '../../domain/network/layers.ts'
import { dropoutStream } from '../../domain/training/dropout.ts'
import type { TrainerState } from '../../protocol/checkpoint.ts'
import { type Moves, relativeUpdates } from '../training/probes.ts'
import type { Batch, CellTrace, Report, Snapshot, Sums, Trainer, TrainerSpec } from '../training/trainer.ts'
import type { Instance, KernelSource, Kernels } from './kernels.ts'
import { sumsOf } from './layout/layer-buffers.ts'
import { type Layout, layOut, RATES_FIELDS, reportFields, SEEN_FIELDS } from './layout.ts'

class FlatSnapshot implements Snapshot {
  readonly weights: Float32Array
  readonly #spare: Float32Array[]
  constructor(weights: Float32Array, spare: Float32Array[]) {
    this.weights = weights
    this.#spare = spare
  }
  dispose() {
    this.#spare.push(this.weights)
  }
}

export function createWasmTrainer(source: KernelSource, spec: TrainerSpec): Trainer {
  return new WasmTrainer(source, spec)
}

class WasmTrainer implements Trainer {
  readonly #spec: TrainerSpec
  readonly #layout: Layout
  readonly #instance: Instance
  readonly #kernels: Kernels
  readonly #memory: ArrayBufferLike
  readonly #weights: Float32Array
  readonly #slots: readonly Float32Array[]
  readonly #rates: Float32Array
  readonly #order: Int32Array
  readonly #report: Float64Array
  /** Of the epoch in progress: the losses of the scored rows, and for each of them Σ|w| and Σw² over kernels. */
  readonly #seen: Float64Array
  #seenRows = 0
  /** Buffers of released snapshots, to be used again. */
  readonly #spare: Float32Array[] = []
  /** Of each hidden layer, what is not 0 at units that were active since the last report. */
  readonly #marks: readonly Int32Array[]
  /** Of each update watched since the last report. */
  #moves: Moves[] = []
  #updates = 0
  /** Whether the gradient belongs to a batch, whole or in progress. */
  #hasGradient = false

  constructor(source: KernelSource, spec: TrainerSpec) {
    const { experiment, parts } = spec
    const layout = layOut(experiment, parts, source.heap, source.threads)
    const instance = source.instantiate(layout.size)
    const { memory } = instance
    this.#spec = spec
    this.#layout = layout
    this.#instance = instance
    this.#kernels = instance.kernels
    this.#memory = memory
    layout.write(memory)
    const numbers = (at: number) => new Float32Array(memory, at, layout.length)
    this.#weights = numbers(layout.weights)
    this.#slots = layout.slots.map(numbers)
    this.#rates = new Float32Array(memory, layout.rates, RATES_FIELDS)
    this.#order = new Int32Array(memory, layout.order, parts.train?.count ?? 0)
    this.#report = new Float64Array(memory, layout.report, reportFields(layout.layers.length))
    this.#seen = new Float64Array(memory, layout.seen, SEEN_FIELDS)
    this.#marks = layout.marks.map(({ at, units }) =>
      at === 0 ? new Int32Array() : new Int32Array(memory, at, units),
    )
    for (const [part, samples] of Object.entries(parts) as [Part, Samples][]) {
      const { inputs, targets } = layout.tables[part]!
      new Float32Array(memory, inputs, samples.inputs.length).set(samples.inputs)
      new Float32Array(memory, targets, samples.count).set(samples.targets)
    }
    for (let i = 0; i < this.#order.length; i++) this.#order[i] = i
    let at = 0
    for (const { values } of spec.weights) {
      this.#weights.set(values, at)
      at += values.length
    }
    for (const [i, start] of slotStarts(experiment.optimizer).entries()) this.#slots[i]!.fill(start)
    writeSettings(this.#rates, experiment.optimizer, experiment.regularization)
  }

  arrange(order: Int32Array) {
    this.#order.set(order)
  }

  accumulate(batch: Batch, from: number, to: number) {
    const { network, rows } = this.#layout
    if (from === batch.from) {
      this.#seedMasks(batch)
      if (batch.index === 0) {
        this.#seen.fill(0)
        this.#seenRows = 0
      }
    }
    if (batch.scored) this.#seenRows += to - from
    const scored = batch.scored ? 2 : 0
    for (let at = from; at < to; at += rows) {
      const end = Math.min(at + rows, to)
      this.#kernels.accumulate(network, at, end, batch.to - batch.from, (at === batch.from ? 1 : 0) + scored)
    }
    this.#hasGradient = true
  }

  update(learningRate: number, watched = false) {
    if (!this.#hasGradient) throw new Error('nothing was accumulated')
    this.#updates++
    const { optimizer, regularization } = this.#spec.experiment
    const { beta1, beta2 } = optimizer
    this.#rates[0] = learningRate
    this.#rates[13] = 1 / (1 - power(beta1, this.#updates))
    this.#rates[14] = 1 / (1 - power(beta2, this.#updates))
    this.#rates[15] = regularization.proximal ? regularization.l1 * learningRate : 0
    const { network, rates } = this.#layout
    if (!watched) this.#kernels.update(network, rates)
    else {
      this.#kernels.watchedUpdate(network, rates)
      this.#moves.push(this.#lastMoves())
    }
  }

  measure(part: Part, from: number, to: number) {
    if (!this.#layout.tables[part]) throw new Error(`this trainer was given no ${part} samples`)
    const { network, rows } = this.#layout
    for (let at = from; at < to; at += rows)
      this.#kernels.measure(network, PARTS.indexOf(part), at, Math.min(at + rows, to))
  }

  report(): Report {
    this.#kernels.summarize(this.#layout.network)
    const values = this.#report
    const { l1, l2 } = this.#spec.experiment.regularization
    const depth = this.#layout.layers.length
    const report = {
      train: this.#sums(0),
      validation: this.#sums(1),
      test: this.#sums(2),
      penalty: l1 * values[9]! + l2 * values[10]!,
      gradients: this.#hasGradient ? Array.from(values.subarray(11, 11 + depth), Math.sqrt) : [],
      updates: relativeUpdates(this.#moves, depth),
      inactive: this.#marks.map(inactiveShare),
      fitLoss: (this.#seen[0]! + l1 * this.#seen[1]! + l2 * this.#seen[2]!) / this.#seenRows,
    }
    values.fill(0, 0, 9)
    for (const marks of this.#marks) marks.fill(0)
    this.#moves = []
    return report
  }

  predict(rows: Float32Array): Float32Array {
    return this.#passed(rows, this.#layout.layers.length - 1)[0]!
  }

  activations(rows: Float32Array): Float32Array[] {
    return this.#passed(rows, 0)
  }

  cellTraces(rows: Float32Array): CellTrace[] {
    const { network, rows: most, batchInputs, layers, kept, outputs } = this.#layout
    const { inputs } = layers[0]!
    const count = rows.length / inputs
    const traces = kept.map(({ layer }) => emptyTrace(layers[layer] as RecurrentLayer, count))
    const numbers = (at: number, length: number) => new Float32Array(this.#memory, at, length)
    for (let from = 0; from < count; from += most) {
      const to = Math.min(from + most, count)
      numbers(batchInputs, most * inputs).set(rows.subarray(from * inputs, to * inputs))
      this.#kernels.predict(network, to - from)
      for (const [i, { layer, gates, earlier, cells }] of kept.entries()) {
        const { steps, units, sequences, cell } = layers[layer] as RecurrentLayer
        const trace = traces[i]!
        const [each, wide] = [steps * units, GATES[cell] * steps * units]
        trace.gates.set(numbers(gates, (to - from) * wide), from * wide)
        trace.cells?.set(numbers(cells, (to - from) * each), from * each)
        // A state is what the next step was given; the last one is the layer's output.
        const given = numbers(earlier, (to - from) * each)
        const handedOn = sequences ? each : units
        const last = numbers(outputs[layer]!, (to - from) * handedOn)
        for (let row = 0; row < to - from; row++) {
          const at = (from + row) * each
          trace.states.set(given.subarray(row * each + units, (row + 1) * each), at)
          trace.states.set(
            last.subarray((row + 1) * handedOn - units, (row + 1) * handedOn),
            at + each - units,
          )
        }
      }
    }
    return traces
  }

  readGradient(): Float32Array {
    const { gradient, length } = this.#layout
    return this.#hasGradient ? new Float32Array(this.#memory, gradient, length).slice() : new Float32Array()
  }

  snapshot(): FlatSnapshot {
    return this.adopt(this.#weights)
  }

  restore({ weights }: FlatSnapshot) {
    this.#weights.set(weights)
  }

  adopt(weights: Float32Array): FlatSnapshot {
    const copy = this.#spare.pop() ?? new Float32Array(weights.length)
    copy.set(weights)
    return new FlatSnapshot(copy, this.#spare)
  }

  read({ weights }: FlatSnapshot): Float32Array {
    return weights.slice()
  }

  readState(): TrainerState {
    return {
      weights: this.#weights.slice(),
      slots: this.#slots.map((slot) => slot.slice()),
      updates: this.#updates,
    }
  }

  writeState({ weights, slots, updates }: TrainerState) {
    this.#weights.set(weights)
    for (const [i, slot] of slots.entries()) this.#slots[i]!.set(slot)
    this.#updates = updates
  }

  async synchronize() {}

  settled() {
    return this.#instance.settled()
  }

  dispose() {
    this.#instance.dispose()
  }

  /** What the layers from `first` on make of the rows. */
  #passed(rows: Float32Array, first: number): Float32Array[] {
    const { network, rows: most, batchInputs, outputs, layers } = this.#layout
    const { inputs } = layers[0]!
    const count = rows.length / inputs
    const read = layers.slice(first).map(sumsOf)
    const made = read.map((units) => new Float32Array(count * units))
    for (let from = 0; from < count; from += most) {
      const to = Math.min(from + most, count)
      new Float32Array(this.#memory, batchInputs, most * inputs).set(
        rows.subarray(from * inputs, to * inputs),
      )
      this.#kernels.predict(network, to - from)
      for (const [i, units] of read.entries())
        made[i]!.set(new Float32Array(this.#memory, outputs[first + i], (to - from) * units), from * units)
    }
    return made
  }

  #sums(part: number): Sums {
    const values = this.#report
    return { loss: values[3 * part]!, squares: values[3 * part + 2]!, correct: values[3 * part + 1]! }
  }

  #lastMoves(): Moves {
    const { length } = this.#layout.layers
    const moves: number[] = []
    for (let i = 11 + length; i < 11 + 3 * length; i++) moves.push(this.#report[i]!)
    return moves
  }

  #seedMasks({ epoch, index }: Batch) {
    const { seed } = this.#spec.experiment
    for (const { layer, stream } of this.#layout.masked)
      new Uint32Array(this.#memory, stream, 4).set(
        dropoutStream(seed.training, { epoch, batch: index, layer }).state(),
      )
  }
}

function emptyTrace({ steps, units, cell }: RecurrentLayer, rows: number): CellTrace {
  const each = rows * steps * units
  return {
    gates: new Float32Array(GATES[cell] * each),
    states: new Float32Array(each),
    cells: cell === 'lstm' ? new Float32Array(each) : null,
  }
}

/** Of a layer where every unit counts as active there are no marks. */
function inactiveShare(marks: Int32Array): number {
  if (marks.length === 0) return 0
  let inactive = 0
  for (let i = 0; i < marks.length; i++) if (marks[i] === 0) inactive++
  return inactive / marks.length
}

/** The values in the order of `Rates` (kernels/memory.ts); those that change with every update are written here. */
function writeSettings(
  rates: Float32Array,
  optimizer: OptimizerSettings,
  { l1, l2, proximal }: Experiment['regularization'],
) {
  const { clipNorm, momentum, rho, beta1, beta2, epsilon, weightDecay } = optimizer
  rates.set([
    0,
    proximal ? 0 : l1,
    l2,
    clipNorm ?? 0,
    momentum,
    rho,
    1 - rho,
    beta1,
    1 - beta1,
    beta2,
    1 - beta2,
    epsilon,
    weightDecay,
  ])
}

/** Computes baseⁿ by multiplications alone, because Math.pow may differ between browsers. */
function power(base: number, n: number): number {
  let result = 1
  for (let factor = base, left = n; left > 0; left >>>= 1, factor *= factor)
    if ((left & 1) === 1) result *= factor
  return result
}
