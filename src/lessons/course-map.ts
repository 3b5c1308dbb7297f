/**
 * Where each lesson stands in the course, which asks two questions of a network: is its training error bad, and is its
 * validation error bad? From the first answer hang ways to train better, from the second ways to generalize better.
 */
import type { RemedyKey } from '../domain/diagnosis/remedies/proposals.ts'
import type { Flag, Verdict } from '../domain/diagnosis/verdict.ts'
import { BRANCHES, type CoursePlace } from '../domain/link/course.ts'
import { LESSON_KEYS, type LessonKey } from '../domain/link/lesson-keys.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { RunColumn, TermKey, Tool } from '../domain/terms/terms.ts'
import { VERDICT_LESSONS } from './verdict-lessons.ts'

const PLACES: Readonly<Record<LessonKey, CoursePlace>> = {
  diagnosis: 'start',
  spiral: 'capacity',
  'overfitting-over-time': 'overfitting',
  'sealed-test': 'judging',
  'early-stopping': 'stop',
  l1: 'penalty',
  l2: 'penalty',
  dropout: 'dropout',
  'more-data': 'data',
  'wrong-labels': 'overfitting',
  'learning-rate': 'steps',
  'batch-size': 'steps',
  'sigmoid-to-relu': 'activation',
  'depth-gradients': 'activation',
  'dead-relus': 'activation',
  'sgd-troubles': 'optimizer',
  momentum: 'optimizer',
  adagrad: 'optimizer',
  rmsprop: 'optimizer',
  adam: 'optimizer',
  'optimizers-compared': 'optimizer',
  'cross-entropy': 'loss',
  'residual-blocks': 'structure',
  resnet: 'structure',
  lstm: 'structure',
  'keras-flow': 'start',
  'u-curve': 'judging',
  'double-descent': 'judging',
  'picking-the-best': 'judging',
}

export function lessonsAt(place: CoursePlace): readonly LessonKey[] {
  return LESSON_KEYS.filter((key) => PLACES[key] === place)
}

/** The lessons that stand at the same place or, if there is none, on the same branch; without itself and the next one. */
export function relatedLessons(key: LessonKey): readonly LessonKey[] {
  const others = (places: readonly CoursePlace[]) =>
    LESSON_KEYS.filter(
      (other) => other !== key && other !== nextLesson(key) && places.includes(PLACES[other]),
    )
  const near = others([PLACES[key]])
  const branch = Object.values(BRANCHES).find((places: readonly CoursePlace[]) =>
    places.includes(PLACES[key]),
  )
  return near.length > 0 ? near : others(branch ?? [])
}

export function nextLesson(key: LessonKey): LessonKey | null {
  return LESSON_KEYS[LESSON_KEYS.indexOf(key) + 1] ?? null
}

/** The lesson about a remedy; null where none is about it. */
export const REMEDY_LESSONS: Readonly<Record<RemedyKey, LessonKey | null>> = {
  'more-epochs': 'learning-rate',
  'higher-learning-rate': 'learning-rate',
  'lower-learning-rate': 'learning-rate',
  'much-lower-learning-rate': 'learning-rate',
  'learning-rate-decay': 'rmsprop',
  momentum: 'momentum',
  adam: 'adam',
  'smaller-batches': 'batch-size',
  'larger-batches': 'batch-size',
  'clipped-gradient': 'depth-gradients',
  'looser-clipping': null,
  'cross-entropy': 'cross-entropy',
  'less-regularization': 'l2',
  'wider-layers': 'spiral',
  'another-layer': 'spiral',
  'narrower-layers': 'u-curve',
  'fewer-layers': 'depth-gradients',
  'more-patience': 'early-stopping',
  'nonlinear-activation': 'spiral',
  relu: 'sigmoid-to-relu',
  'leaky-relu': 'dead-relus',
  'start-weights': 'depth-gradients',
  residual: 'residual-blocks',
  lstm: 'lstm',
  'standardized-inputs': null,
  'more-powers': 'u-curve',
  'more-data': 'more-data',
  'more-validation': 'picking-the-best',
  'early-stopping': 'early-stopping',
  l2: 'l2',
  l1: 'l1',
  dropout: 'dropout',
}

/** What a lesson teaches to do. */
interface Cure {
  /** Remedies of the verdict, each one press away. */
  readonly remedies: readonly RemedyKey[]
  /** The run that they are tried on, by its place in the scene, where they are for one of several. */
  readonly run?: number
  /** The control of what the lesson is about, where no remedy sets that. */
  readonly control?: SettingKey
}

