import type { RunView } from '../../store/run-view.ts'
import { useAppState } from './app-context.tsx'

/** The run in focus: the page describes it in words and draws it in the run details. */
export function useFocusedRun(): RunView | undefined {
  return useAppState(({ runs, focus }) => runs.find(({ id }) => id === focus))
}
