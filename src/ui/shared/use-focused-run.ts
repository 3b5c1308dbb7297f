import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { RunView } from '../../store/run-view.ts'
import { useAppState } from './app-context.tsx'
import { useLiveRuns } from './live-context.tsx'

/** The run in focus: the page describes it in words and draws it in the run details. In live mode it is the live run. */
export function useFocusedRun(): RunView | undefined {
  const focused = useAppState(({ runs, focus }) => runs.find(({ id }) => id === focus))
  return useLiveRuns()?.shown?.view ?? focused
}

/** The experiment that the page shows: of the run in focus or, before there is one, of the controls. */
export function useShownExperiment(): Experiment {
  const focused = useFocusedRun()?.experiment
  // A change of the controls is none of what is shown while there is a run.
  return useAppState(({ draft }) => focused ?? draft.experiment)
}
