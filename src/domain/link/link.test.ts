import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { membersOf } from '../comparison/comparison.ts'
import { experiments } from '../experiment/experiments.testing.ts'
import { PRESET_KEYS } from '../experiment/presets.ts'
import { defaultExperiment, expectExperiment } from '../parsing/parse.ts'
import { NO_TABLES, readTable, TableLibrary } from '../table/library.ts'
import { decodeLink, encodeLink, tablesOfLink } from './link.ts'
import { PANE_VIEWS } from './page-keys.ts'
import { presetScene } from './scene.ts'

describe('a link gives back what was shared', () => {
  it('every experiment, from the default and from every preset', () => {
    fc.assert(
      fc.property(experiments, fc.constantFrom(null, ...PRESET_KEYS), (experiment, preset) => {
        const decoded = decodeLink(`#${encodeLink({ preset, experiment, comparison: null })}`, NO_TABLES)
        expect(decoded.problems).toEqual([])
        expect(decoded.experiment).toEqual(experiment)
        expect(decoded.comparison).toBeNull()
      }),
      { numRuns: 400 },
    )
  })

  it('is readable and says only what differs', () => {
    const experiment = expectExperiment({
      data: { set: 'moons', noise: 0.2, train: 80, validation: 200 },
      model: { layers: [{ units: 64 }, { units: 64 }], activation: 'relu' },
      regularization: { dropout: 0.3, l2: 0.001 },
      training: { batchSize: 32, epochs: 300 },
      seed: { data: 7, weights: 7, training: 7 },
    })
    expect(encodeLink({ preset: null, experiment, comparison: null })).toBe(
      'data=moons&train=80&validation=200&noise=0.2&layers=64,64&activation=relu&dropout=0.3&l2=0.001&batch=32&epochs=300&seed=7',
    )
  })
})

describe('the tables of a link', () => {
  it('are those of its own set and of what it compares', () => {
    expect(tablesOfLink('#data=rows&rows=0123456789abcdef&lr=0.1')).toEqual(['0123456789abcdef'])
    expect(tablesOfLink('#data=moons&compare=rows:0123456789abcdef/1123456789abcdef')).toEqual([
      '0123456789abcdef',
      '1123456789abcdef',
    ])
    expect(tablesOfLink('#compare=data:moons/rows;rows=0123456789abcdef;lr=0.1')).toEqual([
      '0123456789abcdef',
    ])
    expect(tablesOfLink('#data=moons&compare=lr:0.1/0.2')).toEqual([])
  })
})

