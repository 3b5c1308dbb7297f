import { useAppContext, useText } from './app-context.tsx'

/** A tooltip with the key that does the same as its button. An embedded page has no such keys. */
export function useKeyHint(): (hint: string, key: string) => string {
  const t = useText()
  const { embedded } = useAppContext()
  return (hint, key) => (embedded ? hint : t.withKey(hint, key))
}
