import { expect, it } from 'vitest'
import { reportedEpochs, weightsEpoch } from './reported-epochs.ts'
import { type EpochRow, gap, type Outcome } from './run.ts'

const row = (epoch: number, train = 1, validation = 1): EpochRow => ({
  epoch,
  train: { loss: train },
  validation: { loss: validation },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0.1,
})
const ended: Outcome = { kind: 'early-stopped', epoch: 57, best: 37, restored: null }
const told = (...args: Parameters<typeof reportedEpochs>) =>
  reportedEpochs(...args).map(({ which, row: { epoch } }) => `${which} ${epoch}`)

it('figures are of the last epoch and of the best, which may be one', () => {
  expect(told(row(57), row(37), ended)).toEqual(['last 57', 'best 37'])
  expect(told(row(57), row(37), null)).toEqual(['now 57', 'best 37'])
  expect(told(row(57), row(57), ended)).toEqual(['both 57'])
  expect(told(row(57), row(57), null)).toEqual(['now 57'])
  expect(told(row(57), null, ended)).toEqual(['last 57'])
  expect(told(null, null, null)).toEqual([])
})

it('a test score is of the weights that were left', () => {
  expect(weightsEpoch(ended, row(57))).toBe(57)
  expect(weightsEpoch({ ...ended, restored: 37 }, row(57))).toBe(37)
  expect(weightsEpoch({ ...ended, kind: 'diverged' }, row(56))).toBe(56)
  expect(weightsEpoch({ kind: 'failed', epoch: 3, reason: 'lost', message: '' }, row(3))).toBeNull()
})

it('a gap over nothing is none', () => {
  expect(gap(row(1, 0.2, 0.5))).toBe(2.5)
  expect(gap(row(1, 0, 0))).toBeNull()
  expect(gap(row(1, 0, 0.5))).toBeNull()
})
