/**
 * The data sets: one line each. A new generated set is one generator file and one line; a packed set only a line. What
 * a set is can depend on the experiment's settings: sequences have the length asked for, a table is the person's own.
 */
import { type DataSetKey, type DataSettings, DRAWN_REACH } from '../experiment/experiment.ts'
import type { Generator } from './generator.ts'
import { moons } from './moons.ts'
import { bumps, circle, gauss, plane, spiral, xor } from './playground.ts'
import { adding, firstToken, SYMBOLS } from './sequences.ts'
import { sine } from './sine.ts'
import { INPUTS as SPARSE_INPUTS, sparseLinear, TRUE_WEIGHTS } from './sparse-linear.ts'

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
  /** What `data.noise` moves: the sample, its target by a normal of that deviation, or nothing. */
  readonly noise: 'sample' | 'target' | 'none'
  readonly available: null
}

/** Samples that are there: a packed file's (`public/data/<key>.bin`), a person's table's, or drawn points. */
export interface StoredSet extends Common {
  readonly kind: 'stored'
  readonly from: 'file' | 'table' | 'points'
  /** Samples there are. */
  readonly available: number
  /** Inputs are divided by this: 255 for pixels. */
  readonly scale: number
  /** `shuffled`: by the data seed, classes in proportion. `series`: windows in the order of time. `given`: by the table. */
  readonly order: 'shuffled' | 'series' | 'given'
}

export type DataSet = GeneratedSet | StoredSet

const vector = (size: number): Shape => ({ kind: 'vector', size })
const TWO = ['A', 'B'] as const

const square = (reach: number): Extent => [
  [-reach, reach],
  [-reach, reach],
]

function generated(
  set: Pick<GeneratedSet, 'shape' | 'generate' | 'noise'> & Partial<GeneratedSet>,
): GeneratedSet {
  const classes = set.classes ?? []
  return {
    kind: 'generated',
    inputs: sizeOfShape(set.shape),
    columns: null,
    classes,
    task: classes.length > 0 ? 'classes' : 'regression',
    extent: null,
    trueWeights: null,
    available: null,
    ...set,
  }
}

const onPlane = (generate: Generator, classes: readonly string[], extent = square(6)) =>
  generated({ shape: vector(2), generate, noise: 'sample', classes, extent })

function stored(
  shape: Shape,
  available: number,
  set: Partial<StoredSet> & Pick<StoredSet, 'classes'>,
): StoredSet {
  const task = set.classes.length > 0 ? 'classes' : 'regression'
  return {
    kind: 'stored',
    from: 'file',
    shape,
    inputs: sizeOfShape(shape),
    columns: null,
    task,
    extent: null,
    available,
    scale: 1,
    order: 'shuffled',
    ...set,
  }
}

const images = (side: number, available: number, classes: readonly string[], scale = 255) =>
  stored({ kind: 'image', height: side, width: side }, available, { classes, scale })

const columnsOf = (columns: readonly string[], available: number, classes: readonly string[]): StoredSet =>
  stored(vector(columns.length), available, { classes, columns })

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** What is measured of each cell nucleus. */
const NUCLEUS = [
  ...(['radius', 'texture', 'perimeter', 'area', 'smoothness'] as const),
  ...(['compactness', 'concavity', 'concave points', 'symmetry', 'fractal dimension'] as const),
] as const

