import { expect, it } from 'vitest'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { betterPlace, couldWin } from './placement.ts'

const webgl = (epoch: number, start = 0) => ({ engine: 'webgl', epoch, start }) as const
const cpu = (epoch: number) => ({ engine: 'cpu', epoch, start: 0 }) as const

it('a run goes where it ends soonest, the move included', () => {
  expect(betterPlace(1, [webgl(0.2)], 20)).toEqual({ to: 'webgl', quicker: 5 })
  expect(betterPlace(1, [webgl(0.2), cpu(0.1)], 20)).toMatchObject({ to: 'cpu' })
  expect(betterPlace(1, [webgl(0.1, 6), cpu(0.2)], 20)).toMatchObject({ to: 'cpu' })
  expect(betterPlace(1, [webgl(0.1, 1), cpu(0.5)], 20)).toMatchObject({ to: 'webgl' })
})

it('and stays where the others are hardly quicker, or the rest is too short to win the move back', () => {
  expect(betterPlace(1, [], 20)).toBeNull()
  expect(betterPlace(1, [webgl(0.85)], 1000)).toBeNull()
  expect(betterPlace(1, [webgl(0.75)], 1000)).not.toBeNull()
  expect(betterPlace(1, [webgl(0.5, 2)], 5)).toBeNull()
  expect(betterPlace(1, [webgl(0.5, 2)], 7)).not.toBeNull()
  expect(betterPlace(0.01, [webgl(0.001)], 10)).toBeNull()
})

it('a graphics card cannot win where its shortest steps would be too long, by the size of the network or by the clock', () => {
  const opening = expectExperiment({})
  const digits = expectExperiment({
    data: { set: 'digits' },
    model: { layers: [{ units: 500 }, { units: 500 }] },
    training: { batchSize: 100 },
  })
  expect(couldWin('webgl', opening, null)).toBe(false)
  expect(couldWin('webgl', digits, null)).toBe(true)
  expect(couldWin('webgl', opening, 1)).toBe(false)
  expect(couldWin('webgl', digits, 1)).toBe(true)
  expect(couldWin('webgl', digits, 1e-4)).toBe(false)
  expect(couldWin('wasm', opening, null)).toBe(true)
})
