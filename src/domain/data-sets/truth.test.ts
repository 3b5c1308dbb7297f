/** The formulas of the truth against samples of the generators, which know nothing of them. */
import { describe, expect, it } from 'vitest'
import { dataSet, type GeneratedSet } from '../data/registry.ts'
import type { DataSetKey } from '../experiment/experiment.ts'
import { expectExperiment } from '../parsing/parse.ts'
import { stream } from '../random.ts'
import { DATA_SETS, truthOf } from './catalogue.ts'

const SAMPLES = 20_000

const CASES: readonly (readonly [DataSetKey, number])[] = [
  ['circle', 0],
  ['circle', 0.3],
  ['xor', 0],
  ['xor', 0.4],
  ['gauss', 0.2],
  ['gauss', 0.6],
  ['spiral', 0],
  ['spiral', 0.5],
  ['spiral', 1],
  ['moons', 0],
  ['moons', 0.3],
  ['plane', 0.2],
  ['bumps', 0],
  ['bumps', 0.25],
  ['sine', 0.3],
]

it('every set whose truth is known is tried', () => {
  const tried = new Set(CASES.map(([key]) => key))
  expect(DATA_SETS.filter((key) => truthOf(key) !== null)).toEqual([...tried])
})

describe.each(CASES)('%s with noise %s', (key, noise) => {
  const set = dataSet(expectExperiment({ data: { set: key } }).data) as GeneratedSet
  const [where, jitter] = [stream(5, key, 'where'), stream(5, key, 'jitter')]
  const at = truthOf(key)!(noise)
  const samples = Array.from({ length: SAMPLES }, (_, i) => {
    const { inputs, target } = set.generate(i, noise, where, jitter, 0.4)
    const [x = 0, y = x] = inputs
    return { x, y, target, ...at(x, y) }
  })
  const mean = (of: (sample: (typeof samples)[number]) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / SAMPLES
  const size = Math.sqrt(mean(({ target }) => target ** 2))

  it('what is left of the target around its mean depends on no place', () => {
    // A wrong mean would leave something that goes along with the place, however it is looked at.
    const looks: readonly ((x: number, y: number) => number)[] = [
      () => 1,
      (x) => x,
      (_, y) => y,
      (x, y) => x * y,
      (x, y) => Math.hypot(x, y),
      (x, y) => Math.sin(2 * x) * Math.cos(2 * y),
    ]
    for (const look of looks) {
      const scale = size * Math.sqrt(mean(({ x, y }) => look(x, y) ** 2))
      const along = mean(({ x, y, target, mean }) => (target - mean) * look(x, y))
      expect(Math.abs(along) / scale).toBeLessThan(0.025)
    }
  })

  it('its square is as large as the variance says', () => {
    const left = mean(({ target, mean }) => (target - mean) ** 2)
    const said = mean(({ variance }) => variance)
    expect(Math.abs(left - said)).toBeLessThan(0.025 * size ** 2 + 1e-9)
  })
})

it('values worked out by hand', () => {
  const at = (key: DataSetKey, noise: number, x: number, y: number) => truthOf(key)!(noise)(x, y).mean
  // Of a jitter of ±2.5 around (2.5, 0), a disc of 2.5 covers a half circle of a square of 5.
  expect(at('circle', 0.5, 2.5, 0)).toBeCloseTo((Math.PI * 2.5 ** 2) / 2 / 25, 3)
  // At (1, 1) with a jitter of ±2: ¾ of either coordinate are positive.
  expect(at('xor', 0.4, 1, 1)).toBeCloseTo(0.75 ** 2 + 0.25 ** 2, 12)
  expect(at('gauss', 0.5, 0.5, 0.5)).toBeCloseTo(1 / (1 + Math.exp(-1)), 12)
  // The moons are each other's image under (x, y) → (1 − x, 0.5 − y).
  expect(at('moons', 0.3, 0.5, 0.25)).toBeCloseTo(0.5, 9)
  expect(at('spiral', 0, 0, 4.9)).toBe(0)
  expect(at('plane', 0.5, 0, 0)).toBeCloseTo(0, 12)
  expect(truthOf('sine')!(0.3)(0.25, 0)).toEqual({ mean: 1, variance: 0.09 })
})
