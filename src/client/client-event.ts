/** What the page hears about its runs: the engine's events, and what became of the engine itself. */
import type { EngineInfo, EngineName } from '../domain/run/engines.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { KeptState } from '../protocol/checkpoint.ts'
import type { RunId } from '../protocol/command.ts'
import type { RunEvent } from '../protocol/event.ts'

/** New epochs, and the states that were kept of some of the epochs so far. */
type EpochsHeard = Omit<Extract<RunEvent, { type: 'epochs' }>, 'rows' | 'kept'> & {
  readonly rows: readonly EpochRow[]
  readonly kept?: readonly KeptState[]
}

export type ClientEvent =
  | Exclude<RunEvent, { type: 'left' | 'epochs' }>
  | EpochsHeard
  /** The engine that trains a run after epoch `after`, and how many times quicker it is, if the run moved for that. */
  | {
      readonly type: 'placed'
      readonly run: RunId
      readonly engine: EngineInfo
      readonly after: number
      readonly quicker: number | null
    }
  /** Epochs after this one will come again, from another engine. */
  | { readonly type: 'rewound'; readonly run: RunId; readonly epoch: number }
  /** An engine's speed was measured: `speeds` knows more. */
  | { readonly type: 'timed' }
  /** No engine works: the browser starts no workers, or none of them can train. */
  | { readonly type: 'no-engine'; readonly detail: string }
  /** An engine cannot be used (`unavailable`) or stopped working (`lost`), and another took over. */
  | {
      readonly type: 'fallback'
      readonly from: EngineName
      readonly to: EngineName
      readonly why: 'unavailable' | 'lost'
      readonly detail: string
    }
