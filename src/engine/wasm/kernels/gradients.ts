/** Gradients of kernels and biases, which sum over all rows. Each thread has lines or columns of its own. */
import { multiply, zeros } from './matrix'
import { bytes } from './memory'
import { shareBegin, shareEnd } from './team'

/**
 * This thread's lines of the gradient of a kernel, inputs × units: adds Xᵀ·dZ of all rows to them, or begins with it.
 */
export function kernelGradient(
  inputs: i32,
  units: i32,
  rows: i32,
  x: usize,
  deltas: usize,
  gradient: usize,
  first: bool,
): void {
  const from = shareBegin(inputs, 4)
  const to = shareEnd(inputs, 4)
  const lines = gradient + bytes(from * units)
  const start = first ? zeros : lines
  multiply(to - from, units, rows, x + bytes(from), 1, inputs, deltas, units, 1, lines, start)
}

/** This thread's columns of the gradient of a bias: adds the deltas of all rows to them, or begins with their sum. */
export function biasGradient(rows: i32, columns: i32, x: usize, to: usize, first: bool): void {
  const line = bytes(columns)
  const end = shareEnd(columns, 4)
  let j = shareBegin(columns, 4)
  for (; j + 4 <= end; j += 4) {
    let sum = first ? f32x4.splat(0) : v128.load(to + bytes(j))
    let at = x + bytes(j)
    for (let i = 0; i < rows; i++) {
      sum = f32x4.add(sum, v128.load(at))
      at += line
    }
    v128.store(to + bytes(j), sum)
  }
  for (; j < end; j++) {
    let sum: f32 = first ? 0 : load<f32>(to + bytes(j))
    let at = x + bytes(j)
    for (let i = 0; i < rows; i++) {
      sum += load<f32>(at)
      at += line
    }
    store<f32>(to + bytes(j), sum)
  }
}
