/** The way from React to the store: one context and a few hooks. */
import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { HandIns, HandInWorld } from '../../store/hand-ins.ts'
import type { FitState, FitWatch } from '../../store/predictions.ts'
import type { Resamplings, ResamplingsState } from '../../store/resamplings.ts'
import type { SeedTrials, SeedTrialsState } from '../../store/seed-trials.ts'
import type { AppState } from '../../store/state.ts'
import type { AppStore } from '../../store/store.ts'
import type { Sweeps, SweepsState } from '../../store/sweeps.ts'
import type { TunedComparison, TunedComparisonState } from '../../store/tuned-comparison.ts'
import { type AllMessages, allMessages, type Messages, messages } from '../../text/messages.ts'
import { refusalText } from '../../text/refusal.ts'
import { OpenDialogs } from '../kit/open-dialogs.ts'
import { RefusalWords } from '../kit/refusal-words.ts'

export interface AppContext {
  readonly app: AppStore
  readonly fit: FitWatch
  readonly sweeps: Sweeps
  readonly tunedComparison: TunedComparison
  readonly seedTrials: SeedTrials
  readonly resamplings: Resamplings
  /** The page stands in another one. It leaves keys to that, and whatever needs more room to a page of its own. */
  readonly embedded: boolean
  /** The runs that were handed in for an assignment, one list for each; its code is fetched by those who ask for it. */
  handIns(assignment: string, create: (world: HandInWorld) => HandIns): HandIns
}

const AppContextValue = createContext<AppContext | null>(null)

export function AppContextProvider({ value, children }: { value: AppContext; children: ReactNode }) {
  return (
    <AppContextValue.Provider value={value}>
      <OpenDialogs.Provider value={value.app.actions.dialogOpened}>
        <Words>{children}</Words>
      </OpenDialogs.Provider>
    </AppContextValue.Provider>
  )
}

/** The sentences that the kit's controls show by themselves, in the page's language. */
function Words({ children }: { children: ReactNode }) {
  const t = useText()
  return (
    <RefusalWords.Provider value={(refusal) => refusalText(refusal, t)}>{children}</RefusalWords.Provider>
  )
}

export function useAppContext(): AppContext {
  const context = useContext(AppContextValue)
  if (!context) throw new Error('no RoomProvider above')
  return context
}

/** `select` must return the same object while nothing that it reads has changed. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useAppContext().app.store, select)
}

export function useFit<T>(select: (state: FitState) => T): T {
  return useStore(useAppContext().fit.store, select)
}

export function useSweeps<T>(select: (state: SweepsState) => T): T {
  return useStore(useAppContext().sweeps.store, select)
}

export function useTunedComparison<T>(select: (state: TunedComparisonState) => T): T {
  return useStore(useAppContext().tunedComparison.store, select)
}

export function useSeedTrials<T>(select: (state: SeedTrialsState) => T): T {
  return useStore(useAppContext().seedTrials.store, select)
}

export function useResamplings<T>(select: (state: ResamplingsState) => T): T {
  return useStore(useAppContext().resamplings.store, select)
}

export function useActions(): AppStore['actions'] {
  return useAppContext().app.actions
}

export function useText(): Messages {
  return messages(useAppState(({ view }) => view.language))
}

/** For parts that are fetched when they are first shown, together with what only they say (`withLaterMessages`). */
export function useAllText(): AllMessages {
  return allMessages(useAppState(({ view }) => view.language))
}
