import { describe, expect, it } from 'vitest'
import { type DrawnPoint, type ExperimentInput, PARTS, type Part } from '../experiment/experiment.ts'
import { expectExperiment } from '../parsing/parse.ts'
import { stream } from '../random.ts'
import type { Source } from '../table/source.ts'
import { Table } from '../table/table.ts'
import { networkDataset, outputDecoder, rawDataset } from './dataset.ts'
import { dataSet, type StoredSet } from './registry.ts'
import type { RawSamples } from './samples.ts'

/** Packed sets that are shuffled, and how their samples are parted so that none is left. */
const SPLITS = {
  fashion: [4000, 1000, 1000],
  'digits-8x8': [1297, 250, 250],
  'breast-cancer': [369, 100, 100],
  wine: [98, 40, 40],
  penguins: [202, 70, 70],
  diabetes: [302, 70, 70],
} as const

const experiment = (data: ExperimentInput['data'], seed = 1) =>
  expectExperiment({
    data,
    seed: { data: seed },
    ...(data?.set === 'sunspots' && { model: { kind: 'rnn' } }),
  })

/** Samples that name themselves by their first two inputs; classes in the unequal shares 1 : 2 : 3 … */
function sourceOf({ inputs, available, classes, scale }: StoredSet): Source {
  const numbers = new Float32Array(inputs * available)
  for (let i = 0; i < available; i++) {
    for (let j = 0; j < inputs; j++) numbers[i * inputs + j] = ((i * 7 + j * j) % 13) * scale
    numbers[i * inputs] = (i % 100) * scale
    numbers[i * inputs + 1] = Math.floor(i / 100) * scale
  }
  const total = (classes.length * (classes.length + 1)) / 2
  const labelOf = (place: number) => {
    let label = 0
    for (let left = place; left > label; label++) left -= label + 1
    return label
  }
  const targets = Float32Array.from({ length: available }, (_, i) =>
    classes.length > 0 ? labelOf(i % total) : 100 + 3 * i,
  )
  return { inputs: numbers, targets }
}

const names = ({ inputs, count }: RawSamples) =>
  Array.from({ length: count }, (_, i) => {
    const size = inputs.length / count
    return Math.round(inputs[i * size]!) + 100 * Math.round(inputs[i * size + 1]!)
  })

const moments = (values: ArrayLike<number>) => {
  const list = Array.from(values)
  const mean = list.reduce((a, b) => a + b, 0) / list.length
  return { mean, deviation: Math.sqrt(list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / list.length) }
}

const column = ({ inputs, count }: RawSamples, at: number) => {
  const size = inputs.length / count
  return inputs.filter((_, i) => i % size === at)
}

describe.each(Object.keys(SPLITS) as (keyof typeof SPLITS)[])('%s', (set) => {
  const [train, validation, test] = SPLITS[set]
  const whole = experiment({ set, train, validation, test })
  const registered = dataSet(whole.data) as StoredSet
  const source = sourceOf(registered)

  it('has parts that are disjoint and, together, all there is', () => {
    const { parts } = rawDataset(whole, source)
    const seen = PARTS.flatMap((part) => names(parts[part]))
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: registered.available }, (_, i) => i))
  })

  it('keeps inputs and targets of a sample together', () => {
    const { parts } = rawDataset(whole, source)
    for (const part of PARTS)
      expect(Array.from(parts[part].targets)).toEqual(names(parts[part]).map((name) => source.targets[name]))
  })

  it('has the classes in the proportions of the whole, in every part', () => {
    const { parts } = rawDataset(whole, source)
    for (const label of registered.classes.keys()) {
      const share = source.targets.filter((target) => target === label).length / registered.available
      for (const part of PARTS) {
        const found = parts[part].targets.filter((target) => target === label).length
        expect(Math.abs(found - share * parts[part].count), `${part} ${label}`).toBeLessThanOrEqual(4)
      }
    }
  })

  it('gives other samples to another seed', () => {
    const other = rawDataset(experiment({ set, train, validation, test }, 2), source)
    expect(names(other.parts.train)).not.toEqual(names(rawDataset(whole, source).parts.train))
  })
})

/** In a balanced order of equal classes every second sample is of every second class. */
it.each([
  ['fashion', 10],
  ['breast-cancer', 2],
] as const)('%s, were its %i classes equally large: validation and test have all of them', (set, classes) => {
  const whole = experiment({ set, train: 60, validation: 200, test: 200 })
  const { available, inputs } = dataSet(whole.data) as StoredSet
  const targets = Uint8Array.from({ length: available }, (_, i) => i % classes)
  const { parts } = rawDataset(whole, { inputs: new Uint8Array(available * inputs), targets })
  for (const part of ['validation', 'test'] as const)
    for (let label = 0; label < classes; label++) {
      const found = parts[part].targets.filter((target) => target === label).length
      expect(Math.abs(found - 200 / classes), `${part} ${label}`).toBeLessThanOrEqual(1)
    }
})

