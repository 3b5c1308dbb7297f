/**
 * What is wrong with an input, as data. `path` is where (`training.batchSize`); the rest is what a sentence in
 * any language needs (text/problems.ts writes it).
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
  /** Cross-entropy asks for classes, and the data are numbers. */
  | { readonly kind: 'loss-needs-classes'; readonly set: string }
  | { readonly kind: 'monitor-needs-classes'; readonly set: string }
  /** A real data set has too few samples left. */
  | { readonly kind: 'too-few-samples'; readonly available: number; readonly left: number }
  | { readonly kind: 'too-much-memory'; readonly needed: number; readonly budget: number }
  /** Fewer points were drawn than the three parts need, or of one class only. */
  | { readonly kind: 'points-missing'; readonly points: number; readonly classes: number }
  /** Drawn points beside another data set. */
  | { readonly kind: 'points-not-drawn'; readonly set: DataSetKey }
  | TableProblem
  | Incompatibility
  /** A link has a key that is reserved (docs/links.md) and that this version cannot honour yet. */
  | { readonly kind: 'not-yet' }
  /** Text that is no JSON, no `key=value` pair, or otherwise unreadable. */
  | { readonly kind: 'unreadable' }

/** What a model cannot be, given the data. */
type Incompatibility =
  | { readonly kind: 'model-needs-images'; readonly set: DataSetKey }
  | { readonly kind: 'model-needs-sequences'; readonly set: DataSetKey }
  | {
      readonly kind: 'activation-not-here'
      readonly model: ModelKind
      readonly choices: readonly Activation[]
    }
  /** A pooling that has fewer rows or columns than it takes together. */
  | { readonly kind: 'pooled-away'; readonly block: number; readonly height: number; readonly width: number }
  | { readonly kind: 'layers-missing'; readonly model: ModelKind }
