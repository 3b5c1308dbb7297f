import { changes } from '../domain/settings/changes.ts'
import type { Messages } from '../text/messages.ts'
import { runName } from '../text/run-name.ts'
import type { RunView } from './run-view.ts'

/**
 * Marks incoming runs so that each can be told from the runs that are here. Where two experiments would have the same
 * name, as when links without a preset bring them, the later one's name says what differs. Where nothing differs,
 * because the same experiment ran again, it gets a number.
 */
export function setApart(
  coming: readonly RunView[],
  present: readonly RunView[],
  t: Messages,
): readonly RunView[] {
  const byName = new Map<string, RunView>()
  const meet = (run: RunView) => {
    const name = runName(run, t)
    const first = byName.get(name)
    if (first === undefined) byName.set(name, run)
    return first
  }
  for (const run of present) meet(run)
  return coming.map((run) => {
    const namesake = meet(run)
    if (!namesake) return run
    const apart = changes(namesake.experiment, run.experiment)
    if (apart.length > 0) {
      const named = { ...run, apart }
      if (!meet(named)) return named
    }
    for (let repetition = 2; ; repetition++) {
      const numbered = { ...run, apart, repetition }
      if (!meet(numbered)) return numbered
    }
  })
}
