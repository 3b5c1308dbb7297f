import { expect, it } from 'vitest'
import { CPU_CHUNK_FLOPS, chunksFor, WASM_CHUNK_FLOPS } from './chunks.ts'

const dense = (parameters: number) => ({ parameters, multiplications: parameters, rows: 512 })

it('leaves the batches of small networks whole, and on a quick device those of wide ones', () => {
  expect(chunksFor(dense(648_010), 1e11)).toMatchObject({ evaluation: 512 })
  expect(chunksFor(dense(648_010), 1e11).training).toBeGreaterThan(10_000)
  expect(chunksFor(dense(4_417), CPU_CHUNK_FLOPS).training).toBeGreaterThan(1000)
  expect(chunksFor(dense(648_010), WASM_CHUNK_FLOPS).training).toBeGreaterThan(100)
})

it('cuts the digit network’s batch of 100 in JavaScript', () => {
  const { training, evaluation, cost } = chunksFor(dense(648_010), CPU_CHUNK_FLOPS)
  expect(training).toBeLessThan(50)
  expect(training).toBeGreaterThanOrEqual(1)
  expect(training * cost.training).toBeLessThanOrEqual(1)
  expect(evaluation * cost.evaluation).toBeLessThanOrEqual(1)
})
