import { useEffect, useSyncExternalStore } from 'react'
import { remember } from '../../page/preferences.ts'
import { useAppState, useText } from './app-context.tsx'

export function useMedia(query: string): boolean {
  const list = window.matchMedia(query)
  return useSyncExternalStore(
    (changed) => {
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => list.matches,
  )
}

/** Whether the page is dark now, by a person's choice or the system's. */
export function useDark(): boolean {
  const system = useMedia('(prefers-color-scheme: dark)')
  const theme = useAppState(({ view }) => view.theme)
  return theme === null ? system : theme === 'dark'
}

/** Sets language and theme on the document, and remembers them. */
export function usePage() {
  const t = useText()
  const language = useAppState(({ view }) => view.language)
  const theme = useAppState(({ view }) => view.theme)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = t.name
    if (theme === null) delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    remember({ language, theme })
  }, [t, language, theme])
}