describe('the link of the contract', () => {
  const link =
    '#data=moons&noise=0.2&train=80&validation=200&layers=64,64&activation=relu&dropout=0.3&l2=0.001&optimizer=adam&lr=0.003&batch=32&epochs=300&patience=20&seed=7&run=1'

  it('opens', () => {
    const { experiment, run, problems } = decodeLink(link, NO_TABLES)
    expect(problems).toEqual([])
    expect(run).toBe(true)
    expect(experiment).toMatchObject({
      data: { set: 'moons', train: 80 },
      regularization: { dropout: 0.3 },
      seed: { data: 7, weights: 7, training: 7 },
    })
  })

  it('names each bad pair, uses its default, and keeps the rest', () => {
    const { experiment, problems } = decodeLink(
      '#data=moons&lr=fast&batch=0&colour=red&dropout=0.3&layers=8,x&%%',
      NO_TABLES,
    )
    expect(problems.map(({ path, kind }) => [path, kind])).toEqual([
      ['%%', 'unreadable'],
      ['colour', 'unknown-key'],
      ['layers', 'wrong-type'],
      ['lr', 'unreadable'],
      ['batch', 'too-small'],
    ])
    const fresh = defaultExperiment()
    expect(experiment.optimizer.learningRate).toBe(fresh.optimizer.learningRate)
    expect(experiment.training.batchSize).toBe(fresh.training.batchSize)
    expect(experiment.regularization.dropout).toBe(0.3)
  })

  it('without a word opens on the overfitting scene, and with only a language too', () => {
    for (const hash of ['', '#', '#lang=zh-CN'])
      expect(decodeLink(hash, NO_TABLES)).toMatchObject(presetScene('overfitting'))
    expect(decodeLink('#lang=zh-CN', NO_TABLES).language).toBe('zh-CN')
  })

  it('pins an engine, or leaves it to the page', () => {
    expect(decodeLink('#data=moons&engine=webgl', NO_TABLES).engine).toBe('webgl')
    expect(decodeLink('#data=moons', NO_TABLES).engine).toBeNull()
    expect(decodeLink('#data=moons&engine=abacus', NO_TABLES).problems).toMatchObject([
      { path: 'engine', kind: 'not-one-of' },
    ])
  })

  it('opens side by side with what is asked for below the loss', () => {
    for (const view of PANE_VIEWS) expect(decodeLink(`#data=moons&panes=${view}`, NO_TABLES).panes).toBe(view)
    expect(decodeLink('#data=moons', NO_TABLES).panes).toBeNull()
    expect(decodeLink('#data=moons&panes=steps', NO_TABLES)).toMatchObject({
      panes: null,
      problems: [{ path: 'panes', kind: 'not-one-of', received: 'steps' }],
    })
  })

  it('sets a pace within reason', () => {
    expect(decodeLink('#data=moons&pace=30', NO_TABLES).pace).toBe(30)
    for (const bad of ['0', '-1', 'fast', '', '1e9'])
      expect(decodeLink(`#data=moons&pace=${bad}`, NO_TABLES)).toMatchObject({
        pace: null,
        problems: [{ path: 'pace' }],
      })
  })

  it('names three controls that are a line each, none twice', () => {
    const controls = (text: string) => decodeLink(`#data=moons&controls=${text}`, NO_TABLES)
    expect(controls('lr,batch,lr')).toMatchObject({ controls: ['lr', 'batch'], problems: [] })
    expect(controls('')).toMatchObject({ controls: [], problems: [] })
    expect(decodeLink('#data=moons', NO_TABLES).controls).toBeNull()
    expect(controls('layers,lr')).toMatchObject({
      controls: ['lr'],
      problems: [{ path: 'controls', kind: 'not-one-of', received: 'layers' }],
    })
    expect(controls('lr,batch,l1,l2')).toMatchObject({
      controls: ['lr', 'batch', 'l1'],
      problems: [{ path: 'controls', kind: 'too-large', limit: 3, received: '4' }],
    })
  })

  it('a regression takes its own loss', () => {
    expect(decodeLink('#data=sine', NO_TABLES).experiment.loss).toBe('mse')
  })

  it('carries drawn points to the hundredth, in their order', () => {
    const drawn = fc.tuple(
      fc.integer({ min: -600, max: 600 }).map((x) => x / 100),
      fc.integer({ min: -600, max: 600 }).map((y) => y / 100),
      fc.constantFrom(0 as const, 1 as const),
    )
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 5, maxLength: 60 }), (points) => {
        const data = { set: 'drawn', train: 3, validation: 1, test: 1, points }
        const experiment = expectExperiment(JSON.parse(JSON.stringify({ data })))
        const decoded = decodeLink(encodeLink({ preset: null, experiment, comparison: null }), NO_TABLES)
        expect(decoded.problems).toEqual([])
        expect(decoded.experiment).toEqual(experiment)
      }),
    )
  })

  it('points are drawn points, whatever else the link says or leaves out, and come back from its own link', () => {
    const open = (hash: string) => {
      const { problems, ...rest } = decodeLink(hash, NO_TABLES)
      expect(decodeLink(encodeLink(rest), NO_TABLES)).toEqual({ ...rest, problems: [] })
      return { problems, data: rest.experiment.data }
    }
    const points = [
      [1.2, -3, 0],
      [0.5, 2, 1],
      [1, 1, 1],
    ]
    const text = 'points=0:1.2,-3;1:0.5,2;1:1,1'
    for (const hash of [text, `data=drawn&${text}`])
      expect(open(hash)).toMatchObject({ problems: [], data: { set: 'drawn', points } })
    for (const hash of ['points=', 'data=drawn&points=']) {
      expect(open(hash).data).not.toHaveProperty('points')
      expect(open(hash).problems).toEqual([])
    }
    expect(open(`data=moons&${text}`)).toMatchObject({
      problems: [{ path: 'points', kind: 'points-not-drawn' }],
      data: { set: 'moons' },
    })
    expect(open('points=x')).toMatchObject({ problems: [{ path: 'points' }], data: { set: 'drawn' } })
  })

  it('names a table that stayed on another machine, and the rest of it works', () => {
    const { experiment, problems } = decodeLink(
      '#data=rows&rows=0123456789abcdef&train=40&dropout=0.3',
      NO_TABLES,
    )
    expect(problems).toMatchObject([{ path: 'rows', kind: 'table-gone' }])
    expect(experiment.data).toMatchObject({ set: 'rows', train: 40 })
    expect(experiment.regularization.dropout).toBe(0.3)
  })

  it('finds a table in the library that it is read with, and takes of it what it has', () => {
    const tables = new TableLibrary()
    const inputs = Array.from({ length: 90 }, (_, i) => [Math.sin(i), i])
    const read = readTable({ inputs, targets: inputs.map(([x]) => x) }, tables)
    if (!read.ok) throw new Error(read.problem.kind)
    const link = `#data=rows&rows=${read.table.digest}&test=20`
    const { experiment, problems } = decodeLink(link, tables)
    expect(problems).toEqual([])
    expect(experiment.data).toMatchObject({ set: 'rows', train: 50, validation: 20, test: 20 })
    expect(decodeLink(link, new TableLibrary()).problems).toMatchObject([
      { path: 'rows', kind: 'table-gone' },
    ])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void decodeLink(text, NO_TABLES)),
      { numRuns: 500 },
    )
    const keyed = fc.tuple(
      fc.constantFrom('data', 'layers', 'compare', 'preset', 'seed', 'features', 'patience'),
      fc.string(),
    )
    fc.assert(
      fc.property(
        fc.array(keyed),
        (pairs) => void decodeLink(pairs.map((pair) => pair.join('=')).join('&'), NO_TABLES),
      ),
    )
  })
})

