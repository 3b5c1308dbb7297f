/**
 * What the network makes of rows, beside training: they pass through the kernels, as many at a time as there is room for,
 * and what each pass left in the memory is copied out.
 */
import { GATES, type RecurrentLayer } from '../../domain/network/layers.ts'
import type { CellTrace, Passes } from '../training/trainer.ts'
import type { Instance } from './kernels.ts'
import { activationsPerRow } from './layout/layer-buffers.ts'
import type { KeptOfSteps, Layout } from './layout.ts'

type Places = Pick<Layout, 'layers' | 'rows' | 'network' | 'batchInputs' | 'outputs' | 'kept'>

export class WasmPasses implements Passes {
  readonly #places: Places
  readonly #instance: Instance

  constructor(instance: Instance, places: Places) {
    this.#instance = instance
    this.#places = places
  }

  predict(rows: Float32Array): Float32Array {
    return this.#outputs(rows, this.#places.layers.length - 1)[0]!
  }

  activations(rows: Float32Array): Float32Array[] {
    return this.#outputs(rows, 0)
  }

  cellTraces(rows: Float32Array): CellTrace[] {
    const { layers, kept } = this.#places
    const traces = kept.map(({ layer }) => emptyTrace(layers[layer] as RecurrentLayer, this.#count(rows)))
    this.#pass(rows, (from, to) => {
      for (const [i, of] of kept.entries()) this.#trace(traces[i]!, of, from, to)
    })
    return traces
  }

  #trace({ gates, states, cells }: CellTrace, kept: KeptOfSteps, from: number, to: number) {
    const { steps, units, sequences, cell } = this.#places.layers[kept.layer] as RecurrentLayer
    const [each, wide] = [steps * units, GATES[cell] * steps * units]
    gates.set(this.#numbers(kept.gates, (to - from) * wide), from * wide)
    cells?.set(this.#numbers(kept.cells, (to - from) * each), from * each)
    // A state is what the next step was given; the last one is the layer's output.
    const given = this.#numbers(kept.previousStates, (to - from) * each)
    const handedOn = sequences ? each : units
    const last = this.#numbers(this.#places.outputs[kept.layer]!, (to - from) * handedOn)
    for (let row = 0; row < to - from; row++) {
      const at = (from + row) * each
      states.set(given.subarray(row * each + units, (row + 1) * each), at)
      states.set(last.subarray((row + 1) * handedOn - units, (row + 1) * handedOn), at + each - units)
    }
  }

  /** What the layers from `first` on make of the rows. */
  #outputs(rows: Float32Array, first: number): Float32Array[] {
    const { layers, outputs } = this.#places
    const read = layers.slice(first).map(activationsPerRow)
    const made = read.map((units) => new Float32Array(this.#count(rows) * units))
    this.#pass(rows, (from, to) => {
      for (const [i, units] of read.entries())
        made[i]!.set(this.#numbers(outputs[first + i]!, (to - from) * units), from * units)
    })
    return made
  }

  /** `read` is called after each pass, of the rows [from, to). */
  #pass(rows: Float32Array, read: (from: number, to: number) => void) {
    const { layers, rows: most, batchInputs, network } = this.#places
    const { inputs } = layers[0]!
    const count = this.#count(rows)
    for (let from = 0; from < count; from += most) {
      const to = Math.min(from + most, count)
      this.#numbers(batchInputs, most * inputs).set(rows.subarray(from * inputs, to * inputs))
      this.#instance.kernels.predict(network, to - from)
      read(from, to)
    }
  }

  #count(rows: Float32Array): number {
    return rows.length / this.#places.layers[0]!.inputs
  }

  #numbers(at: number, length: number): Float32Array {
    return new Float32Array(this.#instance.memory, at, length)
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
