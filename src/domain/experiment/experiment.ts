/**
 * An experiment is everything that decides a run's curves, as plain JSON. This file is its only definition:
 * links, files, presets and the scripting interface are all read through `parseExperiment` (parse.ts).
 * Keys are saved and shared by people: add to them, never rename one. Their reference for people is
 * docs/experiment-format.md.
 */
import * as v from 'valibot'
import { DATA_SETS } from '../data-sets/catalogue.ts'
import { DRAWN_REACH } from '../data-sets/plane-classes.ts'
import { MOST_ROWS, type TableInfo, tableOf } from '../table/table.ts'
import { OPTIMIZERS } from './optimizers.ts'

export { DATA_SETS, type DataSetKey } from '../data-sets/catalogue.ts'
export { OPTIMIZERS, type OptimizerKind } from './optimizers.ts'

export const PARTS = ['train', 'validation', 'test'] as const
export const FEATURES = ['x', 'y', 'x2', 'y2', 'xy', 'sin-x', 'sin-y'] as const
export const ACTIVATIONS = ['linear', 'sigmoid', 'tanh', 'relu', 'leaky-relu', 'elu', 'gelu'] as const
/**
 * `residual-mlp`: every two layers after the first are a block whose input is added to its output. `residual-cnn`: the
 * same of the convolutions between two poolings. `rnn` is Elman's, with tanh or ReLU.
 */
export const MODEL_KINDS = ['mlp', 'residual-mlp', 'cnn', 'residual-cnn', 'rnn', 'lstm', 'gru'] as const
export const INITIALIZERS = [
  'glorot-uniform',
  'glorot-normal',
  'he-uniform',
  'he-normal',
  'lecun-normal',
  'small-uniform',
  'zeros',
] as const
export const LOSSES = ['cross-entropy', 'mse'] as const
export const SCHEDULES = ['constant', 'step', 'exponential', 'cosine'] as const
export const MONITORS = ['validation-loss', 'validation-accuracy'] as const

const integer = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const real = (min: number, max: number) => v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max))
/** A share in [0, 1): 1 itself would leave nothing. */
const share = v.pipe(v.number(), v.minValue(0), v.ltValue(1))

/** Points a person may draw. */
export const MOST_POINTS = 1000
const coordinate = real(-DRAWN_REACH, DRAWN_REACH)
const point = v.strictTuple([coordinate, coordinate, v.picklist([0, 1])])

/** A reference to a table that this page has read; parse.ts reads what people write. */
const table = v.custom<TableInfo>((value) => tableOf((value as TableInfo | null)?.digest ?? '') !== undefined)

const Data = v.strictObject({
  set: v.optional(v.picklist(DATA_SETS), 'circle'),
  /** Samples in each part. Changing one never changes the samples of the others. */
  train: v.optional(integer(1, MOST_ROWS), 50),
  validation: v.optional(integer(1, MOST_ROWS), 225),
  test: v.optional(integer(1, MOST_ROWS), 225),
  /** Jitter of the generator: the same points, moved. Real data have none. */
  noise: v.optional(real(0, 1), 0.5),
  /** Share of labels replaced by another class, drawn uniformly. */
  labelNoise: v.optional(real(0, 0.5), 0),
  /** `all` makes the noise floor known; `train` keeps evaluation clean. */
  labelNoiseIn: v.optional(v.picklist(['train', 'all']), 'train'),
  /** Time steps of a sequence; other data ignore it. */
  length: v.optional(integer(2, 200), 30),
  /** Inputs computed from the two coordinates of 2-D data. */
  features: v.optional(v.pipe(v.array(v.picklist(FEATURES)), v.minLength(1)), () => ['x', 'y'] as const),
  /** Powers x¹…xᵈ given to the network for 1-D data. */
  degree: v.optional(integer(1, 12), 1),
  /**
   * Inputs, and the targets of real regressions, to mean 0 and deviation 1 by the training part's own figures. Images
   * stay 0..1.
   */
  standardize: v.optional(v.boolean(), true),
  /** `drawn` only: x, y and class (0 or 1) of each point, in the order they were drawn. */
  points: v.optional(v.pipe(v.array(point), v.maxLength(MOST_POINTS))),
  /** `rows` only: a reference to a person's own table (table/table.ts). */
  rows: v.optional(table),
})

const Layer = v.strictObject({
  units: integer(1, 100_000),
  activation: v.optional(v.picklist(ACTIVATIONS)),
  dropout: v.optional(share),
})

/** Convolutions of one width, then a pooling. */
const Block = v.strictObject({
  filters: integer(1, 512),
  /** Convolutions one after another. */
  layers: v.optional(integer(1, 32), 1),
  /** Side of the square whose largest number the pooling keeps; 1 is no pooling. */
  pool: v.optional(integer(1, 4), 2),
})

