import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../experiment/experiment.ts'
import { experiments } from '../experiment/experiments.testing.ts'
import { expectExperiment } from '../parsing/parse.ts'
import { initialWeights } from './initial-weights.ts'
import { sizeOf } from './layers.ts'
import { rowsAtOnce } from './memory.ts'
import { multiplications, networkLayers, parameterCount, weightTensors } from './network.ts'

const of = (model: ExperimentInput['model'], data: ExperimentInput['data'] = { set: 'digits' }) =>
  expectExperiment({
    data: { train: 40, validation: 20, test: 20, ...data },
    model: { layers: [], ...model },
  })

const ADDING = { set: 'adding', length: 30 } as const

describe('parameters, as Keras counts them', () => {
  it.each([
    // 3·3·1·8 + 8, 3·3·8·16 + 16, 7·7·16·10 + 10
    ['two convolutions and a softmax', of({ kind: 'cnn' }), 80 + 1168 + 7850],
    // 4·(2·16 + 16·16 + 16), 16 + 1
    ['LSTM', of({ kind: 'lstm', layers: [{ units: 16 }] }, ADDING), 1216 + 17],
    // 3·(2·16 + 16·16 + 2·16), with two biases as reset_after has
    ['GRU', of({ kind: 'gru', layers: [{ units: 16 }] }, ADDING), 960 + 17],
    [
      'SimpleRNN, two layers',
      of({ kind: 'rnn', layers: [{ units: 16 }, { units: 8 }] }, ADDING),
      304 + 200 + 9,
    ],
    ['784-500-500-10', of({ layers: [{ units: 500 }, { units: 500 }] }), 648_010],
  ])('%s', (_, experiment, count) => {
    expect(parameterCount(experiment)).toBe(count)
  })
})

describe('shapes', () => {
  it('convolutions keep the size, poolings drop what is over', () => {
    const layers = networkLayers(
      of({
        kind: 'cnn',
        blocks: [
          { filters: 4, layers: 2, pool: 3 },
          { filters: 5, pool: 2 },
        ],
      }),
    )
    expect(layers.map(({ name, outputs }) => [name, outputs])).toEqual([
      ['conv2d_1', 28 * 28 * 4],
      ['conv2d_2', 9 * 9 * 4],
      ['conv2d_3', 4 * 4 * 5],
      ['dense_1', 10],
    ])
  })

  it('all recurrent layers but the last hand on every step; images are read row by row', () => {
    const layers = networkLayers(of({ kind: 'gru', layers: [{ units: 6 }, { units: 5 }] }))
    expect(layers[0]).toMatchObject({ steps: 28, features: 28, sequences: true, outputs: 28 * 6 })
    expect(layers[1]).toMatchObject({ steps: 28, features: 6, sequences: false, outputs: 5 })
  })
})

describe('residual convolutions', () => {
  const blocks = [
    { filters: 4, layers: 5, pool: 2 },
    { filters: 8, layers: 4, pool: 1 },
  ]
  const residual = networkLayers(of({ kind: 'residual-cnn', blocks, layers: [{ units: 9 }, { units: 9 }] }))

  it('are pairs between two changes of size or width, and cost no weight more', () => {
    expect(residual.map(({ skip }) => skip?.from ?? null)).toEqual([
      ...[null, null, 0, null, 2],
      ...[null, null, 5, null],
      ...[null, null, null],
    ])
    const plain = of({ kind: 'cnn', blocks, layers: [{ units: 9 }, { units: 9 }] })
    expect(parameterCount(of({ kind: 'residual-cnn', blocks, layers: [{ units: 9 }, { units: 9 }] }))).toBe(
      parameterCount(plain),
    )
  })

  it('begin as the identity: the last kernel of every block is 0, the others are not', () => {
    const kernels = initialWeights(of({ kind: 'residual-cnn', blocks })).filter(
      ({ name }) => name.startsWith('conv2d') && name.endsWith('kernel'),
    )
    expect(kernels.map(({ values }) => values.every((w) => w === 0))).toEqual([
      ...[false, false, true, false, true],
      ...[false, false, true, false],
    ])
  })
})

describe('initial weights of recurrent layers', () => {
  it('forget gates of an LSTM start open, all other biases at 0', () => {
    const bias = initialWeights(of({ kind: 'lstm', layers: [{ units: 3 }] }, ADDING)).find(
      ({ name }) => name === 'lstm_1/bias',
    )!
    expect(Array.from(bias.values)).toEqual([0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0])
  })

  it.each(['rnn', 'lstm', 'gru'] as const)('%s: rows of the recurrent kernel are orthonormal', (kind) => {
    const { shape, values } = initialWeights(of({ kind, layers: [{ units: 6 }] }, ADDING)).find(({ name }) =>
      name.endsWith('recurrent_kernel'),
    )!
    const [rows, columns] = shape as [number, number]
    const row = (i: number) => Array.from(values.subarray(i * columns, (i + 1) * columns))
    for (let i = 0; i < rows; i++)
      for (let j = 0; j <= i; j++)
        expect(row(i).reduce((sum, w, k) => sum + w * row(j)[k]!, 0)).toBeCloseTo(Number(i === j), 6)
  })
})

it('tensors fill the flat vector in order, without a gap, whatever the network', () => {
  fc.assert(
    fc.property(experiments, (experiment) => {
      const layers = networkLayers(experiment)
      let at = 0
      for (const { role, layer, shape } of weightTensors(experiment)) {
        const { kernelAt, biasAt, skip } = layers[layer]!
        if (role === 'kernel') expect(kernelAt).toBe(at)
        if (role === 'bias') expect(biasAt).toBe(at)
        if (role === 'projection') expect(skip!.projectionAt).toBe(at)
        at += sizeOf(shape)
      }
      expect(at).toBe(parameterCount(experiment))
    }),
    { numRuns: 60 },
  )
})

it('a dense network multiplies once for every parameter; a kernel is used at every place and step', () => {
  expect(multiplications(of({ layers: [{ units: 8 }] }))).toBe(parameterCount(of({ layers: [{ units: 8 }] })))
  expect(multiplications(of({ kind: 'cnn', blocks: [{ filters: 8 }] }))).toBe(
    784 * 80 + 14 * 14 * 8 * 10 + 10,
  )
  expect(multiplications(of({ kind: 'rnn', layers: [{ units: 16 }] }, ADDING))).toBe(30 * 304 + 17)
})

it('fewer rows go at a time where a row leaves many numbers', () => {
  expect(rowsAtOnce(of({ layers: [{ units: 100_000 }] }))).toBe(512)
  const deep = of({ kind: 'cnn', blocks: [{ filters: 64, layers: 20, pool: 1 }] })
  expect(rowsAtOnce(deep)).toBeLessThan(32)
  expect(rowsAtOnce(deep)).toBeGreaterThanOrEqual(1)
})