export const LESSON_CURES: Readonly<Record<LessonKey, Cure>> = {
  diagnosis: { remedies: ['wider-layers', 'early-stopping'] },
  spiral: { remedies: ['nonlinear-activation', 'wider-layers', 'another-layer'] },
  'overfitting-over-time': { remedies: ['early-stopping', 'more-data', 'l2', 'dropout'] },
  'sealed-test': { remedies: ['more-data', 'more-validation'], control: 'test' },
  'early-stopping': { remedies: ['early-stopping', 'more-patience'] },
  l1: { remedies: ['l1'] },
  l2: { remedies: ['l2', 'less-regularization'] },
  dropout: { remedies: ['dropout'] },
  'more-data': { remedies: ['more-data'] },
  'wrong-labels': { remedies: ['early-stopping', 'more-data'] },
  'learning-rate': { remedies: ['higher-learning-rate', 'lower-learning-rate', 'more-epochs'] },
  'batch-size': { remedies: ['smaller-batches', 'larger-batches'] },
  'sigmoid-to-relu': { remedies: ['relu'] },
  'depth-gradients': { remedies: ['start-weights', 'clipped-gradient', 'fewer-layers'] },
  'dead-relus': { remedies: ['lower-learning-rate', 'leaky-relu'] },
  'sgd-troubles': { remedies: ['momentum', 'adam'] },
  momentum: { remedies: ['momentum'], control: 'optimizer' },
  adagrad: { remedies: ['higher-learning-rate', 'more-epochs'], run: 1, control: 'optimizer' },
  rmsprop: { remedies: ['learning-rate-decay'], run: 1, control: 'optimizer' },
  adam: { remedies: ['adam'] },
  'optimizers-compared': { remedies: ['adam'], control: 'optimizer' },
  'cross-entropy': { remedies: ['cross-entropy'] },
  'residual-blocks': { remedies: ['residual', 'fewer-layers'] },
  resnet: { remedies: ['residual'] },
  lstm: { remedies: ['lstm'] },
  'keras-flow': { remedies: ['more-epochs'], control: 'layers' },
  'u-curve': { remedies: ['narrower-layers', 'wider-layers'] },
  'double-descent': { remedies: ['l2', 'more-data'] },
  'picking-the-best': { remedies: ['more-validation'] },
}

/** The lesson about a setting; null where none is about it. */
const SETTING_LESSONS: Readonly<Partial<Record<SettingKey, LessonKey>>> = {
  data: 'keras-flow',
  train: 'more-data',
  validation: 'picking-the-best',
  test: 'sealed-test',
  noise: 'more-data',
  'label-noise': 'wrong-labels',
  'label-noise-in': 'wrong-labels',
  features: 'spiral',
  degree: 'u-curve',
  model: 'residual-blocks',
  blocks: 'resnet',
  kernel: 'resnet',
  layers: 'spiral',
  activation: 'sigmoid-to-relu',
  init: 'depth-gradients',
  dropout: 'dropout',
  l1: 'l1',
  l2: 'l2',
  proximal: 'l1',
  loss: 'cross-entropy',
  optimizer: 'optimizers-compared',
  lr: 'learning-rate',
  momentum: 'momentum',
  rho: 'rmsprop',
  beta1: 'adam',
  beta2: 'adam',
  epsilon: 'adam',
  accumulator: 'adagrad',
  'weight-decay': 'l2',
  'clip-norm': 'depth-gradients',
  schedule: 'rmsprop',
  'decay-rate': 'rmsprop',
  'decay-every': 'rmsprop',
  batch: 'batch-size',
  shuffle: 'batch-size',
  epochs: 'batch-size',
  patience: 'early-stopping',
  'stop-every': 'early-stopping',
  monitor: 'early-stopping',
  'min-delta': 'early-stopping',
  'restore-best': 'early-stopping',
  'start-from': 'early-stopping',
  length: 'lstm',
  'seed-data': 'u-curve',
  'seed-weights': 'picking-the-best',
  'seed-training': 'dropout',
}

/** The lesson about a column of the run table or a tool; the others say nothing about how a network fits. */
const OTHER_LESSONS: Readonly<Partial<Record<`column.${RunColumn}` | `tool.${Tool}`, LessonKey>>> = {
  'column.verdict': 'diagnosis',
  'column.curve': 'overfitting-over-time',
  'column.best': 'early-stopping',
  'column.at': 'early-stopping',
  'column.train': 'diagnosis',
  'column.validation': 'sealed-test',
  'column.gap': 'overfitting-over-time',
  'column.test': 'sealed-test',
  'column.epochs': 'batch-size',
}

/** The lesson that treats a term of the page; null where none does. */
export function termLesson(term: TermKey): LessonKey | null {
  const [group, name] = term.split('.')
  if (group === 'setting') return SETTING_LESSONS[name as SettingKey] ?? null
  if (group === 'verdict') return VERDICT_LESSONS[name as Verdict | Flag]
  return OTHER_LESSONS[`${group}.${name}` as keyof typeof OTHER_LESSONS] ?? null
}
