/** Activations and their slopes, each in tf.* and in GLSL (program.ts). */
import type { Activation } from '../../domain/experiment/experiment.ts'
import { draw, fuses } from './program.ts'
import { type Tensor, type Tensor2D, tf } from './tf.ts'

interface Form {
  value(x: Tensor2D): Tensor2D
  /** f′, in terms of f(x), or of x where f(x) does not tell. */
  slope(at: Tensor2D): Tensor2D
  readonly slopeFrom: 'output' | 'input'
  /** Expressions for the same in `x` and in `at`, and functions they need. */
  readonly glsl: { readonly value: string; readonly slope: string; readonly functions?: string }
}

/** Slope of leaky ReLU below 0 (Keras' activation of that name). */
const LEAK = 0.2

const { ERF_P: P, ERF_A1: A1, ERF_A2: A2, ERF_A3: A3, ERF_A4: A4, ERF_A5: A5 } = tf.backend_util

const normalCdf = (x: Tensor2D): Tensor2D => tf.mul(tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1), 0.5)
const normalDensity = (x: Tensor2D): Tensor2D =>
  tf.mul(tf.exp(tf.mul(tf.square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI))

/** tfjs' error function: Abramowitz & Stegun 7.1.26. */
const NORMAL = `
  float normalCdf(float x) {
    float z = abs(x) * ${Math.SQRT1_2};
    float t = 1. / (1. + ${P} * z);
    float tail = ((((${A5} * t + (${A4})) * t + ${A3}) * t + (${A2})) * t + ${A1}) * t * exp(-z * z);
    return .5 * (1. + sign(x) * (1. - tail));
  }
  float normalDensity(float x) {
    return exp(-.5 * x * x) * ${1 / Math.sqrt(2 * Math.PI)};
  }`

const forms: Record<Activation, Form> = {
  linear: {
    value: (x) => x,
    slope: (y) => tf.onesLike(y),
    slopeFrom: 'output',
    glsl: { value: 'x', slope: '1.' },
  },
  sigmoid: {
    value: (x) => tf.sigmoid(x),
    slope: (y) => tf.mul(y, tf.sub(1, y)),
    slopeFrom: 'output',
    glsl: { value: '1. / (1. + exp(-x))', slope: 'at * (1. - at)' },
  },
  tanh: {
    value: (x) => tf.tanh(x),
    slope: (y) => tf.sub(1, tf.square(y)),
    slopeFrom: 'output',
    // GLSL's own tanh overflows on some drivers.
    glsl: { value: 'sign(x) * (1. - exp(-2. * abs(x))) / (1. + exp(-2. * abs(x)))', slope: '1. - at * at' },
  },
  relu: {
    value: (x) => tf.relu(x),
    slope: (y) => tf.step(y),
    slopeFrom: 'output',
    glsl: { value: 'isnan(x) || x > 0. ? x : 0.', slope: 'at > 0. ? 1. : 0.' },
  },
  'leaky-relu': {
    value: (x) => tf.leakyRelu(x, LEAK),
    slope: (y) => tf.step(y, LEAK),
    slopeFrom: 'output',
    glsl: { value: `x < 0. ? ${LEAK} * x : x`, slope: `at > 0. ? 1. : ${LEAK}` },
  },
  elu: {
    value: (x) => tf.elu(x),
    slope: (y) => tf.minimum(tf.add(y, 1), 1),
    slopeFrom: 'output',
    glsl: { value: 'x >= 0. ? x : exp(x) - 1.', slope: 'at >= 0. ? 1. : at + 1.' },
  },
  /** Exact form, x·Φ(x), not the tanh approximation. */
  gelu: {
    value: (x) => tf.mul(x, normalCdf(x)),
    slope: (x) => tf.add(normalCdf(x), tf.mul(x, normalDensity(x))),
    slopeFrom: 'input',
    glsl: { value: 'x * normalCdf(x)', slope: 'normalCdf(at) + at * normalDensity(at)', functions: NORMAL },
  },
}

export const slopeFrom = (kind: Activation) => forms[kind].slopeFrom

export const plainActivation = (kind: Activation, x: Tensor2D): Tensor2D => forms[kind].value(x)

/** At what `slopeFrom` says. */
export const plainSlope = (kind: Activation, at: Tensor2D): Tensor2D => forms[kind].slope(at)

/** GLSL functions `activation(x)` and `slope(at)`. */
export function activationCode(kind: Activation): string {
  const { value, slope, functions = '' } = forms[kind].glsl
  return `${functions}
  float activation(float x) { return ${value}; }
  float slope(float at) { return ${slope}; }`
}

/** GLSL: a function of a number, of the four of a block. */
export const fourTimes = (name: string) => `
  vec4 ${name}(vec4 x) { return vec4(${name}(x.r), ${name}(x.g), ${name}(x.b), ${name}(x.a)); }`

export function activate(kind: Activation, x: Tensor2D): Tensor2D {
  if (!fuses()) return plainActivation(kind, x)
  const code = `${activationCode(kind)}
  void main() {
    ivec2 at = getOutputCoords();
    setOutput(activation(getX(at.x, at.y)));
  }`
  return draw(x.shape, { inputs: { X: x }, code }) as Tensor2D
}

/** dy ∘ f′ */
export function slopeTimes(kind: Activation, dy: Tensor2D, at: Tensor2D): Tensor2D {
  if (!fuses()) return tf.mul(dy, plainSlope(kind, at))
  const code = `${activationCode(kind)}
  void main() {
    ivec2 at = getOutputCoords();
    setOutput(getD(at.x, at.y) * slope(getA(at.x, at.y)));
  }`
  return draw(dy.shape, { inputs: { D: dy, A: at }, code }) as Tensor2D
}

/** The activation where tfjs differentiates: the value and the slope that dense networks have, from this file. */
export function differentiable(kind: Activation, x: Tensor2D): Tensor2D {
  if (kind === 'linear') return x
  return tf.customGrad((given, save) => {
    const z = given as Tensor2D
    const y = activate(kind, z)
    const at = slopeFrom(kind) === 'output' ? y : z
    ;(save as (tensors: Tensor[]) => void)([at])
    return {
      value: y,
      gradFunc: (dy, [saved]: Tensor[]) => slopeTimes(kind, dy as Tensor2D, saved as Tensor2D),
    }
  })(x) as Tensor2D
}
