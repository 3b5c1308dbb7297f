/** Every remedy helps, in eight of ten seeds at least, a run that gets the verdict it is offered against. */
import { expect, it } from 'vitest'
import { diagnose } from '../../domain/diagnosis/diagnose.ts'
import type { RemedyKey } from '../../domain/diagnosis/remedies/proposals.ts'
import { remediesFor } from '../../domain/diagnosis/remedies/remedies.ts'
import type { Verdict } from '../../domain/diagnosis/verdict.ts'
import type { Experiment, ExperimentInput } from '../../domain/experiment/experiment.ts'
import { type Story, trained } from '../trained.testing.ts'
import { recipe, seededExperiment, sourceOf, wide } from './recipe.testing.ts'

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const OFTEN = 8

/** What is to become smaller. Against underfitting it is the training loss: the course looks at that first. */
type Aim = 'train' | 'validation' | 'uncertainty'

const overfit: ExperimentInput = {
  data: { set: 'moons', train: 60, validation: 300, noise: 0.2, labelNoise: 0.15 },
  model: { activation: 'relu', layers: wide(64, 2) },
  optimizer: { kind: 'adam', learningRate: 0.01 },
  training: { batchSize: 16, epochs: 200 },
}
const spiral: ExperimentInput = {
  data: { set: 'spiral', train: 300, validation: 200, noise: 0.1 },
  model: { activation: 'tanh', layers: wide(4, 1) },
  optimizer: { kind: 'adam', learningRate: 0.03 },
  training: { batchSize: 32, epochs: 300 },
}
const improving: ExperimentInput = {
  data: { set: 'digits-8x8', train: 500, validation: 400, test: 100 },
  model: { activation: 'relu', initializer: 'he-uniform', layers: wide(32, 1) },
  optimizer: { kind: 'sgd', learningRate: 0.02 },
  training: { batchSize: 32, epochs: 20 },
}
const jumping: ExperimentInput = {
  data: { set: 'moons', train: 300, validation: 200, noise: 0.2 },
  model: { activation: 'tanh', layers: wide(16, 2) },
  optimizer: { kind: 'sgd', learningRate: 10 },
  training: { batchSize: 16, epochs: 60 },
}
const diverging: ExperimentInput = {
  data: { set: 'sine', train: 60, validation: 100, noise: 0.1 },
  model: { activation: 'relu', layers: wide(32, 2) },
  optimizer: { kind: 'sgd', learningRate: 30 },
  training: { batchSize: 10, epochs: 60 },
}
const vanishing: ExperimentInput = {
  data: { set: 'moons', train: 200, validation: 200, noise: 0.2 },
  model: { activation: 'sigmoid', layers: wide(16, 6) },
  optimizer: { kind: 'sgd', learningRate: 0.3 },
  training: { batchSize: 16, epochs: 60 },
}
const digits: ExperimentInput['data'] = { set: 'digits-8x8', train: 300, validation: 400, test: 100 }
const raw: ExperimentInput = {
  data: { set: 'penguins', standardize: false, train: 150, validation: 90, test: 90 },
  model: { activation: 'relu', initializer: 'he-uniform', layers: wide(16, 1) },
  training: { batchSize: 16, epochs: 60 },
}
/** Of so many thin layers one is dead at the start. */
const dead: ExperimentInput = {
  data: { set: 'moons', train: 200, validation: 200, noise: 0.2 },
  model: { activation: 'relu', layers: wide(10, 20) },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  training: { batchSize: 16, epochs: 40 },
}
const few: ExperimentInput = {
  data: { set: 'moons', train: 200, validation: 10, noise: 0.3, labelNoise: 0.1, labelNoiseIn: 'all' },
  model: { activation: 'tanh', layers: wide(8, 1) },
  training: { batchSize: 16, epochs: 60 },
}

