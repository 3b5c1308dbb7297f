/** Sums over vectors of any length, in float64 but for the squares of a stretch. */
import { laneSum } from './maths'
import { bytes } from './memory'

/** Σ x² */
export function squareSum(x: usize, length: i32): f64 {
  let total: f64 = 0
  const end = x + bytes(length)
  for (; x + 16 <= end; x += 16) {
    const values = v128.load(x)
    total += laneSum(f32x4.mul(values, values))
  }
  for (; x < end; x += 4) total += <f64>load<f32>(x) * <f64>load<f32>(x)
  return total
}

/** Σ |x| */
export function sizeSum(x: usize, length: i32): f64 {
  let total: f64 = 0
  const end = x + bytes(length)
  for (; x + 16 <= end; x += 16) total += laneSum(f32x4.abs(v128.load(x)))
  for (; x < end; x += 4) total += <f64>abs(load<f32>(x))
  return total
}

/** Σ x² with squares in float64: of numbers whose squares are subtracted from one another later. */
export function exactSquareSum(x: usize, length: i32): f64 {
  let low = f64x2.splat(0)
  let high = f64x2.splat(0)
  const end = x + bytes(length)
  for (; x + 16 <= end; x += 16) {
    const first = f64x2.promote_low_f32x4(v128.load(x))
    const second = f64x2.promote_low_f32x4(v128.load64_zero(x, 8))
    low = f64x2.add(low, f64x2.mul(first, first))
    high = f64x2.add(high, f64x2.mul(second, second))
  }
  const both = f64x2.add(low, high)
  let total = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1)
  for (; x < end; x += 4) total += <f64>load<f32>(x) * <f64>load<f32>(x)
  return total
}

/**
 * Leaves Σ (after − before)² in the first number at `sums` and Σ before² in the second; for short stretches. Two sums of each
 * run side by side, because one would wait for its own last addition.
 */
export function measureMove(after: usize, before: usize, length: i32, sums: usize): void {
  let moved = f32x4.splat(0)
  let size = moved
  let otherMoved = moved
  let otherSize = moved
  const end = after + bytes(length)
  for (; after + 32 <= end; after += 32) {
    const earlier = v128.load(before)
    const otherEarlier = v128.load(before, 16)
    const step = f32x4.sub(v128.load(after), earlier)
    const otherStep = f32x4.sub(v128.load(after, 16), otherEarlier)
    moved = f32x4.add(moved, f32x4.mul(step, step))
    size = f32x4.add(size, f32x4.mul(earlier, earlier))
    otherMoved = f32x4.add(otherMoved, f32x4.mul(otherStep, otherStep))
    otherSize = f32x4.add(otherSize, f32x4.mul(otherEarlier, otherEarlier))
    before += 32
  }
  let movedTotal = laneSum(f32x4.add(moved, otherMoved))
  let sizeTotal = laneSum(f32x4.add(size, otherSize))
  for (; after < end; after += 4) {
    const earlier = load<f32>(before)
    const step = load<f32>(after) - earlier
    movedTotal += <f64>(step * step)
    sizeTotal += <f64>(earlier * earlier)
    before += 4
  }
  store<f64>(sums, movedTotal)
  store<f64>(sums, sizeTotal, 8)
}
