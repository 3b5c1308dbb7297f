import { expect, it } from 'vitest'
import { reproduction } from './reproduction.ts'
import type { EpochRow } from './run.ts'

const row = (epoch: number, loss: number): EpochRow => ({
  epoch,
  train: { loss },
  validation: { loss: 2 * loss },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: epoch,
})
const recorded = [row(1, 0.3), row(2, 0.1 + 0.2), row(3, 0.25)]

it('is exact when every loss is the same number, whatever the clock said', () => {
  const again = recorded.map((each) => ({ ...each, seconds: 9, gradients: [1] }))
  expect(reproduction(recorded, again, true)).toEqual({ kind: 'exact', epochs: 3 })
})

it('names the first epoch that differs, be it by one bit or by being missing', () => {
  expect(reproduction(recorded, [recorded[0]!, row(2, 0.3), recorded[2]!], true)).toEqual({
    kind: 'differs',
    epoch: 2,
  })
  expect(reproduction(recorded, recorded.slice(0, 2), true)).toEqual({ kind: 'differs', epoch: 3 })
})

it('is not exact where a recorded accuracy or R² is another number, and asks for none that the record lacks', () => {
  const scored = (accuracy: number): EpochRow => {
    const { validation, ...rest } = row(1, 0.3)
    return { ...rest, validation: { ...validation, accuracy } }
  }
  expect(reproduction([scored(0.95)], [scored(0.9)], true)).toEqual({ kind: 'differs', epoch: 1 })
  expect(reproduction([scored(0.9)], [scored(0.9)], true)).toEqual({ kind: 'exact', epochs: 1 })
  expect(reproduction([row(1, 0.3)], [scored(0.9)], true)).toEqual({ kind: 'exact', epochs: 1 })
})

it('of an engine that rounds in its own way, tells how far apart they are', () => {
  const again = [recorded[0]!, recorded[1]!, row(3, 0.2501)]
  const told = reproduction(recorded, again, false)
  expect(told).toMatchObject({ kind: 'rounded', epoch: 3 })
  expect(told.kind === 'rounded' && told.largest).toBeCloseTo(4e-4, 5)
})
