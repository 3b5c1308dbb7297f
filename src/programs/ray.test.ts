import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import { parameterCount } from '../domain/network/network.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { settingText } from '../domain/settings/setting-values.ts'
import { READY_SWEEPS, readySweep } from '../domain/sweep/ready-sweeps.ts'
import { AXIS_KEYS, type AxisKey, cellExperiment, cellsOf, type Sweep } from '../domain/sweep/sweep.ts'
import { rayProgram } from './ray.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0
const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0
const stub = new URL('./ray-stub.testing.py', import.meta.url).pathname

const script = (sweep: Sweep) => rayProgram(sweep, 'https://x/#a"""b\\N\n')

function sweep(
  base: ExperimentInput,
  axes: Partial<Record<AxisKey, string>>,
  more: Partial<Sweep> = {},
): Sweep {
  const [first, second] = Object.entries(axes).map(([setting, values]) => ({
    setting: setting as AxisKey,
    values: values.split(' '),
  }))
  return {
    version: 1,
    base: expectExperiment(base),
    axes: second ? [first!, second] : [first!],
    seeds: 3,
    varies: 'all',
    test: false,
    ...more,
  }
}

const small = { data: { set: 'moons', train: 20, validation: 10, test: 10 } } as const
const images: ExperimentInput = {
  data: { set: 'digits-8x8' },
  model: { kind: 'residual-cnn', blocks: [{ filters: 4, layers: 3 }], layers: [{ units: 5 }, { units: 5 }] },
}

/** Values of every setting that can be an axis, but for those of the sweeps below. */
const OTHERS: Partial<Record<AxisKey, string>> = {
  data: 'moons gauss spiral',
  'label-noise-in': 'train all',
  features: 'x,y x,y,xy',
  model: 'mlp residual-mlp',
  layers: 'none 4 4,5:relu:0.5',
  activation: 'relu leaky-relu gelu',
  init: 'he-normal zeros',
  loss: 'mse cross-entropy',
  optimizer: 'sgd momentum nesterov adagrad rmsprop adam adamw',
  schedule: 'constant step exponential cosine',
  monitor: 'validation-loss validation-accuracy',
  patience: 'off 0 10',
  'clip-norm': 'off 1',
  blocks: '4 4:2:1,8',
  kernel: '1 3',
}

const flags: readonly AxisKey[] = ['standardize', 'proximal', 'shuffle', 'restore-best']
const wholes: readonly AxisKey[] = [
  'width',
  'depth',
  'train',
  'validation',
  'degree',
  'batch',
  'epochs',
  'start-from',
  'stop-every',
  'decay-every',
  'length',
]

const everyAxis = AXIS_KEYS.map((setting) => {
  const values =
    OTHERS[setting] ?? (flags.includes(setting) ? '0 1' : wholes.includes(setting) ? '2 3 7' : '0 0.1 0.5')
  return sweep({ ...small, regularization: { l1: 0.1 } }, { [setting]: values })
})

const generated: Sweep[] = [
  ...READY_SWEEPS.map((key) => readySweep(key).sweep),
  ...everyAxis,
  sweep(small, { width: '1 4', depth: '0 1 3' }, { test: true }),
  sweep(
    { ...small, model: { layers: [{ units: 4 }, { units: 9, dropout: 0.2 }] } },
    { depth: '1 2 4', dropout: '0 0.2' },
  ),
  sweep({ data: { set: 'sine' } }, { degree: '1 5', width: '3 6' }, { varies: 'training' }),
  sweep(
    { data: { set: 'adding', length: 6 }, model: { kind: 'gru', layers: [{ units: 3 }, { units: 3 }] } },
    { length: '4 8', width: '2 5' },
  ),
  // Recurrent networks without a layer are refused.
  sweep(
    { data: { set: 'first-token', length: 6 }, model: { kind: 'lstm', layers: [{ units: 3 }] } },
    { depth: '0 1 2', l2: '0 0.1' },
    { test: true },
  ),
  sweep({ ...small, regularization: { l1: 0.1 } }, { l1: '0 0.1', proximal: '0 1' }),
]
const table = {
  columns: ['a', 'b'],
  target: 'c',
  inputs: Array.from({ length: 1500 }, (_, i) => [Math.sin(i * 7), i % 5]),
  targets: Array.from({ length: 1500 }, (_, i) => ['x', 'y', 'z'][i % 3]),
}
const stored: Sweep[] = [
  sweep({ data: { set: 'rows', rows: table } } as object, { width: '2 5' }),
  sweep(images, { width: '2 5', dropout: '0 0.5' }),
  sweep(images, {
    model: 'mlp residual-mlp cnn residual-cnn rnn lstm gru',
    data: 'digits digits-8x8 fashion',
  }),
  sweep(images, { kernel: '1 3 5', depth: '0 2' }),
  sweep(images, { blocks: '4 4:2:1,8 6:5' }),
  sweep(
    { data: { set: 'sunspots', length: 6 }, model: { kind: 'rnn', layers: [{ units: 3 }] } },
    { length: '4 8', width: '2 5' },
  ),
]

