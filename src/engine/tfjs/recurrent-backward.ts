/** A recurrent layer backward, in blocks: two draws a step, and a few for all steps together. */
import type { RecurrentLayer } from '../../domain/network/layers.ts'
import { FROM_BLOCKS, forEach, IN_BLOCKS, INPUT_BLOCKS, OUTPUT_BLOCK } from './blocks.ts'
import type { CellCode } from './cells.ts'
import { draw } from './program.ts'
import {
  gradientShape,
  half,
  intsOf,
  type Pass,
  rowsOf,
  SIZES,
  sideBySide,
  stepBlocks,
  TEXTURES,
} from './recurrent-blocks.ts'
import { cellValues, stateShape } from './recurrent-forward.ts'
import { type Tensor, type Tensor2D, tf } from './tf.ts'

/** What a step's slopes come from: those by the state, told by the step after, and by what the layer hands on. */
interface Arriving {
  readonly byState: Tensor2D | null
  readonly byOutputs: Tensor2D | null
  /** The step of the outputs, where they are of several. */
  readonly at: number
}

/** By the kernel, the recurrent kernel, the bias and, but for the first layer, the inputs. */
export function gradients(
  layer: RecurrentLayer,
  code: CellCode,
  pass: Pass,
  dy: Tensor2D,
  biasShape: number[],
  isFirst: boolean,
): Tensor[] {
  const { steps, features, units, sequences, cell } = layer
  const outputs = sequences ? stepBlocks(dy, steps, units) : stepBlocks(dy, 1, units)
  const slopes: Tensor2D[] = []
  let byState: Tensor2D | null = null
  for (let t = steps - 1; t >= 0; t--) {
    const byOutputs = sequences || t === steps - 1 ? outputs : null
    const arriving = { byState, byOutputs, at: sequences ? t : 0 }
    const slope = slopesAt(layer, code, pass, t, arriving)
    slopes.unshift(slope)
    if (t > 0) byState = byStateBefore(layer, code, pass, t, arriving, slope)
  }
  const all = weightGradient(layer, code, pass, slopes)
  const own = cell === 'gru' ? [0, 1, 2] : [...Array(code.gates).keys()]
  const recurrent = cell === 'gru' ? [0, 1, 3] : own
  const top = half(features)
  const bias = biasShape.length === 1 ? [own] : [own, recurrent]
  return [
    rowsOf(layer, all, 0, features, [own]),
    rowsOf(layer, all, top, units, [recurrent]),
    tf.reshape(rowsOf(layer, all, top + half(units), bias.length, bias), biasShape),
    ...(isFirst ? [] : [inputGradient(layer, code, pass, slopes)]),
  ]
}

/** GLSL that declares `dh` and `dc` of `row` and `column`. */
const arrivingCode = ({ carries }: CellCode, { byState, byOutputs }: Arriving) => `
    vec4 dh = ${byState ? 'blockIn(E, texelOf(E), row, column)' : 'vec4(0.)'};
    ${byOutputs ? 'dh += blockIn(O, texelOf(O), float(outputAt * lines) + row, column);' : ''}
    vec4 dc = ${byState && carries ? 'blockIn(E, texelOf(E), row + float(lines), column)' : 'vec4(0.)'};`

const arrivingInputs = ({ byState, byOutputs }: Arriving) => ({
  ...(byState && { E: byState }),
  ...(byOutputs && { O: byOutputs }),
})

/** By the sums of a step's gates. */
function slopesAt(
  layer: RecurrentLayer,
  cell: CellCode,
  { rows, sums, states }: Pass,
  t: number,
  arriving: Arriving,
): Tensor2D {
  const state = states[t - 1]
  const code = `${SIZES}${OUTPUT_BLOCK}${cell.functions}
  void main() {
    ivec2 at = blockOf();
    int gate = at.y / ofUnits();
    float row = float(at.x), column = float(at.y - gate * ofUnits());
    ${cellValues(cell, state !== undefined)}
    ${arrivingCode(cell, arriving)}
    vec4 found = vec4(0.);
    ${cell.slopes.map((slope, i) => `if (gate == ${i}) found = ${slope};`).join('\n    ')}
    setOutput(found);
  }`
  return draw([2 * half(rows), cell.gates * 2 * half(layer.units)], {
    inputs: { Z: sums[t]!, ...(state && { S: state }), ...arrivingInputs(arriving) },
    ints: { ...intsOf(layer, rows), outputAt: arriving.at },
    blocks: IN_BLOCKS,
    code,
  }) as Tensor2D
}

