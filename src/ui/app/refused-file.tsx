import type { Notice } from '../../store/state.ts'
import { refusedFileText } from '../../text/refused-file.ts'
import { useAllText } from '../shared/app-context.tsx'

export default function RefusedFile({ why }: Pick<Notice & { kind: 'import' }, 'why'>) {
  return refusedFileText(why, useAllText())
}
