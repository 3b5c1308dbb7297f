import { RotateCw } from 'lucide-react'
import type { Check } from '../../store/state.ts'
import { percent } from '../../text/format.ts'
import type { Messages } from '../../text/messages.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import css from '../views/views.module.css'

/** Trains a run from elsewhere again, to see whether it comes out as its record says. */
export function CheckBlock() {
  const t = useText()
  const actions = useActions()
  const run = useFocusedRun()
  const check = useAppState(({ checks, focus }) => (focus === null ? undefined : checks[focus]))
  if (run?.status.kind !== 'ended' || !run.latest || !run.imported || run.branch) return null
  return (
    <section className={css.status} aria-label={t.compare.check}>
      <Button
        variant="outline"
        size="small"
        icon={<RotateCw size={14} aria-hidden />}
        disabled={check?.kind === 'running'}
        onClick={() => void actions.check(run.id)}
      >
        {t.compare.check}
      </Button>
      {check && <output className={css.statusText}>{checkText(check, t)}</output>}
    </section>
  )
}

function checkText(check: Check, { compare }: Messages): string {
  switch (check.kind) {
    case 'running':
      return compare.checking(check.epoch)
    case 'failed':
      return compare.notChecked
    case 'exact':
      return compare.exact(check.epochs)
    case 'differs':
      return compare.differs(check.epoch)
    case 'rounded':
      return compare.rounded(percent(check.largest, 3), check.epoch)
    default:
      return check satisfies never
  }
}