/** Sets that are the same whatever the settings. */
const fixed = {
  circle: onPlane(circle, TWO),
  xor: onPlane(xor, TWO),
  gauss: onPlane(gauss, TWO),
  spiral: onPlane(spiral, TWO),
  moons: onPlane(moons, TWO, [
    [-1.75, 2.75],
    [-2, 2.5],
  ]),
  plane: onPlane(plane, []),
  bumps: onPlane(bumps, []),
  sine: generated({
    shape: vector(1),
    generate: sine,
    noise: 'target',
    extent: [
      [0, 1],
      [-2, 2],
    ],
  }),
  'sparse-linear': generated({
    shape: vector(SPARSE_INPUTS),
    generate: sparseLinear,
    noise: 'target',
    trueWeights: TRUE_WEIGHTS,
  }),
  digits: images(28, 10_000, DIGITS),
  fashion: images(28, 6000, [
    ...(['T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat'] as const),
    ...(['Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'] as const),
  ]),
  'digits-8x8': images(8, 1797, DIGITS, 16),
  'breast-cancer': columnsOf(
    [
      ...NUCLEUS.map((name) => `mean ${name}`),
      ...NUCLEUS.map((name) => `${name} error`),
      ...NUCLEUS.map((name) => `worst ${name}`),
    ],
    569,
    ['malignant', 'benign'],
  ),
  wine: columnsOf(
    [
      ...['alcohol', 'malic acid', 'ash', 'alcalinity of ash', 'magnesium', 'total phenols', 'flavanoids'],
      ...['nonflavanoid phenols', 'proanthocyanins', 'color intensity', 'hue', 'OD280/OD315', 'proline'],
    ],
    178,
    ['cultivar 1', 'cultivar 2', 'cultivar 3'],
  ),
  penguins: columnsOf(['bill length', 'bill depth', 'flipper length', 'body mass'], 342, [
    'Adelie',
    'Chinstrap',
    'Gentoo',
  ]),
  diabetes: columnsOf(['age', 'sex', 'bmi', 'bp', 's1', 's2', 's3', 's4', 's5', 's6'], 442, []),
} satisfies Partial<Record<DataSetKey, DataSet>>

/** Years of the sunspot series. */
const SUNSPOT_YEARS = 309

const sequence = (steps: number, features: number): Shape => ({ kind: 'sequence', steps, features })

const dependent: Record<Exclude<DataSetKey, keyof typeof fixed>, (data: DataSettings) => DataSet> = {
  'first-token': ({ length }) =>
    generated({
      shape: sequence(length, SYMBOLS.length),
      generate: firstToken(length),
      noise: 'sample',
      classes: SYMBOLS,
    }),
  adding: ({ length }) => generated({ shape: sequence(length, 2), generate: adding(length), noise: 'none' }),
  /** Windows of so many years, and the year after each. */
  sunspots: ({ length }) =>
    stored(sequence(length, 1), Math.max(0, SUNSPOT_YEARS - length), { classes: [], order: 'series' }),
  drawn: ({ points = [] }) =>
    stored(vector(2), points.length, { from: 'points', classes: TWO, extent: square(DRAWN_REACH) }),
  rows: ({ rows }) => {
    if (!rows) return stored(vector(1), 0, { from: 'table', classes: [] })
    const { columns, classes, count, ranges, parts } = rows
    const drawable = columns.length === 1 ? classes.length === 0 : columns.length === 2 && classes.length < 3
    return stored(vector(columns.length), count, {
      from: 'table',
      classes,
      columns,
      extent: drawable ? (columns.length === 1 ? ranges : ranges.slice(0, 2)).map(widened) : null,
      order: parts === null ? 'shuffled' : 'given',
    })
  },
}

/** What the experiment's data are. The same object as long as the settings that matter are the same. */
export function dataSet(data: DataSettings): DataSet {
  const { set } = data
  if (set in fixed) return fixed[set as keyof typeof fixed]
  const key = `${set} ${set === 'rows' ? data.rows?.digest : set === 'drawn' ? data.points?.length : data.length}`
  if (latest.get(set)?.key !== key)
    latest.set(set, { key, value: dependent[set as keyof typeof dependent](data) })
  return latest.get(set)!.value
}

const latest = new Map<DataSetKey, { readonly key: string; readonly value: DataSet }>()

/** Whether the set is downloaded when first wanted. */
export function isPacked(data: DataSettings): boolean {
  const set = dataSet(data)
  return set.kind === 'stored' && set.from === 'file'
}

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

/** A twentieth of the range on either side. */
function widened([low, high]: readonly [number, number]): readonly [number, number] {
  const margin = (high - low) / 20 || 1
  return [low - margin, high + margin]
}
