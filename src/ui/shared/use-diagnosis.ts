import { useMemo } from 'react'
import type { RunDiagnosis } from '../../store/diagnoses.ts'
import type { RunView } from '../../store/run-view.ts'
import type { Messages } from '../../text/messages.ts'
import { useAppContext, useAppState } from './app-context.tsx'

/** The verdict on a run, made anew when it has new epochs or its samples arrive; null before its first epoch. */
export function useDiagnosis(run: RunView | undefined): RunDiagnosis | null {
  const { app } = useAppContext()
  const downloads = useAppState((state) => state.downloads)
  // `downloads` says when the samples are here.
  return useMemo(() => (run ? app.diagnosis(run) : null), [app, run, downloads])
}

/** "Overfitting", or while the run goes on "Overfitting so far". */
export function headlineText({ headline, isFinal }: RunDiagnosis, t: Messages): string {
  const word = t.verdict.words[headline]
  return isFinal || headline === 'too-early' ? word : t.verdict.soFar(word)
}
