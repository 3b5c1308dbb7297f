/**
 * Early stopping in hindsight: where this run would have stopped with another patience, and what that would have cost.
 */
import { ChevronRight } from 'lucide-react'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import more from '../shared/more.module.css'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import css from '../views/views.module.css'

const WhatIfSettings = lazyPart(async () => ({
  default: (await import('./what-if-settings.tsx')).WhatIfSettings,
}))
const FIRST_PATIENCE = 10

export function WhatIfBlock() {
  const t = useText()
  const { look } = useActions()
  const run = useFocusedRun()
  const asked = useAppState(({ view }) => view.whatIf)
  if (run?.status.kind !== 'ended' || !run.latest) return null
  const open = asked?.run === run.id
  const { earlyStopping } = run.experiment
  const first = {
    run: run.id,
    patience: earlyStopping?.patience ?? FIRST_PATIENCE,
    minDelta: earlyStopping?.minDelta ?? 0,
  }
  return (
    <section className={css.whatIf} aria-label={t.compare.whatIf}>
      <button
        type="button"
        className={more.summary}
        aria-expanded={open}
        onClick={() => look({ whatIf: open ? null : first })}
      >
        <ChevronRight aria-hidden className={more.chevron} size={13} />
        {t.compare.whatIf}
      </button>
      {open && <WhatIfSettings run={run} asked={asked} first={first} />}
    </section>
  )
}
