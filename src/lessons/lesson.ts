/**
 * A lesson: a claim about how networks fit, the runs that show it, and a test that says whether they did. Its title and its
 * claim are in the dictionaries, where lists and links find them before the lesson itself is fetched.
 */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { Language, ModelViewKey } from '../domain/link/page-keys.ts'
import type { PathScene } from '../domain/optimizer-paths/paths.ts'
import type { RunRecord } from '../domain/run/run.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { FlowStep } from '../domain/training/flow-steps.ts'
import type { Formula } from './formula.ts'

/** Written in each language, not translated from one. */
type InEachLanguage<T = string> = Readonly<Record<Language, T>>

/** What a claim is judged by. */
export interface LessonRun extends Pick<RunRecord, 'epochs' | 'start' | 'outcome' | 'test' | 'weights'> {
  readonly experiment: Experiment
}

export interface Judgement {
  readonly holds: boolean
  /** The numbers that the claim rests on, by the names that scripts get, the telling ones first. */
  readonly figures: Readonly<Record<string, number>>
}

/** What a number of a claim is called: which quantity, of which part of the data, in which run. */
interface FigureName extends InEachLanguage {
  /** A share of all, which is shown in percent. */
  readonly share?: true
}

interface Answer {
  readonly text: InEachLanguage
  /** Why it is right, or the idea that leads to it and what is wrong with that. */
  readonly because: InEachLanguage
  readonly right?: true
}

interface Question {
  readonly text: InEachLanguage
  /** Two to five, at least one of them right. */
  readonly answers: readonly Answer[]
}

/** What to look at once the runs have ended. */
export interface Look {
  /** `code` is the experiment as a Keras program, `optimizer` the steps of optimizers, on a surface if one is named. */
  readonly view: 'curves' | 'table' | 'code' | 'optimizer' | ModelViewKey
  /** The place in the lesson's list of surfaces. */
  readonly surface?: number
  /** Whether the network is drawn as one training step of dropout thinned it. */
  readonly dropoutStep?: true
  /** The step of the program that is meant: where the program is shown, it is marked there. */
  readonly flow?: FlowStep
  /** Whether the run table shows the last epoch of every run, and not its best. */
  readonly lastEpoch?: true
  /** Whether the chart below the loss is that of accuracy. */
  readonly accuracy?: true
  /** What the x axis of the curves counts, if not epochs. */
  readonly xUnit?: 'updates' | 'seconds'
  /** The runs that the view is of, by their places in the scene, where it is not of all: one, or up to three side by side. */
  readonly runs?: readonly number[] | 'most-accurate'
  /** The stretch of the curves that is meant, first and last epoch. */
  readonly epochs?: readonly [number, number]
  readonly text: InEachLanguage
}

/** An experiment, or several side by side, that starts from the lesson's. */
interface Variation {
  readonly text: InEachLanguage
  /** As links write it, without `#`. */
  readonly scene: string
}

/** A function of one number as a small plot, over [from, to]. */
interface FunctionPlot {
  readonly title: string
  readonly of: (x: number) => number
  readonly from: number
  readonly to: number
  /** A point of it that is named with its value. */
  readonly mark?: number
}

/** A letter of the formula. */
interface FormulaSymbol {
  readonly symbol: string
  readonly name: InEachLanguage
  /** The control that sets it, if one does. */
  readonly setting?: SettingKey
}

interface Source {
  readonly text: string
  readonly url?: string
}

export interface Lesson {
  /**
   * The runs as links write them, without `#`: one experiment, or with `compare=` several side by side, at most twelve.
   * It names a preset where there is one, so that a recipe stands in one place. Seeds are 1 unless the lesson is about them.
   */
  readonly scene: string
  /** Paths of optimizers on named surfaces, which need no network and no training. */
  readonly surfaces?: readonly PathScene[]
  /** Whether the claim needs the test set, which is sealed otherwise. */
  readonly opensTest?: true
  readonly question: Question
  readonly look: readonly Look[]
  /** Paragraphs. Between `**` is what is printed bold. */
  readonly explanation: InEachLanguage<readonly string[]>
  readonly formula: { readonly of: Formula; readonly symbols: readonly FormulaSymbol[] }
  readonly plots?: readonly FunctionPlot[]
  /** What people believe, and what is so. */
  readonly misconception: { readonly belief: InEachLanguage; readonly fact: InEachLanguage }
  readonly sources: readonly Source[]
  readonly breakIt: readonly Variation[]
  readonly nowYou: readonly Variation[]
  readonly teacher: {
    readonly notes: InEachLanguage
    /** What to do from which minute on. */
    readonly timing: readonly { readonly minute: number; readonly text: InEachLanguage }[]
  }
  /** What the numbers of `judge` are called on the page, by their names there and in the same order. */
  readonly figureNames: Readonly<Record<string, FigureName>>
  /** Whether the claim holds in these runs, which are in the order of the scene. */
  judge(runs: readonly LessonRun[]): Judgement
}
