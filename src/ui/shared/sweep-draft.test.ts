import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../../domain/parsing/parse.ts'
import { readySweep } from '../../domain/sweep/ready-sweeps.ts'
import { MOST_VALUES } from '../../domain/sweep/sweep.ts'
import { type AxisDraft, axisDraft, draftOf, readDraft, type SweepDraft } from './sweep-draft.ts'

const base = defaultExperiment()
const form = (axis: Partial<AxisDraft>, more: Partial<SweepDraft> = {}): SweepDraft => ({
  axes: [{ ...axisDraft(base, axis.setting ?? 'dropout'), ...axis }],
  seeds: 3,
  varies: 'all',
  test: false,
  ...more,
})
const problemOf = (axis: Partial<AxisDraft>) => readDraft(base, form(axis)).axes[0]!.problem

describe('a form becomes a sweep', () => {
  test('from a list', () => {
    expect(readDraft(base, form({ list: '0.5, 0' })).sweep).toMatchObject({
      base,
      axes: [{ setting: 'dropout', values: ['0', '0.5'] }],
      seeds: 3,
    })
  })

  test('from a range, in whole numbers where the setting has them', () => {
    const range = { as: 'range', from: '1', to: '64', count: '4', spacing: 'log' } as const
    expect(readDraft(base, form({ setting: 'width', ...range })).sweep?.axes[0].values).toEqual([
      '1',
      '4',
      '16',
      '64',
    ])
  })

  test('the form of a ready sweep describes that sweep', () => {
    const { sweep } = readySweep('u-curve')
    expect(readDraft(sweep.base, draftOf(sweep)).sweep).toEqual(sweep)
  })

  test('every setting that can be swept begins with values that can be read', () => {
    for (const setting of ['width', 'depth', 'lr', 'activation', 'shuffle', 'momentum', 'epochs'] as const)
      expect(readDraft(base, form(axisDraft(base, setting))).sweep, setting).not.toBeNull()
  })
})

describe('what is wrong stands at its field', () => {
  test('a sweep with a problem cannot be started', () => {
    expect(problemOf({ list: '0.1 much' })).toEqual({ kind: 'unreadable', value: 'much' })
    expect(problemOf({ list: ' ' })).toEqual({ kind: 'empty' })
    expect(readDraft(base, form({ list: '0.1 much' })).sweep).toBeNull()
    const many = Array.from({ length: MOST_VALUES + 1 }, (_, i) => i + 1).join(' ')
    expect(problemOf({ setting: 'epochs', list: many })).toEqual({ kind: 'tooMany' })
  })

  test('a value that the experiment refuses is named; the others can run', () => {
    const read = readDraft(base, form({ setting: 'width', list: '0 4' }))
    expect(read.axes[0]!.problem).toMatchObject({
      kind: 'invalid',
      value: '0',
      problem: { kind: 'too-small' },
    })
    expect(read.sweep).not.toBeNull()
    expect(readDraft(base, form({ setting: 'width', list: '0' })).sweep).toBeNull()
  })

  test.each([
    [{ from: '' }, 'number'],
    [{ from: '0', spacing: 'log' }, 'ratio'],
    [{ count: '1' }, 'count'],
    [{ count: '2.5' }, 'count'],
  ] as const)('of a range: %o', (change, kind) => {
    const range = { as: 'range', from: '1', to: '9', count: '3', spacing: 'linear' } as const
    expect(problemOf({ setting: 'batch', ...range, ...change })).toEqual({ kind })
  })

  test('one setting cannot be both axes, and runs have a limit', () => {
    const [axis] = form({ list: '0 0.1' }).axes
    expect(readDraft(base, form({}, { axes: [axis, axis] })).axes[1]!.problem).toEqual({ kind: 'twice' })
    const many = { ...axisDraft(base, 'epochs'), list: Array.from({ length: 40 }, (_, i) => i + 1).join(' ') }
    const wide = { ...axisDraft(base, 'batch'), list: many.list }
    const read = readDraft(base, form({}, { axes: [many, wide], seeds: 2 }))
    expect(read.problem).toMatchObject({ kind: 'too-large', received: '3200' })
    expect(read.sweep).toBeNull()
  })
})
