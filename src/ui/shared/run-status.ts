/** What a run is doing, or how it ended, in words. */
import { epochsOfPatience } from '../../domain/run/stopping-rule.ts'
import { outcomeOf, type RunView } from '../../store/run-view.ts'
import { settingNumber } from '../../text/format.ts'
import type { Messages } from '../../text/messages.ts'

export interface StatusText {
  readonly title: string
  readonly text: string
}

/** A title and a sentence or two; the text is empty where there is nothing more to say. */
export function runStatusText(run: RunView, t: Messages): StatusText {
  const epoch = run.latest?.epoch ?? 0
  switch (run.status.kind) {
    case 'waiting':
      return t.status.waiting
    case 'warming':
      return t.status.warming
    case 'paused':
      return t.status.paused(epoch)
    case 'running': {
      const { title } = t.status.running(epoch)
      const { wait } = run.patience
      return { title, text: wait === 0 ? t.status.falling : t.status.waitingFor(wait) }
    }
    case 'ended':
      return endOf(run, t)
    default:
      return run.status satisfies never
  }
}

function endOf(run: RunView, t: Messages): StatusText {
  const outcome = outcomeOf(run)!
  if (run.interrupted) return t.status.interrupted(outcome.epoch)
  const { experiment } = run
  if (outcome.kind === 'failed') {
    const failed = t.status.failed[outcome.reason]
    const { title, text } = typeof failed === 'function' ? failed(outcome.epoch) : failed
    return { title, text: outcome.reason === 'bug' ? `${text}${t.gap}(${outcome.message})` : text }
  }
  switch (outcome.kind) {
    case 'diverged':
      return {
        title: t.status.diverged(outcome.epoch),
        text: t.status.divergedText(settingNumber(experiment.optimizer.learningRate)),
      }
    case 'completed':
      return t.status.completed(outcome.epoch)
    case 'stopped':
      return t.status.stopped(outcome.epoch)
    case 'early-stopped':
      return t.status.earlyStopped(outcome.epoch, epochsOfPatience(experiment))
    default:
      return outcome satisfies never
  }
}
