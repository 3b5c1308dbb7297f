/** The language of the page, whose words are fetched when somebody first asks for it. */
import type { Language } from '../domain/link/page-keys.ts'
import { areLoaded, loadMessages } from '../text/messages.ts'
import type { StoreCore } from './store-core.ts'

export function languageActions({ get, set, notify }: StoreCore) {
  let wanted = get().view.language
  return {
    /** The page keeps its language until the other's words are here; of two that are asked for, the last wins. */
    async chooseLanguage(language: Language): Promise<void> {
      wanted = language
      try {
        // Not awaited where nothing is fetched: who has both languages changes at once.
        if (!areLoaded(language)) await loadMessages(language)
      } catch {
        if (wanted === language) notify({ kind: 'language' })
        return
      }
      if (wanted === language)
        set(({ view, notices }) => ({
          view: { ...view, language },
          notices: notices.filter(({ kind }) => kind !== 'language'),
        }))
    },
  }
}
