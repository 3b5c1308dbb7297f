import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadPacked } from './packed-data.ts'

const MANIFEST = { digits: { file: 'digits.bin', bytes: 4, sha256: 'x', count: 1, dtype: 'uint8' } }
const json = (value: unknown) => new Response(JSON.stringify(value))

beforeEach(() => void vi.stubGlobal('document', { baseURI: 'http://page.test/' }))
afterEach(() => void vi.unstubAllGlobals())

/** A server with these answers to the manifest and to the file. */
function serve(manifest: () => Response, file: () => Response) {
  vi.stubGlobal('fetch', async (url: URL) => (url.pathname.endsWith('.json') ? manifest() : file()))
}

const offline = (): never => {
  throw new TypeError('Failed to fetch')
}
const breaksOff = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(Uint8Array.of(1))
        controller.error(new TypeError('network error'))
      },
    }),
  )

it.each([
  ['no connection', offline, offline, 'unreachable'],
  ['a connection that breaks off', () => json(MANIFEST), breaksOff, 'unreachable'],
  ['a file that ends early', () => json(MANIFEST), () => new Response(Uint8Array.of(1)), 'unreachable'],
  ['no such file', () => json(MANIFEST), () => new Response('', { status: 404 }), 'missing'],
  ['a set that the server does not know', () => json({}), offline, 'missing'],
  ['a page instead of the manifest', () => new Response('<!doctype html>'), offline, 'damaged'],
  ['other bytes', () => json(MANIFEST), () => new Response(Uint8Array.of(1, 2, 3, 4)), 'damaged'],
  ['more bytes', () => json(MANIFEST), () => new Response(Uint8Array.of(1, 2, 3, 4, 5)), 'damaged'],
])('%s is told by its kind, not by what the browser calls it', async (_, manifest, file, why) => {
  serve(manifest, file)
  await expect(loadPacked('digits', () => {})).rejects.toMatchObject({ name: 'DownloadError', why })
})
