/** The code of live mode, which is fetched when live mode is first turned on: most visits never need it. */
import type { StoreCore } from '../store-core.ts'
import type { Live } from './live.ts'

export type CreateLive = (core: StoreCore) => Live

/** Calls `onReady` once, when live mode has been turned on and its code is there. Where it cannot be fetched, it turns off. */
export function whenLive(core: StoreCore, atHand: CreateLive | undefined, onReady: (live: Live) => void) {
  const { store, set, notify } = core
  if (atHand) return onReady(atHand(core))
  let isLoading = false
  const unsubscribe = store.subscribe(({ live }, before) => {
    if (live === null || before.live !== null || isLoading) return
    isLoading = true
    import('./live.ts').then(
      ({ createLive }) => {
        unsubscribe()
        onReady(createLive(core))
      },
      () => {
        isLoading = false
        set({ live: null })
        notify({ kind: 'live' })
      },
    )
  })
}
