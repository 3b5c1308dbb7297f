/** What a data set is, as everything that reads data knows it. */
import type { Generator } from './generator.ts'

/** How a sample's numbers lie: row-major, steps before features, height before width. */
export type Shape =
  | { readonly kind: 'vector'; readonly size: number }
  | { readonly kind: 'image'; readonly height: number; readonly width: number }
  | { readonly kind: 'sequence'; readonly steps: number; readonly features: number }

/** The stretch of each plotted axis: inputs, then the target for 1-D data. */
export type Extent = readonly (readonly [number, number])[]

interface Common {
  readonly shape: Shape
  /** Raw inputs per sample. */
  readonly inputs: number
  /** Names of the inputs where they have some. */
  readonly columns: readonly string[] | null
  /** Class names; empty for regression. */
  readonly classes: readonly string[]
  readonly task: 'classes' | 'regression'
  /** Of data with one or two inputs that are drawn on axes; null where they are not. */
  readonly extent: Extent | null
}

export interface GeneratedSet extends Common {
  readonly kind: 'generated'
  readonly generate: Generator
  /** What the target is a weighted sum of, where it is one: weights by input, counted from 0; the others are 0. */
  readonly trueWeights: ReadonlyMap<number, number> | null
  /** The target before noise, where it is a curve over the one input. */
  readonly trueCurve: ((x: number) => number) | null
  /** What `data.noise` moves: the sample, its target by a normal of that deviation, or nothing. */
  readonly noise: 'sample' | 'target' | 'none'
  readonly available: null
}

/** A set of existing samples: a packed file (`public/data/<key>.bin`), a person's table, or drawn points. */
export interface StoredSet extends Common {
  readonly kind: 'stored'
  readonly from: 'file' | 'table' | 'points'
  /** The number of samples. */
  readonly available: number
  /** Inputs are divided by this: 255 for pixels. */
  readonly scale: number
  /** `shuffled`: by the data seed, classes in proportion. `series`: windows in the order of time. `given`: by the table. */
  readonly order: 'shuffled' | 'series' | 'given'
}

export type DataSet = GeneratedSet | StoredSet

export function sizeOfShape(shape: Shape): number {
  switch (shape.kind) {
    case 'vector':
      return shape.size
    case 'image':
      return shape.height * shape.width
    case 'sequence':
      return shape.steps * shape.features
    default:
      return shape satisfies never
  }
}

export const vector = (size: number): Shape => ({ kind: 'vector', size })
export const sequence = (steps: number, features: number): Shape => ({ kind: 'sequence', steps, features })

/** A square plot whose axes reach this far from the origin in both directions. */
export const square = (reach: number): Extent => [
  [-reach, reach],
  [-reach, reach],
]

type Without<Set, Derived extends keyof Set> = Omit<Set, Derived | 'kind'>

/** Fields left out take the value that most sets have. */
export function generatedSet(
  set: Pick<GeneratedSet, 'shape' | 'generate' | 'noise'> & Partial<Without<GeneratedSet, 'available'>>,
): GeneratedSet {
  return {
    kind: 'generated',
    ...derived(set),
    columns: null,
    extent: null,
    trueWeights: null,
    trueCurve: null,
    available: null,
    ...set,
  }
}

/** Fields left out take the value that most packed files have. */
export function storedSet(
  set: Pick<StoredSet, 'shape' | 'available' | 'classes'> & Partial<Without<StoredSet, 'task'>>,
): StoredSet {
  return {
    kind: 'stored',
    ...derived(set),
    from: 'file',
    columns: null,
    extent: null,
    scale: 1,
    order: 'shuffled',
    ...set,
  }
}

function derived({ shape, classes = [] }: { shape: Shape; classes?: readonly string[] }) {
  const task = classes.length > 0 ? ('classes' as const) : ('regression' as const)
  return { inputs: sizeOfShape(shape), classes, task }
}
