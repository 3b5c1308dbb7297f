/** An engine that does not work here is replaced, and only told of where somebody misses it. */
import { beforeEach, expect, it, vi } from 'vitest'
import type { WorkerClient } from './client.ts'
import {
  epochs,
  events,
  fakeClient,
  installFakeWorkers,
  open,
  experiment as small,
  started,
  wide,
  workerOf,
  workersOf,
} from './fake-workers.testing.ts'

installFakeWorkers()
let client: WorkerClient
beforeEach(() => {
  client = fakeClient()
})

it.each([
  ['refused', () => workerOf('wasm').say({ type: 'refused', engine: 'wasm', reason: 'no SIMD' })],
  ['silent', () => vi.advanceTimersByTime(16_000)],
  ['broken', () => workerOf('wasm').onerror?.({ message: 'syntax' } as ErrorEvent)],
])('WebAssembly %s: the page is told, and the CPU takes over, for good', async (_, fail) => {
  client.start('a', small)
  fail()
  expect(workerOf('wasm').terminated).toBe(true)
  open(workerOf('cpu'))
  expect(events.find(({ type }) => type === 'fallback')).toMatchObject({
    from: 'wasm',
    to: 'cpu',
    why: 'unavailable',
  })
  expect(started(workerOf('cpu'))).toEqual(['a'])
  client.start('b', small)
  expect(workersOf('wasm')).toHaveLength(1)
})

it('WebGL that is missing is not missed', async () => {
  client.start('a', wide())
  open(workerOf('wasm'))
  workerOf('webgl').say({ type: 'refused', engine: 'webgl', reason: 'no GPU' })
  epochs('wasm', 1, 5, 1)
  await vi.advanceTimersByTimeAsync(200)
  expect(events.some(({ type }) => type === 'fallback')).toBe(false)
  expect(workersOf('webgl')).toHaveLength(1)
})
