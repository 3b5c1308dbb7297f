/**
 * An experiment is everything that decides a run's curves, as plain JSON. Its groups, in the files of settings beside this
 * one, are its only definition: links, files, presets and the scripting interface are all read through `parseExperiment`
 * (parsing/parse.ts). Keys are saved and shared by people: add to them, never rename one. Their reference for people is
 * docs/experiment-format.md.
 */
import * as v from 'valibot'
import { DataSchema, type FEATURES, type PARTS } from './data-settings.ts'
import { type ACTIVATIONS, type INITIALIZERS, type MODEL_KINDS, ModelSchema } from './model-settings.ts'
import { type LOSSES, LossSchema, OptimizerSchema } from './optimizer-settings.ts'
import { RegularizationSchema } from './regularization-settings.ts'
import { EarlyStoppingSchema, type MONITORS, SeedSchema, TrainingSchema } from './training-settings.ts'

export { DATA_SETS, type DataSetKey } from '../data-sets/catalogue.ts'
export { type DrawnPoint, FEATURES, MOST_POINTS, PARTS } from './data-settings.ts'
export { ACTIVATIONS, type Block, INITIALIZERS, type Layer, MODEL_KINDS } from './model-settings.ts'
export { LOSSES, SCHEDULES } from './optimizer-settings.ts'
export { OPTIMIZERS, type OptimizerKind } from './optimizers.ts'
export { MONITORS } from './training-settings.ts'

export const ExperimentSchema = v.strictObject({
  version: v.optional(v.literal(1), 1),
  data: v.optional(DataSchema, {}),
  model: v.optional(ModelSchema, {}),
  loss: v.optional(LossSchema),
  regularization: v.optional(RegularizationSchema, {}),
  optimizer: v.optional(OptimizerSchema, {}),
  training: v.optional(TrainingSchema, {}),
  earlyStopping: v.optional(v.nullable(EarlyStoppingSchema), {}),
  seed: v.optional(SeedSchema, {}),
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