describe('the sunspots', () => {
  const LENGTH = 12
  const years = 309
  /** The year itself stands for its spots. */
  const series = Float32Array.from({ length: years }, (_, i) => 1700 + i)
  const source: Source = { inputs: series, targets: series }
  const windows = years - LENGTH
  const parted = { set: 'sunspots', length: LENGTH, train: windows - 80, validation: 40, test: 40 } as const
  const { parts } = rawDataset(experiment(parted), source)

  it('are windows of consecutive years, and the year after each', () => {
    for (const part of PARTS)
      for (const [i, target] of parts[part].targets.entries()) {
        const window = parts[part].inputs.subarray(i * LENGTH, (i + 1) * LENGTH)
        expect(Array.from(window)).toEqual(Array.from({ length: LENGTH }, (_, j) => target - LENGTH + j))
      }
  })

  it('are parted in time: training ends before any year that validation or test ask for', () => {
    const years = (part: Part) => Array.from(parts[part].targets)
    expect(years('train')).toEqual(years('train').toSorted((a, b) => a - b))
    const last = Math.max(...years('train'))
    expect(Math.min(...years('validation'), ...years('test'))).toBe(last + 1)
    expect(PARTS.flatMap(years).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: windows }, (_, i) => 1700 + LENGTH + i),
    )
  })

  it('do not depend on the seed, and are one scale for every step of a window', () => {
    expect(rawDataset(experiment(parted, 2), source)).toEqual(rawDataset(experiment(parted), source))
    const { parts: scaled } = networkDataset(experiment(parted), source)
    const { mean, deviation } = moments(scaled.train.inputs)
    expect(mean).toBeCloseTo(0, 4)
    expect(deviation).toBeCloseTo(1, 4)
    const step = scaled.train.inputs[1]! - scaled.train.inputs[0]!
    expect(scaled.test.inputs[LENGTH - 1]! - scaled.test.inputs[LENGTH - 2]!).toBeCloseTo(step, 5)
  })
})

/** Sixty rows; two columns of different units, a target of numbers or of classes. */
function tableOfRows(classes: readonly string[], partOf: Uint8Array | null) {
  const random = stream(5, 'table')
  const inputs = Float32Array.from({ length: 120 }, (_, i) =>
    i % 2 === 0 ? i / 2 : 5000 + 300 * random.uniform(),
  )
  const targets = Float32Array.from({ length: 60 }, (_, i) =>
    classes.length > 0 ? i % classes.length : 200 + 10 * i,
  )
  const read = Table.of({ columns: ['row', 'mass'], target: 'y', inputs, targets, classes, partOf })
  if (!read.ok) throw new Error(read.problem.kind)
  return read.table
}

const rowsOf = ({ inputs }: RawSamples) => Array.from(inputs).filter((_, i) => i % 2 === 0)

describe('a table', () => {
  it('that says which part a row belongs to is parted by that, in the order of its rows', () => {
    const partOf = Uint8Array.from({ length: 60 }, (_, i) => [0, 2, 0, 1, 0, 0][i % 6]!)
    const table = tableOfRows([], partOf)
    const data = { set: 'rows', rows: table, train: 40, validation: 10, test: 10 } as const
    const { parts } = rawDataset(experiment(data as ExperimentInput['data']))
    for (const [number, part] of PARTS.entries()) {
      const expected = [...partOf.keys()].filter((row) => partOf[row] === number)
      expect(rowsOf(parts[part])).toEqual(expected)
      expect(Array.from(parts[part].targets)).toEqual(expected.map((row) => table.source.targets[row]))
    }
  })

  it('leaves its rows behind where its experiment is sent, and they have to be handed over', () => {
    const table = tableOfRows([], null)
    const data = { set: 'rows', rows: table, train: 30, validation: 15, test: 15 } as const
    const whole = experiment(data as ExperimentInput['data'])
    const sent = structuredClone(whole)
    expect(() => networkDataset(sent)).toThrow('rows needs its samples')
    expect(networkDataset(sent, table.source)).toEqual(networkDataset(whole))
  })

  it('without a part column is shuffled by the seed, its classes in proportion', () => {
    const table = tableOfRows(['cat', 'dog', 'owl'], null)
    const data = { set: 'rows', rows: table, train: 30, validation: 15, test: 15 } as const
    const { parts } = rawDataset(experiment(data as ExperimentInput['data']))
    expect(PARTS.flatMap((part) => rowsOf(parts[part])).toSorted((a, b) => a - b)).toEqual([
      ...Array(60).keys(),
    ])
    for (const part of PARTS)
      for (const label of [0, 1, 2]) {
        const found = parts[part].targets.filter((target) => target === label).length
        expect(Math.abs(found - parts[part].count / 3)).toBeLessThanOrEqual(1)
      }
  })
})