const CASES: readonly (readonly [RemedyKey, Verdict, ExperimentInput, Aim])[] = [
  ['early-stopping', 'overfitting', overfit, 'validation'],
  ['more-data', 'overfitting', overfit, 'validation'],
  ['l2', 'overfitting', overfit, 'validation'],
  ['dropout', 'overfitting', overfit, 'validation'],
  ['l1', 'overfitting', overfit, 'validation'],
  ['narrower-layers', 'overfitting', overfit, 'validation'],
  [
    'wider-layers',
    'underfitting',
    { ...spiral, data: { set: 'circle', train: 200, noise: 0 }, model: { layers: wide(1, 1) } },
    'train',
  ],
  ['another-layer', 'underfitting', spiral, 'train'],
  [
    'nonlinear-activation',
    'underfitting',
    { ...spiral, model: { activation: 'linear', layers: wide(16, 2) } },
    'train',
  ],
  [
    'less-regularization',
    'underfitting',
    { ...spiral, model: { activation: 'tanh', layers: wide(32, 2) }, regularization: { l2: 0.1 } },
    'train',
  ],
  [
    'more-powers',
    'underfitting',
    { ...diverging, model: { layers: [] }, optimizer: { kind: 'adam', learningRate: 0.03 } },
    'train',
  ],
  [
    'higher-learning-rate',
    'underfitting',
    {
      ...spiral,
      model: { activation: 'relu', layers: wide(32, 2) },
      optimizer: { kind: 'sgd', learningRate: 0.01 },
    },
    'train',
  ],
  [
    'more-patience',
    'underfitting',
    {
      ...spiral,
      model: { activation: 'tanh', layers: wide(16, 2) },
      optimizer: { kind: 'adam', learningRate: 0.003 },
      earlyStopping: { patience: 3 },
    },
    'train',
  ],
  [
    'start-weights',
    'underfitting',
    {
      data: { set: 'circle', train: 200, noise: 0.1 },
      model: { activation: 'tanh', layers: wide(16, 2), initializer: 'zeros' },
      optimizer: { kind: 'adam', learningRate: 0.01 },
      training: { batchSize: 20, epochs: 60 },
    },
    'train',
  ],
  [
    'more-epochs',
    'underfitting',
    {
      ...spiral,
      model: { activation: 'relu', initializer: 'he-uniform', layers: wide(32, 2) },
      optimizer: { kind: 'adagrad', learningRate: 0.01 },
      training: { batchSize: 20, epochs: 100 },
    },
    'train',
  ],
  [
    'higher-learning-rate',
    'still-improving',
    {
      ...improving,
      optimizer: {
        kind: 'sgd',
        learningRate: 0.1,
        schedule: 'exponential',
        decayRate: 0.3,
        decayEvery: 1,
      },
    },
    'train',
  ],
  ['more-epochs', 'still-improving', improving, 'train'],
  ['higher-learning-rate', 'still-improving', improving, 'train'],
  ['momentum', 'still-improving', improving, 'train'],
  ['adam', 'still-improving', improving, 'train'],
  ['smaller-batches', 'still-improving', improving, 'train'],
  ['lower-learning-rate', 'learning-rate-too-large', jumping, 'train'],
  [
    'larger-batches',
    'learning-rate-too-large',
    { ...jumping, optimizer: { kind: 'sgd', learningRate: 1 }, training: { batchSize: 2, epochs: 60 } },
    'train',
  ],
  ['learning-rate-decay', 'learning-rate-too-large', jumping, 'train'],
  ['much-lower-learning-rate', 'diverging', diverging, 'train'],
  ['clipped-gradient', 'diverging', { ...diverging, optimizer: { kind: 'sgd', learningRate: 1 } }, 'train'],
  [
    'standardized-inputs',
    'diverging',
    {
      ...diverging,
      data: { set: 'diabetes', standardize: false },
      optimizer: { kind: 'sgd', learningRate: 0.1 },
    },
    'train',
  ],
  ['relu', 'vanishing-gradient', vanishing, 'train'],
  ['fewer-layers', 'vanishing-gradient', vanishing, 'train'],
  [
    'start-weights',
    'vanishing-gradient',
    // Of weights of 0 only the last layer has a gradient.
    {
      ...improving,
      model: { activation: 'sigmoid', layers: wide(32, 3), initializer: 'zeros' },
      optimizer: { kind: 'adam', learningRate: 0.003 },
    },
    'train',
  ],
  ['residual', 'vanishing-gradient', vanishing, 'train'],
  ['leaky-relu', 'dead-relu', dead, 'train'],
  [
    'lower-learning-rate',
    'dead-relu',
    {
      data: digits,
      model: { activation: 'relu', layers: wide(32, 2) },
      optimizer: { kind: 'sgd', learningRate: 2 },
      training: { batchSize: 32, epochs: 30 },
    },
    'train',
  ],
  [
    'looser-clipping',
    'learning-rate-too-small',
    { ...improving, optimizer: { kind: 'sgd', learningRate: 0.1, clipNorm: 0.001 } },
    'train',
  ],
  [
    'start-weights',
    'learning-rate-too-small',
    {
      data: digits,
      model: { activation: 'tanh', initializer: 'small-uniform', layers: wide(32, 5) },
      optimizer: { kind: 'sgd', learningRate: 0.1 },
      training: { batchSize: 32, epochs: 30 },
    },
    'train',
  ],
  [
    'less-regularization',
    'diverging',
    { ...jumping, regularization: { l2: 10 }, optimizer: { kind: 'sgd', learningRate: 0.1 } },
    'train',
  ],
  [
    'standardized-inputs',
    'learning-rate-too-large',
    { ...raw, optimizer: { kind: 'adam', learningRate: 0.03 } },
    'train',
  ],
  [
    'relu',
    'vanishing-gradient',
    {
      data: digits,
      model: { kind: 'cnn', activation: 'sigmoid', blocks: [{ filters: 8, layers: 4 }], layers: [] },
      optimizer: { kind: 'sgd', learningRate: 0.1 },
      training: { batchSize: 32, epochs: 20 },
    },
    'train',
  ],
  ['more-validation', 'noisy-validation', few, 'uncertainty'],
  [
    'lstm',
    'underfitting',
    {
      data: { set: 'adding', train: 300, validation: 400, length: 30 },
      model: { kind: 'rnn', layers: wide(2, 1), activation: 'tanh' },
      optimizer: { kind: 'adam', learningRate: 0.01 },
      training: { batchSize: 32, epochs: 150 },
    },
    'train',
  ],
  [
    'cross-entropy',
    'learning-rate-too-small',
    {
      data: { set: 'digits-8x8', train: 300, validation: 200 },
      loss: 'mse',
      model: { activation: 'sigmoid', layers: wide(32, 2) },
      optimizer: { kind: 'sgd', learningRate: 0.1 },
      training: { batchSize: 32, epochs: 40 },
    },
    'train',
  ],
]

