/** Keras' layers on both engines: their outputs, what dropout removes from them, and which weights L1 pulls to 0. */
import { describe, expect, it } from 'vitest'
import type { Experiment, ExperimentInput } from '../domain/experiment/experiment.ts'
import { initialWeights, type WeightArray } from '../domain/network/initial-weights.ts'
import { inputSize } from '../domain/network/inputs-outputs.ts'
import { networkLayers, weightTensors } from '../domain/network/network.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { stream } from '../domain/random.ts'
import { dropoutMask, dropoutStream } from '../domain/training/dropout.ts'
import { eachEngine, samples, trainerOf } from './trainers.testing.ts'
import { logitsOf } from './wasm/reference.testing.ts'

const images = { set: 'digits-8x8' } as const
const sequences = { set: 'adding', length: 5 } as const
const layers = [{ units: 4 }, { units: 3 }]

const networks: readonly (readonly [string, ExperimentInput])[] = [
  ...([1, 3, 5, 7] as const).map((kernel): [string, ExperimentInput] => [
    `Conv2D of ${kernel} × ${kernel}`,
    { data: images, model: { kind: 'cnn', kernel, blocks: [{ filters: 3, layers: 2, pool: 3 }], layers } },
  ]),
  [
    'residual Conv2D',
    { data: images, model: { kind: 'residual-cnn', blocks: [{ filters: 3, layers: 5, pool: 2 }], layers } },
  ],
  ['SimpleRNN', { data: sequences, model: { kind: 'rnn', layers } }],
  ['SimpleRNN of ReLU', { data: sequences, model: { kind: 'rnn', activation: 'relu', layers } }],
  ['LSTM', { data: sequences, model: { kind: 'lstm', layers } }],
  ['GRU', { data: sequences, model: { kind: 'gru', layers } }],
  ['GRU over the rows of images', { data: images, model: { kind: 'gru', layers } }],
]

function randomWeights(experiment: Experiment): WeightArray[] {
  const random = stream(3, 'weights')
  return initialWeights(experiment).map((weight) => ({
    ...weight,
    values: weight.values.map(() => 0.5 * random.normal()),
  }))
}

function randomRows(experiment: Experiment, count: number): number[][] {
  const random = stream(3, 'rows')
  const row = () => Array.from({ length: inputSize(experiment) }, () => Math.fround(random.normal()))
  return Array.from({ length: count }, row)
}

/** Ten classes, or one number. */
function outputs(logits: readonly number[]): number[] {
  if (logits.length === 1) return [...logits]
  const total = logits.reduce((sum, z) => sum + Math.exp(z), 0)
  return logits.map((z) => Math.exp(z) / total)
}

