import { changes } from '../domain/knobs.ts'
import type { Messages } from '../text/en.ts'
import { runName } from '../text/run-name.ts'
import type { RunView } from './run-view.ts'

/**
 * The runs that come in, so that each can be told from those that are here: of two experiments that would be called the
 * same, as when links without a preset bring them, the later one's name says what differs.
 */
export function setApart(
  coming: readonly RunView[],
  present: readonly RunView[],
  t: Messages,
): readonly RunView[] {
  const firsts = new Map<string, RunView>()
  const meet = (run: RunView) => {
    const name = runName(run, t)
    const first = firsts.get(name)
    if (first === undefined) firsts.set(name, run)
    return first
  }
  for (const run of present) meet(run)
  return coming.map((run) => {
    const namesake = meet(run)
    const apart = namesake ? changes(namesake.experiment, run.experiment) : []
    if (apart.length === 0) return run
    const named = { ...run, apart }
    meet(named)
    return named
  })
}
