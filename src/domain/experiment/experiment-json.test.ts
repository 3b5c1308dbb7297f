import { describe, expect, it } from 'vitest'
import { defaultExperiment, expectExperiment } from '../parsing/parse.ts'
import { experimentToJson } from './experiment-json.ts'

describe('an experiment as JSON', () => {
  const rows = {
    columns: ['height', 'width'],
    target: 'kind',
    inputs: [
      [1, 2],
      [2, 0.5],
      [3, 4],
      [5, 1],
    ],
    targets: ['cat', 'dog', 'cat', 'dog'],
  }

  it('carries the rows themselves, and gives the experiment back', () => {
    const experiment = expectExperiment({ data: { set: 'rows', train: 2, validation: 1, test: 1, rows } })
    const json = JSON.parse(JSON.stringify(experimentToJson(experiment)))
    expect(json.data.rows).toEqual(rows)
    expect(expectExperiment(json)).toEqual(experiment)
  })

  it('says which part a row belongs to', () => {
    const part = ['train', 'train', 'validation', 'test']
    const experiment = expectExperiment({
      data: { set: 'rows', train: 2, validation: 1, test: 1, rows: { ...rows, part } },
    })
    const json = JSON.parse(JSON.stringify(experimentToJson(experiment)))
    expect(json.data.rows.part).toEqual(part)
    expect(expectExperiment(json)).toEqual(experiment)
  })

  it('is the experiment itself where there is no table', () => {
    expect(experimentToJson(defaultExperiment())).toEqual(defaultExperiment())
  })
})
