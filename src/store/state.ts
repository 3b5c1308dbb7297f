/** The state of the page, as plain data. */

import type { EngineClient } from '../client/engine-client.ts'
import type { OnProgress } from '../client/packed-data.ts'
import type { GivenAssignment } from '../domain/assignment/fixed.ts'
import type { DownloadProblem } from '../domain/data/source-key.ts'
import type { Stretch } from '../domain/diagnosis/verdict.ts'
import type { DataSetKey, Experiment } from '../domain/experiment/experiment.ts'
import type { Problem } from '../domain/experiment/problem.ts'
import type { LectureScene } from '../domain/link/lecture.ts'
import type { Language, Theme } from '../domain/link/page-keys.ts'
import type { Scene } from '../domain/link/scene.ts'
import type { PathScene } from '../domain/optimizer-paths/paths.ts'
import type { EngineName, EnginePreference } from '../domain/run/engines.ts'
import type { ImportProblem } from '../domain/run/record-problem.ts'
import type { Reproduction } from '../domain/run/reproduction.ts'
import type { Thresholds } from '../domain/run/what-if.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { Source } from '../domain/table/source.ts'
import type { TableProblem } from '../domain/table/table.ts'
import type { Pace } from '../protocol/command.ts'
import type { History } from './history.ts'
import type { LessonState } from './lesson-state.ts'
import type { LiveState } from './live/live-state.ts'
import type { RunStorage } from './run-storage.ts'
import type { RunView } from './run-view.ts'
import type { DraftState } from './undo-history.ts'
import type { Arrangement } from './view-choices.ts'

export interface RemovedRun {
  readonly view: RunView
  readonly history: History
  /** The run's position in the list. */
  readonly index: number
}

export interface AppEnvironment {
  readonly client: EngineClient
  readonly load: (set: DataSetKey, onProgress: OnProgress) => Promise<Source>
  /** The device's memory in GiB, as the browser reports it. */
  readonly deviceMemory: number | undefined
  readonly language: Language
  readonly theme: Theme | null
  /** The storage that keeps runs beyond the page; if absent, they are not kept. */
  readonly storage?: RunStorage
  /** Makes an id that no run on any page of this browser has. */
  readonly nextId?: () => string
  /** A monotone clock in milliseconds. */
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

/** A dialog that covers the page. */
export interface OpenDialog {
  close(): void
}

export type Notice =
  /** Nothing can be trained, because the browser starts no workers. */
  | { readonly kind: 'no-engine' }
  | { readonly kind: 'link'; readonly problems: readonly Problem[] }
  /** The words of a language could not be fetched; the page stays in the other. */
  | { readonly kind: 'language' }
  /** Live mode could not be fetched. */
  | { readonly kind: 'live' }
  /** Runs cannot be kept, because the browser has no room or forbids it. */
  | { readonly kind: 'storage'; readonly why: 'full' | 'forbidden' }
  /** A file or link of runs could not be used. */
  | { readonly kind: 'import'; readonly why: ImportProblem | TableProblem }
  | {
      readonly kind: 'fallback'
      readonly from: EngineName
      readonly to: EngineName
      readonly why: 'unavailable' | 'lost'
      readonly detail: string
    }

/** What the view of the optimizer has: paths on surfaces, the network's own loss around a run, the steps of a run. */
export const OPTIMIZER_PARTS = ['surfaces', 'loss', 'rates'] as const
export type OptimizerPart = (typeof OPTIMIZER_PARTS)[number]

export interface ShownPaths {
  readonly scene: PathScene
  /** The places in the scene's list of optimizers whose paths are not drawn. */
  readonly off: readonly number[]
}

/** The scenes that a lecturer goes through; none yet where a lecture is being begun. */
export interface Lecture {
  readonly scenes: readonly LectureScene[]
  /** The place of the scene that was shown last, from 0; null before the first. */
  readonly at: number | null
}

export interface ViewState extends Arrangement {
  /** The language of the words on the page. Changed by an action of its own, which waits for them. */
  readonly language: Language
  /** The theme; null follows the system's. */
  readonly theme: Theme | null
  readonly scale: 'linear' | 'log'
  /** The weight of the moving average, 0..1. */
  readonly smoothing: number
  /** The position of the crosshair on the x axis, shared by all charts. */
  readonly hover: number | null
  readonly hide: readonly SettingKey[]
  /** Whether the page is as it is projected: one chart, large, and three controls. */
  readonly presenting: boolean
  /** The settings of those controls, once somebody has chosen them. */
  readonly presented: readonly SettingKey[] | null
  /** Whether the sweep is shown, instead of runs. */
  readonly sweeping: boolean
  /** What the view of the optimizer shows. */
  readonly optimizerPart: OptimizerPart
  /** The optimizers on a surface; null are those with which surfaces are first shown. */
  readonly paths: ShownPaths | null
  /** The stretch of a run's curves that is pointed at. */
  readonly marked: { readonly run: string; readonly epochs: Stretch } | null
  /** The recorded run, and another early stopping whose end is shown on its curves. */
  readonly whatIf: (Thresholds & { readonly run: string }) | null
}

export interface AppState {
  readonly draft: Scene
  /** The experiment that the draft is a change of. */
  readonly baseline: Experiment
  /** The person's own settings while the controls show those of a ready sweep, which go when its view is left. */
  readonly aside: { readonly own: DraftState; readonly lent: Scene } | null
  /** Values that were refused, by control. The draft keeps its last good value. */
  readonly refused: Partial<Record<SettingKey, Problem>>
  readonly runs: readonly RunView[]
  /** The runs that Run, Pause, Step, Stop and Reset control: those started together last. */
  readonly runGroup: readonly string[]
  /** The run from whose settings the draft was made. */
  readonly fork: string | null
  /** The runs removed last, until they are restored or others are removed. */
  readonly removed: readonly RemovedRun[]
  /** The run in focus: the page describes it in words, and the run details draw its network. */
  readonly focus: string | null
  /** The assignment that the page was opened with; null if none. */
  readonly assignment: GivenAssignment | null
  /** null while no lesson is open. */
  readonly lesson: LessonState | null
  /** null while no lecture is open. */
  readonly lecture: Lecture | null
  /** null while live mode is off. */
  readonly live: LiveState | null
  readonly engine: EnginePreference
  readonly pace: Pace
  /** The number of engine measurements: when it changes, `app.speeds` has new results. */
  readonly measured: number
  readonly downloads: Partial<Record<DataSetKey, Download>>
  readonly notices: readonly Notice[]
  /** In the order in which they were opened. */
  readonly dialogs: readonly OpenDialog[]
  /** Runs that were trained again to see whether they come out the same. */
  readonly checks: Readonly<Record<string, Check>>
  readonly view: ViewState
  /** The language that was chosen last: until its words are here, the page stays in `view.language`. */
  readonly chosenLanguage: Language
}
