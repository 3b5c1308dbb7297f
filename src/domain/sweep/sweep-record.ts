/** A sweep as people save and send it: its definition, what it is read by, and the runs that have finished. */
import * as v from 'valibot'
import { type ExperimentJson, experimentToJson } from '../experiment/experiment-json.ts'
import type { ImportProblem } from '../run/record-problem.ts'
import { epoch, finite, score, testScore, text } from '../run/record-schema.ts'
import { FAILURE_REASONS } from '../run/run.ts'
import { isNewer } from '../run/run-record.ts'
import type { Tables } from '../table/library.ts'
import { type AxisKey, cellsOf, MOST_SEEDS, MOST_SWEEP_RUNS, parseSweep, type Sweep } from './sweep.ts'
import { METRICS, type Metric, type SweepRun } from './sweep-run.ts'

export interface SweepRecord {
  readonly version: 1
  readonly sweep: Omit<Sweep, 'base' | 'axes'> & {
    readonly base: ExperimentJson
    /** `knob` is the setting that varies. */
    readonly axes: readonly { readonly knob: AxisKey; readonly values: readonly string[] }[]
  }
  readonly metric: Metric
  readonly runs: readonly SweepRun[]
}

export interface OpenedSweep {
  readonly sweep: Sweep
  readonly metric: Metric
  readonly runs: readonly SweepRun[]
}

export type ReadSweep =
  | ({ readonly ok: true } & OpenedSweep)
  | { readonly ok: false; readonly why: ImportProblem }

/** The axes as files and the browser's storage have them, whose keys never change. */
export function axesToJson({ axes }: Sweep): SweepRecord['sweep']['axes'] {
  return axes.map(({ setting, values }) => ({ knob: setting, values }))
}

export function sweepToJson({ sweep, metric, runs }: OpenedSweep): SweepRecord {
  return {
    version: 1,
    sweep: { ...sweep, axes: axesToJson(sweep), base: experimentToJson(sweep.base) },
    metric,
    runs,
  }
}

/** The metric by which a sweep is read unless a person chose another. */
export const FIRST_METRIC: Metric = 'validation-last'

/** The most epochs in the outline of a curve that is read; this page writes far fewer. */
const MOST_POINTS = 1000

const snapshot = v.object({ epoch, train: score, validation: score })
const run = v.object({
  cell: v.pipe(v.number(), v.integer(), v.minValue(0)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_SEEDS)),
  outcome: v.variant('kind', [
    v.object({ kind: v.picklist(['completed', 'early-stopped', 'diverged']), epoch }),
    v.object({ kind: v.literal('failed'), reason: v.picklist(FAILURE_REASONS), message: text(2000) }),
  ]),
  best: v.nullable(snapshot),
  last: v.nullable(snapshot),
  test: v.nullable(testScore),
  curve: v.pipe(v.array(snapshot), v.maxLength(MOST_POINTS)),
  seconds: v.pipe(finite, v.minValue(0)),
})
const runs = v.pipe(v.array(run), v.maxLength(MOST_SWEEP_RUNS))

export function looksLikeSweep(value: object): boolean {
  return Object.hasOwn(value, 'sweep') || Object.hasOwn(value, 'axes')
}

/** A sweep with its runs, or a definition alone, as earlier versions saved it. Never throws. */
export function readSweep(value: object, tables: Tables): ReadSweep {
  if (isNewer(value)) return { ok: false, why: 'newer' }
  const {
    sweep: written,
    metric,
    runs: given = [],
  } = Object.hasOwn(value, 'sweep') ? (value as Record<string, unknown>) : { sweep: value }
  if (isNewer(written)) return { ok: false, why: 'newer' }
  const sweep = parseSweep(written, tables)
  const read = sweep && readSweepRuns(sweep, given)
  if (sweep === null || read === null) return { ok: false, why: 'sweep-damaged' }
  return { ok: true, sweep, metric: METRICS.find((each) => each === metric) ?? FIRST_METRIC, runs: read }
}

/** null unless every run belongs to the sweep, and no two are of the same value and seed. */
function readSweepRuns(sweep: Sweep, given: unknown): readonly SweepRun[] | null {
  const result = v.safeParse(runs, given)
  if (!result.success) return null
  const read = result.output as readonly SweepRun[]
  const cells = cellsOf(sweep).length
  const places = new Set(read.map(({ cell, seed }) => `${cell} ${seed}`))
  const fits = read.every(({ cell, seed }) => cell < cells && seed <= sweep.seeds)
  return fits && places.size === read.length ? read : null
}
