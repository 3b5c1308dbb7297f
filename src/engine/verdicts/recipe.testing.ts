/**
 * A recipe is an experiment that is built to show one thing, and the verdict that names it. The label is part of the
 * recipe: no rule is asked for it.
 */

import type { Verdict } from '../../domain/diagnosis/verdict.ts'
import type { Experiment, ExperimentInput } from '../../domain/experiment/experiment.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import type { Source } from '../../domain/table/source.ts'
import { packedSource } from '../trained.testing.ts'

export interface Recipe {
  readonly name: string
  /** Mostly one; the first stands for the recipe in the table. Several where the course itself allows them. */
  readonly labels: readonly [Verdict, ...Verdict[]]
  readonly input: ExperimentInput
}

export function recipe(name: string, labels: Verdict | Recipe['labels'], input: ExperimentInput): Recipe {
  const all: Recipe['labels'] = typeof labels === 'string' ? [labels] : labels
  return { name, labels: all, input: { earlyStopping: null, ...input } }
}

/** Other data, other weights, another order. */
export function seededExperiment({ input }: Recipe, seed: number): Experiment {
  return expectExperiment({ ...input, seed: { data: seed, weights: seed, training: seed } })
}

const SOURCES = {
  'digits-8x8': packedSource('digits-8x8'),
  'breast-cancer': packedSource('breast-cancer'),
  diabetes: packedSource('diabetes'),
  penguins: packedSource('penguins'),
  sunspots: packedSource('sunspots'),
} as const

/** The samples of a packed set. */
export function sourceOf({ data: { set } }: Experiment): Source | undefined {
  return SOURCES[set as keyof typeof SOURCES]
}

export type Data = NonNullable<ExperimentInput['data']>

export const spiral: Data = { set: 'spiral', noise: 0, train: 200, validation: 400 }
export const digits = (train: number, more: Data = {}): Data => ({
  set: 'digits-8x8',
  train,
  validation: 400,
  test: 100,
  ...more,
})
export const adding = (train: number, length: number): Data => ({
  set: 'adding',
  length,
  train,
  validation: 300,
})
export const firstToken = (train: number, length: number, noise: number): Data => ({
  set: 'first-token',
  length,
  noise,
  train,
  validation: 300,
})

export const adam = (learningRate: number): ExperimentInput['optimizer'] => ({ kind: 'adam', learningRate })
export const sgd = (learningRate: number): ExperimentInput['optimizer'] => ({ kind: 'sgd', learningRate })
export const batches = (batchSize: number, epochs: number): ExperimentInput['training'] => ({
  batchSize,
  epochs,
})
export const relu = { activation: 'relu', initializer: 'he-uniform' } as const
export const convolutions = (filters: number): ExperimentInput['model'] => ({
  ...relu,
  kind: 'cnn',
  blocks: [{ filters }, { filters: 2 * filters }],
  layers: [],
})

/** Layers of one width. */
export const wide = (units: number, count: number) => Array.from({ length: count }, () => ({ units }))
