import type { RunView } from '../../store/run-view.ts'
import { useAppState } from './app-context.tsx'

/** The run that the page looks at. */
export function useFocusedRun(): RunView | undefined {
  return useAppState(({ runs, focus }) => runs.find(({ id }) => id === focus))
}
