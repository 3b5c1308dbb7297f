/**
 * Update rules over the flat weights in Keras 3's conventions; the numbers are in tests against outside traces.
 * `g` is the gradient with penalties and clipping. Lengths are rounded up to whole vectors: buffers leave room.
 */
import { addProduct, awayFromZero, flushToZero, SMALLEST_NORMAL, SMALLEST_WEIGHT } from './maths'
import { bytes, Rates } from './memory'

// The codes that the catalogue of optimizers gives them (src/domain/experiment/optimizers.ts).
const SGD = 0
const MOMENTUM = 1
const NESTEROV = 2
const ADAGRAD = 3
const RMSPROP = 4
const ADAM = 5
const ADAMW = 6

/** Traps at a code that has no rule. */
export function step(
  kind: i32,
  rates: Rates,
  length: i32,
  w: usize,
  g: usize,
  slot: usize,
  second: usize,
): void {
  if (kind == SGD) sgd(rates, length, w, g)
  else if (kind == MOMENTUM || kind == NESTEROV) momentum(rates, length, w, g, slot, kind == NESTEROV)
  else if (kind == ADAGRAD) adagrad(rates, length, w, g, slot)
  else if (kind == RMSPROP) rmsprop(rates, length, w, g, slot)
  else if (kind == ADAM || kind == ADAMW) adam(rates, length, w, g, slot, second, kind == ADAMW)
  else unreachable()
}

function sgd(rates: Rates, length: i32, w: usize, g: usize): void {
  const down = f32x4.splat(-rates.learningRate)
  const end = w + bytes(length)
  for (; w < end; w += 16) {
    v128.store(w, awayFromZero(addProduct(v128.load(g), down, v128.load(w))))
    g += 16
  }
}

/** v = μv − ηg; w += v, or with Nesterov, whose stored weights are the look-ahead point, w += μv − ηg. */
function momentum(rates: Rates, length: i32, w: usize, g: usize, velocity: usize, ahead: bool): void {
  const down = f32x4.splat(-rates.learningRate)
  const keep = f32x4.splat(rates.momentum)
  const end = w + bytes(length)
  for (; w < end; w += 16) {
    const push = f32x4.mul(v128.load(g), down)
    const v = flushToZero(addProduct(v128.load(velocity), keep, push), SMALLEST_WEIGHT)
    v128.store(velocity, v)
    v128.store(w, awayFromZero(f32x4.add(v128.load(w), ahead ? addProduct(v, keep, push) : v)))
    g += 16
    velocity += 16
  }
}

function adagrad(rates: Rates, length: i32, w: usize, g: usize, sum: usize): void {
  const down = f32x4.splat(-rates.learningRate)
  const epsilon = f32x4.splat(rates.epsilon)
  const end = w + bytes(length)
  for (; w < end; w += 16) {
    const slope = v128.load(g)
    const a = addProduct(slope, slope, v128.load(sum))
    v128.store(sum, a)
    const root = f32x4.sqrt(f32x4.add(a, epsilon))
    v128.store(w, awayFromZero(f32x4.add(v128.load(w), f32x4.div(f32x4.mul(slope, down), root))))
    g += 16
    sum += 16
  }
}

/** ε inside the root, no bias correction, not centred. */
function rmsprop(rates: Rates, length: i32, w: usize, g: usize, mean: usize): void {
  const down = f32x4.splat(-rates.learningRate)
  const epsilon = f32x4.splat(rates.epsilon)
  const keep = f32x4.splat(rates.rho)
  const take = f32x4.splat(rates.oneMinusRho)
  const end = w + bytes(length)
  for (; w < end; w += 16) {
    const slope = v128.load(g)
    const v = meanSquare(v128.load(mean), keep, slope, take)
    v128.store(mean, v)
    const root = f32x4.sqrt(f32x4.add(v, epsilon))
    v128.store(w, awayFromZero(f32x4.add(v128.load(w), f32x4.div(f32x4.mul(slope, down), root))))
    g += 16
    mean += 16
  }
}

/** Bias-corrected, ε outside the root (Kingma & Ba 2015, algorithm 1). AdamW first decays all weights, as Keras does (Loshchilov & Hutter 2019). */
function adam(
  rates: Rates,
  length: i32,
  w: usize,
  g: usize,
  first: usize,
  second: usize,
  decays: bool,
): void {
  const down = f32x4.splat(-rates.learningRate * rates.correction1)
  const correction2 = f32x4.splat(rates.correction2)
  const epsilon = f32x4.splat(rates.epsilon)
  const keep1 = f32x4.splat(rates.beta1)
  const take1 = f32x4.splat(rates.oneMinusBeta1)
  const keep2 = f32x4.splat(rates.beta2)
  const take2 = f32x4.splat(rates.oneMinusBeta2)
  const left = f32x4.splat(decays ? 1 - rates.learningRate * rates.weightDecay : 1)
  const end = w + bytes(length)
  for (; w < end; w += 16) {
    const slope = v128.load(g)
    const m = flushToZero(addProduct(v128.load(first), keep1, f32x4.mul(slope, take1)), SMALLEST_WEIGHT)
    const v = meanSquare(v128.load(second), keep2, slope, take2)
    v128.store(first, m)
    v128.store(second, v)
    const root = f32x4.add(f32x4.sqrt(f32x4.mul(v, correction2)), epsilon)
    const move = f32x4.div(f32x4.mul(m, down), root)
    v128.store(w, awayFromZero(addProduct(v128.load(w), left, move)))
    g += 16
    first += 16
    second += 16
  }
}

/** The moving average of g² after one more g. */
function meanSquare(mean: v128, keep: v128, slope: v128, take: v128): v128 {
  return flushToZero(addProduct(mean, keep, f32x4.mul(f32x4.mul(slope, slope), take)), SMALLEST_NORMAL)
}
