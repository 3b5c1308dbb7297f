import type { Experiment } from '../../../domain/experiment/experiment.ts'
import { sizeOf } from '../../../domain/network/layers.ts'
import { weightTensors } from '../../../domain/network/network.ts'
import type { WeightEdit } from '../../../domain/run/branch.ts'
import type { RunView } from '../../../store/run-view.ts'
import { useAppContext, useFit } from '../../shared/app-context.tsx'
import { useLiveRuns } from '../../shared/live-context.tsx'

/** Weights are named by their place in the flat weights. */
export interface WeightEdits {
  isEdited(at: number): boolean
  set(at: number, value: number): void
}

const NO_EDITS: readonly WeightEdit[] = []

/** Setting the weights of a run on the list by hand; null in live mode. */
export function useWeightEdits(run: RunView): WeightEdits | null {
  const { fit } = useAppContext()
  const live = useLiveRuns()
  const edits = useFit((state) => state.edits[run.id]) ?? NO_EDITS
  if (live) return null
  return {
    isEdited(at) {
      const place = placeOf(run.experiment, at)
      return edits.some(({ name, index }) => name === place.name && index === place.index)
    },
    set: (at, value) => fit.edit(run.id, { ...placeOf(run.experiment, at), to: value }),
  }
}

/** The array and the index in it. */
function placeOf(experiment: Experiment, at: number): Pick<WeightEdit, 'name' | 'index'> {
  let from = 0
  for (const { name, shape } of weightTensors(experiment)) {
    const size = sizeOf(shape)
    if (at < from + size) return { name, index: at - from }
    from += size
  }
  throw new RangeError(`there is no weight ${at}`)
}
