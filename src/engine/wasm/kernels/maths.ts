/**
 * exp, log, tanh and the normal distribution on four lanes, built from IEEE operations alone: the same bits on every
 * machine, which Math.exp and its kin do not promise. Right to about 2 units in the last place, the normal
 * distribution to 1.5e-7. Polynomials: src/scripts/fit-approximations.mjs.
 */

/** a·b + c, rounded twice: fused would be quicker on some machines and different on others. */
export function addProduct(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c)
}

/** e^x by e^x = 2ⁿ·e^r; x is held to ±87, where float32 is still normal. */
export function exp(x: v128): v128 {
  x = f32x4.pmax(f32x4.pmin(x, f32x4.splat(87)), f32x4.splat(-87))
  // 1.5·2²³ pushes the fraction out of a float32: what is left rounds, and its low bits are the whole number n.
  const shifted = addProduct(x, f32x4.splat(1.44269504), f32x4.splat(12582912))
  const n = f32x4.sub(shifted, f32x4.splat(12582912))
  // ln 2 in two parts, of which the first has so few digits that n times it is exact.
  let r = addProduct(n, f32x4.splat(-0.693359375), x)
  r = addProduct(n, f32x4.splat(2.1219444e-4), r)
  let p = f32x4.splat(0.0013901281)
  p = addProduct(p, r, f32x4.splat(0.00836314))
  p = addProduct(p, r, f32x4.splat(0.041666853))
  p = addProduct(p, r, f32x4.splat(0.16666577))
  p = addProduct(p, r, f32x4.splat(0.5))
  p = f32x4.add(addProduct(p, f32x4.mul(r, r), r), f32x4.splat(1))
  const power = i32x4.shl(i32x4.add(shifted, i32x4.splat(127)), 23)
  return f32x4.mul(p, power)
}

/** log x of normal x > 0, by x = 2ⁿ·(1 + f) with 1 + f between √½ and √2. */
export function log(x: v128): v128 {
  const shifted = i32x4.sub(x, i32x4.splat(0x3f3504f3))
  const n = f32x4.convert_i32x4_s(i32x4.shr_s(shifted, 23))
  const mantissa = i32x4.add(v128.and(shifted, i32x4.splat(0x007fffff)), i32x4.splat(0x3f3504f3))
  const f = f32x4.sub(mantissa, f32x4.splat(1))
  let p = f32x4.splat(0.07037586)
  p = addProduct(p, f, f32x4.splat(-0.1151456))
  p = addProduct(p, f, f32x4.splat(0.11677012))
  p = addProduct(p, f, f32x4.splat(-0.12420149))
  p = addProduct(p, f, f32x4.splat(0.14249322))
  p = addProduct(p, f, f32x4.splat(-0.16668057))
  p = addProduct(p, f, f32x4.splat(0.20000715))
  p = addProduct(p, f, f32x4.splat(-0.24999994))
  p = addProduct(p, f, f32x4.splat(0.33333331))
  const square = f32x4.mul(f, f)
  let tail = f32x4.mul(f32x4.mul(p, f), square)
  tail = addProduct(n, f32x4.splat(-2.1219444e-4), tail)
  tail = addProduct(square, f32x4.splat(-0.5), tail)
  return addProduct(n, f32x4.splat(0.693359375), f32x4.add(f, tail))
}

/** log(1 + x) of 0 ≤ x ≤ 1, right to the last digits of the smallest x (Goldberg 1991, theorem 4). */
export function log1p(x: v128): v128 {
  const one = f32x4.splat(1)
  const u = f32x4.add(x, one)
  const corrected = f32x4.div(f32x4.mul(log(u), x), f32x4.sub(u, one))
  return v128.bitselect(x, corrected, f32x4.eq(u, one))
}

export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1)
  return f32x4.div(one, f32x4.add(one, exp(f32x4.neg(x))))
}

/** x·P(x²)/Q(x²) up to where tanh is 1 in float32. */
export function tanh(x: v128): v128 {
  const one = f32x4.splat(1)
  x = f32x4.pmax(f32x4.pmin(x, f32x4.splat(9.01)), f32x4.splat(-9.01))
  const s = f32x4.mul(x, x)
  let p = f32x4.splat(1.3335396e-8)
  p = addProduct(p, s, f32x4.splat(2.0595242e-5))
  p = addProduct(p, s, f32x4.splat(0.00349475))
  p = addProduct(p, s, f32x4.splat(0.13380321))
  p = addProduct(p, s, one)
  let q = f32x4.splat(7.768692e-7)
  q = addProduct(q, s, f32x4.splat(3.284262e-4))
  q = addProduct(q, s, f32x4.splat(0.025873797))
  q = addProduct(q, s, f32x4.splat(0.46713637))
  q = addProduct(q, s, one)
  const y = f32x4.div(f32x4.mul(x, p), q)
  return f32x4.pmax(f32x4.pmin(y, one), f32x4.splat(-1))
}

/** Φ(x), the share of a standard normal below x: Abramowitz & Stegun 7.1.26 for erf(x/√2). `bell` is e^(−x²/2). */
export function normalBelow(x: v128, bell: v128): v128 {
  const one = f32x4.splat(1)
  const t = f32x4.div(one, addProduct(f32x4.abs(x), f32x4.splat(0.3275911 * 0.70710678), one))
  let p = f32x4.splat(1.061405429)
  p = addProduct(p, t, f32x4.splat(-1.453152027))
  p = addProduct(p, t, f32x4.splat(1.421413741))
  p = addProduct(p, t, f32x4.splat(-0.284496736))
  p = addProduct(p, t, f32x4.splat(0.254829592))
  const tail = f32x4.mul(f32x4.mul(p, t), f32x4.mul(bell, f32x4.splat(0.5)))
  return v128.bitselect(tail, f32x4.sub(one, tail), f32x4.lt(x, f32x4.splat(0)))
}

/** Sum of the four lanes in float64. */
export function laneSum(x: v128): f64 {
  const pair = f64x2.add(
    f64x2.promote_low_f32x4(x),
    f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 0, 1)),
  )
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1)
}

/**
 * The smallest float32 with all its digits. For every smaller one, and every product that would be smaller, a processor
 * takes a hundred times longer; weights and averages that decay come to consist of them.
 */
export const SMALLEST_NORMAL: f32 = 1.17549435e-38
/** No weight is nearer to 0 but 0 itself: its product with what is not tiny then has all its digits. */
export const SMALLEST_WEIGHT: f32 = 1e-30

/** Flushes numbers below the floor to 0, as graphics cards and TensorFlow have those below `SMALLEST_NORMAL`. NaN stays. */
export function flushToZero(x: v128, floor: f32): v128 {
  return v128.andnot(x, f32x4.lt(f32x4.abs(x), f32x4.splat(floor)))
}

/** Weights with their sign and at least `SMALLEST_WEIGHT`: those of 0 stay 0, and no other becomes 0. NaN stays. */
export function awayFromZero(w: v128): v128 {
  const isTiny = v128.and(f32x4.lt(f32x4.abs(w), f32x4.splat(SMALLEST_WEIGHT)), f32x4.ne(w, f32x4.splat(0)))
  const smallest = v128.or(f32x4.splat(SMALLEST_WEIGHT), v128.and(w, f32x4.splat(-0.0)))
  return v128.bitselect(smallest, w, isTiny)
}
