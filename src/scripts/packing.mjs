// What the packing scripts share: how a set becomes public/data/<key>.bin and its entry in public/data/manifest.json.
//
// Format of every .bin: raw deflate (no gzip header) of [count targets][count × inputs], row-major, both of one dtype:
// uint8 for images, float32 little-endian for everything else. The unpacked bytes never depend on the machine; the
// compressed ones may differ between zlib builds, which is why the manifest carries a checksum of each.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'

const OUTPUT = fileURLToPath(new URL('../../public/data/', import.meta.url))
const NUMBER_BYTES = { uint8: 1, float32: 4 }

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** The folder named on the command line, or the end of the script with a word on how to call it. */
export function inputFolder(script, what) {
  const folder = process.argv[2]
  if (folder) return folder
  console.error(`usage: node src/scripts/${script} <${what}>`)
  process.exit(1)
}

/** The npm package unpacked in the folder; another version may hold other data. */
export function expectPackage(folder, wanted, release) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (name !== wanted || version !== release)
    throw new Error(`expected ${wanted} ${release}, found ${name} ${version}`)
}

/** Rows of numbers from lines of text. */
export function numberRows(text, separator) {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(separator).map(Number))
  const wrong = rows.findIndex(
    (row) => row.length !== rows[0].length || row.some((value) => !Number.isFinite(value)),
  )
  if (wrong >= 0) throw new Error(`row ${wrong + 1} is not ${rows[0].length} numbers`)
  return rows
}

/**
 * Writes one set. `layout` and `order` are for people; `facts` ends the entry: title, source, licence, citation, changes
 * and, where rows were left out, `missing`. Entries of other sets stay as they are.
 */
export function writeSet(key, { layout, order, shape, dtype, columns, classes, targets, inputs, facts }) {
  const size = shape.reduce((product, length) => product * length, 1)
  if (inputs.length !== targets.length * size)
    throw new Error(`${key}: ${inputs.length} numbers are not ${targets.length} samples of ${size}`)
  const unpacked = bytesOf([targets, inputs], dtype)
  const packed = deflateRawSync(unpacked, { level: 9, memLevel: 9 })
  const file = `${key}.bin`
  const entry = {
    file,
    encoding: 'deflate-raw',
    layout,
    order,
    bytes: packed.length,
    unpackedBytes: unpacked.length,
    count: targets.length,
    shape,
    dtype,
    ...(columns && { columns }),
    classes,
    perClass: classes.map((_, label) => targets.reduce((sum, target) => sum + Number(target === label), 0)),
    sha256: sha256(packed),
    unpackedSha256: sha256(unpacked),
    ...facts,
  }
  mkdirSync(OUTPUT, { recursive: true })
  writeFileSync(join(OUTPUT, file), packed)
  const manifest = join(OUTPUT, 'manifest.json')
  const others = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
  writeFileSync(manifest, `${JSON.stringify({ ...others, [key]: entry }, null, 2)}\n`)
  console.log(`${key}: ${entry.count} samples, ${packed.length} bytes, sha256 ${entry.sha256}`)
}

function bytesOf(lists, dtype) {
  const width = NUMBER_BYTES[dtype]
  const bytes = Buffer.alloc(lists.reduce((sum, list) => sum + list.length, 0) * width)
  let at = 0
  for (const list of lists)
    for (const value of list) {
      if (dtype === 'uint8') bytes.writeUInt8(value, at)
      else bytes.writeFloatLE(value, at)
      at += width
    }
  return bytes
}
