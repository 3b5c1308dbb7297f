/**
 * What a link says about the page beside the scene. Each key is defined once, for reading and for writing.
 */
import { type Assignment, assignmentText, readAssignment } from '../assignment/assignment.ts'
import type { Problem } from '../experiment/problem.ts'
import { ENGINE_PREFERENCES, type EnginePreference } from '../run/engines.ts'
import { PRESENTED_AT_MOST, PRESENTED_SETTINGS } from '../settings/presented.ts'
import { isSetting, SETTING_KEYS, type SettingKey } from '../settings/settings.ts'
import { type LectureScene, lectureText, readLecture } from './lecture.ts'
import { LESSON_KEYS, LESSON_STEPS, type LessonKey } from './lesson-keys.ts'
import type { Pairs } from './pairs.ts'

export const LANGUAGES = ['en', 'zh-CN'] as const
export const THEMES = ['light', 'dark'] as const
/** What the page can show instead of the view of its runs. */
export const PAGE_VIEWS = ['present', 'sweep'] as const
/** The views that can be shown below the loss where runs are side by side. */
export const PANE_VIEWS = [
  'quality',
  'gradients',
  'gradient-histogram',
  'fit',
  'network',
  'weights',
  'predictions',
  'penalty',
  'optimizer',
] as const
/** The pictures of what is inside a network. */
export const MODEL_VIEWS = [
  'fit',
  'network',
  'gradients',
  'weights',
  'predictions',
  'penalty',
  'optimizer',
] as const
export type ModelViewKey = (typeof MODEL_VIEWS)[number]
export type PaneView = (typeof PANE_VIEWS)[number]
export type Language = (typeof LANGUAGES)[number]
export type Theme = (typeof THEMES)[number]

/** null leaves the page as it is. */
export interface LinkedPage {
  /** Controls a teacher hides. */
  readonly hide: readonly SettingKey[]
  /** The controls of a presentation and of an embedded page. */
  readonly controls: readonly SettingKey[] | null
  /** What a teacher asks of a run. */
  readonly assignment: Assignment | null
  /** The engine to train on. */
  readonly engine: EnginePreference | null
  /** Most epochs a second. */
  readonly pace: number | null
  /** Shows runs side by side with this view below the loss; null shows them on one chart. */
  readonly panes: PaneView | null
  /** The picture of the network that has the whole page; null is the view with the curves. */
  readonly inside: ModelViewKey | null
  /** The page as it is projected, or the sweep; null is the view of the runs. */
  readonly view: (typeof PAGE_VIEWS)[number] | null
  readonly language: Language | null
  readonly theme: Theme | null
  /** Whatever the controls show is trained at once. */
  readonly live: boolean
  readonly lesson: LessonKey | null
  /** A lecture's scenes, in order; empty without one. */
  readonly scenes: readonly LectureScene[]
  /** The one of them that was shown last, from 1; null before the first. In a link it is the `step`. */
  readonly scene: number | null
  /** Of the lesson, from 1; null is the first. */
  readonly step: number | null
  /** Start training at once. */
  readonly run: boolean
  /** The page stands in another one: small, and keeping nothing. */
  readonly embed: boolean
  /** Finished runs that travel in the link, as files/runs-link.ts writes them. */
  readonly runs: string | null
}

interface PageKey<T> {
  readonly key: string
  /** The value of a link that lacks the key. */
  readonly absent: T
  /** Reads the value; a bad one is reported in `problems`. */
  read(text: string, problems: Problem[]): T
  /** Writes the value; null where a link that lacks the key means the same. */
  write(value: T): string | null
}

/** Where most controls are hidden, those that are left are named. */
const ALL_BUT = 'all-but:'
const othersThan = (keys: readonly SettingKey[]) => SETTING_KEYS.filter((key) => !keys.includes(key))

/** Epochs a second. */
const SLOWEST = 0.1
const FASTEST = 1000

