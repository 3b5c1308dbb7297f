/** What is seen of convolutions and cells, against plain loops in float64. */
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import { flatWeights, initialWeights, namedWeights } from '../../domain/network/initial-weights.ts'
import { inputSize } from '../../domain/network/inputs-outputs.ts'
import { networkLayers } from '../../domain/network/network.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import type { StripsSeen } from '../../protocol/inspection.ts'
import { eachEngine, trainerOf } from '../trainers.testing.ts'
import { logitsOf } from '../wasm/reference.testing.ts'
import { inspect } from './inspect.ts'

const sequences = { set: 'adding', length: 5 } as const
const layers = [{ units: 4 }, { units: 3 }]
const networks: readonly (readonly [string, ExperimentInput])[] = [
  [
    'convolutions',
    {
      data: { set: 'digits-8x8' },
      model: { kind: 'cnn', blocks: [{ filters: 3, layers: 2, pool: 2 }], layers },
    },
  ],
  ['SimpleRNN', { data: sequences, model: { kind: 'rnn', layers } }],
  ['LSTM', { data: sequences, model: { kind: 'lstm', layers } }],
  ['GRU', { data: sequences, model: { kind: 'gru', layers } }],
]

describe.each(eachEngine)('%s', (_, engine) => {
  it.each(networks)('what the layers of %s make of a sample', (_name, input) => {
    const experiment = expectExperiment(input)
    const weights = flatWeights(initialWeights(experiment)).map((w, i) => w + 0.2 * Math.sin(i))
    const row = Float32Array.from({ length: inputSize(experiment) }, (_x, i) => ((i * 7) % 10) / 10)
    const seen = inspect(
      {
        experiment,
        source: undefined,
        weights,
        most: 1,
        parts: () => {
          throw new Error('no samples are asked for')
        },
        borrow(use) {
          const trainer = trainerOf(engine, experiment, {}, namedWeights(experiment, weights))
          try {
            return use(trainer)
          } finally {
            trainer.dispose()
          }
        },
      },
      { kind: 'strips', rows: row },
    ) as StripsSeen
    const close = (given: ArrayLike<number>, wanted: readonly number[]) => {
      expect(given.length).toBe(wanted.length)
      for (const [i, value] of wanted.entries()) expect(given[i]).toBeCloseTo(value, 4)
    }
    const passed: NonNullable<Parameters<typeof logitsOf>[3]> = { activations: [], steps: [] }
    logitsOf(experiment, weights, [...row], passed)
    const plan = networkLayers(experiment)
    expect(seen.inputs).toEqual(row)
    for (const [l, made] of seen.layers.slice(0, -1).entries()) close(made, passed.activations[l]!)
    for (const [l, layer] of plan.entries()) {
      const kernel = layer.kind === 'convolution' ? weights.slice(layer.kernelAt, layer.biasAt) : null
      expect(seen.kernels[l]).toEqual(kernel)
      const cells = seen.cells[l]!
      if (layer.kind !== 'recurrent') {
        expect(cells).toBeNull()
        continue
      }
      const steps = passed.steps.shift()!
      close(
        cells.states,
        steps.flatMap(({ state }) => state),
      )
      expect(cells.gates).toHaveLength(steps[0]!.gates.length / layer.units)
      for (const [gate, values] of cells.gates.entries())
        close(
          values,
          steps.flatMap(({ gates }) => gates.slice(gate * layer.units, (gate + 1) * layer.units)),
        )
      if (layer.cell === 'lstm')
        close(
          cells.cells!,
          steps.flatMap(({ cell }) => cell),
        )
      else expect(cells.cells).toBeNull()
    }
  })
})
