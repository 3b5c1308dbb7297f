/** A run from a link that had no room for its weights: training it again here recovers them. */
import { finalWeights, type RunView } from '../../store/run-view.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import css from './views.module.css'

export function isWithoutWeights(run: RunView | undefined): run is RunView {
  return run !== undefined && lacksWeights(run)
}

/** The same, for those who draw something else of a run that has its weights. */
export function lacksWeights(run: RunView): boolean {
  if (run.status.kind !== 'ended' || run.latest === null || finalWeights(run) !== null) return false
  return run.imported && ['completed', 'early-stopped'].includes(run.status.outcome.kind)
}

export function BringWeights({ run }: { readonly run: RunView }) {
  const t = useText()
  const { check } = useActions()
  const found = useAppState(({ checks }) => checks[run.id])
  const running = found?.kind === 'running'
  return (
    <div className={css.bring}>
      <p className={css.hint}>{t.share.noWeights}</p>
      {run.branch && <p className={css.hint}>{t.time.notFromSeed}</p>}
      {found?.kind === 'failed' && <p className={css.hint}>{t.compare.notChecked}</p>}
      {found?.kind === 'differs' && <p className={css.hint}>{t.compare.differs(found.epoch)}</p>}
      {!run.branch && (
        <Button variant="outline" size="small" disabled={running} onClick={() => void check(run.id)}>
          {running ? t.compare.checking(found.epoch) : t.share.bringWeights}
        </Button>
      )}
    </div>
  )
}