describe('standardization', () => {
  const parted = { set: 'diabetes', train: 100, validation: 70, test: 70 } as const
  const source = sourceOf(dataSet(experiment(parted).data) as StoredSet)

  it('takes inputs and targets by the training part alone', () => {
    const [raw, { parts }] = [
      rawDataset(experiment(parted), source),
      networkDataset(experiment(parted), source),
    ]
    const lists = (part: RawSamples) => [part.targets, ...[0, 1, 2, 3].map((at) => column(part, at))]
    for (const [i, list] of lists(parts.train).entries()) {
      const { mean, deviation } = moments(list)
      expect(mean).toBeCloseTo(0, 4)
      expect(deviation).toBeCloseTo(1, 4)
      const trained = moments(lists(raw.parts.train)[i]!)
      const expected = lists(raw.parts.test)[i]!.map((value) => (value - trained.mean) / trained.deviation)
      for (const [j, value] of lists(parts.test)[i]!.entries()) expect(value).toBeCloseTo(expected[j]!, 3)
    }
    // Whose own mean is another: it was not standardized by itself.
    expect(Math.abs(moments(parts.test.targets).mean)).toBeGreaterThan(0.001)
  })

  it('does not change when the other parts do', () => {
    const small = networkDataset(experiment({ ...parted, validation: 10, test: 10 }), source)
    const large = networkDataset(experiment(parted), source)
    expect(small.parts.train).toEqual(large.parts.train)
    expect(large.parts.validation.inputs.subarray(0, 100)).toEqual(small.parts.validation.inputs)
    expect(large.parts.test.targets.subarray(0, 10)).toEqual(small.parts.test.targets)
  })

  it('is undone by the decoder of outputs: predictions come in the units of the targets', () => {
    const [raw, { parts }] = [
      rawDataset(experiment(parted), source),
      networkDataset(experiment(parted), source),
    ]
    const decoded = outputDecoder(experiment(parted), source)(parts.test.targets)
    for (const [i, value] of decoded.entries()) expect(value).toBeCloseTo(raw.parts.test.targets[i]!, 1)
  })

  it('can be left out, and never applies to classes or pictures', () => {
    const plain = experiment({ ...parted, standardize: false })
    expect(networkDataset(plain, source)).toEqual(rawDataset(plain, source))
    const wine = experiment({ set: 'wine', train: 98, validation: 40, test: 40 })
    const own = sourceOf(dataSet(wine.data) as StoredSet)
    expect(networkDataset(wine, own).parts.train.targets).toEqual(rawDataset(wine, own).parts.train.targets)
    const images = experiment({ set: 'digits-8x8', train: 100, validation: 50, test: 50 })
    const pixels = sourceOf(dataSet(images.data) as StoredSet)
    expect(networkDataset(images, pixels).parts).toEqual(rawDataset(images, pixels).parts)
  })
})

describe('drawn points', () => {
  const points: DrawnPoint[] = Array.from({ length: 60 }, (_, i) => [
    (i % 10) - 5,
    Math.floor(i / 10) - 3,
    i % 3 === 0 ? 1 : 0,
  ])
  const parted = experiment({ set: 'drawn', points, train: 30, validation: 15, test: 15 })

  it('are all used, once each, with the class they were drawn in', () => {
    const { parts } = rawDataset(parted)
    const seen = PARTS.flatMap((part) =>
      Array.from(parts[part].targets, (label, i) =>
        [...parts[part].inputs.subarray(2 * i, 2 * i + 2), label].join(),
      ),
    )
    expect(seen.toSorted()).toEqual(points.map((point) => point.join()).toSorted())
  })

  it('have their classes in proportion in every part', () => {
    const { parts } = rawDataset(parted)
    for (const part of PARTS) {
      const found = [...parts[part].targets].reduce((a, b) => a + b, 0)
      expect(Math.abs(found - parts[part].count / 3)).toBeLessThanOrEqual(1)
    }
  })
})
