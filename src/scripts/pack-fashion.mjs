// Packs the first 600 training images of each class of Fashion-MNIST into public/data/fashion.bin.
//
// Debian's package `dataset-fashion-mnist` is an input, not a dependency. To run this again:
//   cd "$(mktemp -d)" && apt-get download dataset-fashion-mnist && dpkg-deb -x dataset-fashion-mnist_*.deb .
//   node src/scripts/pack-fashion.mjs <that folder>/usr/share/datasets/fashion-mnist
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { inputFolder, pack } from './packing.mjs'

const PIXELS = 28 * 28
const PER_CLASS = 600
const CLASSES = [
  ...['T-shirt', 'Trouser', 'Pullover', 'Dress', 'Coat'],
  ...['Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'],
]

const folder = inputFolder('usage: node src/scripts/pack-fashion.mjs <folder of the idx files>')
const idx = (name, header) => new Uint8Array(gunzipSync(readFileSync(join(folder, name)))).subarray(header)
const labels = idx('train-labels-idx1-ubyte.gz', 8)
const pixels = idx('train-images-idx3-ubyte.gz', 16)

const chosen = CLASSES.flatMap((_, label) =>
  Array.from(labels.keys())
    .filter((i) => labels[i] === label)
    .slice(0, PER_CLASS),
)
pack(
  'fashion',
  {
    targets: Uint8Array.from(chosen, (i) => labels[i]),
    inputs: new Uint8Array(Buffer.concat(chosen.map((i) => pixels.subarray(i * PIXELS, (i + 1) * PIXELS)))),
    shape: [28, 28],
    classes: CLASSES,
    layout: 'count label bytes, then count x 28 x 28 pixel bytes, row-major',
    order: 'sorted by class',
  },
  {
    title: 'Fashion-MNIST (6,000 of its 60,000 training images)',
    source: 'Fashion-MNIST by Zalando Research, as distributed by Debian’s package dataset-fashion-mnist',
    sourceUrl: 'https://github.com/zalandoresearch/fashion-mnist',
    authors: 'Han Xiao, Kashif Rasul, Roland Vollgraf',
    copyright: '2017 Zalando SE, https://tech.zalando.com',
    licence: 'MIT',
    licenceUrl: 'https://github.com/zalandoresearch/fashion-mnist/blob/master/LICENSE',
    citation:
      'H. Xiao, K. Rasul and R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms", arXiv:1708.07747, 2017',
    changes: 'The first 600 training images of each class, sorted by class. No pixel was altered.',
  },
)
