import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../domain/diagnosis/epoch-columns.ts'
import type { OptionalMeasurement } from '../domain/run/measurements.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { History } from './history.ts'

const number = fc.double()
const histories = fc
  .record({
    quality: fc.constantFrom('accuracy', 'r2'),
    optional: fc.subarray<OptionalMeasurement>(['validationError', 'updates', 'inactive']),
    layers: fc.integer({ min: 0, max: 5 }),
    length: fc.integer({ min: 0, max: 2500 }),
    numbers: fc.array(number, { minLength: 1, maxLength: 50 }),
  })
  .map(({ quality, optional, layers, length, numbers }) => {
    let at = 0
    const next = () => numbers[at++ % numbers.length]!
    return Array.from(
      { length },
      (_, i): EpochRow => ({
        epoch: i + 1,
        train: { loss: next(), [quality]: next() },
        validation: { loss: next(), [quality]: next() },
        penalty: next(),
        learningRate: next(),
        gradients: Array.from({ length: layers }, next),
        seconds: 0.25,
        ...(optional.includes('validationError') && { validationError: next() }),
        ...(optional.includes('updates') && { updates: Array.from({ length: layers }, next) }),
        ...(optional.includes('inactive') && { inactive: Array.from({ length: layers / 2 }, next) }),
      }),
    )
  })

describe('a history', () => {
  it('gives back every epoch as it came', () => {
    fc.assert(
      fc.property(histories, (rows) => {
        const history = new History()
        history.add(rows.slice(0, 7))
        history.add(rows.slice(7))
        expect(history.rows()).toEqual(rows)
        expect(history.row(0)).toBeNull()
        expect(history.row(rows.length + 1)).toBeNull()
        expect(history.row(rows.length)).toEqual(rows.at(-1) ?? null)
        expect(history.seconds()).toBeCloseTo(rows.length / 4, 6)
        expect(history.pace()).toBe(rows.length === 0 ? null : 4)
      }),
      { numRuns: 60 },
    )
  })

  it('rewound, is the one that was never told the rest', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (rows, pick) => {
        const epoch = rows.length === 0 ? 0 : pick % rows.length
        const [rewound, short] = [new History(), new History()]
        rewound.add(rows)
        rewound.rewind(epoch)
        short.add(rows.slice(0, epoch))
        expect(rewound.rows()).toEqual(short.rows())
        expect(rewound.outline(null)).toEqual(short.outline(null))
      }),
      { numRuns: 30 },
    )
  })
})

it('saved in pieces, whatever was rewound in between, it holds the same epochs and outline', () => {
  fc.assert(
    fc.property(histories, fc.nat(), fc.nat(), (rows, cut, back) => {
      const history = new History()
      const saved: Float64Array[] = []
      const save = () => {
        const { firstBlock, blocks, ...shape } = structuredClone(history.takeChanges(false))
        saved.splice(firstBlock, saved.length, ...blocks)
        return { ...shape, blocks: saved }
      }
      history.add(rows.slice(0, cut % (rows.length + 1)))
      save()
      history.rewind(back % (history.length + 1))
      history.add(rows.slice(history.length))
      const again = History.unpacked(save())
      expect(again.rows()).toEqual(history.rows())
      expect(again.outline(null)).toEqual(history.outline(null))
    }),
    { numRuns: 20 },
  )
})

it.each([
  ['all that is measured', { validationError: 0.1, updates: [1e-3, 3e-3, 2e-3], inactive: [0, 0.5] }],
  ['an old record', {}],
])('verdicts read the same from its columns as from its rows: %s', (_, measured) => {
  const history = new History()
  const rows = Array.from(
    { length: 1500 },
    (_, i): EpochRow => ({
      epoch: i + 1,
      train: { loss: 1 / (i + 1) },
      validation: { loss: Math.sin(i) },
      penalty: 0,
      learningRate: 0.1,
      gradients: [0.1, i / 100, 0.3],
      seconds: 0.1,
      ...measured,
    }),
  )
  history.add(rows)
  const [columns, expected] = [history.columns(), columnsOf(rows)]
  for (const column of ['length', 'train', 'validation', 'validationError', 'gradient'] as const)
    expect(columns[column]).toEqual(expected[column])
  expect([columns.update(1), columns.update(1400)]).toEqual([expected.update(1), expected.update(1400)])
  expect(columns.row(1400)).toEqual(rows[1399])
  expect(columns.row(1501)).toBeUndefined()
})
