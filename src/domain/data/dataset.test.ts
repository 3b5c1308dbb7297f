import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATA_SETS, isGenerated } from '../data-sets/catalogue.ts'
import { type ExperimentInput, PARTS, type Part } from '../experiment/experiment.ts'
import { expectExperiment } from '../parsing/parse.ts'
import { stream } from '../random.ts'
import type { Source } from '../table/source.ts'
import type { Numbers } from '../table/table.ts'
import { type Dataset, networkDataset, rawDataset } from './dataset.ts'

/** Ten classes in unequal numbers, each image naming itself in its first two pixels. */
const packed: Source = (() => {
  const random = stream(3, 'packed')
  const labels = Uint8Array.from({ length: 10_000 }, () => Math.min(9, random.below(11)))
  const pixels = new Uint8Array(10_000 * 784)
  for (let i = 0; i < 10_000; i++) {
    pixels[784 * i] = i % 256
    pixels[784 * i + 1] = Math.floor(i / 256)
  }
  return { targets: labels, inputs: pixels }
})()

const dataset = (data: ExperimentInput['data'], seed = 1): Dataset<Numbers> =>
  rawDataset(expectExperiment({ data, seed: { data: seed } }), packed)

const rows = (
  { parts }: Dataset<Numbers>,
  part: Part,
  size = parts[part].inputs.length / parts[part].count,
) =>
  Array.from({ length: parts[part].count }, (_, i) =>
    [
      ...parts[part].inputs.subarray(i * size, i * size + Math.min(size, 2)),
      ...parts[part].inputs.subarray((i + 1) * size - 1, (i + 1) * size),
      parts[part].targets[i],
    ].join(),
  )

/** All that are generated, and one that is picked from samples that are there. */
const SETS = [...DATA_SETS.filter(isGenerated), 'digits' as const]
const anySet = fc.constantFrom(...SETS)
const count = fc.integer({ min: 1, max: 120 })

describe('the three parts', () => {
  it('changing the size of one never changes the samples of the others', () => {
    fc.assert(
      fc.property(anySet, count, count, fc.constantFrom(...PARTS), (set, size, other, part) => {
        const common = {
          set,
          train: 40,
          validation: 40,
          test: 40,
          labelNoise: 0.2,
          labelNoiseIn: 'all' as const,
        }
        const [a, b] = [dataset({ ...common, [part]: size }), dataset({ ...common, [part]: other })]
        for (const name of PARTS) {
          const length = name === part ? Math.min(size, other) : 40
          expect(rows(a, name).slice(0, length)).toEqual(rows(b, name).slice(0, length))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('real data: disjoint, complete, and in the proportions of the whole', () => {
    const all = dataset({ set: 'digits', train: 8000, validation: 1000, test: 1000 })
    const seen = PARTS.flatMap((part) => rows(all, part).map((row) => row.split(',').slice(0, 2).join()))
    expect(new Set(seen).size).toBe(10_000)
    for (const part of PARTS) {
      const { count: total, targets } = all.parts[part]
      for (let label = 0; label < 10; label++) {
        const share = packed.targets.filter((l) => l === label).length / 10_000
        const found = targets.filter((t) => t === label).length
        expect(Math.abs(found - share * total)).toBeLessThanOrEqual(6)
      }
    }
  })

  it('generated data: the parts have no sample in common', () => {
    for (const set of SETS) {
      const all = dataset({ set, train: 100, validation: 100, test: 100, noise: 0.1 })
      expect(new Set(PARTS.flatMap((part) => rows(all, part))).size, set).toBe(300)
    }
  })

  it.each(['circle', 'xor', 'gauss', 'spiral', 'moons'] as const)(
    '%s is balanced in every even prefix',
    (set) => {
      const { targets } = dataset({ set, train: 100, noise: 0 }).parts.train
      for (const size of [4, 20, 100])
        expect([...targets.subarray(0, size)].reduce((a, b) => a + b, 0)).toBe(size / 2)
    },
  )

  it('another seed, other samples', () => {
    for (const set of SETS)
      expect(rows(dataset({ set }, 1), 'train')).not.toEqual(rows(dataset({ set }, 2), 'train'))
  })
})

describe('noise', () => {
  it.each(['spiral', 'moons', 'gauss'] as const)('%s: the same points, moved in proportion', (set) => {
    const at = (noise: number) => dataset({ set, noise }).parts.train.inputs
    const [still, half, whole] = [at(0), at(0.5), at(1)]
    if (set === 'gauss') return expect(half).not.toEqual(still)
    still.forEach((x, i) => {
      expect(half[i]! - x).toBeCloseTo((whole[i]! - x) / 2, 4)
    })
  })

  it.each(['circle', 'xor'] as const)('%s: the same places, other classes near the border', (set) => {
    const [still, noisy] = [dataset({ set, noise: 0 }), dataset({ set, noise: 0.5 })]
    expect(noisy.parts.train.inputs).toEqual(still.parts.train.inputs)
    expect(noisy.parts.train.targets).not.toEqual(still.parts.train.targets)
  })

  it('replaces exactly the share of labels asked for, always by another class', () => {
    const clean = dataset({ set: 'digits', train: 1000, validation: 200 })
    const noisy = dataset({ set: 'digits', train: 1000, validation: 200, labelNoise: 0.15 })
    const { targets, flipped } = noisy.parts.train
    const changed = targets.filter((label, i) => label !== clean.parts.train.targets[i]).length
    expect(changed).toBe(150)
    expect(flipped.reduce((a, b) => a + b, 0)).toBe(150)
    expect(new Set(targets)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
    expect(noisy.parts.validation.targets).toEqual(clean.parts.validation.targets)
  })

  it('in all parts when asked, and more noise keeps the labels that less noise replaced', () => {
    const flips = (labelNoise: number) =>
      dataset({ set: 'moons', train: 100, labelNoise, labelNoiseIn: 'all' }).parts.validation.flipped
    const [few, many] = [flips(0.1), flips(0.3)]
    expect(few.some((flip) => flip === 1)).toBe(true)
    expect(few.every((flip, i) => flip <= many[i]!)).toBe(true)
  })
})

describe('what the network gets', () => {
  it('is standardized by the training part alone', () => {
    const { parts } = networkDataset(
      expectExperiment({ data: { set: 'gauss', train: 60, features: ['x', 'x2'] } }),
    )
    for (const column of [0, 1]) {
      const values = parts.train.inputs.filter((_, i) => i % 2 === column)
      const mean = values.reduce((a, b) => a + b, 0) / 60
      expect(mean).toBeCloseTo(0, 5)
      expect(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 60).toBeCloseTo(1, 4)
    }
    const [small, large] = [10, 300].map(
      (validation) =>
        networkDataset(expectExperiment({ data: { set: 'gauss', train: 60, validation } })).parts.validation
          .inputs,
    )
    expect(large!.subarray(0, 20)).toEqual(small)
  })

  it('computes features', () => {
    const data = { set: 'xor', train: 5, features: ['xy', 'sin-x', 'y2'], standardize: false } as const
    const raw = dataset({ ...data, features: [...data.features] }).parts.train.inputs
    const { parts } = networkDataset(expectExperiment({ data: { ...data, features: [...data.features] } }))
    const [x, y] = raw
    expect(Array.from(parts.train.inputs.subarray(0, 3))).toEqual(
      [x! * y!, Math.sin(x!), y! * y!].map((v) => expect.closeTo(v, 5)),
    )
  })
})
