import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import manifest from '../../public/data/manifest.json' with { type: 'json' }
import { dataSet, isPacked } from '../domain/data/registry.ts'
import { DATA_SETS, type DataSetKey } from '../domain/experiment/experiment.ts'
import { defaultExperiment } from '../domain/parsing/parse.ts'
import { packedSource } from '../engine/trained.testing.ts'

const KEYS = Object.keys(manifest) as (keyof typeof manifest)[]
const folder = new URL('../../public/data/', import.meta.url)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const settings = (set: DataSetKey, length = 1) => ({ ...defaultExperiment().data, set, length })

const column = (key: keyof typeof manifest, at: number) => {
  const size = manifest[key].shape.reduce((a, b) => a * b)
  const { inputs } = packedSource(key)
  return Array.from({ length: inputs.length / size }, (_, row) => inputs[row * size + at]!)
}
function mean(values: ArrayLike<number>) {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}
function highest(values: ArrayLike<number>) {
  let top = -Infinity
  for (let i = 0; i < values.length; i++) top = Math.max(top, values[i]!)
  return top
}

it('the manifest lists every set that is downloaded, and no other', () => {
  expect([...KEYS].sort()).toEqual(DATA_SETS.filter((set) => isPacked(settings(set))).sort())
})

describe.each(KEYS)('%s', (key) => {
  const entry = manifest[key]
  const { targets, inputs } = packedSource(key)
  const registered = dataSet(settings(key))

  it('is the file that the manifest describes', () => {
    const packed = readFileSync(new URL(entry.file, folder))
    const unpacked = inflateRawSync(packed)
    expect(packed.length).toBe(entry.bytes)
    expect(sha256(packed)).toBe(entry.sha256)
    expect(unpacked.length).toBe(entry.unpackedBytes)
    expect(sha256(unpacked)).toBe(entry.unpackedSha256)
  })

  it('has the samples, inputs and classes that the registry knows', () => {
    expect(targets).toHaveLength(entry.count)
    expect(inputs).toHaveLength(entry.count * registered.inputs)
    expect(entry.shape.reduce((a, b) => a * b)).toBe(registered.inputs)
    expect(entry.classes).toEqual(registered.classes)
    // A window of one year leaves out the last, which follows no window.
    if (key === 'sunspots') expect(registered.available).toBe(entry.count - 1)
    else expect(registered.available).toBe(entry.count)
    if (registered.columns) expect('columns' in entry && entry.columns).toEqual(registered.columns)
  })

  it('has the counts per class it says, and nothing but finite numbers', () => {
    const perClass = entry.classes.map((_, label) => targets.filter((target) => target === label).length)
    expect(entry.perClass).toEqual(perClass)
    if (entry.classes.length > 0) expect(perClass.reduce((a, b) => a + b)).toBe(entry.count)
    expect(inputs.every(Number.isFinite) && targets.every(Number.isFinite)).toBe(true)
  })

  it('carries its licence, source and citation', () => {
    for (const fact of ['title', 'source', 'authors', 'copyright', 'licence', 'citation', 'changes'] as const)
      expect(entry[fact].length, fact).toBeGreaterThan(2)
    expect(entry.licenceUrl).toMatch(/^https:\/\//)
    expect(entry.sourceUrl).toMatch(/^https:\/\//)
    const notice = readFileSync(new URL('README.md', folder), 'utf8')
    expect(notice).toContain(`\`${entry.file}\``)
  })
})

describe('witnesses from outside', () => {
  it('digits: the counts of the package, sorted by class', () => {
    expect(manifest.digits.perClass).toEqual([1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978])
    const { targets } = packedSource('digits')
    expect(Array.from(targets)).toEqual(Array.from(targets).sort((a, b) => a - b))
  })

  it('digits look like MNIST: dark ground, white ink, an empty frame and full contrast', () => {
    const { inputs } = packedSource('digits')
    expect(mean(inputs) / 255).toBeGreaterThan(0.12)
    expect(mean(inputs) / 255).toBeLessThan(0.14)
    expect(highest(inputs)).toBe(255)
    expect(new Set(column('digits', 0))).toEqual(new Set([0]))
  })

  it('fashion: 600 of each class, and the grey of the published mean 0.2860', () => {
    expect(manifest.fashion.perClass).toEqual(new Array(10).fill(600))
    const { inputs, targets } = packedSource('fashion')
    expect(mean(inputs) / 255).toBeCloseTo(0.286, 2)
    // The training file begins with an ankle boot and two T-shirts.
    expect(Array.from(targets.subarray(0, 4))).toEqual([9, 0, 0, 3])
  })

  it('digits-8x8: 0 to 16, and the class counts of scikit-learn', () => {
    const { inputs } = packedSource('digits-8x8')
    expect(highest(inputs)).toBe(16)
    expect(manifest['digits-8x8'].perClass).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
  })

  it('breast-cancer: mean radius 14.1273; 212 malignant, 357 benign', () => {
    expect(mean(column('breast-cancer', 0))).toBeCloseTo(14.1273, 4)
    expect(manifest['breast-cancer'].perClass).toEqual([212, 357])
    // The first patient's "worst radius", the 21st column.
    expect(column('breast-cancer', 20)[0]).toBeCloseTo(25.38, 4)
    expect(manifest['breast-cancer'].columns[20]).toBe('worst radius')
  })

  it('wine: alcohol 13.0006; 59, 71, 48', () => {
    expect(mean(column('wine', 0))).toBeCloseTo(13.0006, 4)
    expect(manifest.wine.perClass).toEqual([59, 71, 48])
  })

  it('diabetes: progression 152.133 on average, from 25 to 346', () => {
    const { targets } = packedSource('diabetes')
    expect(mean(targets)).toBeCloseTo(152.133, 3)
    expect([Math.min(...targets), Math.max(...targets)]).toEqual([25, 346])
    expect(new Set(column('diabetes', 1))).toEqual(new Set([1, 2]))
  })

  it('penguins: 151, 68, 123, of 172 to 231 mm flippers', () => {
    expect(manifest.penguins.perClass).toEqual([151, 68, 123])
    const flippers = column('penguins', 2)
    expect([Math.min(...flippers), Math.max(...flippers)]).toEqual([172, 231])
    expect(manifest.penguins.missing).toMatchObject({ dropped: 2, of: 344 })
  })

  it('sunspots: the most, 190.2, in 1957; inputs are the series of the targets', () => {
    const { inputs, targets } = packedSource('sunspots')
    expect(inputs).toEqual(targets)
    const most = Math.max(...targets)
    expect(most).toBeCloseTo(190.2, 4)
    expect(1700 + targets.indexOf(most)).toBe(1957)
  })
})
