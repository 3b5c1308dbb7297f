/** The state of a run in one line. */
import { outcomeOf, type RunView } from '../../store/run-view.ts'
import { loss, whole } from '../../text/format.ts'
import type { Messages } from '../../text/messages.ts'
import { runStatusText } from '../shared/run-status.ts'

/** Above this share of the constant answer's loss, a run has learned hardly more than the best constant answer. */
const ABOUT = 0.99

/** `constant` is the loss of giving every sample the same answer, where it is known. */
export function stateText(run: RunView, constant: number | null, t: Messages): string {
  const { title, text } = runStatusText(run, t)
  if (run.status.kind === 'running') return text
  const outcome = outcomeOf(run)
  if (!run.best || !outcome || outcome.kind === 'failed' || outcome.kind === 'diverged') return title
  const nothingLearned = constant !== null && run.best.validation.loss >= ABOUT * constant
  const end = nothingLearned
    ? t.panes.asOneAnswer(loss(constant))
    : run.best.epoch < outcome.epoch
      ? t.panes.bestAt(whole(run.best.epoch))
      : null
  return end === null ? title : `${title}${t.panes.dot}${end}`
}
