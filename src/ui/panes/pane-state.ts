/** Where a run stands, in one line. */
import { guessingLoss } from '../../domain/levels.ts'
import { outcomeOf, type RunView } from '../../store/run-view.ts'
import type { Messages } from '../../text/en.ts'
import { loss, whole } from '../../text/format.ts'
import { toldOf } from '../side/status-block.tsx'

/** From so much of guessing's loss on, the best one is about as good. */
const ABOUT = 0.99

export function stateText(run: RunView, t: Messages): string {
  const { title, text } = toldOf(run, t)
  if (run.status.kind === 'running') return text
  const outcome = outcomeOf(run)
  if (!run.best || !outcome || outcome.kind === 'failed' || outcome.kind === 'diverged') return title
  const guess = guessingLoss(run.experiment)
  const guessing = guess !== null && run.best.validation.loss >= ABOUT * guess
  const end = guessing
    ? t.panes.atGuessing(loss(guess))
    : run.best.epoch < outcome.epoch
      ? t.panes.lowest(whole(run.best.epoch))
      : null
  return end === null ? title : `${title}${t.panes.dot}${end}`
}
