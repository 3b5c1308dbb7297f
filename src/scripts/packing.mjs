// What every packed file has in common: raw deflate (no gzip header) of the targets of all samples, then their inputs,
// row-major, as bytes or as little-endian float32; and an entry in public/data/manifest.json that describes it.
//
// The unpacked bytes never depend on the machine; the compressed ones may differ between zlib builds, which is why the
// manifest carries a checksum of each.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'

const output = fileURLToPath(new URL('../../public/data/', import.meta.url))
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/**
 * Writes `<key>.bin` and the set's entry, and leaves all other entries as they are. `targets` and `inputs` are both
 * Uint8Array or both Float32Array; `facts` are what people must be told: title, source, licence, citation, changes.
 */
export function pack(key, { targets, inputs, shape, classes, order, layout }, facts) {
  const bytes = ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)
  const unpacked = Buffer.concat([bytes(targets), bytes(inputs)])
  const packed = deflateRawSync(unpacked, { level: 9, memLevel: 9 })
  const entry = {
    file: `${key}.bin`,
    encoding: 'deflate-raw',
    layout,
    order,
    bytes: packed.length,
    unpackedBytes: unpacked.length,
    count: targets.length,
    shape,
    dtype: targets instanceof Uint8Array ? 'uint8' : 'float32',
    ...(classes && {
      classes,
      perClass: classes.map((_, label) => targets.filter((t) => t === label).length),
    }),
    sha256: sha256(packed),
    unpackedSha256: sha256(unpacked),
    ...facts,
  }
  mkdirSync(output, { recursive: true })
  const manifestFile = join(output, 'manifest.json')
  const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}
  writeFileSync(join(output, entry.file), packed)
  writeFileSync(manifestFile, `${JSON.stringify({ ...manifest, [key]: entry }, null, 2)}\n`)
  console.log(`${key}: ${entry.count} samples, ${entry.bytes} bytes, sha256 ${entry.sha256}`)
}

/** The folder named on the command line; tells how to get it if none is. */
export function inputFolder(usage) {
  const folder = process.argv[2]
  if (folder) return folder
  console.error(usage)
  return process.exit(1)
}
