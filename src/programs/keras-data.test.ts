import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { networkDataset, rawDataset } from '../domain/data/dataset.ts'
import { isGenerated } from '../domain/data-sets/catalogue.ts'
import { DATA_SETS, type DataSetKey, type ExperimentInput } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { tableToJson } from '../domain/table/table-json.ts'
import { context } from './keras-context.ts'
import { dataFunctions, dataLines } from './keras-data.ts'
import { sourceImports } from './keras-sources.ts'
import { textOf } from './lines.ts'
import { TABLE_FILE } from './table-lines.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0
const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0

const HOSTILE = ['a"b', "c'd", 'e\\f', 'g\nh', '年\u2028', '"]]; import os #']

const rows = (classes: boolean) => ({
  columns: HOSTILE,
  target: 't"\\\n',
  inputs: Array.from({ length: 12 }, (_, i) => HOSTILE.map((_, j) => i * (j + 1))),
  targets: Array.from({ length: 12 }, (_, i) => (classes ? ['"""', '\\'][i % 2] : i)),
})

const own: Partial<Record<DataSetKey, object>> = {
  drawn: {
    points: [
      [0, 1, 0],
      [-1.5, 2, 1],
      [2, 2, 0],
      [1, 0, 1],
      [0, 0, 0],
    ],
  },
  rows: { rows: rows(true) },
}

function program(data: object): string {
  const input = { data: { train: 1, validation: 1, test: 1, ...data } }
  const experiment = expectExperiment(input as ExperimentInput)
  const said = context(experiment)
  return [...sourceImports(experiment.data), textOf([...dataFunctions(said), ...dataLines(said)])].join('\n')
}

const spread = (numbers: Float32Array) => {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  const square = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length
  return { mean, deviation: Math.sqrt(square) }
}

const settings = [
  {},
  { labelNoise: 0.2, labelNoiseIn: 'all', standardize: false },
  { labelNoise: 0.2, features: ['x', 'y2', 'xy', 'sin-x'], degree: 5 },
]
const programs = [
  ...DATA_SETS.flatMap((set) => settings.map((more) => program({ set, ...own[set], ...more }))),
  program({ set: 'rows', rows: rows(false) }),
  program({
    set: 'rows',
    rows: {
      ...rows(true),
      part: Array.from({ length: 12 }, (_, i) => ['train', 'validation', 'test'][i % 3]),
    },
  }),
]

// Everywhere but on machines without Python.
describe.skipIf(!hasPython)('the data of an experiment in Python', () => {
  it('compiles for every set and option, whatever columns and classes are called', () => {
    const check = 'import ast, json, sys\nfor code in json.load(sys.stdin): ast.parse(code)'
    const { stderr, status } = spawnSync('python3', ['-c', check], { input: JSON.stringify(programs) })
    expect(stderr.toString()).toBe('')
    expect(status).toBe(0)
  })

  // Compiling needs Python alone; running needs numpy too. One Python runs all, each under names of its own.
  it.skipIf(!hasNumpy)('generates every set: as many samples as asked', () => {
    const sets = DATA_SETS.filter(isGenerated)
    const asked = { train: 40, validation: 30, test: 20, noise: 0.1, labelNoise: 0.25, length: 6 }
    const runner = `import json, sys
import numpy
for code in json.load(sys.stdin):
    made = {"np": numpy}
    exec(code, made)
    print(*(len(made[part]) for part in ("x_train", "y_train", "x_val", "y_val", "x_test", "y_test")))`
    const input = JSON.stringify(sets.map((set) => program({ set, ...asked })))
    const run = spawnSync('python3', ['-c', runner], { input })
    expect(run.stderr.toString()).toBe('')
    expect(run.stdout.toString().trim().split('\n')).toEqual(sets.map(() => '40 40 30 30 20 20'))
  })

  it.skipIf(!hasNumpy)('draws from the page’s own distributions', () => {
    const sets = DATA_SETS.filter(isGenerated)
    const settings = (set: DataSetKey) =>
      ({ data: { set, train: 4000, noise: 0.3, length: 6, standardize: false } }) as const
    const code = sets
      .map((set) => {
        const tail = `y = y_train.ravel().astype(float)
x = x_train.reshape(len(y), -1)
told.append([x.mean(), x.std(), y.mean(), y.std(), (x[:, 0] * y).mean(), (x[:, -1] * y).mean()])`
        return `${program(settings(set).data)}\n${tail}`
      })
      .join('\n')
    const run = spawnSync('python3', [
      '-c',
      `import json\nimport numpy as np\ntold = []\n${code}\nprint(json.dumps([[float(n) for n in one] for one in told]))`,
    ])
    expect(run.stderr.toString()).toBe('')
    const told = JSON.parse(run.stdout.toString()) as number[][]
    for (const [i, set] of sets.entries()) {
      const { inputSize, parts } = rawDataset(expectExperiment(settings(set)))
      const [inputs, targets] = [
        Float32Array.from(parts.train.inputs),
        Float32Array.from(parts.train.targets),
      ]
      const product = (column: number) => targets.map((y, row) => y * inputs[row * inputSize + column]!)
      const [x, y] = [spread(inputs), spread(targets)]
      const ours = [x.mean, x.deviation, y.mean, y.deviation]
      ours.push(spread(product(0)).mean, spread(product(inputSize - 1)).mean)
      for (const [j, number] of ours.entries())
        expect(Math.abs(told[i]![j]! - number), `${set} ${j}: ${told[i]![j]} against ${number}`).toBeLessThan(
          0.08 * Math.max(1, x.deviation * y.deviation),
        )
    }
  })

  it.skipIf(!hasNumpy)('replaces exactly the share of labels asked for, in training alone', () => {
    const of = (labelNoise: number) => program({ set: 'moons', train: 40, validation: 30, labelNoise })
    const code = `import numpy as np\n${of(0)}\nclean = y_train, y_val\n${of(0.25)}
print(int((clean[0] != y_train).sum()), int((clean[1] != y_val).sum()))`
    const run = spawnSync('python3', ['-c', code])
    expect(run.stderr.toString()).toBe('')
    expect(run.stdout.toString().trim()).toBe('10 0')
  })
})

