import { sentenceOf } from '../../../text/verdict-text.ts'
import { useText } from '../../shared/app-context.tsx'
import { runStatusText } from '../../shared/run-status.ts'
import { headlineText, useDiagnosis } from '../../shared/use-diagnosis.ts'
import { useFocusedRun } from '../../shared/use-focused-run.ts'
import css from './present.module.css'

/** The verdict on the run in focus, or what the run is doing while there is none. */
export function PresentedVerdict() {
  const t = useText()
  const run = useFocusedRun()
  const diagnosis = useDiagnosis(run)
  if (!run) return null
  const status = runStatusText(run, t)
  const parts = diagnosis ? sentenceOf(diagnosis, diagnosis.headline, run.experiment, t) : [status.text]
  return (
    <p className={css.verdict} role="status">
      <strong>{diagnosis ? headlineText(diagnosis, t) : status.title}</strong>{' '}
      {parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')}
    </p>
  )
}
