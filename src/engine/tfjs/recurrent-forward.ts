/** A recurrent layer forward, in blocks: two draws a step, one where the state follows from the sums alone. */
import type { RecurrentLayer } from '../../domain/network/layers.ts'
import { FROM_BLOCKS, forEach, IN_BLOCKS, INPUT_BLOCKS, OUTPUT_BLOCK } from './blocks.ts'
import type { CellCode } from './cells.ts'
import { draw } from './program.ts'
import {
  half,
  intsOf,
  type Pass,
  type RecurrentWeights,
  SIZES,
  sideBySide,
  stepBlocks,
  TEXTURES,
  weightBlocks,
} from './recurrent-blocks.ts'
import type { Tensor2D } from './tf.ts'

export function forward(
  layer: RecurrentLayer,
  code: CellCode,
  inputs: Tensor2D,
  weights: RecurrentWeights,
): Pass {
  const [rows] = inputs.shape
  const x = stepBlocks(inputs, layer.steps, layer.features)
  const w = weightBlocks(layer, code, weights)
  const sums: Tensor2D[] = []
  const states: Tensor2D[] = []
  for (let t = 0; t < layer.steps; t++) {
    sums.push(sumsAt(layer, code, { x, w, rows }, t, states[t - 1]))
    states.push(code.isDirect ? sums[t]! : stateAfter(layer, code, rows, sums[t]!, states[t - 1]))
  }
  return { rows, x, w, sums, states }
}

/** x·K + h·U + b of a step, all gates side by side, or the state where that follows from nothing else. */
function sumsAt(
  layer: RecurrentLayer,
  { gates, isDirect, functions }: CellCode,
  { x, w, rows }: Pick<Pass, 'x' | 'w' | 'rows'>,
  t: number,
  state: Tensor2D | undefined,
): Tensor2D {
  const code = `${SIZES}${OUTPUT_BLOCK}${isDirect ? functions : ''}
  void main() {
    ivec2 at = blockOf();
    vec2 wTexel = texelOf(W), xTexel = texelOf(X);
    float column = float(at.y), row = float(at.x), xRow = float(t * lines + at.x);
    vec4 bias = blockIn(W, wTexel, float(biasLine()), column);
    vec4 sum = (bias.rg + bias.ba).rgrg;
    {${forEach(
      'ofFeatures()',
      (k) => `
      vec4 x = blockIn(X, xTexel, xRow, ${k});
      vec4 w = blockIn(W, wTexel, ${k}, column);
      sum += x.rrbb * w.rgrg + x.ggaa * w.baba;`,
    )}
    }
    ${
      state
        ? `vec2 sTexel = texelOf(S);
    float top = float(ofFeatures());
    {${forEach(
      'ofUnits()',
      (k) => `
      vec4 s = blockIn(S, sTexel, row, ${k});
      vec4 w = blockIn(W, wTexel, top + ${k}, column);
      sum += s.rrbb * w.rgrg + s.ggaa * w.baba;`,
    )}
    }`
        : ''
    }
    setOutput(${isDirect ? 'activation(sum)' : 'sum'});
  }`
  const inputs = { X: x, W: w, ...(state && { S: state }) }
  const ints = { ...intsOf(layer, rows), t }
  return draw([2 * half(rows), gates * 2 * half(layer.units)], {
    inputs,
    ints,
    blocks: IN_BLOCKS,
    code,
  }) as Tensor2D
}

/** GLSL that declares the sums of a step's gates, the state before it, and the cell's values, of `row` and `column`. */
export function cellValues({ gates, carries, values }: CellCode, hasState: boolean): string {
  const sums = Array.from(
    { length: gates },
    (_, i) => `vec4 z${i} = blockIn(Z, zTexel, row, column + ${i}. * float(ofUnits()));`,
  )
  return `
    vec2 zTexel = texelOf(Z);
    ${hasState ? 'vec2 sTexel = texelOf(S);' : ''}
    ${sums.join('\n    ')}
    vec4 h = ${hasState ? 'blockIn(S, sTexel, row, column)' : 'vec4(0.)'};
    vec4 c = ${hasState && carries ? 'blockIn(S, sTexel, row + float(lines), column)' : 'vec4(0.)'};
    ${values}`
}

export const stateShape = (
  { units }: RecurrentLayer,
  { carries }: CellCode,
  rows: number,
): [number, number] => [(carries ? 2 : 1) * 2 * half(rows), 2 * half(units)]

function stateAfter(
  layer: RecurrentLayer,
  cell: CellCode,
  rows: number,
  sums: Tensor2D,
  state: Tensor2D | undefined,
): Tensor2D {
  const code = `${SIZES}${OUTPUT_BLOCK}${cell.functions}
  void main() {
    ivec2 at = blockOf();
    bool carried = at.x >= lines;
    float row = float(carried ? at.x - lines : at.x), column = float(at.y);
    ${cellValues(cell, state !== undefined)}
    setOutput(carried ? ${cell.nextC} : ${cell.nextH});
  }`
  const inputs = { Z: sums, ...(state && { S: state }) }
  const shape = stateShape(layer, cell, rows)
  return draw(shape, { inputs, ints: intsOf(layer, rows), blocks: IN_BLOCKS, code }) as Tensor2D
}

export function handedOn({ units, sequences }: RecurrentLayer, { states, rows }: Pass): Tensor2D {
  const last = sequences ? states : states.slice(-1)
  return sideBySide(last, TEXTURES, (some) => {
    const code = `${INPUT_BLOCKS}
  void main() {
    ivec2 at = getOutputCoords();
    int t = at.y / units;
    at.y -= t * units;
    vec2 place = vec2(at >> 1);
    vec4 block;
    ${some.map((_, i) => `if (t == ${i}) block = blockIn(S${i}, texelOf(S${i}), place.x, place.y);`).join('\n    ')}
    setOutput(numberIn(block, at));
  }`
    const inputs = Object.fromEntries(some.map((state, i) => [`S${i}`, state]))
    return draw([rows, some.length * units], {
      inputs,
      ints: { units },
      blocks: FROM_BLOCKS,
      code,
    }) as Tensor2D
  })
}
