import { shortName } from '../../../text/run-name.ts'
import { sentenceOf } from '../../../text/verdict-text.ts'
import { useAllText, useText } from '../../shared/app-context.tsx'
import { useVisibleRuns } from '../../shared/chart-runs.ts'
import { useLiveRuns } from '../../shared/live-context.tsx'
import { runStatusText } from '../../shared/run-status.ts'
import { headlineText, useDiagnosis } from '../../shared/use-diagnosis.ts'
import { useFocusedRun } from '../../shared/use-focused-run.ts'
import css from './present.module.css'

/** The verdict on the run in focus, or what the run is doing while there is none. */
export function PresentedVerdict() {
  const t = useAllText()
  const live = useLiveRuns()
  const isOneOfSeveral = useVisibleRuns().length > 1 && !live?.shown
  const run = useFocusedRun()
  const diagnosis = useDiagnosis(run)
  if (!run) return null
  const status = runStatusText(run, t)
  const parts = diagnosis ? sentenceOf(diagnosis, diagnosis.headline, run.experiment, t) : [status.text]
  const word = diagnosis ? headlineText(diagnosis, t) : status.title
  return (
    <VerdictLine word={t.presenting.told(isOneOfSeveral ? shortName(run, t) : null, word)}>
      {parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')}
    </VerdictLine>
  )
}

interface LineProps {
  readonly word: string
  readonly children: string
}

export function VerdictLine({ word, children }: LineProps) {
  const t = useText()
  return (
    <p className={css.verdict} role="status">
      <strong>{word}</strong>
      {t.gap}
      {children}
    </p>
  )
}
