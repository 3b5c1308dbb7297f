import { expect, test } from 'vitest'
import type { SweepAxis } from '../../domain/sweep/sweep.ts'
import { neighbours } from './neighbours.ts'

const width: SweepAxis = { setting: 'width', values: ['1', '2', '4', '8', '16', '32'] }
const l2: SweepAxis = { setting: 'l2', values: ['0', '0.01', '0.1'] }
const optimizer: SweepAxis = { setting: 'optimizer', values: ['sgd', 'adam', 'rmsprop'] }

test('numbers are compared with their neighbours and both ends, names with all others', () => {
  expect(neighbours({ axes: [width] }, 3)).toEqual([0, 2, 4, 5])
  expect(neighbours({ axes: [width] }, 0)).toEqual([1, 5])
  expect(neighbours({ axes: [optimizer] }, 1)).toEqual([0, 2])
})

test('a cell of a grid is compared along its row and its column', () => {
  // Row 3, column 1 of 6 × 3.
  expect(neighbours({ axes: [width, l2] }, 10)).toEqual([1, 7, 9, 11, 13, 16])
})
