import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import manifest from '../../public/data/manifest.json' with { type: 'json' }
import { sourceFrom } from '../client/packed-data.ts'
import { dataSet } from '../domain/data/registry.ts'
import { DATA_SETS, type DataSetKey } from '../domain/experiment.ts'
import { expectExperiment } from '../domain/parse.ts'

const folder = new URL('../../public/data/', import.meta.url)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

type Key = keyof typeof manifest
const KEYS = Object.keys(manifest) as Key[]

function unpacked(key: Key) {
  const { dtype, count } = manifest[key]
  const bytes = new Uint8Array(inflateRawSync(readFileSync(new URL(manifest[key].file, folder))))
  return sourceFrom(bytes, { dtype: dtype as 'uint8' | 'float32', count })
}

const setOf = (set: DataSetKey) =>
  dataSet(expectExperiment({ data: { set, train: 1, validation: 1, test: 1, length: 2 } }).data)

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length
const column = (key: Key, j: number, size: number) => unpacked(key).inputs.filter((_, i) => i % size === j)

it('every packed set of the registry is in the folder, and nothing else is', () => {
  const packed = DATA_SETS.filter((key) => {
    const set = setOf(key)
    return set.kind === 'stored' && set.from === 'file'
  })
  expect([...packed].sort()).toEqual([...KEYS].sort())
  const files = readdirSync(folder).filter((name) => name.endsWith('.bin'))
  expect(files.sort()).toEqual(KEYS.map((key) => manifest[key].file).sort())
})

describe.each(KEYS)('%s', (key) => {
  const entry = manifest[key]
  const packed = readFileSync(new URL(entry.file, folder))

  it('is the file that its entry describes', () => {
    const bytes = inflateRawSync(packed)
    expect([packed.length, bytes.length]).toEqual([entry.bytes, entry.unpackedBytes])
    expect([sha256(packed), sha256(bytes)]).toEqual([entry.sha256, entry.unpackedSha256])
  })

  it('is what the registry says', () => {
    const set = setOf(key)
    const size = entry.shape.reduce((a, b) => a * b, 1)
    const { targets, inputs } = unpacked(key)
    expect(targets).toHaveLength(entry.count)
    expect(inputs).toHaveLength(entry.count * size)
    expect(inputs.every(Number.isFinite)).toBe(true)
    if (set.shape.kind === 'sequence') return expect(entry.count - set.shape.steps).toBe(set.available)
    expect(set).toMatchObject({ inputs: size, available: entry.count })
    expect('classes' in entry ? entry.classes : []).toEqual(set.classes)
    if ('perClass' in entry)
      entry.perClass.forEach((count, label) => {
        expect(targets.filter((target) => target === label)).toHaveLength(count)
      })
  })

  it('says where it is from and under which licence', () => {
    for (const fact of ['title', 'source', 'authors', 'licence', 'citation', 'changes'] as const)
      expect(entry[fact].length).toBeGreaterThanOrEqual(3)
    for (const url of [entry.sourceUrl, entry.licenceUrl]) expect(url).toMatch(/^https:\/\//)
  })
})

describe('numbers that others know of them', () => {
  it('MNIST: the class counts of the first 10,000 training images, dark ground, an empty frame', () => {
    expect(manifest.digits.perClass).toEqual([1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978])
    const { inputs } = unpacked('digits')
    expect(mean(inputs) / 255).toBeGreaterThan(0.12)
    expect(mean(inputs) / 255).toBeLessThan(0.14)
    expect(new Set(inputs.filter((_, i) => i % 784 === 0))).toEqual(new Set([0]))
  })

  it('Fashion-MNIST: as many of each class, lighter than digits', () => {
    expect(new Set(manifest.fashion.perClass)).toEqual(new Set([600]))
    // The whole training set's mean is 0.2860.
    expect(mean(unpacked('fashion').inputs) / 255).toBeCloseTo(0.286, 1)
  })

  it('digits 8 × 8: counts from 0 to 16', () => {
    expect(manifest['digits-8x8'].perClass).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    expect(Math.max(...unpacked('digits-8x8').inputs)).toBe(16)
  })

  it('breast cancer: 212 malignant, 357 benign, mean radius 14.127', () => {
    expect(manifest['breast-cancer'].perClass).toEqual([212, 357])
    expect(mean(column('breast-cancer', 0, 30))).toBeCloseTo(14.1273, 3)
  })

  it('wine: 59, 71 and 48 of the cultivars, mean alcohol 13.0006', () => {
    expect(manifest.wine.perClass).toEqual([59, 71, 48])
    expect(mean(column('wine', 0, 13))).toBeCloseTo(13.0006, 3)
  })

  it('diabetes: mean progression 152.133, mean body mass index 26.376', () => {
    expect(mean(unpacked('diabetes').targets)).toBeCloseTo(152.133, 2)
    expect(mean(column('diabetes', 2, 10))).toBeCloseTo(26.3758, 2)
  })

  it('penguins: 151 Adelie, 68 Chinstrap, 123 Gentoo; two birds without measurements are told of', () => {
    expect(manifest.penguins.perClass).toEqual([151, 68, 123])
    expect(manifest.penguins.missing).toContain('2 of 344')
  })

  it('sunspots: the most, 190.2, in 1957', () => {
    const { inputs } = unpacked('sunspots')
    const most = Math.max(...inputs)
    expect(most).toBeCloseTo(190.2, 4)
    expect(1700 + inputs.indexOf(most)).toBe(1957)
  })
})
