/** What the page knows, as data. */
import type { EngineClient } from '../client/engine-client.ts'
import type { OnProgress } from '../client/packed-data.ts'
import type { DownloadProblem } from '../domain/data/source-key.ts'
import type { DataSetKey, Experiment } from '../domain/experiment/experiment.ts'
import type { Problem } from '../domain/experiment/problem.ts'
import type { Language, PaneView, Theme } from '../domain/link/page-keys.ts'
import type { Scene } from '../domain/link/scene.ts'
import type { EngineName, EnginePreference } from '../domain/run/engines.ts'
import type { ImportProblem } from '../domain/run/record-problem.ts'
import type { Reproduction } from '../domain/run/reproduction.ts'
import type { Thresholds } from '../domain/run/what-if.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { Source } from '../domain/table/source.ts'
import type { TableProblem } from '../domain/table/table.ts'
import type { Pace } from '../protocol/command.ts'
import type { History } from './history.ts'
import type { RunStorage } from './run-storage.ts'
import type { RunView } from './run-view.ts'
import type { DraftState } from './undo-history.ts'

export interface RemovedRun {
  readonly view: RunView
  readonly history: History
  /** Its position in the list. */
  readonly index: number
}

export interface AppEnvironment {
  readonly client: EngineClient
  readonly load: (set: DataSetKey, onProgress: OnProgress) => Promise<Source>
  /** GiB, as the browser tells it. */
  readonly deviceMemory: number | undefined
  readonly language: Language
  readonly theme: Theme | null
  /** Where runs outlast the page; nowhere if absent. */
  readonly storage?: RunStorage
  /** A name that no run on any page of this browser has. */
  readonly nextId?: () => string
  /** Milliseconds, monotone. */
  readonly now?: () => number
}

export type Download =
  | { readonly kind: 'loading'; readonly share: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly why: DownloadProblem }

export type Check =
  | { readonly kind: 'running'; readonly epoch: number }
  | { readonly kind: 'failed' }
  | Reproduction

export type Notice =
  /** Nothing can be trained: the browser starts no workers. */
  | { readonly kind: 'no-engine' }
  | { readonly kind: 'link'; readonly problems: readonly Problem[] }
  /** The words of a language could not be fetched; the page stays in the other. */
  | { readonly kind: 'language' }
  /** Runs cannot be kept: the browser has no room, or forbids it. */
  | { readonly kind: 'storage'; readonly why: 'full' | 'forbidden' }
  /** A file or link of runs that could not be used. */
  | { readonly kind: 'import'; readonly why: ImportProblem | TableProblem }
  | {
      readonly kind: 'fallback'
      readonly from: EngineName
      readonly to: EngineName
      readonly why: 'unavailable' | 'lost'
      readonly detail: string
    }

export const X_UNITS = ['epochs', 'updates', 'seconds'] as const
export type XUnit = (typeof X_UNITS)[number]

/** Accuracy or R² of all, or the loss of each run by itself. */
export type Lower = 'quality' | 'one-by-one'

export interface ViewState {
  /** Changed by an action of its own, which waits for the words. */
  readonly language: Language
  /** null follows the system. */
  readonly theme: Theme | null
  readonly scale: 'linear' | 'log'
  /** Weight of the moving average, 0..1. */
  readonly smoothing: number
  /** What the x axes of curves count. */
  readonly xUnit: XUnit
  /** What stands under the losses; null chooses by how many runs are drawn. */
  readonly lower: Lower | null
  /** Place on the x axis under the pointer, shared by all charts. */
  readonly hover: number | null
  readonly hide: readonly SettingKey[]
  /** Visible runs in a pane each, instead of over each other. */
  readonly sideBySide: boolean
  /** What stands below the loss there. */
  readonly pane: PaneView
  /** A recorded run that is asked where another early stopping would have ended it. */
  readonly whatIf: (Thresholds & { readonly run: string }) | null
}

export interface AppState {
  readonly draft: Scene
  /** What the draft is a change from. */
  readonly baseline: Experiment
  /** The person's own settings, while others have the controls: those of a ready sweep, which go when it is left. */
  readonly aside: { readonly own: DraftState; readonly lent: Scene } | null
  /** Values that were refused, by control. The draft keeps its last good value. */
  readonly refused: Partial<Record<SettingKey, Problem>>
  readonly runs: readonly RunView[]
  /** The runs that Run, Pause, Step, Stop and Reset speak to: those started together last. */
  readonly runGroup: readonly string[]
  /** The run whose settings the controls started from. */
  readonly fork: string | null
  /** The runs removed last, until they are brought back or others go. */
  readonly removed: readonly RemovedRun[]
  /** The run told about in words and drawn in the side view. */
  readonly focus: string | null
  readonly engine: EnginePreference
  readonly pace: Pace
  /** Counts measurements of engines: when it moves, `app.speeds` knows more. */
  readonly measured: number
  readonly downloads: Partial<Record<DataSetKey, Download>>
  readonly notices: readonly Notice[]
  /** Runs that were trained again to see whether they come out the same. */
  readonly checks: Readonly<Record<string, Check>>
  readonly view: ViewState
}