describe('presets', () => {
  it.each(PRESET_KEYS)('%s is an experiment, shared by its name alone', (preset) => {
    const scene = presetScene(preset)
    expect(membersOf(scene, NO_TABLES).length).toBe(scene.comparison?.entries.length ?? 1)
    expect(encodeLink(scene)).toBe(`preset=${preset}`)
  })
})

describe('a link that names a real set and not how much of it', () => {
  it('gets what the set has, and trains', () => {
    const { experiment, problems } = decodeLink('#data=wine', NO_TABLES)
    expect(problems).toEqual([])
    expect(experiment.data).toMatchObject({ set: 'wine', train: 50, validation: 64, test: 64 })
  })

  it('with one part named, the others give way to it', () => {
    expect(decodeLink('#data=wine&train=150', NO_TABLES).experiment.data).toMatchObject({
      train: 150,
      validation: 14,
      test: 14,
    })
    expect(decodeLink('#data=penguins&validation=160', NO_TABLES).experiment.data).toMatchObject({
      train: 22,
      test: 160,
    })
  })

  it('what was asked for and cannot be had is still named', () => {
    expect(decodeLink('#data=wine&train=500', NO_TABLES).problems).toMatchObject([
      { path: 'train', kind: 'too-large' },
    ])
  })
})
