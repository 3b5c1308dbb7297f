/**
 * Reads runs as people save and send them: from JSON to records, or the reason why not. Never throws,
 * whatever the input is, and keeps nothing of it except what the schema names.
 */
import * as v from 'valibot'
import type { Experiment } from '../experiment/experiment.ts'
import { PRESET_KEYS } from '../experiment/presets.ts'
import { sizeOf } from '../network/layers.ts'
import { weightTensors } from '../network/network.ts'
import { parseExperiment } from '../parsing/parse.ts'
import type { Tables } from '../table/library.ts'
import { ENGINE_NAMES } from './engines.ts'
import { row, sameFigures, start } from './measurement-schema.ts'
import { parsedJson } from './parsed-json.ts'
import { type ImportProblem, LARGEST_FILE } from './record-problem.ts'
import { branch, epoch, MOST_EPOCHS, numbers, testScore, text } from './record-schema.ts'
import { type EpochRow, FAILURE_REASONS, type RunRecord } from './run.ts'

/** A record with its parsed experiment, which carries its table as one object. */
export type ReadRecord = Omit<RunRecord, 'experiment'> & { readonly experiment: Experiment }

const MOST_RUNS = 200

const reached = { epoch, best: epoch, restored: v.nullable(epoch) }
const outcome = v.variant('kind', [
  v.object({ kind: v.picklist(['completed', 'early-stopped', 'stopped', 'diverged']), ...reached }),
  v.object({
    kind: v.literal('failed'),
    epoch,
    reason: v.picklist(FAILURE_REASONS),
    message: text(2000),
  }),
])
const engine = { name: v.picklist(ENGINE_NAMES), device: text(400) }
const record = v.object({
  version: v.literal(1),
  id: text(100),
  name: v.optional(text(400)),
  // The name of a scene from a later version is unknown here and is dropped.
  preset: v.fallback(v.optional(v.picklist(PRESET_KEYS)), undefined),
  experiment: v.unknown(),
  engine: v.nullable(v.object(engine)),
  engines: v.optional(
    v.pipe(v.array(v.object({ ...engine, epochs: v.tuple([epoch, epoch]) })), v.maxLength(100)),
  ),
  branch: v.optional(branch),
  epochs: v.pipe(v.array(row), v.maxLength(MOST_EPOCHS)),
  start: v.optional(start),
  outcome: v.nullable(outcome),
  test: v.nullable(testScore),
  weights: v.pipe(
    v.array(
      v.object({
        name: text(100),
        shape: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(8)),
        values: numbers,
      }),
    ),
    v.maxLength(1000),
  ),
})

export type ReadRecords =
  | { readonly ok: true; readonly records: readonly ReadRecord[] }
  | { readonly ok: false; readonly why: ImportProblem }

/** One record, or `{version, runs: [record, …]}`, as text. */
export function readRecords(json: string, tables: Tables): ReadRecords {
  if (json.length > LARGEST_FILE) return refused('too-large')
  const value = parsedJson(json)
  return value === undefined ? refused('unreadable') : recordsFrom(value, tables)
}

/**
 * Reads records from a parsed value. `onProgress` is called with the share of the records that has been read,
 * 0..1.
 */
export function recordsFrom(
  value: unknown,
  tables: Tables,
  onProgress: (share: number) => void = () => {},
): ReadRecords {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused('not-runs')
  if (isNewer(value)) return refused('newer')
  const list = Object.hasOwn(value, 'runs') ? (value as { runs: unknown }).runs : [value]
  if (!Array.isArray(list) || list.length === 0) return refused('not-runs')
  if (list.length > MOST_RUNS) return refused('too-large')
  if (list.some(isNewer)) return refused('newer')
  const records = list.map((each, i) => {
    onProgress(i / list.length)
    return readRecord(each, tables)
  })
  return records.every((each) => each !== null) ? { ok: true, records } : refused('not-runs')
}

const refused = (why: ImportProblem): ReadRecords => ({ ok: false, why })

/** Whether a later version of the page wrote it. */
export function isNewer(value: unknown): boolean {
  const version = (value as { version?: unknown } | null)?.version
  return typeof version === 'number' && version > 1
}

function readRecord(value: unknown, tables: Tables): ReadRecord | null {
  const result = v.safeParse(record, value)
  if (!result.success) return null
  const { experiment: written, weights: given, ...rest } = result.output
  const parsed = parseExperiment(written, tables)
  if (!parsed.ok || !consistent(rest.epochs, rest.outcome)) return null
  if (rest.branch && rest.branch.epoch > rest.epochs.length) return null
  const { experiment } = parsed
  const weights = given.length === 0 ? [] : inOrder(experiment, given)
  return weights && ({ ...rest, experiment, weights } as ReadRecord)
}

/**
 * The weights in the order of the network's layers; null unless they are exactly those of the experiment's
 * network.
 */
function inOrder(experiment: Experiment, given: RunRecord['weights']): RunRecord['weights'] | null {
  const byName = new Map(given.map((weight) => [weight.name, weight]))
  const wanted = weightTensors(experiment)
  if (wanted.length !== given.length) return null
  const found = wanted.map(({ name, shape }) => {
    const weight = byName.get(name)
    const fits = weight?.shape.join() === shape.join() && weight.values.length === sizeOf(shape)
    return fits ? weight : null
  })
  return found.every((weight) => weight !== null) ? found : null
}

/** Epochs count from 1 without a gap, and every row has the figures of the first. */
function consistent(epochs: readonly EpochRow[], end: v.InferOutput<typeof outcome> | null): boolean {
  if (end && end.kind !== 'failed' && Math.max(end.best, end.restored ?? 0) > epochs.length) return false
  return epochs.every((each, i) => each.epoch === i + 1 && sameFigures(each, epochs[0]!))
}
