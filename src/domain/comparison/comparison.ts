/**
 * A lineup: one setting in several values, run side by side from the same start. An entry may bring further settings of
 * its own, as when every optimizer has its own learning rate. In links: `compare=optimizer:sgd;lr=0.3/adam;lr=0.003`.
 */
import type { Experiment } from '../experiment/experiment.ts'
import type { Problem } from '../experiment/problem.ts'
import { weightTensors } from '../network/network.ts'
import { type Parsed, parseExperiment } from '../parsing/parse.ts'
import {
  type Change,
  changes,
  isKnob,
  KNOB_KEYS,
  type KnobKey,
  knobText,
  withKnob,
} from '../settings/settings.ts'

/** A setting as a link writes it. */
type Setting = Pick<Change, 'key' | 'to'>

interface Entry {
  readonly value: string
  readonly also: readonly Setting[]
}

export interface Lineup {
  readonly knob: KnobKey
  readonly entries: readonly Entry[]
}

export const MAX_LINEUP = 12

/** The experiments that stand side by side: one, or one for each entry that the schema lets run. */
export function membersOf(scene: {
  readonly experiment: Experiment
  readonly lineup: Lineup | null
}): Experiment[] {
  const { experiment, lineup } = scene
  if (lineup === null) return [experiment]
  return lineup.entries.flatMap((entry) => {
    const parsed = memberOf(experiment, lineup.knob, entry)
    return parsed?.ok ? [parsed.experiment] : []
  })
}

/** undefined where a value cannot be read. */
function memberOf(experiment: Experiment, knob: KnobKey, { value, also }: Entry): Parsed | undefined {
  let plain: object | undefined = experiment
  for (const { key, to } of [{ key: knob, to: value }, ...also]) plain &&= withKnob(plain, key, to)
  return plain && parseExperiment(plain)
}

/** Whether all begin with the same weights, and whether all see the same samples in the same batches. */
export function sharedStart(members: readonly Experiment[]): { weights: boolean; batches: boolean } {
  const same = (of: (experiment: Experiment) => unknown) =>
    new Set(members.map((member) => JSON.stringify(of(member)))).size <= 1
  return {
    weights: same((member) => [weightTensors(member), member.model.initializer, member.seed.weights]),
    batches: same(({ data, seed, training: { batchSize, shuffle } }) => [
      { ...data, validation: 0, test: 0 },
      seed.data,
      shuffle && seed.training,
      batchSize,
    ]),
  }
}

/** What makes these experiments a lineup of the first: its lead is the first setting that they differ in. */
export function lineupOf(experiments: readonly Experiment[]): Lineup | null {
  const [first, ...others] = experiments
  if (!first) return null
  const differing = others.map((other) => changes(first, other))
  const knob = KNOB_KEYS.find((key) => differing.some((of) => of.some((change) => change.key === key)))
  if (knob === undefined) return null
  const entries = experiments.map((experiment, i) => {
    // Without early stopping there is nothing to tell it.
    const has = ({ key }: Setting) => key !== knob && knobText(experiment, key) !== null
    const also: Setting[] = (differing[i - 1] ?? []).filter(has)
    // A new data set brings its own default loss along, which may not be this one.
    const brings = [knob, ...also.map(({ key }) => key)].some((key) => key === 'data' || key === 'rows')
    const loss = brings && !also.some(({ key }) => key === 'loss') ? [experiment.loss] : []
    return {
      value: knobText(experiment, knob) ?? '',
      also: [
        ...also.map(({ key, to }) => ({ key, to })),
        ...loss.map((to) => ({ key: 'loss' as const, to })),
      ],
    }
  })
  return { knob, entries }
}

/** Whether its entries bring learning rates of their own. */
export function hasOwnRates({ entries }: Lineup): boolean {
  return entries.some(({ also }) => also.some(({ key }) => key === 'lr'))
}

/** The same values, all at the experiment's learning rate. */
export function atOneRate({ knob, entries }: Lineup): Lineup {
  return {
    knob,
    entries: entries.map(({ value, also }) => ({ value, also: also.filter(({ key }) => key !== 'lr') })),
  }
}

export function lineupText(lineup: Lineup | null): string {
  if (lineup === null) return 'off'
  const entry = ({ value, also }: Entry) => [value, ...also.map(({ key, to }) => `${key}=${to}`)].join(';')
  return `${lineup.knob}:${lineup.entries.map(entry).join('/')}`
}

/** The reverse: entries that cannot be read or run are named and left out, twins are left out. */
export function readLineup(text: string, experiment: Experiment, problems: Problem[]): Lineup | null {
  if (text === 'off') return null
  const [knob = '', list = ''] = text.split(/:(.*)/s)
  if (!isKnob(knob)) {
    problems.push({ path: 'compare', kind: 'not-one-of', choices: KNOB_KEYS, received: knob })
    return null
  }
  const entries: Entry[] = []
  for (const written of new Set(list.split('/'))) {
    const entry = readEntry(written, knob, experiment, problems)
    if (entry) entries.push(entry)
  }
  if (entries.length > MAX_LINEUP)
    problems.push({ path: 'compare', kind: 'too-large', limit: MAX_LINEUP, received: String(entries.length) })
  return entries.length === 0 ? null : { knob, entries: entries.slice(0, MAX_LINEUP) }
}

function readEntry(
  text: string,
  knob: KnobKey,
  experiment: Experiment,
  problems: Problem[],
): Entry | undefined {
  // Drawn points have semicolons of their own, and no equals sign.
  const [value = '', ...others] = text.split(/;(?=[a-z0-9-]+=)/)
  const also: Setting[] = []
  for (const other of others) {
    const [key = '', to = ''] = other.split(/=(.*)/s)
    if (!isKnob(key) || key === knob) {
      problems.push({ path: 'compare', kind: 'not-one-of', choices: KNOB_KEYS, received: key })
      return undefined
    }
    also.push({ key, to })
  }
  const parsed = memberOf(experiment, knob, { value, also })
  if (!parsed?.ok) {
    problems.push(
      parsed ? { ...parsed.problems[0]!, path: 'compare' } : { path: 'compare', kind: 'unreadable' },
    )
    return undefined
  }
  const clean = (key: KnobKey, to: string) => knobText(parsed.experiment, key) ?? to
  return { value: clean(knob, value), also: also.map(({ key, to }) => ({ key, to: clean(key, to) })) }
}
