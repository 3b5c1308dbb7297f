import { describe, expect, it } from 'vitest'
import { LiveCache } from './live-cache.ts'

describe('the cache', () => {
  it('holds so many bytes, and drops what was unused longest', () => {
    const cache = new LiveCache<number>(10, (bytes) => bytes)
    cache.put('a', 4)
    cache.put('b', 4)
    expect(cache.get('a')).toBe(4)
    cache.put('c', 4)
    expect([cache.has('a'), cache.has('b'), cache.has('c')]).toEqual([true, false, true])
    expect(cache.bytes).toBe(8)
    cache.put('a', 2)
    expect(cache.bytes).toBe(6)
  })

  it('keeps what is larger than all of it until something else comes', () => {
    const cache = new LiveCache<number>(10, (bytes) => bytes)
    cache.put('large', 50)
    expect(cache.has('large')).toBe(true)
    cache.put('small', 1)
    expect(cache.has('large')).toBe(false)
  })
})
