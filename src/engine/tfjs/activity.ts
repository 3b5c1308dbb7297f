/**
 * Which hidden units are active for the probes. On WebGL a draw for all layers; on the CPU plain loops over the numbers,
 * which are at hand there.
 */
import type { NetworkLayer } from '../../domain/network/layers.ts'
import { type ActiveRange, type ProbedLayer, probedLayers } from '../training/probes.ts'
import { draw, fuses } from './program.ts'
import { type Tensor, type Tensor2D, tf } from './tf.ts'

/** Rows that one run of the program looks through, at most. */
const ROWS = 1024

/** Every WebGL 2 allows a program 16 textures. */
const MOST_TOGETHER = 16

/** A layer whose units may be inactive. */
type RangedLayer = ProbedLayer & { readonly range: ActiveRange }

/** The outputs of a layer: rows of as many numbers as it has units, the first of which are of probes. */
interface ProbedOutputs {
  readonly layer: RangedLayer
  readonly outputs: Tensor2D
  readonly rows: number
}

/** What a pass over some probes left on the device. */
interface Chunk {
  readonly probes: number
  readonly numbers: readonly Tensor[]
}

export class Activity {
  readonly #layers: readonly ProbedLayer[]
  /** Of each layer 1 for the units that were seen active. */
  readonly #active: readonly Uint8Array[]
  #chunks: Chunk[] = []

  constructor(layers: readonly NetworkLayer[]) {
    this.#layers = probedLayers(layers)
    this.#active = this.#layers.map(({ units }) => new Uint8Array(units))
  }

  /** Looks at the outputs of each layer, for rows that begin with so many probes. Returns what is left for `add`. */
  draw(outputs: readonly Tensor2D[], probes: number): Tensor[] {
    if (fuses()) {
      const probed = this.#layers.flatMap((layer, i) =>
        hasRange(layer) ? [{ layer, outputs: outputs[i]!, rows: probes * layer.rowsEach }] : [],
      )
      return Array.from({ length: Math.ceil(probed.length / MOST_TOGETHER) }, (_, i) =>
        drawActivity(probed.slice(i * MOST_TOGETHER, (i + 1) * MOST_TOGETHER)),
      )
    }
    for (const [i, layer] of this.#layers.entries())
      if (hasRange(layer)) markActive(layer, outputs[i]!, probes * layer.rowsEach, this.#active[i]!)
    return []
  }

  /** What `draw` made belongs to this from now on. */
  add(probes: number, numbers: readonly Tensor[]) {
    if (numbers.length > 0) this.#chunks.push({ probes, numbers })
  }

  /** What `inactive` reads, of the probes seen since then. */
  numbers(): Tensor[] {
    return this.#chunks.flatMap(({ numbers }) => numbers)
  }

  inactive(numbers: Float32Array): number[] {
    let at = 0
    for (const { probes } of this.#chunks)
      for (const [i, layer] of this.#layers.entries()) {
        if (!hasRange(layer)) continue
        for (let lines = linesOf(probes * layer.rowsEach); lines > 0; lines--)
          for (let unit = 0; unit < layer.units; unit++) this.#active[i]![unit]! |= numbers[at++]!
      }
    const shares = this.#layers.map((layer, i) =>
      hasRange(layer) ? this.#active[i]!.filter((mark) => mark === 0).length / layer.units : 0,
    )
    this.dispose()
    return shares
  }

  dispose() {
    for (const { numbers } of this.#chunks) tf.dispose([...numbers])
    for (const marks of this.#active) marks.fill(0)
    this.#chunks = []
  }
}

/** The lines of units that a draw leaves of so many rows. */
const linesOf = (rows: number) => Math.ceil(rows / ROWS)

const hasRange = (layer: ProbedLayer): layer is RangedLayer => layer.range !== null

/** For each layer lines of units, 1 where a unit is active in the line's share of the rows. */
function drawActivity(probed: readonly ProbedOutputs[]): Tensor {
  const inputs: Record<string, Tensor> = {}
  const ints: Record<string, number> = {}
  const floats: Record<string, number> = {}
  const branches: string[] = []
  let end = 0
  for (const [i, { layer, outputs, rows }] of probed.entries()) {
    inputs[`Y${i}`] = tf.reshape(outputs, [-1, layer.units])
    Object.assign(ints, { [`begin${i}`]: end, [`units${i}`]: layer.units, [`rows${i}`]: rows })
    const { above, below } = layer.range
    Object.assign(floats, { [`above${i}`]: above, [`below${i}`]: Math.min(below, LARGEST) })
    end += linesOf(rows) * layer.units
    branches.unshift(`if (at >= begin${i}) {
      int part = (at - begin${i}) / units${i};
      int unit = at - begin${i} - part * units${i};
      for (int k = part * ${ROWS}; k < min(rows${i}, (part + 1) * ${ROWS}); k++) {
        float y = getY${i}(k, unit);
        if (y > above${i} && y < below${i}) {
          seen = 1.;
          break;
        }
      }
    }`)
  }
  const code = `
  void main() {
    int at = getOutputCoords();
    float seen = 0.;
    ${branches.join(' else ')}
    setOutput(seen);
  }`
  return draw([end], { inputs, ints, floats, code })
}

/** Stands for infinity, which is no GLSL uniform that drivers agree on. */
const LARGEST = 3e38

/** Goes along the rows until every unit has been seen active. */
function markActive({ units, range }: RangedLayer, outputs: Tensor2D, rows: number, active: Uint8Array) {
  const { above, below } = range
  const values = outputs.dataSync<'float32'>()
  for (let row = 0, left = active.filter((mark) => mark === 0).length; row < rows && left > 0; row++)
    for (let unit = 0; unit < units; unit++) {
      const y = values[row * units + unit]!
      if (active[unit] === 1 || !(y > above && y < below)) continue
      active[unit] = 1
      left--
    }
}
