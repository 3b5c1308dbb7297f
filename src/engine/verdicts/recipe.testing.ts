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
} as const

/** The samples of a packed set. */
export function sourceOf({ data: { set } }: Experiment): Source | undefined {
  return SOURCES[set as keyof typeof SOURCES]
}

/** Layers of one width. */
export const wide = (units: number, count: number) => Array.from({ length: count }, () => ({ units }))
