import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { experiments } from '../domain/experiment/experiments.testing.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { settingText } from '../domain/settings/setting-values.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { FlowStep } from '../domain/training/flow-steps.ts'
import { flowLines } from './flow-lines.ts'
import { programsOf, textOf } from './programs.ts'

const FLOW: readonly FlowStep[] = ['build', 'compile', 'fit', 'evaluate', 'predict']
const LINK = 'https://example.org/room/#a'

const some = fc.sample(experiments, { numRuns: 150, seed: 3 })

/** Said of every experiment whatsoever. */
const ALWAYS: readonly SettingKey[] = [
  ...(['data', 'train', 'validation', 'test', 'model', 'init', 'loss', 'optimizer', 'lr'] as const),
  ...(['batch', 'epochs', 'shuffle', 'patience', 'seed-weights', 'seed-training'] as const),
]

it('both programs say the same settings', () => {
  for (const experiment of some) {
    const [keras, tfjs] = programsOf(experiment, LINK).map(({ lines }) =>
      [...new Set(lines.flatMap(({ settings }) => settings))].sort(),
    )
    expect(tfjs, JSON.stringify(experiment)).toEqual(keras)
    for (const setting of ALWAYS) expect(keras).toContain(setting)
  }
})

it('a line that comes from a setting changes with it', () => {
  const before = expectExperiment({ data: { set: 'moons' } })
  const after: Experiment = { ...before, training: { ...before.training, batchSize: 77 } }
  for (const [i, { lines }] of programsOf(before, LINK).entries()) {
    const others = programsOf(after, LINK)[i]!.lines
    const changed = lines.filter(({ text }, at) => text !== others[at]!.text)
    expect(changed.map(({ settings }) => settings)).toEqual([['batch']])
    expect(changed[0]!.text).toContain(settingText(before, 'batch'))
  }
})

it('packed sets are fetched from the data folder beside the page, or where one says', () => {
  const digits = expectExperiment({ data: { set: 'digits' } })
  const code = (dataUrl?: string) => textOf(programsOf(digits, LINK, dataUrl)[1]!.lines)
  expect(code()).toContain("'https://example.org/room/data/digits.bin'")
  expect(code('http://localhost:1/x/')).toContain("'http://localhost:1/x/digits.bin'")
})

it('there is a program before there are samples', () => {
  for (const set of ['rows', 'drawn'] as const) {
    const [keras, tfjs] = programsOf(expectExperiment({ data: { set } }), LINK).map(({ lines }) =>
      textOf(lines),
    )
    expect(
      spawnSync(process.execPath, ['--input-type=module', '--check'], { input: tfjs }).stderr.toString(),
    ).toBe('')
    expect(keras).toContain('model.fit')
  }
})

it('every JavaScript program is one', () => {
  const programs = some.map((experiment) => textOf(programsOf(experiment, LINK)[1]!.lines))
  // A function each, so that one process checks them all: names do not meet, and await is allowed.
  const bodies = programs.map((code) => `;(async () => {\n${code.replace(/^import .*$/gm, '')}\n})`)
  const check = spawnSync(process.execPath, ['--input-type=module', '--check'], { input: bodies.join('\n') })
  expect(check.stderr.toString()).toBe('')
})

it('finds the call of every step of the flow, with all its lines', () => {
  const digits = expectExperiment({ data: { set: 'digits' } })
  const calls = programsOf(digits, LINK).map(({ lines }) =>
    FLOW.map((step) => {
      const [from, to] = flowLines(lines, step)!
      return [lines[from]!.text.trim(), lines[to]!.text.trim()]
    }),
  )
  expect(calls).toEqual([
    [
      ['return keras.Sequential([', '])'],
      ['model.compile(', ')'],
      ['history = model.fit(', ')'],
      ['scores = model.evaluate(', ')'],
      ['outputs = model.predict(x_test[:10], verbose=0)', 'outputs = model.predict(x_test[:10], verbose=0)'],
    ],
    [
      ['return tf.sequential({', '})'],
      ['model.compile({', '})'],
      ['await model.fit(xTrain, yTrain, {', '})'],
      [
        'const [testLoss, testAccuracy] = score(xTest, yTest)',
        'const [testLoss, testAccuracy] = score(xTest, yTest)',
      ],
      ['model.predict(xTest.slice(0, 10)),', 'model.predict(xTest.slice(0, 10)),'],
    ],
  ])
  for (const experiment of some)
    for (const { key, lines } of programsOf(experiment, LINK))
      for (const step of FLOW) expect(flowLines(lines, step), `${key} ${step}`).not.toBeNull()
})
