/** Convolutional and recurrent networks on this engine: outputs, gradients, chunks, masks, L1's exact zeros. */
import { describe, expect, it } from 'vitest'
import { ACTIVATIONS, type ExperimentInput } from '../../domain/experiment/experiment.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import { inputSize, outputUnits } from '../../domain/network/inputs-outputs.ts'
import { sizeOf } from '../../domain/network/layers.ts'
import { networkLayers, weightTensors } from '../../domain/network/network.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { stream } from '../../domain/random.ts'
import { engines, samples, step, trainerOf } from '../trainers.testing.ts'
import { checkGradient } from './gradient.testing.ts'
import { logitsOf } from './reference.testing.ts'

const [wasm] = engines

type Model = NonNullable<ExperimentInput['model']>
const small = { set: 'digits-8x8' } as const
const cnn = (kernel: 1 | 3 | 5, blocks: Model['blocks'], more: Partial<Model> = {}): Model => ({
  kind: 'cnn',
  kernel,
  blocks,
  layers: [{ units: 5 }],
  ...more,
})

type Network = readonly [name: string, data: NonNullable<ExperimentInput['data']>, model: Model]

const cells = (['rnn', 'lstm', 'gru'] as const).flatMap((kind): Network[] => [
  [`${kind}, one layer`, { set: 'adding', length: 5 }, { kind, layers: [{ units: 5 }] }],
  [`${kind}, two layers`, { set: 'first-token', length: 4 }, { kind, layers: [{ units: 7 }, { units: 3 }] }],
  [`${kind}, images row by row`, small, { kind, layers: [{ units: 8 }] }],
])

const networks: readonly Network[] = [
  [
    'kernel 1',
    small,
    cnn(1, [
      { filters: 3, pool: 1 },
      { filters: 9, pool: 2 },
    ]),
  ],
  [
    'kernel 3',
    small,
    cnn(3, [
      { filters: 4, layers: 2, pool: 2 },
      { filters: 11, pool: 3 },
    ]),
  ],
  [
    'kernel 5',
    small,
    cnn(5, [
      { filters: 8, pool: 3 },
      { filters: 2, layers: 2, pool: 1 },
    ]),
  ],
  [
    'odd sizes',
    { set: 'digits' },
    cnn(3, [{ filters: 3, pool: 4 }, { filters: 6, pool: 2 }, { filters: 5 }]),
  ],
  [
    'no dense layer above',
    small,
    cnn(
      3,
      [
        { filters: 5, pool: 2 },
        { filters: 3, pool: 2 },
      ],
      { layers: [] },
    ),
  ],
  [
    'residual-cnn',
    small,
    cnn(
      3,
      [
        { filters: 5, layers: 5, pool: 2 },
        { filters: 6, layers: 3, pool: 1 },
      ],
      { kind: 'residual-cnn' },
    ),
  ],
  ...cells,
  [
    'rnn with relu',
    { set: 'adding', length: 6 },
    { kind: 'rnn', activation: 'relu', layers: [{ units: 6 }, { units: 4 }] },
  ],
]

const experimentOf = (data: ExperimentInput['data'], model: Model, more: Partial<ExperimentInput> = {}) =>
  expectExperiment({
    data,
    model: { initializer: 'glorot-normal', ...model },
    optimizer: { kind: 'sgd' },
    ...more,
  })

/** Random rows, and targets that fit the outputs; weights and biases are a little off their initial values. */
function play(experiment: ReturnType<typeof experimentOf>, rows: number) {
  const random = stream(7, 'networks')
  const size = inputSize(experiment)
  const inputs = Array.from({ length: rows }, () => Array.from({ length: size }, () => random.normal()))
  const units = outputUnits(experiment)
  const train = samples(
    inputs,
    inputs.map(() => (units > 1 ? random.below(units) : random.below(2))),
  )
  const weights = initialWeights(experiment).map((weight) => ({
    ...weight,
    values: weight.values.map((w) => w + 0.2 * random.normal()),
  }))
  return { inputs, train, weights, trainer: trainerOf(wasm, experiment, { train }, weights) }
}

const outputsOf = (logits: readonly number[], softmax: boolean, sigmoid: boolean): readonly number[] => {
  if (sigmoid) return logits.map((z) => 1 / (1 + Math.exp(-z)))
  if (!softmax) return logits
  const total = logits.reduce((sum, z) => sum + Math.exp(z), 0)
  return logits.map((z) => Math.exp(z) / total)
}

