import { expect, it } from 'vitest'
import { CPU_FLOPS, chunksFor, QUEUED, WASM_FLOPS } from './chunks.ts'

const dense = (parameters: number) => ({ parameters, multiplications: parameters, rows: 512 })

it('leaves batches whole on a GPU, and those of small networks everywhere', () => {
  expect(chunksFor(dense(648_010), QUEUED)).toMatchObject({
    training: Number.POSITIVE_INFINITY,
    evaluation: 512,
  })
  expect(chunksFor(dense(4_417), CPU_FLOPS).training).toBeGreaterThan(1000)
  expect(chunksFor(dense(648_010), WASM_FLOPS).training).toBeGreaterThan(100)
})

it('cuts the digit network’s batch of 100 in JavaScript', () => {
  const { training, evaluation, cost } = chunksFor(dense(648_010), CPU_FLOPS)
  expect(training).toBeLessThan(50)
  expect(training).toBeGreaterThanOrEqual(1)
  expect(training * cost.training).toBeLessThanOrEqual(1)
  expect(evaluation * cost.evaluation).toBeLessThanOrEqual(1)
})
