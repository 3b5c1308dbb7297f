/**
 * `npm run prove`: the exported Python under Keras and Ray themselves, for who has them installed:
 * `pip install keras jax matplotlib pandas scikit-learn "ray[tune]"`, or any other backend of Keras. PYTHON names the
 * interpreter. Sets that Keras or a server provides are downloaded.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataSet } from '../domain/data/registry.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { PRESET_KEYS } from '../domain/experiment/presets.ts'
import { decodeLink } from '../domain/link/link.ts'
import { presetScene } from '../domain/link/scene.ts'
import type { Sweep } from '../domain/sweep/sweep.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { programsOf, rayProgram, textOf } from './programs.ts'

const PYTHON = process.env.PYTHON ?? 'python3'
const LINK = 'https://example.org/#'
const folder = mkdtempSync(join(tmpdir(), 'programs-'))

/** Experiments with features that no preset has. */
const FURTHER = {
  gru: 'data=adding&length=12&train=64&validation=32&test=32&model=gru&layers=8&dropout=0.2&l2=0.001&patience=2',
  rnn: 'data=first-token&length=8&train=64&validation=32&test=32&model=rnn&layers=8,8&optimizer=rmsprop',
  'residual-cnn':
    'data=digits-8x8&train=200&validation=100&test=100&model=residual-cnn&blocks=4,8:4&layers=none&optimizer=nesterov&schedule=cosine&clip-norm=1',
  adamw: 'data=penguins&layers=16&dropout=0.3&optimizer=adamw&weight-decay=0.01',
  proximal: 'data=diabetes&layers=16&l1=0.001&proximal=1&optimizer=sgd&schedule=step&decay-every=2',
  accuracy:
    'data=wine&layers=16,16&model=residual-mlp&optimizer=adagrad&monitor=validation-accuracy&patience=1',
  mse: 'data=breast-cancer&layers=none&loss=mse&momentum=0.8&optimizer=momentum&schedule=exponential',
  forecast: 'data=sunspots&model=lstm&layers=8&patience=off',
  drawn:
    'data=drawn&points=0:1,2;1:0,1;0:2,2;1:1,1;0:3,3;1:2,2;0:1,3;1:2,1;0:0,3;1:3,0&train=6&validation=2&test=2&layers=4',
} as const

const short = (experiment: Experiment): Experiment => ({
  ...experiment,
  data: { ...experiment.data, train: Math.min(experiment.data.train, 200) },
  training: { ...experiment.training, epochs: 3 },
})

const cases = [
  ...PRESET_KEYS.map((key) => [key, short(presetScene(key).experiment)] as const),
  ...Object.entries(FURTHER).map(
    ([key, link]) => [key, short(decodeLink(`#${link}`, NO_TABLES).experiment)] as const,
  ),
]
const isGenerated = (experiment: Experiment) => dataSet(experiment.data).kind === 'generated'

function run(name: string, program: string): string {
  const file = join(folder, `${name}.py`)
  writeFileSync(file, program)
  const env = { ...process.env, MPLBACKEND: 'Agg' }
  const { status, stdout, stderr } = spawnSync(PYTHON, [file], { cwd: folder, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr.split('\n').slice(-12).join('\n'))
  return stdout
}

function trains(name: string, experiment: Experiment) {
  const said = run(name, textOf(programsOf(experiment, LINK)[0]!.lines))
  const scores = /\{[^{}]*data_loss[^{}]*\}/.exec(said)?.[0] ?? ''
  expect(scores).toMatch(/data_loss': [\d.]+/)
  expect(scores).not.toMatch(/nan|inf/)
}

describe('Keras trains, evaluates and predicts', () => {
  it.each(cases.filter(([, experiment]) => isGenerated(experiment)))('%s', trains)
})

describe('Keras trains on sets that come from elsewhere', () => {
  it.each(cases.filter(([, experiment]) => !isGenerated(experiment)))('%s', trains)
})

it('Ray runs every cell from every seed, and goes on where it was', () => {
  const sweep: Sweep = {
    version: 1,
    base: short(presetScene('early-stopping').experiment),
    axes: [
      { setting: 'width', values: ['2', '4'] },
      { setting: 'dropout', values: ['0', '0.2'] },
    ],
    seeds: 2,
    varies: 'all',
    test: false,
  }
  const program = rayProgram(sweep, LINK)
  expect(run('sweep', program)).toMatch(/8 TERMINATED/)
  expect(run('sweep', program)).toMatch(/8 TERMINATED/)
})
