/** The data sets: one line each. A new generated set is one generator file and one line; a packed set only a line. */
import type { DataSetKey } from '../experiment.ts'
import type { Generator } from './generator.ts'
import { moons } from './moons.ts'
import { circle, gauss, spiral, xor } from './playground.ts'
import { sine } from './sine.ts'

interface Common {
  /** Raw inputs per sample. */
  readonly inputs: number
  /** Class names; empty for regression. */
  readonly classes: readonly string[]
  readonly task: 'classes' | 'regression'
}

export interface GeneratedSet extends Common {
  readonly kind: 'generated'
  readonly generate: Generator
  /** The stretch of each plotted axis: inputs, then the target for 1-D data. */
  readonly extent: readonly (readonly [number, number])[]
  readonly available: null
}

/** Real data, downloaded when first wanted: `public/data/<file>` and its line in manifest.json. */
export interface PackedSet extends Common {
  readonly kind: 'packed'
  /** Samples there are. */
  readonly available: number
  readonly image: { readonly width: number; readonly height: number }
}

export type DataSet = GeneratedSet | PackedSet

const plane = {
  kind: 'generated',
  inputs: 2,
  classes: ['A', 'B'],
  task: 'classes',
  available: null,
} as const

const square = (from: number, to: number) =>
  [
    [from, to],
    [from, to],
  ] as const

const registry: Record<DataSetKey, DataSet> = {
  circle: { ...plane, generate: circle, extent: square(-6, 6) },
  xor: { ...plane, generate: xor, extent: square(-6, 6) },
  gauss: { ...plane, generate: gauss, extent: square(-6, 6) },
  spiral: { ...plane, generate: spiral, extent: square(-6, 6) },
  moons: {
    ...plane,
    generate: moons,
    extent: [
      [-1.75, 2.75],
      [-2, 2.5],
    ],
  },
  sine: {
    kind: 'generated',
    inputs: 1,
    classes: [],
    task: 'regression',
    generate: sine,
    extent: [
      [0, 1],
      [-2, 2],
    ],
    available: null,
  },
  digits: {
    kind: 'packed',
    inputs: 784,
    classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    task: 'classes',
    available: 10_000,
    image: { width: 28, height: 28 },
  },
}

export function dataSet(key: DataSetKey): DataSet {
  return registry[key]
}
