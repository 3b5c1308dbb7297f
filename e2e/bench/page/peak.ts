/**
 * The most that the engine's matrix kernel reaches on this machine, in GFLOP/s (two operations a multiply-add): the best
 * of a hundred products that fit the nearest caches. What a digit network could at most do. Runs in a worker.
 */
import { compileKernels } from '../../../src/engine/wasm/kernels.ts'

const [ROWS, COLUMNS, DEPTH] = [96, 256, 256] as const
const REPEATS = 20
const ROUNDS = 100

export function peak(): number {
  const source = compileKernels()
  const a = source.heap + 16
  const b = a + 4 * ROWS * DEPTH
  const c = b + 4 * DEPTH * COLUMNS
  const { kernels, memory } = source.instantiate(c + 4 * ROWS * COLUMNS)
  new Float32Array(memory).fill(0.5, a / 4, c / 4)
  let quickest = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now()
    for (let i = 0; i < REPEATS; i++)
      kernels.multiply(ROWS, COLUMNS, DEPTH, a, DEPTH, 1, b, COLUMNS, 1, c, kernels.zeros.value)
    quickest = Math.min(quickest, performance.now() - began)
  }
  return (2 * ROWS * COLUMNS * DEPTH * REPEATS) / quickest / 1e6
}