describe.each(networks)('%s', (_, data, model) => {
  it('outputs are those of plain loops', () => {
    const experiment = experimentOf(data, { activation: 'tanh', ...model })
    const { inputs, trainer } = play(experiment, 3)
    const flat = trainer.readState().weights
    const predicted = trainer.predict(Float32Array.from(inputs.flat()))
    const units = outputUnits(experiment)
    const expected = inputs.flatMap((row) =>
      outputsOf(
        logitsOf(experiment, flat, row.map(Math.fround)),
        units > 1,
        data.set === 'first-token' && units === 1,
      ),
    )
    expect(predicted).toHaveLength(expected.length)
    for (const [i, y] of expected.entries()) expect(predicted[i]).toBeCloseTo(y, 5)
  })

  it('the gradient agrees with central differences', () => {
    const experiment = experimentOf(data, { activation: 'tanh', ...model })
    const units = outputUnits(experiment)
    const classes = data.set === 'adding' ? 1 : Math.max(units, 2)
    checkGradient(experiment, 5, classes, 3, 40)
  })

  it.each([0, 0.4])('a batch in chunks has the same gradient and masks, dropout %s', (dropout) => {
    const experiment = experimentOf(data, model, { regularization: { dropout } })
    const trainedBy = (cuts: readonly number[]) => {
      const { trainer } = play(experiment, 9)
      const batch = { from: 0, to: 9, epoch: 2, index: 3 }
      for (const [i, to] of cuts.entries()) trainer.accumulate(batch, cuts[i - 1] ?? 0, to)
      trainer.update(0.5)
      return trainer.readState().weights
    }
    const whole = trainedBy([9])
    expect(trainedBy([9])).toEqual(whole)
    for (const cuts of [
      [1, 2, 9],
      [4, 9],
    ])
      for (const [i, weight] of trainedBy(cuts).entries()) expect(weight).toBeCloseTo(whole[i]!, 5)
  })
})

describe('every activation of convolutions', () => {
  it.each(ACTIVATIONS)('%s', (activation) => {
    const blocks = [
      { filters: 3, layers: 2, pool: 2 },
      { filters: 5, pool: 1 },
    ]
    checkGradient(experimentOf(small, cnn(3, blocks, { activation })), 4, 10, 5, 40)
  })
})

describe('the proximal step of L1', () => {
  const kinds: readonly (readonly [string, ExperimentInput['data'], Model])[] = [
    ['mlp', { set: 'circle' }, { layers: [{ units: 6 }] }],
    ['cnn', small, cnn(3, [{ filters: 3, pool: 2 }])],
    ['gru', { set: 'adding', length: 4 }, { kind: 'gru', layers: [{ units: 4 }] }],
  ]

  it.each(kinds)(
    '%s: weights but biases move towards 0 after the update and stop there',
    (_, data, model) => {
      const [l1, rate] = [0.2, 0.5]
      const trainedBy = (regularization: ExperimentInput['regularization']) => {
        const { trainer } = play(experimentOf(data, model, { regularization }), 6)
        step(trainer, 6, rate)
        return trainer.readState().weights
      }
      const plain = trainedBy({})
      const shrunk = trainedBy({ l1, proximal: true })
      const by = Math.fround(l1 * rate)
      const tensors = weightTensors(experimentOf(data, model))
      const biases = new Set<number>()
      let at = 0
      for (const { shape, role } of tensors) {
        for (let i = 0; i < sizeOf(shape); i++) if (role === 'bias') biases.add(at + i)
        at += sizeOf(shape)
      }
      const expected = plain.map((w, i) =>
        biases.has(i) ? w : Math.abs(w) <= by ? 0 : w > 0 ? w - by : w + by,
      )
      expect(shrunk).toEqual(expected)
      expect(shrunk.filter((w, i) => w === 0 && !biases.has(i)).length).toBeGreaterThan(0)
    },
  )
})

it('reports one gradient a layer, of both kernels of a recurrent one', () => {
  const experiment = experimentOf(
    { set: 'adding', length: 4 },
    { kind: 'lstm', layers: [{ units: 3 }, { units: 2 }] },
  )
  const { trainer } = play(experiment, 6)
  const before = trainer.readState().weights
  step(trainer, 6, 1)
  const after = trainer.readState().weights
  const layers = networkLayers(experiment)
  const { gradients } = trainer.report()
  expect(gradients).toHaveLength(layers.length)
  for (const [i, { kernelAt, biasAt }] of layers.entries()) {
    let squares = 0
    for (let at = kernelAt; at < biasAt; at++) squares += (before[at]! - after[at]!) ** 2
    expect(gradients[i]).toBeCloseTo(Math.sqrt(squares / (biasAt - kernelAt)), 5)
  }
})
