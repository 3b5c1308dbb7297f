/**
 * What the network makes of rows, beside training: they are uploaded, as many at a time as the network takes, and what
 * is asked of each pass is read.
 */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { type Head, outputHead } from '../../domain/network/inputs-outputs.ts'
import { networkLayers } from '../../domain/network/network.ts'
import type { CellTrace, Passes } from '../training/trainer.ts'
import { checkAlive } from './backend.ts'
import { heads } from './heads.ts'
import type { Network } from './network.ts'
import { resident } from './program.ts'
import { type Tensor1D, type Tensor2D, tf } from './tf.ts'

/** The present weights. */
interface Held {
  readonly weights: Tensor1D
}

export class TfjsPasses implements Passes {
  readonly #network: Network
  readonly #held: Held
  readonly #head: Head
  readonly #inputs: number

  constructor(network: Network, held: Held, experiment: Experiment) {
    this.#network = network
    this.#held = held
    this.#head = outputHead(experiment)
    this.#inputs = networkLayers(experiment)[0]!.inputs
  }

  predict(rows: Float32Array): Float32Array {
    return joinedRows(this.#passes(rows, (outputs) => [outputs]))[0] ?? new Float32Array()
  }

  activations(rows: Float32Array): Float32Array[] {
    return joinedRows(this.#passes(rows, (outputs, hidden) => [...hidden, outputs]))
  }

  cellTraces(rows: Float32Array): CellTrace[] {
    const traces: CellTrace[] = []
    tf.tidy(() => {
      const read = (tensor: Tensor2D) => tensor.dataSync<'float32'>().slice()
      this.#network.forward(this.#held.weights, this.#upload(rows), undefined, ({ gates, states, cells }) =>
        traces.push({ gates: read(gates), states: read(states), cells: cells && read(cells) }),
      )
    })
    checkAlive()
    return traces
  }

  /** Of each pass, what is read of its outputs and of those of the hidden layers. */
  #passes(
    rows: Float32Array,
    read: (outputs: Tensor2D, hidden: readonly Tensor2D[]) => readonly Tensor2D[],
  ): Float32Array[][] {
    const count = rows.length / this.#inputs
    const passes: Float32Array[][] = []
    for (let from = 0; from < count; from += this.#network.rows) {
      const to = Math.min(from + this.#network.rows, count)
      passes.push(
        tf.tidy(() => {
          const hidden: Tensor2D[] = []
          const table = this.#upload(rows.subarray(from * this.#inputs, to * this.#inputs))
          const watch = (_: number, outputs: Tensor2D) => hidden.push(outputs)
          const logits = this.#network.forward(this.#held.weights, table, watch)
          const outputs = heads[this.#head].outputs(logits)
          return read(outputs, hidden.slice(0, -1)).map((tensor) => tensor.dataSync<'float32'>())
        }),
      )
    }
    checkAlive()
    return passes
  }

  #upload(rows: Float32Array): Tensor2D {
    return resident(tf.tensor2d(rows, [rows.length / this.#inputs, this.#inputs]))
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
