/**
 * Where each lesson stands in the course, which asks two questions of a network: is its training error bad, and is its
 * validation error bad? From the first answer hang ways to train better, from the second ways to generalize better.
 */
import type { RemedyKey } from '../domain/diagnosis/remedies/remedies.ts'
import type { Flag, Verdict } from '../domain/diagnosis/verdict.ts'
import type { PresetKey } from '../domain/experiment/presets.ts'
import { BRANCHES, type Place } from '../domain/link/course.ts'
import { LESSON_KEYS, type LessonKey } from '../domain/link/lesson-keys.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { TermKey } from '../domain/terms/terms.ts'

const PLACES: Readonly<Record<LessonKey, Place>> = {
  'overfitting-over-time': 'overfitting',
  'learning-rate': 'steps',
  'batch-size': 'steps',
  'sigmoid-to-relu': 'activation',
  'depth-gradients': 'activation',
  'dead-relus': 'activation',
  'optimizers-compared': 'optimizer',
  'cross-entropy': 'loss',
  'residual-blocks': 'structure',
  resnet: 'structure',
  lstm: 'structure',
  'keras-flow': 'start',
}

export function lessonsAt(place: Place): readonly LessonKey[] {
  return LESSON_KEYS.filter((key) => PLACES[key] === place)
}

/** The lessons that stand at the same place or, if there is none, on the same branch; without itself. */
export function relatedLessons(key: LessonKey): readonly LessonKey[] {
  const others = (places: readonly Place[]) =>
    LESSON_KEYS.filter((other) => other !== key && places.includes(PLACES[other]))
  const near = others([PLACES[key]])
  const branch = Object.values(BRANCHES).find((places: readonly Place[]) => places.includes(PLACES[key]))
  return near.length > 0 ? near : others(branch ?? [])
}

export function nextLesson(key: LessonKey): LessonKey | null {
  return LESSON_KEYS[LESSON_KEYS.indexOf(key) + 1] ?? null
}

/** The lesson that treats what a verdict says. */
export const VERDICT_LESSONS: Readonly<Record<Verdict | Flag, LessonKey | null>> = {
  'too-early': null,
  'still-improving': null,
  underfitting: null,
  'good-fit': null,
  overfitting: 'overfitting-over-time',
  diverging: null,
  'learning-rate-too-large': null,
  'learning-rate-too-small': null,
  'vanishing-gradient': null,
  'dead-relu': null,
  'noisy-validation': null,
  'over-regularized': null,
  'memorizing-noise': 'overfitting-over-time',
  unstable: null,
  saturated: null,
  'exploding-gradient': null,
  imbalanced: null,
}

/** The lesson about a remedy; null where none is about it. */
export const REMEDY_LESSONS: Readonly<Record<RemedyKey, LessonKey | null>> = {
  'more-epochs': null,
  'higher-learning-rate': null,
  'lower-learning-rate': null,
  'much-lower-learning-rate': null,
  'learning-rate-decay': null,
  adam: null,
  'smaller-batches': null,
  'larger-batches': null,
  'clipped-gradient': null,
  'cross-entropy': null,
  'less-regularization': null,
  'wider-layers': null,
  'another-layer': null,
  'narrower-layers': null,
  'fewer-layers': null,
  relu: null,
  'leaky-relu': null,
  'start-weights': null,
  residual: null,
  lstm: null,
  'standardized-inputs': null,
  'more-powers': null,
  'more-data': null,
  'more-validation': null,
  'early-stopping': null,
  l2: null,
  l1: null,
  dropout: null,
}

/** The lesson about a setting; null where none is about it. */
const SETTING_LESSONS: Readonly<Partial<Record<SettingKey, LessonKey>>> = {
  'label-noise': 'overfitting-over-time',
}

/** The lesson that treats a term of the page; null where none does. */
export function termLesson(term: TermKey): LessonKey | null {
  const [group, name] = term.split('.')
  if (group === 'setting') return SETTING_LESSONS[name as SettingKey] ?? null
  if (group === 'verdict') return VERDICT_LESSONS[name as Verdict | Flag]
  return term === 'column.gap' ? VERDICT_LESSONS.overfitting : null
}

/** The lesson whose experiment a preset is: it is reached through that lesson. */
export const PRESET_LESSONS: Readonly<Partial<Record<PresetKey, LessonKey>>> = {
  overfitting: 'overfitting-over-time',
}