// Rows that say their part: the page's own samples, whatever the classes are called.
describe.skipIf(!hasNumpy)('a table in Python', () => {
  const part = Array.from({ length: 60 }, (_, i) => ['train', 'validation', 'test'][i % 3])
  const inputs = part.map((_, i) => [Math.sin(i * 7), i % 5])
  const tables = {
    'classes that look like numbers': {
      inputs,
      targets: inputs.map((_, i) => ['10', '9', '1.0'][(i * i) % 3]),
      part,
    },
    'hostile classes': {
      inputs,
      targets: inputs.map((_, i) => ['"""', "\\'", '\u2028 #'][(i * i) % 3]),
      part,
    },
    numbers: { inputs, targets: inputs.map((_, i) => i / 7), part },
    'too large to be written out': {
      inputs: Array.from({ length: 1500 }, (_, i) => [Math.sin(i * 7), i % 5]),
      targets: Array.from({ length: 1500 }, (_, i) => ['b', 'a'][i % 2]),
      part: Array.from({ length: 1500 }, (_, i) => ['train', 'validation', 'test'][i % 3]),
    },
  }
  it.each(Object.entries(tables))('%s', (_, rows) => {
    const experiment = expectExperiment({
      data: { set: 'rows', rows, train: 9, validation: 7, test: 5 },
    } as object)
    const folder = mkdtempSync(join(tmpdir(), 'table-'))
    writeFileSync(join(folder, TABLE_FILE), JSON.stringify(tableToJson(experiment.data.rows!)))
    const said = context(experiment)
    const code = textOf([...dataFunctions(said), ...dataLines(said)])
    const tail =
      'json.dump([[list(map(float, part.ravel())) for part in (x_train, y_train, x_test, y_test)]], sys.stdout)'
    const run = spawnSync('python3', ['-c', `import json, sys\nimport numpy as np\n${code}\n${tail}`], {
      cwd: folder,
    })
    rmSync(folder, { recursive: true })
    expect(run.stderr.toString()).toBe('')
    const { train, test } = networkDataset(experiment).parts
    const wanted = [train.inputs, train.targets, test.inputs, test.targets].map((numbers) => [...numbers])
    const got = JSON.parse(run.stdout.toString())[0] as number[][]
    for (const [i, numbers] of wanted.entries())
      for (const [j, number] of numbers.entries()) expect(got[i]![j]).toBeCloseTo(number, 5)
  })
})

describe('the lines', () => {
  it('say which setting they come from', () => {
    const experiment = expectExperiment({ data: { set: 'moons', labelNoise: 0.1 } })
    const said = context(experiment)
    const lines = [...dataFunctions(said), ...dataLines(said)]
    const told = new Set(lines.flatMap(({ settings }) => settings))
    for (const setting of [
      'data',
      'train',
      'validation',
      'test',
      'noise',
      'label-noise',
      'label-noise-in',
      'features',
      'standardize',
      'seed-data',
    ] as const)
      expect(told).toContain(setting)
  })

  it('read a swept setting from the configuration', () => {
    const code = textOf(
      dataLines(context(expectExperiment({ data: { set: 'moons' } }), { train: 'config["train"]' })),
    )
    expect(code).toContain('    count=config["train"],\n    noise=0.5,')
  })
})
