/**
 * A recurrent layer on WebGL, forward and backward: two draws a step either way, whatever the cell (cells.ts), and a
 * few for all steps together. TensorFlow.js' operations take about fifty a step.
 *
 * Everything is blocks (blocks.ts). The weights are one matrix: the kernel's rows, the recurrent kernel's, and the
 * biases; its columns are the gates, each with an even number of them. So is their gradient. A state is what the layer
 * hands on, and below it what else the cell carries over. Rows beyond the batch hold numbers that reach no gradient.
 */
import type { RecurrentLayer } from '../../domain/network/layers.ts'
import { forEach, INPUT_BLOCKS, OUTPUT_BLOCK } from './blocks.ts'
import { type CellCode, cellCode } from './cells.ts'
import { draw } from './program.ts'
import { type Tensor, type Tensor2D, tf } from './tf.ts'

export interface RecurrentWeights {
  readonly kernel: Tensor2D
  readonly recurrent: Tensor2D
  readonly bias: Tensor
}

const IN_BLOCKS = { inputs: true, output: true }
const TO_BLOCKS = { inputs: false, output: true }
const FROM_BLOCKS = { inputs: true, output: false }

/** Whether the device has textures for so many rows at a time. */
export function fitsTextures({ steps, units, features }: RecurrentLayer, rows: number): boolean {
  const most = 2 * tf.env().getNumber('WEBGL_MAX_TEXTURE_SIZE')
  return Math.max(steps * (rows + 1), 4 * (units + 1), steps * units, steps * features) <= most
}

/**
 * What the layer hands on: of each sample, the states of all its steps one after another, or the last one. The first
 * layer's inputs are data, by which nothing is differentiated.
 */
export function recurrence(
  layer: RecurrentLayer,
  x: Tensor2D,
  { kernel, recurrent, bias }: RecurrentWeights,
  isFirst: boolean,
): Tensor2D {
  const op = tf.customGrad((...given) => {
    const save = given.pop() as unknown as (tensors: Tensor[]) => void
    const [k, u, b, inputs = x] = given as [Tensor2D, Tensor2D, Tensor, Tensor2D?]
    const code = cellCode(layer)
    const pass = forward(layer, code, inputs, { kernel: k, recurrent: u, bias: b })
    save([pass.x, pass.w, ...pass.sums, ...pass.states])
    return {
      value: handedOn(layer, pass),
      gradFunc(dy: Tensor, [xs, w, ...both]: Tensor[]) {
        const kept = { ...pass, x: xs, w, sums: both.slice(0, layer.steps), states: both.slice(layer.steps) }
        return gradients(layer, code, kept as Pass, dy as Tensor2D, bias.shape, isFirst)
      },
    }
  })
  return (isFirst ? op(kernel, recurrent, bias) : op(kernel, recurrent, bias, x)) as Tensor2D
}

interface Pass {
  readonly rows: number
  /** The inputs of all steps, one step below another. */
  readonly x: Tensor2D
  readonly w: Tensor2D
  /** Of each step the sums of its gates, and the state after it. */
  readonly sums: readonly Tensor2D[]
  readonly states: readonly Tensor2D[]
}

/** Blocks: one below another, or side by side. */
const half = (size: number) => Math.ceil(size / 2)

/** GLSL that every program over a layer shares: the numbers of blocks of rows, features, units. */
const SIZES = `${INPUT_BLOCKS}
  int ofFeatures() { return (features + 1) >> 1; }
  int ofUnits() { return (units + 1) >> 1; }
  int biasLine() { return ofFeatures() + ofUnits(); }`

const intsOf = ({ features, units }: RecurrentLayer, rows: number) => ({ features, units, lines: half(rows) })

/** From rows of steps one after another to blocks of steps one below another; a step begins with a block. */
function stepBlocks(x: Tensor2D, steps: number, size: number): Tensor2D {
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
function weightBlocks(layer: RecurrentLayer, code: CellCode, weights: RecurrentWeights): Tensor2D {
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

const gradientShape = ({ features, units }: RecurrentLayer, { gates }: CellCode): [number, number] => [
  2 * (half(features) + half(units) + 1),
  gates * 2 * half(units),
]

function forward(layer: RecurrentLayer, code: CellCode, inputs: Tensor2D, weights: RecurrentWeights): Pass {
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
function cellValues({ gates, carries, values }: CellCode, hasState: boolean): string {
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

const stateShape = ({ units }: RecurrentLayer, { carries }: CellCode, rows: number): [number, number] => [
  (carries ? 2 : 1) * 2 * half(rows),
  2 * half(units),
]

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

/** Every WebGL 2 allows a program 16 textures. */
const TEXTURES = 16

function handedOn({ units, sequences }: RecurrentLayer, { states, rows }: Pass): Tensor2D {
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

function sideBySide(
  all: readonly Tensor2D[],
  most: number,
  make: (some: readonly Tensor2D[]) => Tensor2D,
): Tensor2D {
  const parts: Tensor2D[] = []
  for (let from = 0; from < all.length; from += most) parts.push(make(all.slice(from, from + most)))
  return parts.length === 1 ? parts[0]! : tf.concat(parts, 1)
}

/** What a step's slopes come from: those by the state, told by the step after, and by what the layer hands on. */
interface Arriving {
  readonly byState: Tensor2D | null
  readonly byOutputs: Tensor2D | null
  /** The step of the outputs, where they are of several. */
  readonly at: number
}

/** By the kernel, the recurrent kernel, the bias and, but for the first layer, the inputs. */
function gradients(
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

/** Rows of the gradient from a line of blocks on; for each, or for all, the gates that stand side by side in Keras. */
function rowsOf(
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
