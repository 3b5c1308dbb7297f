import { expect, it } from 'vitest'
import { pieceFlopsOf, piecesFor } from './pieces.ts'

it('leaves batches whole on a GPU, and those of small networks everywhere', () => {
  const gpu = pieceFlopsOf({ name: 'webgl', device: 'ANGLE (NVIDIA GeForce RTX 4070)' })
  expect(piecesFor(648_010, gpu)).toMatchObject({ training: Number.POSITIVE_INFINITY, evaluation: 512 })
  expect(piecesFor(4_417, pieceFlopsOf({ name: 'cpu', device: 'JavaScript' })).training).toBeGreaterThan(1000)
})

it('cuts the digit network’s batch of 100 in JavaScript', () => {
  const { training, evaluation, cost } = piecesFor(
    648_010,
    pieceFlopsOf({ name: 'cpu', device: 'JavaScript' }),
  )
  expect(training).toBeLessThan(50)
  expect(training).toBeGreaterThanOrEqual(1)
  expect(training * cost.training).toBeLessThanOrEqual(1)
  expect(evaluation * cost.evaluation).toBeLessThanOrEqual(1)
})
