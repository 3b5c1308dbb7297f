import { PLAIN_ENGINE } from '../../domain/run/engines.ts'
import { outcomeOf, type RunView } from '../../store/run-view.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useText } from '../shared/app-context.tsx'

/** The action for a run that was cut off or failed. */
export function WayOn({ run }: { run: RunView }) {
  const t = useText()
  const actions = useActions()
  const outcome = outcomeOf(run)
  if (run.interrupted)
    return (
      <Button variant="primary" onClick={() => actions.continueRun(run.id)}>
        {t.status.goOn}
      </Button>
    )
  if (outcome?.kind === 'failed' && outcome.reason !== 'data') {
    // A person may have chosen the only engine that fails; where the page chose, JavaScript is left to try.
    const pinned = run.preference !== 'auto'
    return (
      <Button variant="primary" onClick={() => actions.retryOn(pinned ? 'auto' : PLAIN_ENGINE)}>
        {pinned ? t.status.onAutomatic : t.status.onEngine(t.progress.engines[PLAIN_ENGINE])}
      </Button>
    )
  }
  return null
}
