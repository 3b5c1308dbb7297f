import { expect, it } from 'vitest'
import { confusion } from './confusion.ts'

it('counts predictions of two classes by the probability of the second', () => {
  const { counts, wrong, total } = confusion(
    Float32Array.of(0, 0, 1, 1),
    Float32Array.of(0.2, 0.7, 0.9, 0.4),
    2,
  )
  expect(counts).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect([wrong, total]).toEqual([2, 4])
})

it('takes the largest of many, and lists the most frequent mistakes first', () => {
  const rows = [
    [0.8, 0.1, 0.1],
    [0.1, 0.2, 0.7],
    [0.1, 0.2, 0.7],
    [0.5, 0.2, 0.3],
  ]
  const { counts, confused } = confusion(Float32Array.of(0, 1, 1, 2, 0), Float32Array.from(rows.flat()), 3)
  expect(counts).toEqual([
    [1, 0, 0],
    [0, 0, 2],
    [1, 0, 0],
  ])
  expect(confused[0]).toEqual({ truth: 1, predicted: 2, count: 2 })
})

it('knows nothing before a run', () => {
  expect(confusion(Float32Array.of(0, 1), null, 2)).toMatchObject({ total: 0, wrong: 0 })
})
