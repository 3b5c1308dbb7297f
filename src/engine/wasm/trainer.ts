/**
 * The trainer on WebAssembly kernels: a step of the network is a handful of calls and allocates nothing. Its arithmetic
 * is IEEE float32 in an order that depends on the experiment alone, so that a run has the same bits on every machine.
 */
import type { Samples } from '../../domain/data/samples.ts'
import { type Experiment, PARTS, type Part } from '../../domain/experiment/experiment.ts'
import { dropoutStream } from '../../domain/training/dropout.ts'
import type { TrainerState } from '../../protocol/checkpoint.ts'
import type { Batch, Report, Trainer, TrainerSpec } from '../training/trainer.ts'
import { FIRST, SCORED } from './kernels/codes.ts'
import type { Instance, KernelSource } from './kernels.ts'
import { type Layout, layOut } from './layout.ts'
import { WasmMeasurements } from './measurements.ts'
import { WasmPasses } from './passes.ts'
import { Rates } from './rates.ts'
import { type FlatSnapshot, WasmState } from './state.ts'

export function createWasmTrainer(source: KernelSource, spec: TrainerSpec): Trainer {
  return new WasmTrainer(source, spec)
}

class WasmTrainer implements Trainer {
  readonly #experiment: Experiment
  readonly #layout: Layout
  readonly #instance: Instance
  readonly #order: Int32Array
  readonly #rates: Rates
  readonly #state: WasmState
  readonly #measurements: WasmMeasurements
  readonly #passes: WasmPasses
  /** Whether the gradient belongs to a batch, whole or in progress. */
  #hasGradient = false

  constructor(source: KernelSource, spec: TrainerSpec) {
    const { experiment, parts } = spec
    const layout = layOut(experiment, parts, source.heap, source.threads)
    const instance = source.instantiate(layout.size)
    const { memory } = instance
    this.#experiment = experiment
    this.#layout = layout
    this.#instance = instance
    layout.write(memory)
    this.#order = new Int32Array(memory, layout.order, parts.train?.count ?? 0)
    for (let i = 0; i < this.#order.length; i++) this.#order[i] = i
    for (const [part, samples] of Object.entries(parts) as [Part, Samples][]) {
      const { inputs, targets } = layout.tables[part]!
      new Float32Array(memory, inputs, samples.inputs.length).set(samples.inputs)
      new Float32Array(memory, targets, samples.count).set(samples.targets)
    }
    this.#rates = new Rates(memory, layout.rates, experiment)
    this.#state = new WasmState(memory, layout, spec)
    this.#measurements = new WasmMeasurements(memory, layout, experiment)
    this.#passes = new WasmPasses(instance, layout)
  }

  arrange(order: Int32Array) {
    this.#order.set(order)
  }

  accumulate(batch: Batch, from: number, to: number) {
    const { network, rows } = this.#layout
    if (from === batch.from) {
      this.#seedMasks(batch)
      if (batch.index === 0) this.#measurements.beginEpoch()
    }
    if (batch.scored) this.#measurements.countFitRows(to - from)
    const scored = batch.scored ? SCORED : 0
    const { kernels } = this.#instance
    for (let at = from; at < to; at += rows) {
      const end = Math.min(at + rows, to)
      kernels.accumulate(network, at, end, batch.to - batch.from, (at === batch.from ? FIRST : 0) + scored)
    }
    this.#hasGradient = true
  }

  update(learningRate: number, watched = false) {
    if (!this.#hasGradient) throw new Error('nothing was accumulated')
    this.#state.updates++
    this.#rates.set(learningRate, this.#state.updates)
    const { network, rates } = this.#layout
    const { kernels } = this.#instance
    if (!watched) kernels.update(network, rates)
    else {
      kernels.watchedUpdate(network, rates)
      this.#measurements.watch()
    }
  }

  measure(part: Part, from: number, to: number) {
    if (!this.#layout.tables[part]) throw new Error(`this trainer was given no ${part} samples`)
    const { network, rows } = this.#layout
    for (let at = from; at < to; at += rows)
      this.#instance.kernels.measure(network, PARTS.indexOf(part), at, Math.min(at + rows, to))
  }

  report(): Report {
    this.#instance.kernels.summarize(this.#layout.network)
    return this.#measurements.report(this.#hasGradient)
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
    const { gradient, length } = this.#layout
    if (!this.#hasGradient) return new Float32Array()
    return new Float32Array(this.#instance.memory, gradient, length).slice()
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

  async synchronize() {}

  settled() {
    return this.#instance.settled()
  }

  dispose() {
    this.#instance.dispose()
  }

  #seedMasks({ epoch, index }: Batch) {
    const { seed } = this.#experiment
    for (const { layer, stream } of this.#layout.masked)
      new Uint32Array(this.#instance.memory, stream, 4).set(
        dropoutStream(seed.training, { epoch, batch: index, layer }).state(),
      )
  }
}
