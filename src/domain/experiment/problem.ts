/**
 * What is wrong with an input, as data. `path` says where (`training.batchSize`); the other fields are what
 * text/problems.ts needs to write a sentence in any language.
 */
import type { TableProblem } from '../table/table.ts'
import type { Activation, DataSetKey, ModelKind } from './experiment.ts'

export type Problem = { readonly path: string } & ProblemKind

export type ProblemKind =
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'wrong-type'; readonly expected: string; readonly received: string }
  | { readonly kind: 'not-one-of'; readonly choices: readonly string[]; readonly received: string }
  | { readonly kind: 'too-small'; readonly limit: number; readonly received: string }
  | { readonly kind: 'too-large'; readonly limit: number; readonly received: string }
  | { readonly kind: 'not-whole'; readonly received: string }
  /** Cross-entropy needs classes, but the data have numbers to predict. */
  | { readonly kind: 'loss-needs-classes'; readonly set: string }
  | { readonly kind: 'monitor-needs-classes'; readonly set: string }
  /** A real data set has too few samples left. */
  | { readonly kind: 'too-few-samples'; readonly available: number; readonly left: number }
  | { readonly kind: 'too-much-memory'; readonly needed: number; readonly budget: number }
  /** Fewer points were drawn than the three parts need, or of one class only. */
  | { readonly kind: 'points-missing'; readonly points: number; readonly classes: number }
  /** The link has drawn points, but names another data set. */
  | { readonly kind: 'points-not-drawn'; readonly set: DataSetKey }
  | TableProblem
  | Incompatibility
  /** Text that is no JSON, no `key=value` pair, or otherwise unreadable. */
  | { readonly kind: 'unreadable' }

/** The model does not fit the data. */
type Incompatibility =
  | { readonly kind: 'model-needs-images'; readonly set: DataSetKey }
  | { readonly kind: 'model-needs-sequences'; readonly set: DataSetKey }
  | {
      readonly kind: 'activation-not-here'
      readonly model: ModelKind
      readonly choices: readonly Activation[]
    }
  /** A pooling layer gets fewer rows or columns than the side of its square. */
  | { readonly kind: 'pooled-away'; readonly block: number; readonly height: number; readonly width: number }
  | { readonly kind: 'layers-missing'; readonly model: ModelKind }
