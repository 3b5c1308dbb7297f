import type { Notice } from '../../store/state.ts'
import { tableProblemText } from '../../text/problems.ts'
import { useAllText } from '../shared/app-context.tsx'

/** Why a file or link of runs could not be used, and what to do. */
export default function RefusedFile({ why }: Pick<Notice & { kind: 'import' }, 'why'>) {
  const t = useAllText()
  const { refusedFiles } = t
  return typeof why === 'string' ? refusedFiles.why[why] : refusedFiles.table(tableProblemText(why, t))
}
