/** A training sample on its way through the network: where it lies, and what every unit makes of it. */

import { useCallback, useMemo } from 'react'
import { rawSamples } from '../../../domain/data/dataset.ts'
import { dataSet } from '../../../domain/data/registry.ts'
import type { Experiment } from '../../../domain/experiment/experiment.ts'
import { samplesKey } from '../../../domain/experiment/identity.ts'
import { samplesMissing } from '../../../domain/parsing/cannot-run.ts'
import type { RunView } from '../../../store/run-view.ts'
import { useAppContext } from '../../shared/app-context.tsx'
import { useSteady } from '../../shared/use-steady.ts'
import { useSight } from '../use-sight.ts'

/** As shares of a square picture of the plane, from its upper left corner. */
export interface Place {
  readonly left: number
  readonly top: number
}

export interface TrainingPoints {
  readonly count: number
  /** Raw inputs of a sample, from 0, and its target: a number, or a class. */
  sample(index: number): { readonly inputs: readonly number[]; readonly target: number }
  /** null of data that lie on no plane. */
  place(index: number): Place | null
  /** The sample nearest to a place, no further than a share of the picture; null where there is none. */
  near(place: Place, within: number): number | null
}

/** The training samples of a run; null where they are not here. */
export function useTrainingPoints(shown: Experiment): TrainingPoints | null {
  const { app } = useAppContext()
  const experiment = useSteady(shown, samplesKey(shown))
  const source = app.sources.get(experiment.data)
  return useMemo(() => {
    if (samplesMissing(experiment) || !app.sources.isReady(experiment.data)) return null
    const { inputs: width, extent } = dataSet(experiment.data)
    const { inputs, targets, count } = rawSamples(experiment, 'train', source)
    const at = (index: number): Place | null => {
      const [xs, ys] = extent ?? []
      if (width !== 2 || !xs || !ys) return null
      return {
        left: (inputs[2 * index]! - xs[0]) / (xs[1] - xs[0]),
        top: (ys[1] - inputs[2 * index + 1]!) / (ys[1] - ys[0]),
      }
    }
    return {
      count,
      sample: (index) => ({
        inputs: Array.from(inputs.subarray(index * width, (index + 1) * width)),
        target: targets[index]!,
      }),
      place: at,
      near({ left, top }, within) {
        let [nearest, least]: [number | null, number] = [null, within]
        for (let i = 0; i < count; i++) {
          const place = at(i)
          const distance = place ? Math.hypot(place.left - left, place.top - top) : Number.POSITIVE_INFINITY
          if (distance <= least) [nearest, least] = [i, distance]
        }
        return nearest
      },
    }
  }, [app, experiment, source])
}

/** The activation of a unit at the sample, of the inputs (layer 0) what the network is given; null before the answer. */
export type ActivationOf = (layer: number, unit: number) => number | null

export function useActivations(run: RunView, sample: number | null, masked: boolean): ActivationOf {
  const sight = useSight(run.id, sample === null ? null : { kind: 'sample', sample, masked })
  return useCallback(
    (layer, unit) => {
      if (sight === null) return null
      const values = layer === 0 ? sight.seen.inputs : sight.seen.layers[layer - 1]
      return values?.[unit] ?? null
    },
    [sight],
  )
}
