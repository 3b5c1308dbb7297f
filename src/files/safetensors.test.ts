import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { initialWeights } from '../domain/network/initial-weights.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { weightsToJson } from '../domain/run/run.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { looksLikeSafetensors, readSafetensors, type Tensor, writeSafetensors } from './safetensors.ts'
import { readWeightsFile, weightsFile } from './weights-file.ts'

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

/** A file put together by hand, as the format's description says. */
function file(header: string, data: readonly number[] = [], length = Buffer.byteLength(header)): Uint8Array {
  const head = Buffer.alloc(8)
  head.writeBigUInt64LE(BigInt(length))
  return new Uint8Array(Buffer.concat([head, Buffer.from(header), Buffer.from(data)]))
}
const one = [0, 0, 128, 63]
const minusTwo = [0, 0, 0, 192]
const f32 = (from: number, to: number, shape = [(to - from) / 4], dtype = 'F32') =>
  `{"dtype":"${dtype}","shape":[${shape}],"data_offsets":[${from},${to}]}`

it('bytes put together by hand are read, in whatever order the arrays lie', () => {
  const header = `{"b":${f32(4, 8, [])},"__metadata__":{"who":"甲"},"a":${f32(0, 4)},"none":${f32(8, 8, [0, 3])}}  `
  const read = readSafetensors(file(header, [...one, ...minusTwo]))
  expect(read).toEqual({
    ok: true,
    metadata: new Map([['who', '甲']]),
    tensors: [
      { name: 'b', shape: [], values: Float32Array.of(-2) },
      { name: 'a', shape: [1], values: Float32Array.of(1) },
      { name: 'none', shape: [0, 3], values: new Float32Array(0) },
    ],
  })
})

const tensors: readonly Tensor[] = [
  { name: 'dense_1/kernel', shape: [2, 3], values: Float32Array.of(1, -2, 3.25, 1e-45, 3.4e38, -0) },
  { name: 'dense_1/bias', shape: [3], values: Float32Array.of(Number.NaN, Infinity, 0.1) },
  { name: '甲"\\', shape: [], values: Float32Array.of(7) },
]

it('gives back what it wrote, bit for bit, and pads the header to eight bytes', async () => {
  for (const pad of ['', 'a', 'ab', 'abc', 'abcdefg']) {
    const metadata = new Map([
      ['pad', pad],
      ['__proto__', 'x'],
    ])
    const bytes = await bytesOf(writeSafetensors(tensors, metadata))
    expect(Number(new DataView(bytes.buffer).getBigUint64(0, true)) % 8).toBe(0)
    expect(looksLikeSafetensors(bytes.subarray(0, 64))).toBe(true)
    expect(readSafetensors(bytes)).toEqual({ ok: true, tensors, metadata })
  }
})

const python = spawnSync('python3', ['--version']).status === 0

/** A reader that uses only Python's standard library, after the format's description. */
const WITNESS = `
import json, struct, sys
data = sys.stdin.buffer.read()
(length,) = struct.unpack("<Q", data[:8])
header = json.loads(data[8:8 + length])
assert length % 8 == 0 and data[8:9] == b"{"
body = data[8 + length:]
out = {"metadata": header.pop("__metadata__"), "tensors": {}}
ends = 0
for name, entry in header.items():
    begin, end = entry["data_offsets"]
    assert entry["dtype"] == "F32" and begin == ends, entry
    ends = end
    values = struct.unpack(f"<{(end - begin) // 4}f", body[begin:end])
    out["tensors"][name] = [entry["shape"], [v.hex() for v in values]]
assert ends == len(body)
print(json.dumps(out))`

it.skipIf(!python)('another reader finds the same numbers', async () => {
  const input = await bytesOf(writeSafetensors(tensors, new Map([['link', 'https://x/#a=1']])))
  const run = spawnSync('python3', ['-c', WITNESS], { input })
  expect(run.stderr.toString()).toBe('')
  expect(JSON.parse(run.stdout.toString())).toEqual({
    metadata: { link: 'https://x/#a=1' },
    tensors: {
      'dense_1/kernel': [
        [2, 3],
        [
          '0x1.0000000000000p+0',
          '-0x1.0000000000000p+1',
          '0x1.a000000000000p+1',
          '0x1.0000000000000p-149',
          `0x1.ff933c0000000p+127`,
          '-0x0.0p+0',
        ],
      ],
      'dense_1/bias': [[3], ['nan', 'inf', '0x1.99999a0000000p-4']],
      '甲"\\': [[], ['0x1.c000000000000p+2']],
    },
  })
})

