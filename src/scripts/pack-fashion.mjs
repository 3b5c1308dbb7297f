// Packs 6,000 images of Fashion-MNIST, 600 of each class (public/data/fashion.bin; format: packing.mjs).
//
// The input is Debian's package `dataset-fashion-mnist`. To run this again on Debian:
//   cd "$(mktemp -d)" && apt-get download dataset-fashion-mnist && dpkg-deb -x dataset-fashion-mnist_*.deb .
//   node src/scripts/pack-fashion.mjs <that folder>/usr/share/datasets/fashion-mnist
//
// The first 600 of each class in the training file, in the order of that file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { inputFolder, writeSet } from './packing.mjs'

const SIDE = 28
const PIXELS = SIDE * SIDE
const PER_CLASS = 600
const TRAIN = 60_000
const CLASSES = [
  ...['T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat'],
  ...['Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'],
]

/** The bytes of an IDX file after its header, which must be this one: unsigned bytes, these lengths. */
function readIdx(folder, name, lengths) {
  const file = gunzipSync(readFileSync(join(folder, name)))
  const header = [0x0800 + lengths.length, ...lengths]
  for (const [at, value] of header.entries())
    if (file.readUInt32BE(4 * at) !== value) throw new Error(`${name}: header word ${at} is not ${value}`)
  return file.subarray(4 * header.length)
}

const folder = inputFolder('pack-fashion.mjs', 'folder of the four Fashion-MNIST files')
const labels = readIdx(folder, 'train-labels-idx1-ubyte.gz', [TRAIN])
const images = readIdx(folder, 'train-images-idx3-ubyte.gz', [TRAIN, SIDE, SIDE])

const taken = CLASSES.map(() => 0)
const chosen = [...labels.keys()].filter((at) => taken[labels[at]]++ < PER_CLASS)

writeSet('fashion', {
  layout: 'count label bytes, then count x 28 x 28 pixel bytes, row-major',
  order: 'as in the training file',
  shape: [SIDE, SIDE],
  dtype: 'uint8',
  classes: CLASSES,
  targets: Buffer.from(chosen.map((at) => labels[at])),
  inputs: Buffer.concat(chosen.map((at) => images.subarray(at * PIXELS, (at + 1) * PIXELS))),
  facts: {
    title: 'Fashion-MNIST (6,000 samples)',
    source: 'Fashion-MNIST training images, as distributed by the Debian package dataset-fashion-mnist',
    sourceUrl: 'https://github.com/zalandoresearch/fashion-mnist',
    authors: 'Han Xiao, Kashif Rasul, Roland Vollgraf',
    copyright: '2017 Zalando SE',
    licence: 'MIT',
    licenceUrl: 'https://github.com/zalandoresearch/fashion-mnist/blob/master/LICENSE',
    citation:
      'H. Xiao, K. Rasul and R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms", arXiv:1708.07747, 2017',
    changes:
      'The first 600 images of each class of the training file were taken, in its order, and packed into one compressed file. No pixel was altered.',
  },
})
