import { useEffect, useState } from 'react'
import type { Language } from '../../domain/link/page-keys.ts'
import { loadTerms, type Terms } from '../../text/terms.ts'
import { useAppState } from '../shared/app-context.tsx'

/** The glossary in the page's language; null until it is here. What fails is asked for again next time. */
export function useTerms(): Terms | null {
  const language = useAppState(({ view }) => view.language)
  const [found, setFound] = useState<{ readonly language: Language; readonly terms: Terms }>()
  useEffect(() => {
    let current = true
    loadTerms(language).then(
      (terms) => current && setFound({ language, terms }),
      () => {},
    )
    return () => {
      current = false
    }
  }, [language])
  return found?.language === language ? found.terms : null
}
