/** Why a well-formed experiment cannot be trained here and now, if it cannot: its samples or its memory are missing. */
import { dataSet } from '../data/registry.ts'
import type { Experiment } from '../experiment/experiment.ts'
import type { Problem } from '../experiment/problem.ts'
import { memoryProblem } from '../network/memory.ts'
import { FEWEST_ROWS } from '../table/table.ts'

export function cannotRunReason(experiment: Experiment, deviceMemory: number | undefined): Problem | null {
  return samplesMissing(experiment) ?? memoryProblem(experiment, deviceMemory)
}

/** The problem of samples that the person still has to draw or to read in. */
export function samplesMissing({ data }: Experiment): Problem | null {
  if (data.set === 'rows' && !data.rows) return { path: 'data.rows', kind: 'table-gone' }
  if (data.set !== 'drawn') return null
  const { points = [] } = data
  const classes = new Set(points.map(([, , label]) => label)).size
  return points.length < FEWEST_ROWS || classes < dataSet(data).classes.length
    ? { path: 'data.points', kind: 'points-missing', points: points.length, classes }
    : null
}
