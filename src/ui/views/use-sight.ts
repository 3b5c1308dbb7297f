import { useEffect } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type Look, lookKey } from '../../store/looks.ts'
import type { Sight } from '../../store/predictions.ts'
import { useAppContext, useFit } from '../shared/app-context.tsx'
import { useSteady } from '../shared/use-steady.ts'

/** What a look inside a run's network showed last, kept up to date while this is on the page; null before, and of no look. */
export function useSight<L extends Look>(id: string, look: L | null): Sight<L['kind']> | null {
  const { fit } = useAppContext()
  const key = look === null ? '' : lookKey(look)
  const steady = useSteady(look, key)
  useEffect(() => (steady === null ? undefined : fit.look(id, steady)), [fit, id, steady])
  return useFit(({ sights }) => (sights[id]?.[key] as Sight<L['kind']> | undefined) ?? null)
}

/** What views of these runs showed last, undefined for a run that no view has looked into; asks for nothing itself. */
export function useLastSights<L extends Look>(
  runs: readonly { readonly id: string }[],
  look: L,
): readonly (Sight<L['kind']> | undefined)[] {
  const key = lookKey(look)
  return useFit(
    useShallow(({ sights }) => runs.map(({ id }) => sights[id]?.[key] as Sight<L['kind']> | undefined)),
  )
}
