/**
 * Matrices of which a texel holds a block of two rows and two columns, TensorFlow.js' packed layout: r and g are the
 * upper row, b and a the lower one. A product then fetches a quarter of the texels. Blocks beyond the edge hold 0 where
 * a matrix has an odd number of rows or columns, so that sums may run over them.
 *
 * The weights of all layers are one such matrix: a layer's kernel with its bias as the last row, above those of the
 * next layer. So is their gradient.
 */
import type { DenseLayer } from '../../domain/network/layers.ts'
import { draw } from './program.ts'
import { type Tensor1D, type Tensor2D, tf } from './tf.ts'

/** What programs read and what they make (program.ts). */
export const IN_BLOCKS = { inputs: true, output: true }
export const TO_BLOCKS = { inputs: false, output: true }
export const FROM_BLOCKS = { inputs: true, output: false }

/** GLSL for programs whose output is blocks. `inside` leaves what lies in a matrix, from the numbers at `at` on. */
export const OUTPUT_BLOCK = `
  ivec2 blockOf() { return ivec2(gl_FragCoord.yx); }
  vec4 inside(vec4 block, ivec2 at, int rows, int columns) {
    bvec4 row = lessThan(at.x + ivec4(0, 0, 1, 1), ivec4(rows));
    bvec4 column = lessThan(at.y + ivec4(0, 1, 0, 1), ivec4(columns));
    return mix(vec4(0.), mix(vec4(0.), block, column), row);
  }`

/**
 * GLSL for programs whose inputs are blocks: the block at a place of a texture whose texels are so large, and one of its
 * four numbers. Sampling takes software WebGL half the time of `texelFetch`.
 */
export const INPUT_BLOCKS = `
  vec2 texelOf(sampler2D m) { return 1. / vec2(textureSize(m, 0)); }
  vec4 blockIn(sampler2D m, vec2 texel, float row, float column) {
    return texture(m, (vec2(column, row) + .5) * texel);
  }
  float numberIn(vec4 block, ivec2 at) {
    vec2 line = (at.x & 1) == 0 ? block.rg : block.ba;
    return (at.y & 1) == 0 ? line.x : line.y;
  }`

/** GLSL: does something for each k below `count`, four at a time, since a loop costs as much as a term of a sum. */
export const forEach = (count: string, statement: (k: string) => string) => `
    int count = ${count};
    int k = 0;
    for (; k + 3 < count; k += 4) {
      ${['', ' + 1.', ' + 2.', ' + 3.'].map((more) => `{ ${statement(`float(k)${more}`)} }`).join('\n      ')}
    }
    for (; k < count; k++) { ${statement('float(k)')} }`

/** A matrix in blocks. */
export function inBlocks(x: Tensor2D): Tensor2D {
  const [rows, columns] = x.shape
  const code = `${OUTPUT_BLOCK}
  void main() {
    ivec2 at = 2 * blockOf();
    int right = min(at.y + 1, columns - 1);
    int below = min(at.x + 1, rows - 1);
    vec4 block = vec4(getX(at.x, at.y), getX(at.x, right), getX(below, at.y), getX(below, right));
    setOutput(inside(block, at, rows, columns));
  }`
  return draw([rows, columns], {
    inputs: { X: x },
    ints: { rows, columns },
    blocks: TO_BLOCKS,
    code,
  }) as Tensor2D
}

/** A layer, and the row of blocks at which its weights begin. */
export interface PlacedLayer {
  readonly layer: DenseLayer
  readonly begin: number
}

const linesOf = ({ inputs }: DenseLayer) => Math.ceil((inputs + 1) / 2)

export function placed(layers: readonly DenseLayer[]): PlacedLayer[] {
  let end = 0
  return layers.map((layer) => {
    const begin = end
    end += linesOf(layer)
    return { layer, begin }
  })
}

/** Of the matrix of the layers' weights. */
function shapeOf(layers: readonly DenseLayer[]): [number, number] {
  const lines = layers.reduce((sum, layer) => sum + linesOf(layer), 0)
  return [2 * lines, Math.max(...layers.map(({ units }) => units))]
}

