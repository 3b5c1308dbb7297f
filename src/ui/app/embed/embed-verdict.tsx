import { parameterCount } from '../../../domain/network/network.ts'
import { whole } from '../../../text/format.ts'
import { problemText } from '../../../text/problems.ts'
import { useAllText, useAppContext, useAppState } from '../../shared/app-context.tsx'
import { useFocusedRun } from '../../shared/use-focused-run.ts'
import { PresentedVerdict, VerdictLine } from '../present/presented-verdict.tsx'

/** The verdict; before there is a run, what would be trained, or why nothing can be. */
export function EmbedVerdict() {
  const t = useAllText()
  const { app } = useAppContext()
  const experiment = useAppState(({ draft }) => draft.experiment)
  if (useFocusedRun()) return <PresentedVerdict />
  const [problem] = app.cannotRunReasons()
  if (problem) return <VerdictLine word={t.lesson.cannotRun}>{problemText(problem, t)}</VerdictLine>
  const { title, text } = t.status.idle(whole(parameterCount(experiment)), whole(experiment.data.train))
  return <VerdictLine word={t.presenting.told(null, title)}>{text}</VerdictLine>
}
