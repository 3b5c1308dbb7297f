import type { RunView } from '../../store/run-view.ts'
import { useLab } from './app-context.tsx'

/** The run that the page looks at. */
export function useFocusedRun(): RunView | undefined {
  return useLab(({ runs, focus }) => runs.find(({ id }) => id === focus))
}
