/** The way from React to the lab: one context, a few hooks. */
import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { FitState, FitWatch } from '../../store/predictions.ts'
import type { LabState } from '../../store/state.ts'
import type { Lab } from '../../store/store.ts'
import type { Sweeps, SweepsState } from '../../store/sweeps.ts'
import type { TunedComparison, TunedComparisonState } from '../../store/tuned-comparison.ts'
import type { Messages } from '../../text/en.ts'
import { messages } from '../../text/messages.ts'
import { refusalText } from '../../text/refusal.ts'
import { RefusalWords } from '../kit/refusal-words.ts'

export interface Room {
  readonly lab: Lab
  readonly fit: FitWatch
  readonly sweeps: Sweeps
  readonly tunedComparison: TunedComparison
}

const RoomContext = createContext<Room | null>(null)

export function RoomProvider({ value, children }: { value: Room; children: ReactNode }) {
  return (
    <RoomContext.Provider value={value}>
      <Words>{children}</Words>
    </RoomContext.Provider>
  )
}

/** What the kit says by itself, in the page's language. */
function Words({ children }: { children: ReactNode }) {
  const t = useText()
  return (
    <RefusalWords.Provider value={(refusal) => refusalText(refusal, t)}>{children}</RefusalWords.Provider>
  )
}

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('no RoomProvider above')
  return room
}

/** `select` must return the same object while nothing it looks at has changed. */
export function useLab<T>(select: (state: LabState) => T): T {
  return useStore(useRoom().lab.store, select)
}

export function useFit<T>(select: (state: FitState) => T): T {
  return useStore(useRoom().fit.store, select)
}

export function useSweeps<T>(select: (state: SweepsState) => T): T {
  return useStore(useRoom().sweeps.store, select)
}

export function useTunedComparison<T>(select: (state: TunedComparisonState) => T): T {
  return useStore(useRoom().tunedComparison.store, select)
}

export function useActions(): Lab['actions'] {
  return useRoom().lab.actions
}

export function useText(): Messages {
  return messages(useLab(({ view }) => view.language))
}