const cells = (of: Sweep) =>
  cellsOf(of).flatMap((cell) => {
    const parsed = cellExperiment(of, cell)
    return parsed.ok ? [parsed.experiment] : []
  })

interface Told {
  readonly parameters: readonly number[]
  readonly reported: readonly (readonly string[])[]
}

function run(sweeps: readonly Sweep[], data: boolean): Told[] {
  const input = JSON.stringify(sweeps.map((one) => ({ code: script(one), data })))
  const { stdout, stderr } = spawnSync('python3', [stub], { input })
  expect(stderr.toString()).toBe('')
  return JSON.parse(stdout.toString())
}

describe.skipIf(!hasPython)('a sweep in Ray Tune', () => {
  it('builds the networks of the page, whatever is swept', () => {
    const all = [...generated, ...stored]
    for (const [i, { parameters }] of run(all, false).entries())
      expect(parameters, script(all[i]!)).toEqual(cells(all[i]!).map(parameterCount))
  })

  it.skipIf(!hasNumpy)('runs, and reports each epoch under the names that the table asks for', () => {
    for (const [i, { reported }] of run(generated, true).entries()) {
      const one = generated[i]!
      expect(reported.length).toBe(cells(one).length * (one.test ? 2 : 1))
      const code = script(one)
      const scores = /SCORES = \[([^\]]*)\]/.exec(code)![1]!.match(/\w+/g)!
      for (const name of scores) expect(reported.flat(), code).toContain(name)
    }
  })
})

it('takes a table that it does not carry itself to every machine', () => {
  const [code, other] = [stored[0]!, stored[1]!].map(script)
  expect(code).toContain('runtime_env=folder')
  expect(code).toContain('import json\nimport os\n')
  expect(other).not.toContain('runtime_env')
})

it('names every axis, its values and the seeds', () => {
  for (const one of [...generated, ...stored])
    for (const { setting, values } of one.axes) {
      const grid = /GRID = \{[\s\S]*?\n\}/.exec(script(one))![0]
      expect(grid).toContain(`"${setting}": `)
      for (const value of values) {
        const cell = cellsOf(one).find((cell) => cell.values.includes(value) && cellExperiment(one, cell).ok)
        if (cell) expect(grid.toLowerCase().replaceAll('_', '-')).toContain(shown(setting, value))
      }
      expect(grid).toContain('"seed": [1, 2, 3')
    }
})

const shown = (setting: AxisKey, value: string) =>
  flags.includes(setting) ? String(value === '1') : value === 'off' ? 'none' : value

it('reads from the configuration what is swept, and the seeds', () => {
  const code = script(sweep(small, { width: '1 4', lr: '0.1 0.01' }))
  expect(code.match(/config\["width"\]/g)!.length).toBe(expectExperiment(small).model.layers.length)
  expect(code).toContain('learning_rate=config["lr"]')
  expect(code).toContain('np.random.default_rng([config["seed"], 0])')
  const fixed = script(sweep(small, { width: '1 4' }, { varies: 'training' }))
  expect(fixed).toContain('np.random.default_rng([1, 0])')
  expect(fixed).toContain('set_random_seed(config["seed"])')
})

it('is called differently if anything in it is different', () => {
  const name = (of: Sweep) => /NAME = "(.*)"/.exec(script(of))![1]
  const one = sweep(small, { width: '1 4' })
  expect(name(one)).toBe(name({ ...one }))
  expect(name(one)).not.toBe(name({ ...one, seeds: 4 }))
  expect(settingText(one.base, 'lr')).toBe('0.003')
})
