import { expect, it, vi } from 'vitest'
import { NO_TABLES } from '../domain/table/library.ts'
import { openFile } from './open-file.ts'

const blob = (...parts: BlobPart[]) => new Blob(parts)
/** A file that claims to be larger than it is, so that the claim must suffice to refuse it. */
const large = (size: number, ...parts: BlobPart[]) => {
  const file = blob(...parts)
  const unread = () => Promise.reject(new Error('was read'))
  const slice = (from: number, to: number) => file.slice(from, to)
  return { size, slice, arrayBuffer: unread, text: unread, stream: unread } as unknown as Blob
}
const safetensors = [new Uint8Array([2, 0, 0, 0, 0, 0, 0, 0]), '{}']

it.each([
  ['JSON of other things', blob('{"a":1}'), { kind: 'refused', why: 'not-runs' }],
  ['the same behind a mark and spaces', blob('\ufeff \n {"a":1}'), { kind: 'refused', why: 'not-runs' }],
  ['a list', blob('[1,2]'), { kind: 'refused', why: 'not-runs' }],
  [
    'a table with a word in it',
    blob('{"inputs":[[1],["x"],[3]],"targets":[1,2,3]}'),
    { kind: 'refused', why: { kind: 'table-value', row: 2, column: 1, received: 'x' } },
  ],
  [
    'a table with several targets a row',
    blob('{"inputs":[[1],[2],[3]],"targets":[[1],[2,3],[4]]}'),
    { kind: 'refused', why: { kind: 'table-targets', row: 2, found: 2 } },
  ],
  ['a sweep that is none', blob('{"sweep":{}}'), { kind: 'refused', why: 'sweep-damaged' }],
  ['weights of others', blob(...safetensors), { kind: 'refused', why: 'weights-alone' }],
  ['a table of others', blob('a,b\n1,2\n'), { kind: 'foreign' }],
  ['a list of rows', blob('[{"a":1,"b":2},{"a":3,"b":4}]'), { kind: 'foreign' }],
  ['a row a line', blob('{"a":1,"b":2}\n{"a":3,"b":4}\n'), { kind: 'foreign' }],
  [
    'a list of rows with what Python writes for a missing number',
    blob('[{"a":NaN,"b":2},{"a":3,"b":4}]'),
    { kind: 'foreign' },
  ],
  ['columns', blob('{"a":[1,3],"b":[2,4]}'), { kind: 'foreign' }],
  ['nothing', blob(), { kind: 'foreign' }],
  ['a picture', blob(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0])), { kind: 'refused', why: 'picture' }],
  ['too much JSON', large(2e8, '{'), { kind: 'refused', why: 'too-large' }],
  ['too many curves', large(2e8, '# fitting-room-run: 1'), { kind: 'refused', why: 'too-large' }],
  ['too many weights', large(6e8, ...safetensors), { kind: 'refused', why: 'too-large' }],
])('%s is told by what is in it', async (_, file, opened) => {
  expect(await openFile(file, NO_TABLES)).toEqual(opened)
})

it('a table that the page saved is a table', async () => {
  const opened = await openFile(
    blob('{"columns":["a"],"target":"b","inputs":[[1],[2],[3]],"targets":[1,2,4]}'),
    NO_TABLES,
  )
  expect(opened).toMatchObject({ kind: 'table', table: { columns: ['a'], target: 'b', count: 3 } })
})

it('a file that cannot be read is refused', async () => {
  const file = blob('{}')
  vi.spyOn(file, 'stream').mockImplementation(() => {
    throw new DOMException('', 'NotReadableError')
  })
  expect(await openFile(file, NO_TABLES)).toEqual({ kind: 'refused', why: 'unreadable' })
})

/** A file that comes in pieces of a million characters, and counts those that were asked for. */
function inPieces(count: number, piece: string) {
  const bytes = new TextEncoder().encode(piece.repeat(Math.ceil(1e6 / piece.length)))
  let asked = 0
  const stream = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        if (asked++ < count) controller.enqueue(bytes)
        else controller.close()
      },
    })
  const file = { size: 1e8, slice: (from: number, to: number) => new Blob([bytes.slice(from, to)]), stream }
  return { file: file as unknown as Blob, asked: () => asked }
}

it.each([
  ['too deep', '[', 'too-deep', 3],
  ['too long', '[0,0],', 'too-large', 68],
])('what is %s is read no further, and never parsed', async (_, piece, why, most) => {
  const parse = vi.spyOn(JSON, 'parse')
  const { file, asked } = inPieces(1000, piece)
  expect(await openFile(file, NO_TABLES)).toEqual({ kind: 'refused', why })
  expect(asked()).toBeLessThan(most)
  expect(parse).not.toHaveBeenCalled()
  parse.mockRestore()
})

it('brackets within texts are no depth, also where a piece ends within one', async () => {
  const text = `{"a":"${'['.repeat(300)}\\"${'{'.repeat(300)}"}`
  const stream = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const char of text) controller.enqueue(new TextEncoder().encode(char))
        controller.close()
      },
    })
  const file = Object.assign(new Blob([text]), { stream })
  expect(await openFile(file, NO_TABLES)).toEqual({ kind: 'refused', why: 'not-runs' })
})

it('reports its progress', async () => {
  const shares: number[] = []
  await openFile(new Blob(['{"runs":[{},{},{}]}']), NO_TABLES, (share) => shares.push(share))
  expect(shares.length).toBeGreaterThan(2)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(Math.max(...shares)).toBeLessThanOrEqual(1)
})
