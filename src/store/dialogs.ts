/** The dialogs that are open over the page, which the browser's Back closes as it closes all else that covers it. */
import type { OpenDialog } from './state.ts'
import type { StoreCore } from './store-core.ts'

export interface DialogActions {
  /** Returns the function that says that it is gone. */
  dialogOpened(dialog: OpenDialog): () => void
  /** Closes the dialogs that were opened last, so that this many stay. */
  closeDialogs(left: number): void
}

export function dialogActions({ get, set }: StoreCore): DialogActions {
  return {
    dialogOpened(dialog) {
      set(({ dialogs }) => ({ dialogs: [...dialogs, dialog] }))
      return () => set(({ dialogs }) => ({ dialogs: dialogs.filter((other) => other !== dialog) }))
    },
    closeDialogs(left) {
      const { dialogs } = get()
      if (dialogs.length <= left) return
      // They tell that they are gone only later.
      set({ dialogs: dialogs.slice(0, left) })
      for (const dialog of dialogs.slice(left).toReversed()) dialog.close()
    },
  }
}
