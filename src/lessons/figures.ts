/** Numbers that claims are made of. Losses are data losses of frozen weights, dropout off. */
import { followPaths, type PathScene } from '../domain/optimizer-paths/paths.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { LessonRun } from './lesson.ts'

/** The last epoch. A run that diverged in its first epoch has none, and throws. */
export function last({ epochs }: LessonRun): EpochRow {
  const row = epochs.at(-1)
  if (!row) throw new Error('The run has no epoch.')
  return row
}

/** Accuracies of the last epoch; NaN of a regression. */
export function accuracies(run: LessonRun): { readonly train: number; readonly validation: number } {
  const { train, validation } = last(run)
  return { train: train.accuracy ?? Number.NaN, validation: validation.accuracy ?? Number.NaN }
}

/** The epoch with the lowest validation loss; the earliest of several. */
export function best(run: LessonRun): EpochRow {
  return run.epochs.reduce((low, row) => (row.validation.loss < low.validation.loss ? row : low), last(run))
}

/** NaN of a regression. */
export const trainAccuracy = (run: LessonRun): number => last(run).train.accuracy ?? Number.NaN

/** The gradient of the first layer over that of the last, before the first update: what comes through all the layers between. */
export function gradientThrough({ start }: LessonRun): number {
  if (!start) throw new Error('The run has no start.')
  return start.gradients[0]! / start.gradients.at(-1)!
}

/** The loss at which each optimizer of a surface's scene ends. */
export const lossesAtTheEnd = (scene: PathScene): number[] =>
  followPaths(scene).map(({ losses }) => losses.at(-1)!)
