import { useEffect } from 'react'
import { useAppContext, useFit } from '../shared/app-context.tsx'

/** The outputs of a run's network at the probe rows, kept up to date while this is on the page; null before the first. */
export function useOutputs(id: string | undefined): Float32Array | null {
  const { fit } = useAppContext()
  useEffect(() => (id === undefined ? undefined : fit.watch(id)), [fit, id])
  return useFit(({ fits }) => (id === undefined ? null : (fits[id]?.outputs ?? null)))
}
