import { expect, test } from 'vitest'
import type { StoredHandIn } from '../store/hand-in-storage.ts'
import { browserHandInStorage } from './browser-hand-in-storage.ts'

const handIn = (id: number, check: StoredHandIn['check'] = null): StoredHandIn => ({
  version: 1,
  id,
  record: { name: `student ${id}` },
  check,
})

test('hand-ins come back in order, those of their assignment alone, as they were last written', async () => {
  const kept = browserHandInStorage()
  const done = { found: { kind: 'exact', epochs: 2 }, row: null, epochs: 2, verdict: null } as const
  await kept.put('a', [handIn(10), handIn(9)])
  await kept.put('ab', [handIn(1)])
  await kept.put('a', [handIn(9, done)])
  const later = browserHandInStorage()
  expect(await later.load('a')).toEqual([handIn(9, done), handIn(10)])
  await later.remove('a', [9])
  expect(await kept.load('a')).toEqual([handIn(10)])
  expect(await kept.load('ab')).toEqual([handIn(1)])
})
