import { dataSet } from '../../domain/data/registry.ts'
import { useAppState } from '../shared/app-context.tsx'

/** The data set of the draft, which decides what settings there are. */
export const useDraftSet = () => useAppState(({ draft }) => dataSet(draft.experiment.data))
