/** Operations on each number of a vector. Lengths are rounded up to whole vectors, for which buffers leave room. */
import { bytes } from './memory'

/** x *= y */
export function times(x: usize, y: usize, length: i32): void {
  const end = x + bytes(length)
  for (; x < end; x += 16) {
    v128.store(x, f32x4.mul(v128.load(x), v128.load(y)))
    y += 16
  }
}

/** x += y */
export function add(x: usize, y: usize, length: i32): void {
  const end = x + bytes(length)
  for (; x < end; x += 16) {
    v128.store(x, f32x4.add(v128.load(x), v128.load(y)))
    y += 16
  }
}
