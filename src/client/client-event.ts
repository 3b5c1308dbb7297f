/** What the page hears about its runs: the engine's events, and what became of the engine itself. */
import type { EngineInfo, EngineName } from '../domain/run/engines.ts'
import type { RunId } from '../protocol/command.ts'
import type { RunEvent } from '../protocol/event.ts'

export type ClientEvent =
  | Exclude<RunEvent, { type: 'left' }>
  /** The engine a run got. */
  | { readonly type: 'placed'; readonly run: RunId; readonly engine: EngineInfo }
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
