import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { experiments } from '../experiment/experiments.testing.ts'
import { decodeLink, encodeLink } from '../link/link.ts'
import { defaultExperiment, expectExperiment } from '../parsing/parse.ts'
import { NO_TABLES, readTable, TableLibrary } from '../table/library.ts'
import { comparisonOf, membersOf } from './comparison.ts'

const scene = (compare: string) => decodeLink(`#data=moons&lr=0.02&compare=${compare}`, NO_TABLES)

describe('a comparison', () => {
  it('is one setting in several values, everything else the same', () => {
    const experiment = defaultExperiment()
    const comparison = {
      setting: 'layers',
      entries: [
        { value: 'none', also: [] },
        { value: '8,8', also: [] },
      ],
    } as const
    expect(decodeLink(encodeLink({ preset: null, experiment, comparison }), NO_TABLES).comparison).toEqual(
      comparison,
    )
    expect(membersOf({ experiment, comparison }, NO_TABLES).map(({ model }) => model.layers.length)).toEqual([
      0, 2,
    ])
  })

  it('may give an entry further settings of its own', () => {
    const { problems, ...found } = scene('optimizer:sgd;lr=0.3/adam;lr=3e-3;beta1=0.8/rmsprop')
    expect(problems).toEqual([])
    expect(
      membersOf(found, NO_TABLES).map(({ optimizer }) => [optimizer.kind, optimizer.learningRate]),
    ).toEqual([
      ['sgd', 0.3],
      ['adam', 0.003],
      ['rmsprop', 0.02],
    ])
    expect(encodeLink(found)).toContain('compare=optimizer:sgd;lr=0.3/adam;lr=0.003;beta1=0.8/rmsprop')
    expect(decodeLink(encodeLink(found), NO_TABLES).comparison).toEqual(found.comparison)
  })

  it('names what cannot be read or run, and keeps the rest', () => {
    const { comparison, problems } = scene(
      'optimizer:sgd;lr=0.3/adam;lr=-1/adam;speed=3/what/sgd;optimizer=adam',
    )
    expect(comparison?.entries).toEqual([{ value: 'sgd', also: [{ key: 'lr', to: '0.3' }] }])
    expect(problems.map(({ path }) => path)).toEqual(['compare', 'compare', 'compare', 'compare'])
    expect(scene('optimizer:').comparison).toBeNull()
    expect(scene('points:0:1,2;1:0,1;0:2,2;1:1,1;0:3,3;1:2,2').comparison?.entries).toHaveLength(1)
  })

  it('may be of tables, which it names by their digests and finds in the library', () => {
    const tables = new TableLibrary()
    const [first, second] = [1, 2].map((factor) => {
      const inputs = Array.from({ length: 300 }, (_, i) => [factor * i])
      const read = readTable({ inputs, targets: inputs.map(([x]) => x) }, tables)
      if (!read.ok) throw new Error(read.problem.kind)
      return read.table
    })
    const link = `#data=rows&rows=${first!.digest}&compare=rows:${first!.digest}/${second!.digest}`
    const { problems, ...found } = decodeLink(link, tables)
    expect(problems).toEqual([])
    const carried = membersOf(found, tables).map(({ data }) => data.rows)
    expect(carried[0]).toBe(first)
    expect(carried[1]).toBe(second)
    // Entries have digests, with which nobody else can do anything.
    expect(membersOf(found, NO_TABLES)).toEqual([])
  })

  it('is found for any experiments, and gives them back, through a link too', () => {
    fc.assert(
      fc.property(fc.array(experiments, { minLength: 2, maxLength: 4 }), (several) => {
        const comparison = comparisonOf(several)
        const distinct = new Set(several.map((each) => JSON.stringify(each)))
        if (comparison === null) return expect(distinct.size).toBe(1)
        const scene = { preset: null, experiment: several[0]!, comparison }
        expect(membersOf(scene, NO_TABLES)).toEqual(several)
        const back = decodeLink(encodeLink(scene), NO_TABLES)
        expect(back.problems).toEqual([])
        expect(new Set(membersOf(back, NO_TABLES).map((each) => JSON.stringify(each)))).toEqual(distinct)
      }),
      { numRuns: 300 },
    )
    expect(comparisonOf([])).toBeNull()
    expect(comparisonOf([expectExperiment({})])).toBeNull()
  })
})