describe('refused is', () => {
  const good = `{"a":${f32(0, 4)},"b":${f32(4, 8)}}`
  const both = [...one, ...minusTwo]
  it.each([
    ['an empty file', new Uint8Array(0), 'damaged'],
    ['a file shorter than its first number', new Uint8Array(5), 'damaged'],
    ['a header longer than the file', file(good, both, 1e6), 'damaged'],
    ['a header of 2⁶⁴ bytes', new Uint8Array([...Array(8).fill(255), 123]), 'damaged'],
    ['a header cut off', file(good, both, 20), 'damaged'],
    ['a header that begins with a space', file(` ${good}`, both), 'damaged'],
    [
      'a header that is no UTF-8',
      file('{"\u0000":1}'.replace('\u0000', '')).map((b) => (b === 0x31 ? 0xff : b)),
      'damaged',
    ],
    ['a header that is a list', file('[]'), 'damaged'],
    ['numbers cut off', file(good, one), 'damaged'],
    ['numbers too many', file(good, [...both, ...one]), 'damaged'],
    ['arrays that overlap', file(`{"a":${f32(0, 4)},"b":${f32(0, 8)}}`, both), 'damaged'],
    ['a gap between arrays', file(`{"a":${f32(0, 4)},"b":${f32(8, 12)}}`, [...both, ...one]), 'damaged'],
    ['a place outside the file', file(`{"a":${f32(0, 4)},"b":${f32(4, 4_000_000)}}`, both), 'damaged'],
    ['a place that ends before it begins', file(`{"a":${f32(4, 0, [1])}}`, one), 'damaged'],
    ['a shape of another size', file(`{"a":${f32(0, 8, [3])}}`, both), 'damaged'],
    ['a shape of fractions', file(`{"a":${f32(0, 8, [0.5, 4])}}`, both), 'damaged'],
    ['a shape without end', file(`{"a":${f32(0, 8, [2 ** 52, 2 ** 52])}}`, both), 'damaged'],
    ['a key twice', file(`{"a":${f32(0, 4)},"\\u0061":${f32(4, 8)}}`, both), 'damaged'],
    ['a key twice in an array’s entry', file(`{"a":{"dtype":"F64",${f32(0, 4).slice(1)}}`, one), 'damaged'],
    ['metadata that are no texts', file('{"__metadata__":{"a":1}}'), 'damaged'],
    ['an array without a place', file('{"a":{"dtype":"F32","shape":[1]}}', one), 'damaged'],
    ['numbers of another kind', file(`{"a":${f32(0, 8, [1], 'F64')}}`, both), 'kind'],
    [
      'too many arrays',
      file(
        JSON.stringify(
          Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [i, JSON.parse(f32(0, 0, [0]))])),
        ),
      ),
      'too-large',
    ],
    ['ten megabytes of brackets', file('{"a":'.repeat(2_000_000)), 'damaged'],
  ])('%s', (_, bytes, why) => {
    expect(readSafetensors(bytes)).toEqual({ ok: false, why })
  })
})

describe('the weights of a run', () => {
  const experiment = expectExperiment({ data: { set: 'moons' }, model: { layers: [{ units: 3 }] } })
  const record: ReadRecord = {
    version: 1,
    id: 'run-1',
    name: '<b>mine</b>',
    experiment,
    engine: null,
    epochs: [],
    outcome: { kind: 'stopped', epoch: 0, best: 0, restored: null },
    test: null,
    weights: weightsToJson(initialWeights(experiment)),
  }

  it('the metadata alone say which run the weights belong to', async () => {
    const read = readSafetensors(await bytesOf(weightsFile(record, 'https://x/#data=moons')))
    expect(read.ok && Object.fromEntries([...read.metadata].slice(0, 4))).toEqual({
      name: '<b>mine</b>',
      link: 'https://x/#data=moons',
      epoch: '0',
      weights: 'last',
    })
    expect(read.ok && read.tensors.map(({ name }) => name)).toEqual([
      'dense_1/kernel',
      'dense_1/bias',
      'dense_2/kernel',
      'dense_2/bias',
    ])
  })

  const tensorsOf = (of: ReadRecord) =>
    of.weights.map(({ values, ...rest }) => ({ ...rest, values: Float32Array.from(values) }))
  const saved = (metadata: Record<string, string>, arrays = tensorsOf(record)) =>
    bytesOf(writeSafetensors(arrays, new Map(Object.entries(metadata))))
  const bare = JSON.stringify({ ...record, weights: [] })

  it('are the same run when another program has sorted them', async () => {
    const bytes = await saved({ 'fitting-room': bare }, tensorsOf(record).toReversed())
    expect(readWeightsFile(bytes, NO_TABLES)).toEqual({ ok: true, records: [record] })
  })

  it.each([
    ['without a run', {}, undefined, 'weights-alone'],
    ['with a run that is none', { 'fitting-room': '7' }, undefined, 'weights-damaged'],
    [
      'of a later version',
      { 'fitting-room': bare.replace('"version":1', '"version":2') },
      undefined,
      'newer',
    ],
    ['of another network', { 'fitting-room': bare }, tensorsOf(record).slice(1), 'not-runs'],
    [
      'of a prototype',
      { 'fitting-room': bare },
      [...tensorsOf(record), { name: '__proto__', shape: [], values: Float32Array.of(1) }],
      'not-runs',
    ],
  ])('%s are refused', async (_, metadata, arrays, why) => {
    expect(readWeightsFile(await saved(metadata as Record<string, string>, arrays), NO_TABLES)).toEqual({
      ok: false,
      why,
    })
  })
})
