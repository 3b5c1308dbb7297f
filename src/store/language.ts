/** The language of the page, whose words are fetched when somebody first asks for it. */
import type { Language } from '../domain/link/page-keys.ts'
import { areLoaded, loadMessages } from '../text/messages.ts'
import type { StoreCore } from './store-core.ts'

export interface LanguageActions {
  /**
   * The control shows the choice at once; the page keeps its language until the other's words are here. Of two that are
   * chosen, the last wins. Where the words cannot be fetched, the choice goes back to the language of the page.
   */
  chooseLanguage(language: Language): Promise<void>
}

export function languageActions({ get, set, notify }: StoreCore): LanguageActions {
  return {
    async chooseLanguage(language) {
      set({ chosenLanguage: language })
      try {
        // Not awaited where nothing is fetched: who has both languages changes at once.
        if (!areLoaded(language)) await loadMessages(language)
      } catch {
        if (get().chosenLanguage !== language) return
        set(({ view }) => ({ chosenLanguage: view.language }))
        notify({ kind: 'language' })
        return
      }
      if (get().chosenLanguage === language)
        set(({ view, notices }) => ({
          view: { ...view, language },
          notices: notices.filter(({ kind }) => kind !== 'language'),
        }))
    },
  }
}
