// Packs four sets that scikit-learn distributes: digits 8 × 8, breast cancer, wine and diabetes (raw units).
//
// Debian's package `python3-sklearn` is an input, not a dependency. To run this again:
//   cd "$(mktemp -d)" && apt-get download python3-sklearn && dpkg-deb -x python3-sklearn_*.deb .
//   node src/scripts/pack-sklearn.mjs <that folder>/usr/lib/python3/dist-packages/sklearn/datasets/data
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { inputFolder, pack } from './packing.mjs'

const folder = inputFolder('usage: node src/scripts/pack-sklearn.mjs <sklearn/datasets/data>')

/** Rows of numbers of a file, compressed or not. */
function rows(name, separator, header = 0) {
  const bytes = readFileSync(join(folder, name))
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const lines = text.trim().split('\n').slice(header)
  return lines.map((line) => line.trim().split(separator).map(Number))
}

/** The last number of each row is its class. */
const labelled = (table, Numbers) => ({
  targets: Numbers.from(table, (row) => row.at(-1)),
  inputs: Numbers.from(table.flatMap((row) => row.slice(0, -1))),
})

const TABLE = 'count targets, then count rows of inputs, little-endian float32'
const UCI = {
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
}
const through = (what) => `${what}, UCI Machine Learning Repository, as distributed by scikit-learn 1.2.1`

pack(
  'digits-8x8',
  {
    ...labelled(rows('digits.csv.gz', ','), Uint8Array),
    shape: [8, 8],
    classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    layout: 'count label bytes, then count x 8 x 8 bytes from 0 to 16, row-major',
    order: 'as in the source',
  },
  {
    title: 'Optical recognition of handwritten digits, test part (1,797 samples)',
    source: through('Optical Recognition of Handwritten Digits'),
    sourceUrl: 'https://archive.ics.uci.edu/dataset/80',
    authors: 'Ethem Alpaydin, Cenk Kaynak',
    ...UCI,
    citation:
      'E. Alpaydin and C. Kaynak, "Optical recognition of handwritten digits", UCI Machine Learning Repository, 1998, doi:10.24432/C50P49',
    changes: 'None but the packing.',
  },
)

pack(
  'breast-cancer',
  {
    ...labelled(rows('breast_cancer.csv', ',', 1), Float32Array),
    shape: [30],
    classes: ['malignant', 'benign'],
    layout: TABLE,
    order: 'as in the source',
  },
  {
    title: 'Breast Cancer Wisconsin (Diagnostic)',
    source: through('Breast Cancer Wisconsin (Diagnostic)'),
    sourceUrl: 'https://archive.ics.uci.edu/dataset/17',
    authors: 'William H. Wolberg, Olvi L. Mangasarian, W. Nick Street',
    ...UCI,
    citation:
      'W. N. Street, W. H. Wolberg and O. L. Mangasarian, "Nuclear feature extraction for breast tumor diagnosis", Proceedings of SPIE 1905, 861-870, 1993, doi:10.24432/C5DW2B',
    changes: 'Numbers rounded to float32. There are no missing values.',
  },
)

pack(
  'wine',
  {
    ...labelled(rows('wine_data.csv', ',', 1), Float32Array),
    shape: [13],
    classes: ['cultivar 1', 'cultivar 2', 'cultivar 3'],
    layout: TABLE,
    order: 'sorted by class',
  },
  {
    title: 'Wine recognition',
    source: through('Wine'),
    sourceUrl: 'https://archive.ics.uci.edu/dataset/109',
    authors: 'Stefan Aeberhard, M. Forina',
    ...UCI,
    citation:
      'S. Aeberhard and M. Forina, "Wine", UCI Machine Learning Repository, 1991, doi:10.24432/C5PC7J',
    changes: 'Numbers rounded to float32. There are no missing values.',
  },
)

pack(
  'diabetes',
  {
    targets: Float32Array.from(rows('diabetes_target.csv.gz', ' ').flat()),
    inputs: Float32Array.from(rows('diabetes_data_raw.csv.gz', ' ').flat()),
    shape: [10],
    layout: TABLE,
    order: 'as in the source',
  },
  {
    title: 'Diabetes progression after one year (442 patients)',
    source: 'Data of "Least angle regression", in raw units, as distributed by scikit-learn 1.2.1',
    sourceUrl: 'https://www4.stat.ncsu.edu/~boos/var.select/diabetes.html',
    authors: 'Bradley Efron, Trevor Hastie, Iain Johnstone, Robert Tibshirani',
    licence: 'BSD 3-Clause (of scikit-learn; the authors give none of their own)',
    licenceUrl: 'https://github.com/scikit-learn/scikit-learn/blob/1.2.1/COPYING',
    citation:
      'B. Efron, T. Hastie, I. Johnstone and R. Tibshirani, "Least angle regression", The Annals of Statistics 32(2), 407-499, 2004',
    changes: 'Numbers rounded to float32. There are no missing values.',
  },
)
