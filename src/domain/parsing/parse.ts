/**
 * Turns unknown input into an experiment or a list of problems. Never throws: the input may come from a link,
 * a file or a script.
 */
import * as v from 'valibot'
import { dataSet, type StoredSet } from '../data/registry.ts'
import { type Experiment, ExperimentSchema, PARTS } from '../experiment/experiment.ts'
import type { Problem, ProblemKind } from '../experiment/problem.ts'
import { NO_TABLES, readTable, type Tables } from '../table/library.ts'
import { samplesMissing } from './cannot-run.ts'
import { fittedCounts } from './fitted-counts.ts'
import { incompatibilities } from './incompatibilities.ts'

export type Parsed =
  | { readonly ok: true; readonly experiment: Experiment }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * A table is taken as it is where the input carries or writes it out, and is then kept in `tables`; where the input only
 * names it by its digest, it is looked for there.
 */
export function parseExperiment(input: unknown, tables: Tables): Parsed {
  const tabled = withTable(input, tables)
  if (!tabled.ok) return tabled
  const result = v.safeParse(ExperimentSchema, tabled.input)
  if (!result.success) return { ok: false, problems: result.issues.map(problemOf) }
  const { loss, ...rest } = result.output
  const written = ((tabled.input as { data?: object } | undefined)?.data ?? {}) as Record<string, unknown>
  const given = new Set(PARTS.filter((part) => written[part] !== undefined))
  const data = { ...rest.data, ...fittedCounts(rest.data, given) }
  const experiment = { ...rest, data, loss: loss ?? defaultLoss(rest) }
  const problems = conflicts(experiment)
  return problems.length === 0 ? { ok: true, experiment } : { ok: false, problems }
}

type Tabled =
  | { readonly ok: true; readonly input: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Puts the table that an experiment carries where the input has it written out, or names it. */
function withTable(input: unknown, tables: Tables): Tabled {
  const data = (input as { data?: unknown } | null | undefined)?.data
  if (typeof data !== 'object' || data === null || !('rows' in data) || data.rows === undefined)
    return { ok: true, input }
  const read = readTable(data.rows, tables)
  if (!read.ok) return { ok: false, problems: [{ path: 'data.rows', ...read.problem }] }
  return { ok: true, input: { ...(input as object), data: { ...data, rows: read.table } } }
}

/** The complete default experiment. */
export function defaultExperiment(): Experiment {
  return expectExperiment({})
}

/**
 * For experiments written in this repository (presets, tests), which name no tables: problems there are bugs, so it
 * throws.
 */
export function expectExperiment(input: unknown): Experiment {
  const parsed = parseExperiment(input, NO_TABLES)
  if (!parsed.ok) throw new Error(`not an experiment: ${JSON.stringify(parsed.problems)}`)
  return parsed.experiment
}

/** Classes are scored by cross-entropy, numbers by mean squared error, unless the experiment says otherwise. */
export function defaultLoss({ data }: Pick<Experiment, 'data'>): Experiment['loss'] {
  return dataSet(data).task === 'regression' ? 'mse' : 'cross-entropy'
}

/** Problems that only several keys together show. */
function conflicts(experiment: Experiment): Problem[] {
  const { data, loss, earlyStopping } = experiment
  const source = dataSet(data)
  const problems: Problem[] = []
  if (source.task === 'regression') {
    if (loss === 'cross-entropy') problems.push({ path: 'loss', kind: 'loss-needs-classes', set: data.set })
    if (earlyStopping?.monitor === 'validation-accuracy')
      problems.push({ path: 'earlyStopping.monitor', kind: 'monitor-needs-classes', set: data.set })
  }
  if (source.kind === 'stored' && samplesMissing(experiment) === null)
    problems.push(...shortages(experiment, source))
  problems.push(...incompatibilities(experiment))
  return problems
}

/** The parts that ask for more samples than the set has. */
function shortages({ data }: Experiment, { from, available }: StoredSet): Problem[] {
  const { parts = null } = (from === 'table' && data.rows) || {}
  if (parts !== null)
    return PARTS.filter((part) => data[part] > parts[part]).map((part) => ({
      path: `data.${part}`,
      kind: 'too-large',
      limit: parts[part],
      received: String(data[part]),
    }))
  if (data.train > available)
    return [{ path: 'data.train', kind: 'too-large', limit: available, received: String(data.train) }]
  const left = Math.floor((available - data.train) / 2)
  return PARTS.filter((part) => part !== 'train' && data[part] > left).map((part) => ({
    path: `data.${part}`,
    kind: 'too-few-samples',
    available,
    left,
  }))
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const path = v.getDotPath(issue) ?? ''
  return { path, ...kindOf(issue) }
}

function kindOf(issue: v.BaseIssue<unknown>): ProblemKind {
  const received = show(issue.input)
  const size = Array.isArray(issue.input) ? String(issue.input.length) : received
  const requirement = (issue as { requirement?: unknown }).requirement
  if (issue.input === undefined && issue.expected !== 'never') return { kind: 'missing' }
  switch (issue.type) {
    case 'strict_object':
      return issue.expected === 'never'
        ? { kind: 'unknown-key' }
        : { kind: 'wrong-type', expected: 'object', received }
    case 'picklist':
    case 'literal':
      return { kind: 'not-one-of', choices: choicesOf(issue.expected), received }
    case 'min_length':
      return { kind: 'too-small', limit: Number(requirement), received: size }
    case 'max_length':
      return { kind: 'too-large', limit: Number(requirement), received: size }
    case 'min_value':
      return { kind: 'too-small', limit: Number(requirement), received }
    case 'max_value':
    case 'lt_value':
      return { kind: 'too-large', limit: Number(requirement), received }
    case 'integer':
      return { kind: 'not-whole', received }
    default:
      return { kind: 'wrong-type', expected: (issue.expected ?? issue.type).toLowerCase(), received }
  }
}

const choicesOf = (expected: string | null) =>
  (expected ?? '')
    .replace(/^\(|\)$/g, '')
    .split(' | ')
    .map((choice) => choice.replaceAll('"', ''))

/** Shortens any value for a message; safe for cyclic and hostile values. */
function show(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 60)
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  return String(value)
}
