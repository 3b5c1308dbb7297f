/**
 * The run table compares like with like: it groups runs by scene and data, and marks the lowest loss among comparable
 * runs.
 */

import type { RunView } from '../../store/run-view.ts'
import { groupOf } from '../../store/shown-runs.ts'

export interface RunGroup {
  readonly key: string
  readonly runs: readonly RunView[]
  /** The group of runs with the scene and data of the controls. */
  readonly present: boolean
}

/** The groups in order: the present one, whose key is `here`, first, then the others by their latest run. */
export function groupsOf(runs: readonly RunView[], here: string): readonly RunGroup[] {
  const byKey = new Map<string, RunView[]>()
  for (const run of runs) {
    const key = groupOf(run)
    const members = byKey.get(key) ?? []
    // The key is set again, so that keys are in the order of the groups' latest runs.
    byKey.delete(key)
    byKey.set(key, [...members, run])
  }
  const groups = [...byKey].map(([key, members]) => ({ key, runs: members, present: key === here })).reverse()
  return groups.sort((a, b) => Number(b.present) - Number(a.present))
}

/**
 * The ids of the runs with the lowest validation loss among those judged by the same loss on the same samples; a run
 * without anything comparable is not marked.
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

/** What makes two validation losses comparable: the function, and the samples with their noise. */
function judgedBy({ experiment: { data, loss, seed } }: RunView): string {
  const { set, validation, noise, labelNoise, labelNoiseIn, length, points, rows } = data
  const labels = labelNoiseIn === 'all' ? labelNoise : 0
  return JSON.stringify([loss, set, validation, noise, labels, length, points, rows?.digest, seed.data])
}
