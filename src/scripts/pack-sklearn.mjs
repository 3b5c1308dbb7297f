// Packs four data sets that scikit-learn ships: digits-8x8, breast-cancer, wine, diabetes (format: packing.mjs).
//
// The input is Debian's package `python3-sklearn` (1.2.1). To run this again on Debian:
//   cd "$(mktemp -d)" && apt-get download python3-sklearn && dpkg-deb -x python3-sklearn_*.deb .
//   node src/scripts/pack-sklearn.mjs <that folder>/usr/lib/python3/dist-packages/sklearn/datasets/data
//
// Rows stay in the order of the files; the app shuffles them by seed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { inputFolder, numberRows, writeSet } from './packing.mjs'

const folder = inputFolder('pack-sklearn.mjs', "folder of scikit-learn's data files")
const read = (name) => {
  const bytes = readFileSync(join(folder, name))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

const SOURCE_URL = 'https://scikit-learn.org/stable/datasets/toy_dataset.html'
const UCI = {
  sourceUrl: SOURCE_URL,
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
}
const UNALTERED = 'Packed into one compressed file'
const TABLE = { dtype: 'float32', order: 'as in the source' }
const tableLayout = (columns, target) =>
  `count ${target} as float32, then count x ${columns} inputs as float32, row-major, little-endian`

/** scikit-learn's tables: a line of counts and class names, then rows that end with the class. */
function classTable(name, count, columns) {
  const [head, ...lines] = read(name).split('\n')
  const rows = numberRows(lines.join('\n'), ',')
  if (rows.length !== count || rows[0].length !== columns.length + 1 || !head.startsWith(`${count},`))
    throw new Error(`${name} is not ${count} rows of ${columns.length} inputs and a class`)
  return {
    ...TABLE,
    layout: tableLayout(columns.length, 'class numbers'),
    shape: [columns.length],
    columns,
    targets: rows.map((row) => row.at(-1)),
    inputs: rows.flatMap((row) => row.slice(0, -1)),
  }
}

const digits = numberRows(read('digits.csv.gz'), ',')
writeSet('digits-8x8', {
  layout: 'count label bytes, then count x 8 x 8 pixel bytes (0 to 16), row-major',
  order: 'as in the source',
  shape: [8, 8],
  dtype: 'uint8',
  classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
  targets: digits.map((row) => row.at(-1)),
  inputs: digits.flatMap((row) => row.slice(0, -1)),
  facts: {
    title: 'Optical recognition of handwritten digits, 8 × 8 (1,797 samples)',
    source:
      'The test part of Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, as distributed with scikit-learn 1.2.1',
    ...UCI,
    authors: 'E. Alpaydin, C. Kaynak',
    copyright: 'The authors',
    citation:
      'E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository, 1998, https://doi.org/10.24432/C50P49',
    changes: `${UNALTERED}. No pixel was altered.`,
  },
})

const NUCLEUS = [
  ...['radius', 'texture', 'perimeter', 'area', 'smoothness'],
  ...['compactness', 'concavity', 'concave points', 'symmetry', 'fractal dimension'],
]
writeSet('breast-cancer', {
  ...classTable('breast_cancer.csv', 569, [
    ...NUCLEUS.map((name) => `mean ${name}`),
    ...NUCLEUS.map((name) => `${name} error`),
    ...NUCLEUS.map((name) => `worst ${name}`),
  ]),
  classes: ['malignant', 'benign'],
  facts: {
    title: 'Breast cancer Wisconsin (diagnostic)',
    source:
      'Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning Repository, as distributed with scikit-learn 1.2.1',
    ...UCI,
    authors: 'William H. Wolberg, W. Nick Street, Olvi L. Mangasarian',
    copyright: 'The authors',
    citation:
      'W. Wolberg, O. Mangasarian, N. Street and W. Street, "Breast Cancer Wisconsin (Diagnostic)", UCI Machine Learning Repository, 1993, https://doi.org/10.24432/C5DW2B',
    changes: `${UNALTERED}, numbers rounded to float32.`,
  },
})

writeSet('wine', {
  ...classTable('wine_data.csv', 178, [
    ...['alcohol', 'malic acid', 'ash', 'alcalinity of ash', 'magnesium', 'total phenols', 'flavanoids'],
    ...['nonflavanoid phenols', 'proanthocyanins', 'color intensity', 'hue', 'OD280/OD315', 'proline'],
  ]),
  classes: ['cultivar 1', 'cultivar 2', 'cultivar 3'],
  facts: {
    title: 'Wine recognition',
    source: 'Wine, UCI Machine Learning Repository, as distributed with scikit-learn 1.2.1',
    ...UCI,
    authors: 'M. Forina and colleagues; donated by S. Aeberhard',
    copyright: 'The authors',
    citation:
      'S. Aeberhard and M. Forina, "Wine", UCI Machine Learning Repository, 1992, https://doi.org/10.24432/C5PC7J',
    changes: `${UNALTERED}, numbers rounded to float32; the classes, numbered without a name in the source, are called cultivar 1 to 3.`,
  },
})

const DIABETES = ['age', 'sex', 'bmi', 'bp', 's1', 's2', 's3', 's4', 's5', 's6']
writeSet('diabetes', {
  ...TABLE,
  layout: tableLayout(DIABETES.length, 'targets'),
  shape: [DIABETES.length],
  columns: DIABETES,
  classes: [],
  targets: numberRows(read('diabetes_target.csv.gz'), ',').flat(),
  inputs: numberRows(read('diabetes_data_raw.csv.gz'), /\s+/).flat(),
  facts: {
    title: 'Diabetes progression',
    source:
      'The diabetes data of "Least angle regression", as distributed with scikit-learn 1.2.1 (raw units)',
    sourceUrl: SOURCE_URL,
    authors: 'Bradley Efron, Trevor Hastie, Iain Johnstone, Robert Tibshirani',
    copyright: 'The scikit-learn developers (the distribution)',
    licence: 'BSD-3-Clause',
    licenceUrl: 'https://github.com/scikit-learn/scikit-learn/blob/main/COPYING',
    citation:
      'B. Efron, T. Hastie, I. Johnstone and R. Tibshirani, "Least angle regression", Annals of Statistics 32(2), 407-499, 2004',
    changes: `${UNALTERED}, numbers rounded to float32.`,
  },
})
