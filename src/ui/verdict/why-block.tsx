/** The button that opens why the verdict is what it is. */
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { RunDiagnosis } from '../../store/diagnoses.ts'
import { withLaterMessages } from '../../text/messages.ts'
import { useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import more from '../shared/more.module.css'
import css from './verdict.module.css'

const Reasons = lazyPart(
  withLaterMessages(async () => ({ default: (await import('./reasons.tsx')).Reasons })),
)

interface Props {
  readonly run: string
  readonly diagnosis: RunDiagnosis
}

export function WhyBlock({ run, diagnosis }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <section className={css.why} aria-label={t.verdict.why}>
      <button type="button" className={more.summary} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight aria-hidden className={more.chevron} size={13} />
        {t.verdict.why}
      </button>
      {open && <Reasons run={run} diagnosis={diagnosis} />}
    </section>
  )
}
