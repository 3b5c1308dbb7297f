/** What the page hears about its runs: the engine's events, and what became of the engine itself. */
import type { EngineInfo, EngineName } from '../domain/run.ts'
import type { RunId } from '../protocol/command.ts'
import type { RunEvent } from '../protocol/event.ts'

export type EnginePreference = 'auto' | EngineName

export type ClientEvent =
  | Exclude<RunEvent, { type: 'checkpoint' }>
  /** The engine a run got. */
  | { readonly type: 'placed'; readonly run: RunId; readonly engine: EngineInfo }
  /** Epochs after this one will come again, from another engine. */
  | { readonly type: 'rewound'; readonly run: RunId; readonly epoch: number }
  /** WebGL cannot be used (`unavailable`) or stopped working (`lost`); the CPU takes over. */
  | { readonly type: 'fallback'; readonly why: 'unavailable' | 'lost'; readonly detail: string }
