/**
 * Networks of wide dense layers: every product is one draw over blocks (blocks.ts), and what is done with its numbers,
 * bias, activation, dropout, slope, is done in the same draw.
 */
import type { Activation } from '../../domain/experiment/experiment.ts'
import type { DenseLayer } from '../../domain/network/layers.ts'
import { activationCode, fourTimes, slopeFrom } from './activations.ts'
import {
  FROM_BLOCKS,
  flattened,
  forEach,
  IN_BLOCKS,
  INPUT_BLOCKS,
  inBlocks,
  OUTPUT_BLOCK,
  type PlacedLayer,
  placed,
  stack,
  weightBlocks,
} from './blocks.ts'
import type { ByLogits, Mask, Network, Watch } from './network.ts'
import { draw } from './program.ts'
import type { Tensor1D, Tensor2D } from './tf.ts'

/** Consecutive layers, none of them in a residual block. */
export function wideNetwork(layers: readonly DenseLayer[]): Network {
  const places = placed(layers)
  const whole = stack(layers)
  return {
    rows: Number.POSITIVE_INFINITY,
    forward: (flat, inputs, watch) => pass(places, weightBlocks(flat, whole), inputs, null, watch).logits,
    gradient: (flat, inputs, mask, byLogits) =>
      gradient(places, weightBlocks(flat, whole), inputs, mask, byLogits),
  }
}

/** What a layer handed on, or its sums where the slope is told from those, and its dropout factors. */
interface Passed {
  readonly at: Tensor2D
  readonly mask: Tensor2D | null
}

interface Pass {
  readonly logits: Tensor2D
  /** The inputs of each layer, and what the hidden ones leave for the way back. */
  readonly given: readonly Tensor2D[]
  readonly passed: readonly Passed[]
}

function pass(
  places: readonly PlacedLayer[],
  weights: Tensor2D,
  inputs: Tensor2D,
  mask: Mask | null,
  watch?: Watch,
): Pass {
  const given = [inBlocks(inputs)]
  const passed: Passed[] = []
  for (const [i, place] of places.slice(0, -1).entries()) {
    const { activation, units, dropout } = place.layer
    const factors = mask && dropout > 0 ? mask(i, units, dropout, true) : null
    const x = given[i]!
    if (slopeFrom(activation) === 'output') {
      const made = hidden(place, weights, x, activation, factors)
      given.push(made)
      passed.push({ at: made, mask: factors })
    } else {
      const sums = hidden(place, weights, x, 'linear', null)
      given.push(activated(activation, sums, factors))
      passed.push({ at: sums, mask: factors })
    }
    watch?.(i, given[i + 1]!)
  }
  const logits = last(places.at(-1)!, weights, given.at(-1)!)
  watch?.(places.length - 1, logits)
  return { logits, given, passed }
}

function gradient(
  places: readonly PlacedLayer[],
  weights: Tensor2D,
  inputs: Tensor2D,
  mask: Mask | null,
  byLogits: ByLogits,
): Tensor1D {
  const { logits, given, passed } = pass(places, weights, inputs, mask)
  let d = byLogits(logits, true)
  const flows = [d]
  for (let i = places.length - 1; i > 0; i--) {
    d = upstream(d, places[i]!, weights, places[i - 1]!.layer.activation, passed[i - 1]!)
    flows.unshift(d)
  }
  return flattened(
    places.map(({ layer }, i) => ({ layer, blocks: weightGradient(layer, given[i]!, flows[i]!) })),
  )
}

/** GLSL: sums x·W + b of a block. */
const SUMS = `
  vec4 sums(float row, float column) {
    vec2 xTexel = texelOf(X), wTexel = texelOf(W);
    float top = float(begin);
    vec4 sum = vec4(0.);
    ${forEach(
      '(inputs + 1) >> 1',
      (k) => `
      vec4 x = blockIn(X, xTexel, row, ${k});
      vec4 w = blockIn(W, wTexel, top + ${k}, column);
      sum += x.rrbb * w.rgrg + x.ggaa * w.baba;`,
    )}
    vec4 bias = blockIn(W, wTexel, top + float(inputs >> 1), column);
    return sum + ((inputs & 1) == 0 ? bias.rgrg : bias.baba);
  }`

/** f(x·W + b) ∘ mask */
function hidden(
  { layer, begin }: PlacedLayer,
  weights: Tensor2D,
  x: Tensor2D,
  activation: Activation,
  mask: Tensor2D | null,
): Tensor2D {
  const { inputs, units } = layer
  const [rows] = x.shape
  const code = `${INPUT_BLOCKS}${OUTPUT_BLOCK}${SUMS}${activationCode(activation)}${fourTimes('activation')}
  void main() {
    ivec2 at = blockOf();
    vec4 y = inside(activation(sums(float(at.x), float(at.y))), 2 * at, rows, units);
    setOutput(y${mask ? ' * texelFetch(M, at.yx, 0)' : ''});
  }`
  const all = { X: x, W: weights, ...(mask && { M: mask }) }
  const ints = { rows, inputs, units, begin }
  return draw([rows, units], { inputs: all, ints, blocks: IN_BLOCKS, code }) as Tensor2D
}

