import type { Experiment } from '../domain/experiment/experiment.ts'
import type { Judgement, Lesson, LessonRun } from './lesson.ts'
import { experimentsOf, reseeded } from './scene.ts'

/** Trains a lesson's experiments from this seed, one after another, and judges its claim. */
export async function verify(
  lesson: Lesson,
  seed: number,
  train: (experiment: Experiment, options: { readonly opensTest: boolean }) => Promise<LessonRun>,
): Promise<Judgement> {
  const runs: LessonRun[] = []
  for (const experiment of reseeded(experimentsOf(lesson), seed))
    runs.push(await train(experiment, { opensTest: lesson.opensTest ?? false }))
  return lesson.judge(runs)
}