describe.each(eachEngine)('%s', (_, engine) => {
  it.each(networks)('%s has the outputs of plain loops in float64', (_name, input) => {
    const experiment = expectExperiment(input)
    const trainer = trainerOf(engine, experiment, {}, randomWeights(experiment))
    const { weights } = trainer.readState()
    const rows = randomRows(experiment, 3)
    const expected = rows.flatMap((row) => outputs(logitsOf(experiment, weights, row)))
    const predicted = trainer.predict(Float32Array.from(rows.flat()))
    expect(predicted).toHaveLength(expected.length)
    for (const [i, value] of expected.entries()) expect(predicted[i]).toBeCloseTo(value, 5)
    trainer.dispose()
  })

  it('more rows than go through at a time are predicted as one by one', () => {
    const experiment = expectExperiment({ data: sequences, model: { kind: 'gru', layers } })
    const trainer = trainerOf(engine, experiment, {}, randomWeights(experiment))
    const rows = randomRows(experiment, 1030)
    const all = trainer.predict(Float32Array.from(rows.flat()))
    for (const i of [0, 511, 512, 1023, 1024, 1029])
      expect(all[i]).toBeCloseTo(trainer.predict(Float32Array.from(rows[i]!))[0]!, 6)
    trainer.dispose()
  })

  describe('dropout silences single outputs of a layer', () => {
    const [ROWS, RATE] = [3, 0.4]

    /** An output kernel of 0 that gets a slope of 1 from one row: the step writes what the row passed to it. */
    function givenTo(
      experiment: Experiment,
      inputs: number[][],
      weights: readonly WeightArray[],
      row: number,
    ) {
      const target = (i: number) => (i === row ? -ROWS / 2 : 0)
      const train = samples(
        inputs,
        Array.from(inputs, (_x, i) => target(i)),
      )
      const output = networkLayers(experiment).at(-1)!
      const blank = weights.map((weight) =>
        weight.name.startsWith(output.name)
          ? { ...weight, values: new Float32Array(weight.values.length) }
          : weight,
      )
      const trainer = trainerOf(engine, experiment, { train }, blank)
      const batch = { from: 0, to: ROWS, epoch: 1, index: 0 }
      // The batch comes in two chunks, and the masks are the batch's.
      trainer.accumulate(batch, 0, 2)
      trainer.accumulate(batch, 2, ROWS)
      trainer.update(1)
      const given = trainer.readState().weights.subarray(output.kernelAt, output.biasAt)
      trainer.dispose()
      return Array.from(given, (w) => -w)
    }

    const factors = (length: number) =>
      dropoutMask(dropoutStream(1, { epoch: 1, batch: 0, layer: 0 }), ROWS * length, RATE)

    it.each([0, 1, 2])('the states of a cell, of row %i', (row) => {
      const experiment = expectExperiment({
        data: { ...sequences, length: 2 },
        model: { kind: 'rnn', layers: [{ units: 4 }] },
        regularization: { dropout: RATE },
        optimizer: { kind: 'sgd' },
      })
      // A state that is its bias.
      const bias = [0.1, 0.2, 0.3, 0.4]
      const weights = initialWeights(experiment).map((weight) => ({
        ...weight,
        values: weight.shape.join() === '4' ? Float32Array.from(bias) : weight.values.map(() => 0),
      }))
      const mask = factors(4)
      for (const [unit, value] of givenTo(experiment, randomRows(experiment, ROWS), weights, row).entries())
        expect(value).toBeCloseTo(Math.tanh(bias[unit]!) * mask[4 * row + unit]!, 5)
    })

    it.each([0, 1, 2])('every step of a sequence, of row %i', (row) => {
      const [steps, units] = [3, 2]
      const experiment = expectExperiment({
        data: { ...sequences, length: steps },
        model: {
          kind: 'rnn',
          activation: 'relu',
          layers: [{ units, dropout: RATE }, { units }],
        },
        optimizer: { kind: 'sgd' },
      })
      // The first layer passes on its positive inputs, and the second adds up what it gets.
      const identity = Float32Array.of(1, 0, 0, 1)
      const nothing = new Float32Array(4)
      const values = [identity, nothing, nothing.subarray(2), identity, identity, nothing.subarray(2)]
      const weights = initialWeights(experiment).map((weight, i) => ({
        ...weight,
        values: values[i] ?? weight.values,
      }))
      const inputs = randomRows(experiment, ROWS).map((numbers) => numbers.map(Math.abs))
      const mask = factors(steps * units)
      const expected = [0, 1].map((unit) =>
        [0, 1, 2].reduce((sum, step) => {
          const at = step * units + unit
          return sum + inputs[row]![at]! * mask[row * steps * units + at]!
        }, 0),
      )
      for (const [unit, value] of givenTo(experiment, inputs, weights, row).entries())
        expect(value).toBeCloseTo(expected[unit]!, 4)
    })
  })

  describe("L1's proximal step", () => {
    it.each([
      ['mlp', { layers }],
      ['residual-mlp', { kind: 'residual-mlp', layers: [3, 4, 5].map((units) => ({ units })) }],
      ['cnn', { kind: 'cnn', blocks: [{ filters: 2 }], layers }],
      ['lstm', { kind: 'lstm', layers }],
    ] as const)('brings all weights but biases to 0, where it stops: %s', (_kind, model) => {
      const experiment = expectExperiment({
        data: images,
        model: { ...model, layers: [...model.layers] } as ExperimentInput['model'],
        regularization: { l1: 0.5, proximal: true },
        optimizer: { kind: 'sgd' },
      })
      const before = randomWeights(experiment)
      const blank = samples([Array(64).fill(0)], [0])
      const trainer = trainerOf(engine, experiment, { train: blank }, before)
      const penalty = before.reduce((sum, { values }, i) => {
        const penalized = weightTensors(experiment)[i]!.role !== 'bias'
        return penalized ? sum + 0.5 * values.reduce((total, w) => total + Math.abs(w), 0) : sum
      }, 0)
      expect(trainer.report().penalty / penalty).toBeCloseTo(1, 5)
      for (let index = 0; index < 10; index++) {
        trainer.accumulate({ from: 0, to: 1, epoch: 1, index }, 0, 1)
        trainer.update(index === 0 ? 0 : 1)
      }
      const { weights } = trainer.readState()
      let at = 0
      for (const { role, shape } of weightTensors(experiment)) {
        const size = shape.reduce((product, length) => product * length, 1)
        const values = Array.from(weights.subarray(at, at + size))
        at += size
        if (role === 'bias') expect(values.some((w) => w !== 0)).toBe(true)
        else expect(values.filter((w) => w !== 0)).toEqual([])
      }
      trainer.dispose()
    })

    it('moves a weight by l1 times the rate, after the update, and leaves its bias alone', () => {
      const experiment = expectExperiment({
        data: { set: 'circle', features: ['x', 'y', 'xy'] },
        model: { layers: [] },
        regularization: { l1: 0.1, proximal: true },
        optimizer: { kind: 'sgd' },
      })
      const weights = initialWeights(experiment).map((weight, i) => ({
        ...weight,
        values: Float32Array.from(i === 0 ? [3, -0.5, 0.005] : [-40]),
      }))
      const trainer = trainerOf(engine, experiment, { train: samples([[0, 0, 0]], [0]) }, weights)
      trainer.accumulate({ from: 0, to: 1, epoch: 1, index: 0 }, 0, 1)
      trainer.update(0.1)
      const [a, b, c, bias] = trainer.readState().weights
      expect([a, b]).toEqual([expect.closeTo(2.99, 5), expect.closeTo(-0.49, 5)])
      expect(Math.abs(c!)).toBe(0)
      expect(bias).toBe(-40)
      trainer.dispose()
    })
  })
})
