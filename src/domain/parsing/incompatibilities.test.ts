import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../experiment/experiment.ts'
import { NO_TABLES } from '../table/library.ts'
import { cannotRunReason, samplesMissing } from './cannot-run.ts'
import { expectExperiment, parseExperiment } from './parse.ts'

const problems = (input: ExperimentInput) => {
  const parsed = parseExperiment(input, NO_TABLES)
  return parsed.ok ? [] : parsed.problems
}
const data = { train: 40, validation: 20, test: 20 }

describe('a model that does not fit its data is refused with the reason', () => {
  it.each([
    ['convolutions on points', { data: { set: 'moons' }, model: { kind: 'cnn' } }, 'model-needs-images'],
    ['convolutions on sequences', { data: { set: 'adding' }, model: { kind: 'cnn' } }, 'model-needs-images'],
    [
      'recurrent on a table',
      { data: { set: 'wine', ...data }, model: { kind: 'lstm' } },
      'model-needs-sequences',
    ],
    [
      'GELU in Elman’s',
      { data: { set: 'adding' }, model: { kind: 'rnn', activation: 'gelu' } },
      'activation-not-here',
    ],
    [
      'ReLU in an LSTM',
      { data: { set: 'adding' }, model: { kind: 'lstm', activation: 'relu' } },
      'activation-not-here',
    ],
    ['no layer', { data: { set: 'adding' }, model: { kind: 'gru', layers: [] } }, 'layers-missing'],
    [
      'too many units',
      { data: { set: 'adding' }, model: { kind: 'gru', layers: [{ units: 513 }] } },
      'too-large',
    ],
  ] as const)('%s', (_, input, kind) => {
    expect(problems(input as unknown as ExperimentInput)).toMatchObject([{ kind }])
  })

  it('names the block whose pooling finds too little', () => {
    const blocks = Array.from({ length: 4 }, () => ({ filters: 2, pool: 3 }))
    expect(problems({ data: { set: 'digits', ...data }, model: { kind: 'cnn', blocks } })).toEqual([
      { path: 'model.blocks', kind: 'pooled-away', block: 4, height: 1, width: 1 },
    ])
  })

  it('images may be read row by row, and sequences all at once', () => {
    expect(problems({ data: { set: 'digits', ...data }, model: { kind: 'lstm' } })).toEqual([])
    expect(problems({ data: { set: 'adding' } })).toEqual([])
  })
})

describe('samples that are yet to be given', () => {
  it('drawn points: three, of both classes, before anything can run', () => {
    const drawn = (points: [number, number, 0 | 1][]) =>
      expectExperiment({ data: { set: 'drawn', train: 1, validation: 1, test: 1, points } })
    expect(samplesMissing(drawn([]))).toMatchObject({ kind: 'points-missing', points: 0 })
    expect(
      samplesMissing(
        drawn([
          [0, 0, 1],
          [1, 1, 1],
          [2, 2, 1],
        ]),
      ),
    ).toMatchObject({ classes: 1 })
    expect(
      cannotRunReason(
        drawn([
          [0, 0, 1],
          [1, 1, 0],
          [2, 2, 1],
        ]),
        8,
      ),
    ).toBeNull()
  })

  it('a table that is not here', () => {
    expect(samplesMissing(expectExperiment({ data: { set: 'rows' } }))).toMatchObject({ kind: 'table-gone' })
  })
})
