import { useMemo } from 'react'

/**
 * The value that came first with this key, for as long as the key stays: for values that are made anew at every
 * rendering, and are the same wherever their keys are.
 */
export function useSteady<T>(value: T, key: string): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the value.
  return useMemo(() => value, [key])
}
