import { useEffect } from 'react'
import { type Look, lookKey, type Sight } from '../../store/predictions.ts'
import { useAppContext, useFit } from '../shared/app-context.tsx'

/** What a look inside a run's network showed last, kept up to date while this is on the page; null before, and of no look. */
export function useSight<L extends Look>(id: string, look: L | null): Sight<L['kind']> | null {
  const { fit } = useAppContext()
  const key = look === null ? '' : lookKey(look)
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks of one key are the same.
  useEffect(() => (look === null ? undefined : fit.look(id, look)), [fit, id, key])
  return useFit(({ sights }) => (sights[id]?.[key] as Sight<L['kind']> | undefined) ?? null)
}
