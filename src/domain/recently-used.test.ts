import { expect, it } from 'vitest'
import { RecentlyUsed } from './recently-used.ts'

it('holds the entries that were put or asked for last, so many at most', () => {
  const kept = new RecentlyUsed<number>(2)
  kept.put('a', 1)
  kept.put('b', 2)
  expect(kept.get('a')).toBe(1)
  kept.put('c', 3)
  expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual([1, undefined, 3])
})

it('a key that is put again has its new value, and takes no room of another', () => {
  const kept = new RecentlyUsed<number>(2)
  kept.put('a', 1)
  kept.put('b', 2)
  kept.put('b', 3)
  expect(['a', 'b'].map((key) => kept.get(key))).toEqual([1, 3])
})
