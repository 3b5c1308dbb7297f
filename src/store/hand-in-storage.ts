/**
 * What hand-ins need of whatever keeps them, so that a reload loses none, and how a kept one comes back: what was found is
 * not looked for again, and a run that was not yet trained again has been stopped. Methods reject where nothing can be kept.
 */
import type { Verdict } from '../domain/diagnosis/verdict.ts'
import { experimentToJson } from '../domain/experiment/experiment-json.ts'
import type { Reproduction } from '../domain/run/reproduction.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { recordsFrom } from '../domain/run/run-record.ts'
import type { Tables } from '../domain/table/library.ts'
import type { HandIn, HandInCheck } from './hand-in.ts'

interface StoredCheck {
  readonly found: Reproduction
  /** What was judged of the repeated run; its experiment is the record's. */
  readonly row: EpochRow | null
  readonly epochs: number
  readonly verdict: Verdict | null
}

export interface StoredHandIn {
  readonly version: 1
  readonly id: number
  /** A run's record as in a file: to be parsed, for it may be from another version of the page. */
  readonly record: unknown
  /** null until the run was trained again. */
  readonly check: StoredCheck | null
}

/** Hand-ins by the text of their assignment. */
export interface HandInStorage {
  load(assignment: string): Promise<readonly StoredHandIn[]>
  put(assignment: string, handIns: readonly StoredHandIn[]): Promise<void>
  remove(assignment: string, ids: readonly number[]): Promise<void>
}

export function storedHandIn({ id, record, check }: HandIn): StoredHandIn {
  const { experiment } = record
  return {
    version: 1,
    id,
    record: { ...record, experiment: experimentToJson(experiment) },
    check: check.kind === 'done' ? storedCheck(check) : null,
  }
}

function storedCheck({
  found,
  again: { row, epochs, verdict },
}: HandInCheck & { kind: 'done' }): StoredCheck {
  return { found, row, epochs, verdict }
}

/** null where it can no longer be read. */
export function revivedHandIn(
  { version, id, record: kept, check }: StoredHandIn,
  tables: Tables,
): HandIn | null {
  if (version !== 1) return null
  const read = recordsFrom(kept, tables)
  const record = read.ok ? read.records[0] : undefined
  if (!record) return null
  if (check === null) return { id, record, check: { kind: record.branch ? 'not-from-seed' : 'stopped' } }
  const { found, row, epochs, verdict } = check
  return {
    id,
    record,
    check: { kind: 'done', found, again: { experiment: record.experiment, row, epochs, verdict } },
  }
}
