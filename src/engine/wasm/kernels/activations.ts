/** Activations in place, and their slopes; a code of none traps. Lengths are rounded up to whole vectors: buffers leave room. */
import { ELU, GELU, LEAKY_RELU, LINEAR, RELU, SIGMOID, TANH } from './codes'
import { addProduct, exp, normalBelow, sigmoid, tanh } from './maths'
import { bytes } from './memory'

/** Slope of leaky ReLU below 0 (Keras' activation of that name). */
const LEAK: f32 = 0.2

/** x = f(x). GELU also leaves its slopes, which cannot be told from its values. */
export function activate(kind: i32, x: usize, length: i32, slopes: usize): void {
  const end = x + bytes(length)
  const zero = f32x4.splat(0)
  if (kind == SIGMOID) {
    for (; x < end; x += 16) v128.store(x, sigmoid(v128.load(x)))
  } else if (kind == TANH) {
    for (; x < end; x += 16) v128.store(x, tanh(v128.load(x)))
  } else if (kind == RELU) {
    for (; x < end; x += 16) v128.store(x, f32x4.pmax(v128.load(x), zero))
  } else if (kind == LEAKY_RELU) {
    for (; x < end; x += 16) {
      const z = v128.load(x)
      v128.store(x, v128.bitselect(f32x4.mul(z, f32x4.splat(LEAK)), z, f32x4.lt(z, zero)))
    }
  } else if (kind == ELU) {
    for (; x < end; x += 16) {
      const z = v128.load(x)
      v128.store(x, v128.bitselect(f32x4.sub(exp(z), f32x4.splat(1)), z, f32x4.lt(z, zero)))
    }
  } else if (kind == GELU) {
    for (; x < end; x += 16) {
      const z = v128.load(x)
      const bell = exp(f32x4.mul(f32x4.mul(z, z), f32x4.splat(-0.5)))
      const below = normalBelow(z, bell)
      const density = f32x4.mul(bell, f32x4.splat(0.39894228))
      v128.store(slopes, addProduct(z, density, below))
      v128.store(x, f32x4.mul(z, below))
      slopes += 16
    }
  } else if (kind != LINEAR) unreachable()
}

/** deltas *= f′, told from the values f left (GELU: from its slopes). */
export function timesSlope(kind: i32, deltas: usize, values: usize, length: i32, slopes: usize): void {
  const end = deltas + bytes(length)
  const one = f32x4.splat(1)
  const zero = f32x4.splat(0)
  for (; deltas < end; deltas += 16) {
    const y = v128.load(values)
    let slope = one
    if (kind == SIGMOID) slope = f32x4.mul(y, f32x4.sub(one, y))
    else if (kind == TANH) slope = f32x4.sub(one, f32x4.mul(y, y))
    else if (kind == RELU) slope = v128.and(f32x4.gt(y, zero), one)
    else if (kind == LEAKY_RELU) slope = v128.bitselect(one, f32x4.splat(LEAK), f32x4.gt(y, zero))
    else if (kind == ELU) slope = v128.bitselect(f32x4.add(y, one), one, f32x4.lt(y, zero))
    else if (kind == GELU) {
      slope = v128.load(slopes)
      slopes += 16
    } else if (kind != LINEAR) unreachable()
    v128.store(deltas, f32x4.mul(v128.load(deltas), slope))
    values += 16
  }
}
