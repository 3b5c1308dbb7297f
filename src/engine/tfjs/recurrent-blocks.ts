/**
 * How a recurrent layer lies in blocks (blocks.ts). The weights are one matrix: the kernel's rows, the recurrent
 * kernel's, and the biases; its columns are the gates, each with an even number of them. So is their gradient. A state
 * is what the layer hands on, and below it what else the cell carries over. Rows beyond the batch hold numbers that
 * reach no gradient.
 */
import type { RecurrentLayer } from '../../domain/network/layers.ts'
import { FROM_BLOCKS, INPUT_BLOCKS, OUTPUT_BLOCK, TO_BLOCKS } from './blocks.ts'
import type { CellCode } from './cells.ts'
import { draw } from './program.ts'
import { type Tensor, type Tensor2D, tf } from './tf.ts'

export interface RecurrentWeights {
  readonly kernel: Tensor2D
  readonly recurrent: Tensor2D
  readonly bias: Tensor
}

export interface Pass {
  readonly rows: number
  /** The inputs of all steps, one step below another. */
  readonly x: Tensor2D
  readonly w: Tensor2D
  /** Of each step the sums of its gates, and the state after it. */
  readonly sums: readonly Tensor2D[]
  readonly states: readonly Tensor2D[]
}

/** Blocks: one below another, or side by side. */
export const half = (size: number) => Math.ceil(size / 2)

/** GLSL that every program over a layer shares: the numbers of blocks of rows, features, units. */
export const SIZES = `${INPUT_BLOCKS}
  int ofFeatures() { return (features + 1) >> 1; }
  int ofUnits() { return (units + 1) >> 1; }
  int biasLine() { return ofFeatures() + ofUnits(); }`

export const intsOf = ({ features, units }: RecurrentLayer, rows: number) => ({
  features,
  units,
  lines: half(rows),
})

/** From rows of steps one after another to blocks of steps one below another; a step begins with a block. */
export function stepBlocks(x: Tensor2D, steps: number, size: number): Tensor2D {
  const [rows] = x.shape
  const code = `${OUTPUT_BLOCK}
  void main() {
    ivec2 at = blockOf();
    int t = at.x / lines;
    ivec2 place = 2 * ivec2(at.x - t * lines, at.y);
    int column = t * size + place.y;
    int right = place.y + 1 < size ? 1 : 0;
    int below = place.x + 1 < rows ? 1 : 0;
    vec4 numbers = vec4(
      getX(place.x, column), getX(place.x, column + right),
      getX(place.x + below, column), getX(place.x + below, column + right));
    setOutput(inside(numbers, place, rows, size));
  }`
  const ints = { rows, size, lines: half(rows) }
  const shape: [number, number] = [steps * 2 * half(rows), size]
  return draw(shape, { inputs: { X: x }, ints, blocks: TO_BLOCKS, code }) as Tensor2D
}

/** The matrix of all weights. */
export function weightBlocks(layer: RecurrentLayer, code: CellCode, weights: RecurrentWeights): Tensor2D {
  const { features, units } = layer
  const { kernel, recurrent } = weights
  const columns = kernel.shape[1]
  const bias = tf.reshape(weights.bias, [-1, columns])
  const glsl = `${SIZES}${OUTPUT_BLOCK}
  ${code.kernelGate.replace('gateOf', 'kernelGate')}
  ${code.recurrentGate.replace('gateOf', 'recurrentGate')}
  float numberAt(ivec2 block, ivec2 lane) {
    int gate = block.y / ofUnits();
    int column = 2 * (block.y - gate * ofUnits()) + lane.y;
    if (column >= units) return 0.;
    bool isKernel = block.x < ofFeatures();
    bool isBias = block.x >= biasLine();
    int row = 2 * (block.x - (isKernel ? 0 : isBias ? biasLine() : ofFeatures())) + lane.x;
    int from = isKernel || isBias && row == 0 ? kernelGate(gate) : recurrentGate(gate);
    if (from < 0 || row >= (isKernel ? features : isBias ? biases : units)) return 0.;
    int k = from * units + column;
    return isKernel ? getK(row, k) : isBias ? getB(row, k) : getU(row, k);
  }
  void main() {
    ivec2 at = blockOf();
    setOutput(vec4(
      numberAt(at, ivec2(0)), numberAt(at, ivec2(0, 1)), numberAt(at, ivec2(1, 0)), numberAt(at, ivec2(1))));
  }`
  return draw(gradientShape(layer, code), {
    inputs: { K: kernel, U: recurrent, B: bias },
    ints: { features, units, biases: bias.shape[0]! },
    blocks: TO_BLOCKS,
    code: glsl,
  }) as Tensor2D
}

export const gradientShape = ({ features, units }: RecurrentLayer, { gates }: CellCode): [number, number] => [
  2 * (half(features) + half(units) + 1),
  gates * 2 * half(units),
]

/** Every WebGL 2 allows a program 16 textures. */
export const TEXTURES = 16

export function sideBySide(
  all: readonly Tensor2D[],
  most: number,
  make: (some: readonly Tensor2D[]) => Tensor2D,
): Tensor2D {
  const parts: Tensor2D[] = []
  for (let from = 0; from < all.length; from += most) parts.push(make(all.slice(from, from + most)))
  return parts.length === 1 ? parts[0]! : tf.concat(parts, 1)
}

/** Rows of the gradient from a line of blocks on; for each, or for all, the gates that stand side by side in Keras. */
export function rowsOf(
  { units }: RecurrentLayer,
  all: Tensor2D,
  line: number,
  rows: number,
  gates: readonly (readonly number[])[],
): Tensor2D {
  const count = gates[0]!.length
  const gateOf = (map: readonly number[]) => map.map((gate, i) => `if (i == ${i}) gate = ${gate};`).join(' ')
  const code = `${INPUT_BLOCKS}
  void main() {
    ivec2 at = getOutputCoords();
    int i = at.y / units;
    at.y -= i * units;
    int gate = 0;
    ${gates.length === 1 ? gateOf(gates[0]!) : `if (at.x == 0) { ${gateOf(gates[0]!)} } else { ${gateOf(gates[1]!)} }`}
    vec2 place = vec2((at >> 1) + ivec2(line, gate * ((units + 1) >> 1)));
    setOutput(numberIn(blockIn(G, texelOf(G), place.x, place.y), at));
  }`
  return draw([rows, count * units], {
    inputs: { G: all },
    ints: { units, line },
    blocks: FROM_BLOCKS,
    code,
  }) as Tensor2D
}
