/** The run table compares like with like: runs by scene and data, the lowest loss among those it can be compared of. */

import type { RunView } from '../../store/run-view.ts'
import { groupOf } from '../../store/shown-runs.ts'
import type { AppState } from '../../store/state.ts'

export interface RunGroup {
  readonly key: string
  readonly runs: readonly RunView[]
  /** The scene and data that the controls show now. */
  readonly present: boolean
}

/** The present group first, then the others, the one with the latest run first. */
export function groupsOf({ runs, draft }: Pick<AppState, 'runs' | 'draft'>): readonly RunGroup[] {
  const byKey = new Map<string, RunView[]>()
  for (const run of runs) {
    const key = groupOf(run)
    const members = byKey.get(key) ?? []
    // Set anew, so that the keys are in the order of the groups' latest runs.
    byKey.delete(key)
    byKey.set(key, [...members, run])
  }
  const here = groupOf(draft)
  const groups = [...byKey].map(([key, members]) => ({ key, runs: members, present: key === here })).reverse()
  return groups.sort((a, b) => Number(b.present) - Number(a.present))
}

/**
 * Ids of the runs with the lowest validation loss among those judged by the same loss on the same samples; none where a
 * run has nothing to be compared with.
 */
export function lowestOf(runs: readonly RunView[]): ReadonlySet<string> {
  const comparable = new Map<string, RunView[]>()
  for (const run of runs) {
    const key = judgedBy(run)
    if (run.best) comparable.set(key, [...(comparable.get(key) ?? []), run])
  }
  const lowest = [...comparable.values()]
    .filter((members) => members.length > 1)
    .flatMap((members) => {
      const least = Math.min(...members.map((run) => run.best!.validation.loss))
      return members.filter((run) => run.best!.validation.loss === least)
    })
  return new Set(lowest.map(({ id }) => id))
}

/** What a validation loss is a loss of: the function, and the samples with their noise. */
function judgedBy({ experiment: { data, loss, seed } }: RunView): string {
  const { set, validation, noise, labelNoise, labelNoiseIn, length, points, rows } = data
  const labels = labelNoiseIn === 'all' ? labelNoise : 0
  return JSON.stringify([loss, set, validation, noise, labels, length, points, rows?.digest, seed.data])
}
