import { expect, it } from 'vitest'
import { classified, confusion, worstFirst } from './confusion.ts'

it('counts predictions of two classes by the probability of the second', () => {
  const all = classified(Float32Array.of(0, 0, 1, 1), Float32Array.of(0.25, 0.75, 0.875, 0.5), 2)
  const { counts, wrong } = confusion(all, 2)
  expect(counts).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect(wrong).toBe(2)
  expect(all[1]).toEqual({ sample: 1, truth: 0, predicted: 1, confidence: 0.75, ofTruth: 0.25 })
  expect(worstFirst(all).map(({ sample }) => sample)).toEqual([1, 3, 0, 2])
})

it('takes the first of the largest of many, and lists the most frequent mistakes first', () => {
  const rows = [
    [0.8, 0.1, 0.1],
    [0.1, 0.2, 0.7],
    [0.1, 0.2, 0.7],
    [0.4, 0.2, 0.4],
  ]
  const all = classified(Float32Array.of(0, 1, 1, 2, 0), Float32Array.from(rows.flat()), 3)
  const { counts, confused } = confusion(all, 3)
  expect(counts).toEqual([
    [1, 0, 0],
    [0, 0, 2],
    [1, 0, 0],
  ])
  expect(confused[0]).toEqual({ truth: 1, predicted: 2, count: 2 })
  expect(all[3]).toMatchObject({ truth: 2, predicted: 0 })
})

it('knows nothing before a run, and leaves out what is no number', () => {
  expect(classified(Float32Array.of(0, 1), null, 2)).toEqual([])
  expect(classified(Float32Array.of(0, 1), Float32Array.of(Number.NaN, 0.5), 2)).toHaveLength(1)
})