it.each(CASES)('%s helps a run that gets the verdict %s', async (key, verdict, input, aim) => {
  let [found, helped] = [0, 0]
  for (const seed of SEEDS) {
    const experiment = seededExperiment(recipe(key, verdict, input), seed)
    const before = await trained(experiment, sourceOf(experiment))
    const { rows, start, outcome } = before
    const diagnosis = diagnose({ experiment, epochs: rows, start, outcome }, sourceOf(experiment))
    if (diagnosis.verdict !== verdict) continue
    found++
    const remedy = remediesFor(experiment, rows.length, diagnosis).find(
      (each) => each.key === key,
    )?.experiment
    if (!remedy) continue
    const after = await trained(remedy, sourceOf(remedy))
    const by = experiment.loss === remedy.loss ? 'loss' : 'errors'
    const [was, is] = [measured(before, experiment, aim, by), measured(after, remedy, aim, by)]
    if (is < was || (Number.isNaN(was) && Number.isFinite(is))) helped++
  }
  process.stdout.write(`${key}: ${verdict} in ${found}, helped in ${helped} of ${SEEDS.length}\n`)
  expect(helped).toBeGreaterThanOrEqual(OFTEN)
})

/** Of the weights that the run keeps. Losses of different kinds are compared by how often the network is wrong. */
function measured(
  { rows, outcome, best, last, start }: Story,
  experiment: Experiment,
  aim: Aim,
  by: 'loss' | 'errors',
): number {
  if (outcome.kind === 'diverged') return Number.NaN
  if (aim === 'uncertainty')
    return diagnose({ experiment, epochs: rows, start, outcome }).figures['validation-uncertainty'].value!
  const kept = (outcome.restored === null ? last : best)[aim]
  return by === 'loss' ? kept.loss : 1 - kept.accuracy!
}
