/** The program, run in Node by TensorFlow.js, against the page's own engine from the same weights in the same order. */
import { expect, it } from 'vitest'
import { isPacked } from '../../domain/data/registry.ts'
import {
  DATA_SETS,
  type DataSetKey,
  type Experiment,
  type ExperimentInput,
  MODEL_KINDS,
} from '../../domain/experiment.ts'
import { parameterCount } from '../../domain/model.ts'
import { expectExperiment, parseExperiment } from '../../domain/parse.ts'
import { packedSource, trained } from '../../engine/trainers.testing.ts'
import { runPrograms, type Told } from './tfjs-run.testing.ts'

const own: Partial<Record<DataSetKey, object>> = {
  drawn: {
    points: Array.from({ length: 40 }, (_, i) => [
      Math.sin(i * 7) * 5,
      Math.cos(i * 3) * 5,
      (i * 5) % 3 === 0 ? 1 : 0,
    ]),
  },
  rows: {
    rows: {
      columns: ['a"b\n', "'; import os //"],
      target: 'q\\',
      inputs: Array.from({ length: 40 }, (_, i) => [Math.sin(i * 7), i % 5]),
      targets: Array.from({ length: 40 }, (_, i) => ['x"\u2028', "y'\\", 'z'][(i * i) % 3]),
      part: Array.from({ length: 40 }, (_, i) => ['train', 'validation', 'test'][i % 3]),
    },
  },
}

/** What can be the same at all: order and dropout are Keras' and TensorFlow.js' own. */
function steady(input: ExperimentInput): Experiment {
  return expectExperiment({
    ...input,
    data: {
      train: 13,
      validation: 9,
      test: 8,
      length: 6,
      ...input.data,
      ...own[input.data?.set ?? 'circle'],
    },
    training: { batchSize: 5, epochs: 3, ...input.training, shuffle: false },
  })
}

const small: ExperimentInput['model'] = {
  layers: [{ units: 6 }, { units: 7 }, { units: 5 }],
  blocks: [
    { filters: 3, layers: 3, pool: 2 },
    { filters: 2, layers: 1, pool: 3 },
  ],
}

/** Sets as others are, but for what fills them. */
const TWICE: readonly DataSetKey[] = [
  'xor',
  'gauss',
  'spiral',
  'plane',
  'bumps',
  'fashion',
  'breast-cancer',
  'wine',
  'penguins',
]

/** Every kind of network on every set that it fits. */
const fitting = DATA_SETS.flatMap((set) =>
  MODEL_KINDS.filter((kind) => kind === 'mlp' || !TWICE.includes(set))
    .filter((kind) => parseExperiment({ data: { set }, model: { kind } }).ok)
    .map((kind) =>
      steady({ data: { set, labelNoise: set === 'moons' ? 0 : 0.2 }, model: { ...small, kind } }),
    ),
)

it('runs', async () => {
  const told = await runPrograms(fitting)
  for (const [i, experiment] of fitting.entries()) await agrees(experiment, told[i]!)
})

async function agrees(experiment: Experiment, told: Told) {
  const about = JSON.stringify(experiment)
  expect(told.parameters, about).toBe(parameterCount(experiment))
  const { set } = experiment.data
  const source = isPacked(experiment.data) ? packedSource(set as 'digits') : undefined
  const { rows } = await trained(experiment, source)
  const close = (ours: number, theirs: number) =>
    expect(Math.abs(ours - theirs), `${ours} against ${theirs} of ${about}`).toBeLessThan(
      1e-3 * Math.max(1, Math.abs(ours)),
    )
  expect(told.history.length).toBe(rows.length)
  for (const [i, { train, validation }] of rows.entries()) {
    close(train.loss, told.history[i]!.training)
    close(validation.loss, told.history[i]!.validation)
  }
}
