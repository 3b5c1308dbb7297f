/** Files and links of before open, and mean what they meant (corpus/README.md says what they are). */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { membersOf } from '../domain/comparison/comparison.ts'
import { networkDataset } from '../domain/data/dataset.ts'
import { experimentToJson } from '../domain/experiment/experiment-json.ts'
import { decodeLink } from '../domain/link/link.ts'
import type { RunRecord } from '../domain/run/run.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'
import { axesToJson } from '../domain/sweep/sweep-record.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { openFile } from './open-file.ts'
import { runsFromText } from './runs-link.ts'

const bytes = (name: string) => readFileSync(new URL(`./corpus/${name}`, import.meta.url))
const json = (name: string) => JSON.parse(bytes(name).toString())

async function recordsOf(name: string): Promise<readonly ReadRecord[]> {
  const opened = await openFile(new Blob([bytes(name)]), NO_TABLES)
  if (opened.kind !== 'runs') throw new Error(`${name} is ${JSON.stringify(opened)}`)
  return opened.records
}

/** As it would be saved today; what has been added since is no matter. */
const saved = (record: ReadRecord) =>
  JSON.parse(JSON.stringify({ ...record, experiment: experimentToJson(record.experiment) }))

describe('a run of before', () => {
  const [first, second]: RunRecord[] = json('runs.json').runs

  it('as JSON, alone or among others', async () => {
    const [run] = await recordsOf('run.json')
    expect(saved(run!)).toMatchObject(json('run.json'))
    expect((await recordsOf('runs.json')).map(saved)).toMatchObject([first, second])
    expect(run).toMatchObject({
      name: '=甲 "b", <i>',
      preset: 'overfitting',
      outcome: { kind: 'early-stopped', epoch: 5, best: 2, restored: 2 },
      epochs: { length: 5 },
    })
  })

  it('as CSV', async () => {
    const [run, ofNumbers] = [await recordsOf('curves.csv'), await recordsOf('curves-of-numbers.csv')]
    const { preset: _, ...bare } = first!
    expect(run.map(saved)).toMatchObject([{ ...bare, weights: [] }])
    expect(ofNumbers.map(saved)).toMatchObject([{ ...second, weights: [] }])
    expect(ofNumbers[0]!.epochs.map(({ validation }) => validation.r2)).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ])
  })

  it('as safetensors', async () => {
    expect((await recordsOf('weights.safetensors')).map(saved)).toMatchObject([first])
  })

  it('in a link, without gradients and the clock', async () => {
    const link = bytes('runs-link.txt').toString()
    expect(decodeLink(`#${link}`, NO_TABLES)).toMatchObject({ preset: 'wiggle', problems: [] })
    const read = await runsFromText(new URLSearchParams(link).get('runs')!, NO_TABLES)
    if (!read.ok) throw new Error(read.why)
    const floats = ({ weights, epochs, ...rest }: RunRecord) => ({
      ...rest,
      epochs: epochs.map((row) => ({ ...row, gradients: [], seconds: 0 })),
      weights: weights.map((weight) => ({ ...weight, values: weight.values.map(Math.fround) })),
    })
    expect(read.records.map(saved).map(floats)).toMatchObject([first!, second!].map(floats))
  })

  it('on a table of one’s own', async () => {
    const [run] = await recordsOf('run-on-a-table.json')
    expect(saved(run!)).toMatchObject(json('run-on-a-table.json'))
    expect(run!.experiment.data.rows).toMatchObject({ columns: ['=a,b', '#c'], target: '@t' })
  })

  it('has weights that score on the test samples what they scored', async () => {
    const [{ experiment, weights, test }] = (await recordsOf('weights.safetensors')) as [ReadRecord]
    const { count, inputs, targets } = networkDataset(experiment).parts.test
    const [kernel1, bias1, kernel2, bias2, kernel3, bias3] = weights.map(({ values }) => values)
    let loss = 0
    for (let i = 0; i < count; i++) {
      const x = [inputs[2 * i]!, inputs[2 * i + 1]!]
      const hidden = dense(x, kernel1!, bias1!).map(Math.tanh)
      const logit = dense(
        dense(hidden, kernel2!, bias2!).map((z) => Math.max(0, z)),
        kernel3!,
        bias3!,
      )[0]!
      loss += Math.log1p(Math.exp(targets[i] === 1 ? -logit : logit)) / count
    }
    expect(loss).toBeCloseTo(test!.loss, 5)
  })
})

const dense = (inputs: readonly number[], kernel: readonly number[], bias: readonly number[]) =>
  bias.map((b, unit) => inputs.reduce((sum, x, i) => sum + x * kernel[i * bias.length + unit]!, b))

it('a sweep of before', async () => {
  const written = json('sweep.json')
  const opened = await openFile(new Blob([bytes('sweep.json')]), NO_TABLES)
  if (opened.kind !== 'sweep') throw new Error(JSON.stringify(opened))
  const { sweep, runs, metric } = opened
  const { axes, base, ...rest } = written.sweep
  expect({ runs, metric, sweep }).toMatchObject({ runs: written.runs, metric: written.metric, sweep: rest })
  expect(axesToJson(sweep)).toEqual(axes)
  expect(sweep.axes.map(({ setting }) => setting)).toEqual(['width', 'lr'])
  expect(experimentToJson(sweep.base)).toMatchObject(base)
  expect(runs.map(({ outcome }) => outcome.kind)).toEqual(['completed', 'completed', 'completed', 'failed'])
})

type Difference = Readonly<Record<string, unknown>>

interface OldScene {
  readonly links: readonly string[]
  readonly experiment: Difference
  readonly members?: readonly Difference[]
  readonly preset?: string
  readonly page?: object
  readonly problems?: readonly (readonly string[])[]
}

describe('links of before', () => {
  const { default: byDefault, scenes }: { default: object; scenes: OldScene[] } = json('scenes.json')
  const cases = scenes.flatMap(({ links, ...scene }) => links.map((link) => ({ link, ...scene })))

  it('are these many', () => expect(cases).toHaveLength(49))

  it.each(cases)('#$link', ({ link, experiment, members, preset, page, problems }) => {
    const read = decodeLink(`#${link}`, NO_TABLES)
    const meant = changed(byDefault, experiment)
    expect(experimentToJson(read.experiment)).toMatchObject(meant)
    expect(read.comparison !== null).toBe(members !== undefined)
    if (members)
      expect(membersOf(read, NO_TABLES).map(experimentToJson)).toMatchObject(
        members.map((each) => changed(meant, each)),
      )
    // Of a preset there are two links: by its name, and by all its settings.
    if (!link.startsWith('data=')) expect(read.preset).toBe(preset ?? null)
    const none = { run: false, language: null, theme: null, pace: null, engine: null, panes: null, hide: [] }
    expect(read).toMatchObject({ ...none, ...page })
    // Which problems a link has is its meaning; the order in which they are named is not.
    const named = read.problems.map(({ path, kind }) => `${path} ${kind}`)
    expect(named.sort()).toEqual((problems ?? []).map((each) => each.join(' ')).sort())
  })
})

/** A copy with other values at some paths, as `data.train`. */
function changed(json: object, to: Difference): object {
  const copy = structuredClone(json)
  for (const [path, value] of Object.entries(to)) {
    const keys = path.split('.')
    const at = keys.slice(0, -1).reduce((parent, key) => (parent as Record<string, object>)[key]!, copy)
    Object.assign(at, { [keys.at(-1)!]: value })
  }
  return copy
}
