/** Which epochs a picture of the weights over time has: a readable number of those at hand, evenly spread. */
import { parameterCount } from '../../domain/network/network.ts'
import { isKept } from '../../domain/run/kept-epochs.ts'
import type { RunView } from '../run-view.ts'
import type { KeptStates } from './kept-states.ts'
import { momentEpochs } from './moments.ts'

/** More lines than this cannot be told apart. */
const MOST = 24
/** The bytes of weights that are sent to be measured at a time. */
const MOST_BYTES = 16e6

/** Ascending, the first and the last of them at hand; empty of a run without any. They change seldom while a run trains. */
export function historyEpochs(run: RunView, kept: KeptStates | null): readonly number[] {
  const epochs = momentEpochs(run, kept)
  const fit = Math.floor(MOST_BYTES / (4 * parameterCount(run.experiment)))
  const most = Math.max(2, Math.min(MOST, fit))
  const latest = epochs.at(-1) ?? 0
  const spread = (epoch: number) => isKept(epoch, latest, { most, withOptimizer: false })
  return epochs.filter(
    (epoch) => epochs.length <= most || epoch === epochs[0] || epoch === latest || spread(epoch),
  )
}