/** Whether the device has textures for the layers' weights. */
export function haveTextures(layers: readonly DenseLayer[]): boolean {
  return Math.max(...shapeOf(layers)) <= 2 * tf.env().getNumber('WEBGL_MAX_TEXTURE_SIZE')
}

/** Consecutive layers that lie in one matrix, as programs over it are told of them. */
export interface Stack {
  readonly shape: [number, number]
  /** The length of their part of the flat vector. */
  readonly length: number
  readonly ints: Readonly<Record<string, number>>
  /**
   * GLSL that finds the layer in which `at` lies, a number of the uniforms `start`: its `inputs` and `units`, its first
   * row of blocks, `begin`, and its place in the flat vector, `from`.
   */
  layerAt(start: 'begin' | 'from'): string
}

export function stack(layers: readonly DenseLayer[]): Stack {
  const { kernelAt } = layers[0]!
  const ints: Record<string, number> = {}
  for (const [i, { layer, begin }] of placed(layers).entries())
    Object.assign(ints, {
      [`inputs${i}`]: layer.inputs,
      [`units${i}`]: layer.units,
      [`begin${i}`]: begin,
      [`from${i}`]: layer.kernelAt - kernelAt,
    })
  const names = ['inputs', 'units', 'begin', 'from']
  const layerAt = (start: string) =>
    layers
      .map((_, i) => {
        const assigned = names.map((name) => `${name} = ${name}${i};`).join(' ')
        return i === 0 ? `int ${names.join(', ')}; ${assigned}` : `if (at >= ${start}${i}) { ${assigned} }`
      })
      .join('\n    ')
  return { shape: shapeOf(layers), length: layers.at(-1)!.end - kernelAt, ints, layerAt }
}

/** The weights of all layers, from the flat vector. */
export function weightBlocks(flat: Tensor1D, { shape, ints, layerAt }: Stack): Tensor2D {
  const code = `${OUTPUT_BLOCK}
  void main() {
    ivec2 block = blockOf();
    int at = block.x;
    ${layerAt('begin')}
    ivec2 first = 2 * (block - ivec2(begin, 0));
    if (first.y >= units) {
      setOutput(vec4(0.));
      return;
    }
    int right = first.y + 1 < units ? 1 : 0;
    int below = first.x < inputs ? units : 0;
    int k = from + first.x * units + first.y;
    vec4 numbers = vec4(getW(k), getW(k + right), getW(k + below), getW(k + below + right));
    setOutput(inside(numbers, first, inputs + 1, units));
  }`
  return draw(shape, { inputs: { W: flat }, ints, blocks: TO_BLOCKS, code }) as Tensor2D
}

/** The gradient by a layer's weights: its kernel with the bias as the last row. */
export interface LayerBlocks {
  readonly layer: DenseLayer
  readonly blocks: Tensor2D
}

/** Every WebGL 2 allows a program 16 textures. */
const MOST_TOGETHER = 16

/** One vector of the numbers of consecutive layers. */
export function flattened(all: readonly LayerBlocks[]): Tensor1D {
  const parts: Tensor1D[] = []
  for (let from = 0; from < all.length; from += MOST_TOGETHER)
    parts.push(flattenedTogether(all.slice(from, from + MOST_TOGETHER)))
  return parts.length === 1 ? parts[0]! : tf.concat1d(parts)
}

function flattenedTogether(all: readonly LayerBlocks[]): Tensor1D {
  const { length, ints, layerAt } = stack(all.map(({ layer }) => layer))
  const inputs = Object.fromEntries(all.map(({ blocks }, i) => [`G${i}`, blocks]))
  const code = `${INPUT_BLOCKS}
  void main() {
    int at = getOutputCoords();
    ${layerAt('from')}
    int row = (at - from) / units;
    ivec2 place = ivec2(row, at - from - row * units);
    vec2 block = vec2(place >> 1);
    vec4 found;
    ${all.map((_, i) => `if (from == from${i}) found = blockIn(G${i}, texelOf(G${i}), block.x, block.y);`).join('\n    ')}
    setOutput(numberIn(found, place));
  }`
  return draw([length], { inputs, ints, blocks: FROM_BLOCKS, code }) as Tensor1D
}