/** By the state before a step, from the slopes by the sums of its gates. */
function byStateBefore(
  layer: RecurrentLayer,
  cell: CellCode,
  { rows, w, sums, states }: Pass,
  t: number,
  arriving: Arriving,
  slopes: Tensor2D,
): Tensor2D {
  const code = `${SIZES}${OUTPUT_BLOCK}${cell.functions}
  vec4 product(float row, float line) {
    vec2 dTexel = texelOf(D), wTexel = texelOf(W);
    vec4 sum = vec4(0.);
    ${forEach(
      'gates * ofUnits()',
      (k) => `
      vec4 d = blockIn(D, dTexel, row, ${k});
      vec4 w = blockIn(W, wTexel, line, ${k});
      sum += d.rrbb * w.rbrb + d.ggaa * w.gaga;`,
    )}
    return sum;
  }
  void main() {
    ivec2 at = blockOf();
    bool carried = at.x >= lines;
    float row = float(carried ? at.x - lines : at.x), column = float(at.y);
    ${cellValues(cell, true)}
    ${arrivingCode(cell, arriving)}
    vec4 past = carried ? ${cell.pastC} : ${cell.pastH};
    if (!carried) past += product(row, float(ofFeatures()) + column);
    setOutput(past);
  }`
  return draw(stateShape(layer, cell, rows), {
    inputs: { Z: sums[t]!, S: states[t - 1]!, D: slopes, W: w, ...arrivingInputs(arriving) },
    ints: { ...intsOf(layer, rows), gates: cell.gates, outputAt: arriving.at },
    blocks: IN_BLOCKS,
    code,
  }) as Tensor2D
}

/** So many steps are added to the gradient in a draw: a texture of slopes and one of states each, besides two. */
const STEPS_TOGETHER = (TEXTURES - 2) / 2

/** [x, h, 1]ᵀ·d, summed over the steps; GRU's two biases read the last line's two rows. */
function weightGradient(
  layer: RecurrentLayer,
  cell: CellCode,
  { rows, x, states }: Pass,
  slopes: readonly Tensor2D[],
): Tensor2D {
  let sum: Tensor2D | null = null
  for (let from = 0; from < slopes.length; from += STEPS_TOGETHER) {
    const some = slopes.slice(from, from + STEPS_TOGETHER)
    const inputs: Record<string, Tensor> = { X: x, ...(sum && { A: sum }) }
    for (const [i, slope] of some.entries()) {
      inputs[`D${i}`] = slope
      if (from + i > 0) inputs[`S${i}`] = states[from + i - 1]!
    }
    const term = (i: number, left: string) => `
      for (int k = 0; k < lines; k++) {
        vec4 d = blockIn(D${i}, dTexel, float(k), float(at.y));
        vec4 left = ${left};
        sum += left.rrgg * d.rgrg + left.bbaa * d.baba;
      }`
    const code = `${SIZES}${OUTPUT_BLOCK}
  void main() {
    ivec2 at = blockOf();
    vec2 xTexel = texelOf(X), dTexel = texelOf(D0);
    vec4 sum = ${sum ? 'blockIn(A, texelOf(A), float(at.x), float(at.y))' : 'vec4(0.)'};
    if (at.x < ofFeatures()) {${some
      .map((_, i) => term(i, `blockIn(X, xTexel, float((first + ${i}) * lines + k), float(at.x))`))
      .join('')}
    } else if (at.x < biasLine()) {${some
      .map((_, i) =>
        inputs[`S${i}`]
          ? term(i, `blockIn(S${i}, texelOf(S${i}), float(k), float(at.x - ofFeatures()))`)
          : '',
      )
      .join('')}
    } else {${some.map((_, i) => term(i, 'vec4(1.)')).join('')}
    }
    setOutput(sum);
  }`
    const ints = { ...intsOf(layer, rows), first: from }
    sum = draw(gradientShape(layer, cell), { inputs, ints, blocks: IN_BLOCKS, code }) as Tensor2D
  }
  return sum!
}

/** d·Kᵀ of all steps, side by side. */
function inputGradient(
  layer: RecurrentLayer,
  { gates }: CellCode,
  { rows, w }: Pass,
  slopes: readonly Tensor2D[],
): Tensor2D {
  const { features, units } = layer
  return sideBySide(slopes, TEXTURES - 1, (some) => {
    const code = `${INPUT_BLOCKS}
  ${some
    .map(
      (_, i) => `
  float product${i}(ivec2 at) {
    vec2 dTexel = texelOf(D${i}), wTexel = texelOf(W);
    vec2 place = vec2(at >> 1);
    vec4 sum = vec4(0.);
    ${forEach(
      'gates * ((units + 1) >> 1)',
      (k) => `
      vec4 d = blockIn(D${i}, dTexel, place.x, ${k});
      vec4 w = blockIn(W, wTexel, place.y, ${k});
      sum += d.rrbb * w.rbrb + d.ggaa * w.gaga;`,
    )}
    return numberIn(sum, at);
  }`,
    )
    .join('')}
  void main() {
    ivec2 at = getOutputCoords();
    int t = at.y / features;
    at.y -= t * features;
    ${some.map((_, i) => `if (t == ${i}) setOutput(product${i}(at));`).join('\n    ')}
  }`
    const inputs = { W: w, ...Object.fromEntries(some.map((slope, i) => [`D${i}`, slope])) }
    return draw([rows, some.length * features], {
      inputs,
      ints: { features, units, gates },
      blocks: FROM_BLOCKS,
      code,
    }) as Tensor2D
  })
}
