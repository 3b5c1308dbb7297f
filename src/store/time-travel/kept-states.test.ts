import { expect, it } from 'vitest'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import type { KeptState } from '../../protocol/checkpoint.ts'
import { KeptStates, makeRoomFor } from './kept-states.ts'

const wide = expectExperiment({
  data: { set: 'digits' },
  model: { layers: [{ units: 500 }, { units: 500 }] },
})
const small = expectExperiment({ data: { set: 'moons' } })

const state = (epoch: number, size = 1, slots = 0): KeptState => ({
  epoch,
  state: {
    weights: new Float32Array(size).fill(epoch),
    slots: Array.from({ length: slots }, () => new Float32Array(size)),
    updates: epoch,
  },
})
const sorted = (kept: KeptStates) => [...kept.epochs].sort((a, b) => a - b)

it('as a run grows, every second epoch goes, but never the best one nor that in which a branch began', () => {
  const kept = new KeptStates(wide, state(5))
  for (let epoch = 6; epoch <= 40; epoch++) kept.add([state(epoch)], epoch, 7)
  expect(sorted(kept)).toEqual([5, 7, 8, 12, 16, 20, 24, 28, 32, 36, 40])
  kept.add([], 40, 33)
  expect(sorted(kept)).not.toContain(7)
})

it('what comes again from another engine is forgotten, and weights alone do not replace a whole state', () => {
  const kept = new KeptStates(small)
  kept.add([state(1, 1, 2), state(2, 1, 2)], 2, 1)
  kept.add([state(1)], 2, 1)
  expect(kept.get(1)!.slots).toHaveLength(2)
  kept.rewind(1)
  expect(kept.epochs).toEqual([1])
  expect(kept.get(2)).toBeNull()
})

it('where all runs together would keep too much, the one that began first loses its states', () => {
  const kept = new Map<string, KeptStates>()
  for (const id of ['a', 'b', 'c']) {
    const own = new KeptStates(wide)
    own.add([state(1, 20e6)], 1, 1)
    kept.set(id, own)
    makeRoomFor(id, kept)
  }
  expect([...kept.keys()]).toEqual(['b', 'c'])
})
