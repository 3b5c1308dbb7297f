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

/** Adds Σ (after − before)² to the first number at `sums` and Σ before² to the second; for short stretches. */
export function addMove(after: usize, before: usize, length: i32, sums: usize): void {
  let moved = f32x4.splat(0)
  let size = f32x4.splat(0)
  const end = after + bytes(length)
  for (; after + 16 <= end; after += 16) {
    const earlier = v128.load(before)
    const step = f32x4.sub(v128.load(after), earlier)
    moved = f32x4.add(moved, f32x4.mul(step, step))
    size = f32x4.add(size, f32x4.mul(earlier, earlier))
    before += 16
  }
  let movedTotal = laneSum(moved)
  let sizeTotal = laneSum(size)
  for (; after < end; after += 4) {
    const earlier = load<f32>(before)
    const step = load<f32>(after) - earlier
    movedTotal += <f64>(step * step)
    sizeTotal += <f64>(earlier * earlier)
    before += 4
  }
  store<f64>(sums, load<f64>(sums) + movedTotal)
  store<f64>(sums, load<f64>(sums, 8) + sizeTotal, 8)
}