/** In the order of links. */
const PAGE_KEYS: { readonly [Name in PageName]: PageKey<LinkedPage[Name]> } = {
  hide: {
    key: 'hide',
    absent: [],
    read(text, problems) {
      const list = text.startsWith(ALL_BUT) ? text.slice(ALL_BUT.length) : text
      const names = list === '' ? [] : list.split(',')
      for (const name of names) if (!isSetting(name)) problems.push(notOneOf('hide', SETTING_KEYS, name))
      const known = names.filter(isSetting)
      return list === text ? known : othersThan(known)
    },
    write: (names) => {
      if (names.length === 0) return null
      const others = othersThan(names)
      return others.length < names.length ? ALL_BUT + others.join(',') : names.join(',')
    },
  },
  assignment: {
    key: 'assignment',
    absent: null,
    read: readAssignment,
    write: (assignment) => assignment && assignmentText(assignment),
  },
  controls: {
    key: 'controls',
    absent: null,
    read(text, problems) {
      const names = text === '' ? [] : [...new Set(text.split(','))]
      const known = names.flatMap((name) => PRESENTED_SETTINGS.find((setting) => setting === name) ?? [])
      for (const name of names)
        if (!known.some((setting) => setting === name))
          problems.push(notOneOf('controls', PRESENTED_SETTINGS, name))
      if (known.length > PRESENTED_AT_MOST)
        problems.push({
          path: 'controls',
          kind: 'too-large',
          limit: PRESENTED_AT_MOST,
          received: String(known.length),
        })
      return known.slice(0, PRESENTED_AT_MOST)
    },
    write: (names) => names?.join(',') ?? null,
  },
  engine: oneOf('engine', ENGINE_PREFERENCES),
  pace: {
    key: 'pace',
    absent: null,
    read(text, problems) {
      const pace = Number(text)
      if (pace >= SLOWEST && pace <= FASTEST) return pace
      problems.push({ path: 'pace', kind: 'unreadable' })
      return null
    },
    write: (pace) => (pace === null ? null : String(pace)),
  },
  panes: oneOf('panes', PANE_VIEWS),
  inside: oneOf('inside', MODEL_VIEWS),
  view: oneOf('view', PAGE_VIEWS),
  language: oneOf('lang', LANGUAGES),
  theme: oneOf('theme', THEMES),
  live: onOff('live'),
  lesson: oneOf('lesson', LESSON_KEYS),
  scenes: {
    key: 'scenes',
    absent: [],
    read: readLecture,
    write: (scenes) => (scenes.length === 0 ? null : lectureText(scenes)),
  },
  step: {
    key: 'step',
    absent: null,
    read(text, problems) {
      if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
      problems.push({ path: 'step', kind: 'unreadable' })
      return null
    },
    write: (step) => (step === null ? null : String(step)),
  },
  run: onOff('run'),
  embed: onOff('embed'),
  runs: { key: 'runs', absent: null, read: (text) => text, write: (text) => text },
}

type PageName = Exclude<keyof LinkedPage, 'scene'>
const PAGE_NAMES = Object.keys(PAGE_KEYS) as PageName[]

/** Reads the page's keys and removes them from the pairs. */
export function takePage(pairs: Pairs, problems: Problem[]): LinkedPage {
  const take = (name: PageName) => {
    const { key, absent, read } = PAGE_KEYS[name]
    const text = pairs.get(key)
    pairs.delete(key)
    return text === undefined ? absent : read(text, problems)
  }
  const page = Object.fromEntries(PAGE_NAMES.map((name) => [name, take(name)])) as unknown as LinkedPage
  const { scenes } = page
  const steps = scenes.length || LESSON_STEPS.length
  const isThere = page.step === null || page.step <= steps
  if (!isThere) problems.push({ path: 'step', kind: 'too-large', limit: steps, received: String(page.step) })
  const step = isThere ? page.step : null
  return scenes.length > 0 ? { ...page, scene: step, step: null } : { ...page, scene: null, step }
}

/** Beside a lecture the step of a lesson is left out. */
export function pagePairs(given: Partial<LinkedPage>): Pairs {
  const page = given.scenes?.length ? { ...given, step: given.scene ?? null } : given
  const pairs: Pairs = new Map()
  const put = <Name extends PageName>(name: Name) => {
    const { key, absent, write }: PageKey<LinkedPage[Name]> = PAGE_KEYS[name]
    const value: LinkedPage[Name] | undefined = page[name]
    const text = write(value ?? absent)
    if (text !== null) pairs.set(key, text)
  }
  for (const name of PAGE_NAMES) put(name)
  return pairs
}

function onOff(key: string): PageKey<boolean> {
  return {
    key,
    absent: false,
    read: (text, problems) => oneOf(key, ['0', '1']).read(text, problems) === '1',
    write: (on) => (on ? '1' : null),
  }
}

function oneOf<T extends string>(key: string, choices: readonly T[]): PageKey<T | null> {
  return {
    key,
    absent: null,
    read(text, problems) {
      const chosen = choices.find((choice) => choice === text)
      if (chosen === undefined) problems.push(notOneOf(key, choices, text))
      return chosen ?? null
    },
    write: (choice) => choice,
  }
}

function notOneOf(path: string, choices: readonly string[], received: string): Problem {
  return { path, kind: 'not-one-of', choices, received }
}