const Model = v.strictObject({
  kind: v.optional(v.picklist(MODEL_KINDS), 'mlp'),
  /** Convolutional networks only: their convolutions, before the dense layers. */
  blocks: v.optional(v.pipe(v.array(Block), v.minLength(1), v.maxLength(8)), () => [
    { filters: 8, layers: 1, pool: 2 },
    { filters: 16, layers: 1, pool: 2 },
  ]),
  /** Side of every convolution's square; the border is padded with zeros. */
  kernel: v.optional(v.picklist([1, 3, 5, 7]), 3),
  /** Hidden dense layers; the recurrent layers of a recurrent network. */
  layers: v.optional(v.pipe(v.array(Layer), v.maxLength(64)), () => [
    { units: 8 },
    { units: 8 },
    { units: 8 },
  ]),
  activation: v.optional(v.picklist(ACTIVATIONS), 'tanh'),
  initializer: v.optional(v.picklist(INITIALIZERS), 'glorot-uniform'),
})

const Regularization = v.strictObject({
  /** l1 · Σ|w| over kernels. */
  l1: v.optional(real(0, 10), 0),
  /** l2 · Σw² over kernels, no ½. */
  l2: v.optional(real(0, 10), 0),
  /**
   * L1 by a proximal step instead of its slope: after every update weights move towards 0 by l1 times the learning
   * rate and stop there, so that zeros are exact (Parikh & Boyd 2014, §6.5.2).
   */
  proximal: v.optional(v.boolean(), false),
  /** Chance that a hidden unit is silenced in a training step. */
  dropout: v.optional(share, 0),
})

const Optimizer = v.strictObject({
  kind: v.optional(v.picklist(OPTIMIZERS), 'adam'),
  learningRate: v.optional(real(0, 1000), 0.003),
  momentum: v.optional(share, 0.9),
  rho: v.optional(share, 0.9),
  beta1: v.optional(share, 0.9),
  beta2: v.optional(share, 0.999),
  epsilon: v.optional(real(0, 1), 1e-7),
  initialAccumulator: v.optional(real(0, 1000), 0.1),
  /** Decoupled decay of AdamW (Keras' default). */
  weightDecay: v.optional(real(0, 10), 0.004),
  /** Largest norm of the whole gradient, or null. */
  clipNorm: v.optional(v.nullable(real(1e-9, 1e9)), null),
  schedule: v.optional(v.picklist(SCHEDULES), 'constant'),
  /** What `step` and `exponential` multiply the learning rate by every `decayEvery` epochs. */
  decayRate: v.optional(real(1e-6, 1), 0.5),
  decayEvery: v.optional(integer(1, 100_000), 50),
})

const Training = v.strictObject({
  batchSize: v.optional(integer(1, MOST_ROWS), 10),
  epochs: v.optional(integer(1, 100_000), 400),
  shuffle: v.optional(v.boolean(), true),
})

const EarlyStopping = v.strictObject({
  monitor: v.optional(v.picklist(MONITORS), 'validation-loss'),
  patience: v.optional(integer(0, 100_000), 20),
  minDelta: v.optional(real(0, 1000), 0),
  restoreBest: v.optional(v.boolean(), true),
  /** Epochs before this one are not judged (0-based, as in Keras). */
  startFromEpoch: v.optional(integer(0, 100_000), 0),
})

const seed = integer(0, 2 ** 32 - 1)
const Seed = v.strictObject({
  data: v.optional(seed, 1),
  weights: v.optional(seed, 1),
  /** Order of the samples and dropout masks. */
  training: v.optional(seed, 1),
})

export const ExperimentSchema = v.strictObject({
  version: v.optional(v.literal(1), 1),
  data: v.optional(Data, {}),
  model: v.optional(Model, {}),
  loss: v.optional(v.picklist(LOSSES)),
  regularization: v.optional(Regularization, {}),
  optimizer: v.optional(Optimizer, {}),
  training: v.optional(Training, {}),
  earlyStopping: v.optional(v.nullable(EarlyStopping), {}),
  seed: v.optional(Seed, {}),
})

/** A complete experiment: every key present but the per-layer overrides. */
export type Experiment = Omit<v.InferOutput<typeof ExperimentSchema>, 'loss'> & { loss: Loss }
/** What a person may write: any key may be left out. */
export type ExperimentInput = v.InferInput<typeof ExperimentSchema>

export type Part = (typeof PARTS)[number]
export type DataSettings = Experiment['data']
export type Feature = (typeof FEATURES)[number]
export type ModelKind = (typeof MODEL_KINDS)[number]
export type Activation = (typeof ACTIVATIONS)[number]
export type Initializer = (typeof INITIALIZERS)[number]
export type Loss = (typeof LOSSES)[number]
export type Monitor = (typeof MONITORS)[number]
export type OptimizerSettings = Experiment['optimizer']
export type Layer = v.InferOutput<typeof Layer>
export type Block = v.InferOutput<typeof Block>
export type DrawnPoint = v.InferOutput<typeof point>