/** f(x) ∘ mask */
function activated(activation: Activation, x: Tensor2D, mask: Tensor2D | null): Tensor2D {
  const code = `${activationCode(activation)}${fourTimes('activation')}
  void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    setOutput(activation(texelFetch(X, at, 0))${mask ? ' * texelFetch(M, at, 0)' : ''});
  }`
  const inputs = { X: x, ...(mask && { M: mask }) }
  return draw(x.shape, { inputs, blocks: IN_BLOCKS, code }) as Tensor2D
}

/** x·W + b, a number a texel, as losses want it. */
function last({ layer, begin }: PlacedLayer, weights: Tensor2D, x: Tensor2D): Tensor2D {
  const { inputs, units } = layer
  const [rows] = x.shape
  const code = `${INPUT_BLOCKS}${SUMS}
  void main() {
    ivec2 at = getOutputCoords();
    setOutput(numberIn(sums(float(at.x >> 1), float(at.y >> 1)), at));
  }`
  const ints = { inputs, units, begin }
  return draw([rows, units], { inputs: { X: x, W: weights }, ints, blocks: FROM_BLOCKS, code }) as Tensor2D
}

/** (d·Wᵀ) ∘ mask ∘ f′: from the gradient by a layer's logits to that by the layer below, which has this activation. */
function upstream(
  d: Tensor2D,
  { layer, begin }: PlacedLayer,
  weights: Tensor2D,
  activation: Activation,
  { at, mask }: Passed,
): Tensor2D {
  const { inputs, units } = layer
  const [rows] = d.shape
  // What was handed on had been multiplied by the mask; where the mask is 0, so is the product.
  const unmasked = slopeFrom(activation) === 'output' ? 'y / max(m, 1.)' : 'y'
  const slopes = mask
    ? `vec4 m = texelFetch(M, at.yx, 0); sum *= m * slope(${unmasked.replace('1.', 'vec4(1.)')});`
    : 'sum *= slope(y);'
  const code = `${INPUT_BLOCKS}${OUTPUT_BLOCK}${activationCode(activation)}${fourTimes('slope')}
  void main() {
    ivec2 at = blockOf();
    vec2 dTexel = texelOf(D), wTexel = texelOf(W);
    float row = float(at.x), line = float(begin + at.y);
    vec4 sum = vec4(0.);
    ${forEach(
      '(units + 1) >> 1',
      (k) => `
      vec4 d = blockIn(D, dTexel, row, ${k});
      vec4 w = blockIn(W, wTexel, line, ${k});
      sum += d.rrbb * w.rbrb + d.ggaa * w.gaga;`,
    )}
    vec4 y = texelFetch(A, at.yx, 0);
    ${slopes}
    setOutput(inside(sum, 2 * at, rows, inputs));
  }`
  const all = { D: d, W: weights, A: at, ...(mask && { M: mask }) }
  const ints = { rows, inputs, units, begin }
  return draw([rows, inputs], { inputs: all, ints, blocks: IN_BLOCKS, code }) as Tensor2D
}

/** The gradient by a layer's weights: xᵀ·d. The bias is the kernel's row for an input of 1. */
function weightGradient({ inputs, units }: DenseLayer, x: Tensor2D, d: Tensor2D): Tensor2D {
  const code = `${INPUT_BLOCKS}${OUTPUT_BLOCK}
  vec4 product(vec2 at) {
    vec2 xTexel = texelOf(X), dTexel = texelOf(D);
    vec4 sum = vec4(0.);
    ${forEach(
      '(rows + 1) >> 1',
      (k) => `
      vec4 x = blockIn(X, xTexel, ${k}, at.x);
      vec4 d = blockIn(D, dTexel, ${k}, at.y);
      sum += x.rrgg * d.rgrg + x.bbaa * d.baba;`,
    )}
    return sum;
  }
  vec2 total(vec2 at) {
    vec2 dTexel = texelOf(D);
    vec4 sum = vec4(0.);
    ${forEach('(rows + 1) >> 1', (k) => `sum += blockIn(D, dTexel, ${k}, at.y);`)}
    return sum.rg + sum.ba;
  }
  void main() {
    ivec2 at = blockOf();
    vec4 sum = product(vec2(at));
    if (2 * at.x == inputs) sum.rg = total(vec2(at));
    if (2 * at.x + 1 == inputs) sum.ba = total(vec2(at));
    setOutput(sum);
  }`
  const ints = { rows: x.shape[0], inputs }
  return draw([inputs + 1, units], { inputs: { X: x, D: d }, ints, blocks: IN_BLOCKS, code }) as Tensor2D
}
