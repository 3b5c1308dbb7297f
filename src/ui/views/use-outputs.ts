import { useEffect } from 'react'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { useAppContext, useFit } from '../shared/app-context.tsx'
import { useLiveRuns } from '../shared/live-context.tsx'

/** The outputs of a run's network at the probe rows, kept up to date while this is on the page; null before the first. */
export function useOutputs(id: string | undefined): Float32Array | null {
  const { fit } = useAppContext()
  const live = useLiveRuns()
  const own = live && [live.shown, live.baseline].find((run) => run?.view.id === id)
  const watched = own ? undefined : id
  useEffect(() => (watched === undefined ? undefined : fit.watch(watched)), [fit, watched])
  const outputs = useFit(({ fits }) => (watched === undefined ? null : (fits[watched]?.outputs ?? null)))
  return own ? own.outputs : outputs
}

/** In live mode the outputs of the baseline's network, if it was asked at the same places. */
export function useBaselineOutputs(experiment: Experiment): Float32Array | null {
  const live = useLiveRuns()
  const [shown, baseline] = [live?.shown, live?.baseline]
  if (!shown || !baseline || shown.key === baseline.key) return null
  const isSamePlane = baseline.own.experiment.data.set === experiment.data.set
  return isSamePlane ? baseline.outputs : null
}
