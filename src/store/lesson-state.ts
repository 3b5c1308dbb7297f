/** The lesson that is open, as plain data. */
import type { Stretch } from '../domain/diagnosis/verdict.ts'
import type { LessonKey, LessonStep } from '../domain/link/lesson-keys.ts'
import type { Scene } from '../domain/link/scene.ts'
import type { FlowStep } from '../domain/training/flow-steps.ts'
import type { DraftState } from './undo-history.ts'
import type { Arrangement } from './view-choices.ts'

/** The number of the answer that was chosen, from 0, or that the question was left open. */
export type Prediction = number | 'skipped'

/** What of a lesson is remembered beside its step, so that a reload loses nothing. */
export interface LessonProgress {
  readonly prediction: Prediction | null
  /** Whether the answers are shown as right and wrong. */
  readonly revealed: boolean
  /** The ids of the lesson's runs, in the order of its scene; empty before it has run. */
  readonly runs: readonly string[]
}

export interface LessonState extends LessonProgress {
  readonly key: LessonKey
  readonly step: LessonStep
  /** What the lesson trains; null until the lesson is here. */
  readonly scene: Scene | null
  /** The stretch of its runs' curves that the person looks at. */
  readonly stretch: Stretch | null
  /** The step of the program that the person looks at. */
  readonly flow: FlowStep | null
  /** What the person had. */
  readonly own: OwnPage
}

export interface OwnPage extends DraftState {
  readonly isLive: boolean
  readonly visible: readonly string[]
  readonly runGroup: readonly string[]
  readonly focus: string | null
  readonly view: Arrangement
}

export const NOTHING_DONE: LessonProgress = { prediction: null, revealed: false, runs: [] }
