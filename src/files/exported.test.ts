/** Every kind of file that the page saves opens again, or is refused with what to do. */
import { describe, expect, it } from 'vitest'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { decodeLink, encodeLink } from '../domain/link/link.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { Sweep } from '../domain/sweep/sweep.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { loadWeightsProgram } from '../programs/load-weights.ts'
import { notebook, programsOf, rayProgram, textOf } from '../programs/programs.ts'
import { en } from '../text/en/index.ts'
import { zhCn } from '../text/zh-cn/index.ts'
import { experimentLink, RUN_TABLES } from './exported.ts'
import { openFile } from './open-file.ts'
import { sweepTable } from './sweep-table.ts'
import { type Cell, csv, latex, markdown } from './tables.ts'

const experiment = expectExperiment({
  data: { set: 'moons', train: 80, noise: 0.25 },
  model: { kind: 'mlp', layers: [{ units: 16 }, { units: 4, activation: 'relu' }] },
  optimizer: { kind: 'sgd', learningRate: 0.125 },
})
const link = (of: Experiment) =>
  `https://example.org/fitting-room/#${encodeLink({ preset: null, experiment: of, comparison: null })}`
const sweep: Sweep = {
  version: 1,
  base: experiment,
  axes: [{ setting: 'lr', values: ['0.1', '1'] }],
  seeds: 2,
  varies: 'all',
  test: false,
}

const opened = (...content: BlobPart[]) => openFile(new Blob(content), NO_TABLES)

const PROGRAMS: [string, string][] = [
  ...programsOf(experiment, link(experiment)).map(({ file, lines }): [string, string] => [
    file,
    textOf(lines),
  ]),
  ['experiment.ipynb', notebook(experiment, link(experiment))],
  ['sweep.py', rayProgram(sweep, link(experiment))],
  ['load-weights.py', loadWeightsProgram(experiment, 'weights.safetensors', link(experiment))],
]

it.each(PROGRAMS)('%s carries its experiment', async (_, text) => {
  const found = await opened(text)
  if (found.kind !== 'link') throw new Error(`it is ${JSON.stringify(found)}`)
  expect(decodeLink(found.link, NO_TABLES)).toMatchObject({ experiment, problems: [] })
})

it('also one that was changed: with lines above, run in a notebook, saved on Windows', async () => {
  const { kind } = await opened(`#!/usr/bin/env python3\r\n${PROGRAMS[0]![1].replaceAll('\n', '\r\n')}`)
  const run = JSON.parse(PROGRAMS.find(([name]) => name.endsWith('.ipynb'))![1])
  run.cells.unshift({ cell_type: 'code', source: 'print(1)', outputs: [] })
  expect([kind, (await opened(JSON.stringify(run))).kind]).toEqual(['link', 'link'])
})

it('a picture of curves carries the link in its description, another picture is refused', async () => {
  const address = link(experiment)
  const svg = (text: string) => `<svg xmlns="http://www.w3.org/2000/svg"><desc>${text}</desc><rect/></svg>`
  expect(experimentLink(svg(`An experiment of Fitting Room\n${address.replaceAll('&', '&amp;')}`))).toBe(
    address.split('#')[1],
  )
  const refused = { kind: 'refused', why: 'picture' }
  expect(await opened(svg('A cat'))).toEqual(refused)
  expect(await opened(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]))).toEqual(refused)
})

describe.each([
  ['en', en],
  ['zh-CN', zhCn],
])('tables of results in %s', (_, t) => {
  const columns = Object.values(t.take.columns)
  const rows: Cell[][] = [
    columns,
    ['=a, "b"', t.verdict.words['good-fit'], 0.5, 3, 0.25, 0.5, 2, null, 9, 1, 'WASM'],
  ]

  it.each([
    ['CSV', csv(rows)],
    ['CSV that a spreadsheet has saved', `\uFEFF${csv(rows).replaceAll(',', ';')}`],
    ['Markdown', markdown(rows)],
    ['LaTeX', latex(rows)],
  ])('as %s', async (_form, text) => {
    expect(await opened(text)).toEqual({ kind: 'refused', why: 'run-table' })
  })

  it('are known by the words of the page', () => {
    expect(RUN_TABLES).toContainEqual(columns.slice(0, 3))
  })
})

it('the table of a sweep is known by its columns', async () => {
  expect(await opened(csv(sweepTable(sweep, [])))).toEqual({ kind: 'refused', why: 'sweep-table' })
})

it('what others write is none of these', async () => {
  for (const text of [
    'run,distance,time\n1,2,3\n',
    'import numpy as np\nprint("An experiment")\n',
    '# see https://example.org/#data\na,b\n1,2\n',
    'name,link\nAn experiment of Fitting Room,none\n',
  ])
    expect(await opened(text)).toEqual({ kind: 'foreign' })
  expect(await opened('{"nbformat":4,"cells":[{"source":["x"]},3]}')).toEqual({
    kind: 'refused',
    why: 'foreign',
  })
})
