import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExperimentInput, MODEL_KINDS } from '../domain/experiment/experiment.ts'
import { experiments } from '../domain/experiment/experiments.testing.ts'
import { isConvolutional } from '../domain/network/model-kinds.ts'
import { parameterCount } from '../domain/network/network.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { context } from './keras-context.ts'
import { modelLines } from './keras-model.ts'
import { textOf } from './lines.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0
const stub = new URL('./keras-stub.testing.py', import.meta.url).pathname

const made = MODEL_KINDS.map((kind) =>
  expectExperiment({
    data: { set: 'digits' },
    model: {
      kind,
      blocks: [
        { filters: 4, layers: 3 },
        { filters: 6, layers: 5, pool: 1 },
      ],
      layers: [{ units: 9 }, { units: 9 }, { units: 9 }, { units: 5 }, { units: 7, dropout: 0.5 }],
    },
    regularization: { l1: 0.1, l2: 0.2, dropout: 0.3 },
  } as ExperimentInput),
)

describe.skipIf(!hasPython)('the network in Keras', () => {
  it('has as many parameters as the experiment, of every kind', () => {
    const all = [...made, ...fc.sample(experiments, { numRuns: 200, seed: 1 })]
    const input = JSON.stringify(all.map((experiment) => textOf(modelLines(context(experiment)))))
    const run = spawnSync('python3', [stub], { input })
    expect(run.stderr.toString()).toBe('')
    expect(JSON.parse(run.stdout.toString())).toEqual(all.map(parameterCount))
  })
})

it.each(MODEL_KINDS.map((kind, i) => [kind, made[i]!] as const))(
  'the lines of a layer know its row among the controls: %s',
  (_, experiment) => {
    const lines = modelLines(context(experiment))
    const rows = (setting: 'layers' | 'blocks') =>
      new Set(lines.flatMap(({ settings, place }) => (settings.includes(setting) ? [place] : [])))
    const { kind, layers, blocks } = experiment.model
    expect([...rows('layers')]).toEqual(layers.map((_, at) => at))
    expect([...rows('blocks')]).toEqual(isConvolutional(kind) ? blocks.map((_, at) => at) : [])
    const [last] = layers.slice(-1)
    const own = lines.filter(
      ({ settings, place }) => settings.includes('dropout') && place === layers.length - 1,
    )
    expect(own.some(({ text }) => text.includes(`Dropout(${last!.dropout})`))).toBe(true)
  },
)
