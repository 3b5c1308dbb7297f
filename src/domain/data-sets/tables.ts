/** Tables of named columns: those in files, and a person's own. */
import { storedSet, vector } from './data-set.ts'
import { always, dependingOn, type OwnEntry, type PackedEntry } from './entry.ts'

const columnsOf = (
  columns: readonly string[],
  available: number,
  classes: readonly string[],
): PackedEntry => ({
  origin: 'packed',
  group: 'tables',
  describe: always(storedSet({ shape: vector(columns.length), available, classes, columns })),
})

/** What is measured of each cell nucleus. */
const NUCLEUS = [
  ...(['radius', 'texture', 'perimeter', 'area', 'smoothness'] as const),
  ...(['compactness', 'concavity', 'concave points', 'symmetry', 'fractal dimension'] as const),
] as const

const rows: OwnEntry = {
  origin: 'own',
  group: 'own',
  describe: dependingOn(
    ({ rows }) => rows?.digest,
    ({ rows }) => {
      if (!rows) return storedSet({ shape: vector(1), available: 0, from: 'table', classes: [] })
      const { columns, classes, count, ranges, parts } = rows
      const drawable =
        columns.length === 1 ? classes.length === 0 : columns.length === 2 && classes.length < 3
      return storedSet({
        shape: vector(columns.length),
        available: count,
        from: 'table',
        classes,
        columns,
        extent: drawable ? (columns.length === 1 ? ranges : ranges.slice(0, 2)).map(widened) : null,
        order: parts === null ? 'shuffled' : 'given',
      })
    },
  ),
}

/** A twentieth of the range on either side. */
function widened([low, high]: readonly [number, number]): readonly [number, number] {
  const margin = (high - low) / 20 || 1
  return [low - margin, high + margin]
}

export const tableSets = {
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
  rows,
}
