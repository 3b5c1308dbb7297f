/** The experiments of a lesson. */
import { membersOf } from '../domain/comparison/comparison.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { decodeLink } from '../domain/link/link.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import type { Lesson } from './lesson.ts'

/** In order, with their own seeds. Throws what is wrong with the lesson's link. */
export function experimentsOf({ scene }: Pick<Lesson, 'scene'>): Experiment[] {
  const { problems, ...read } = decodeLink(scene, NO_TABLES)
  if (problems.length > 0) throw new Error(`${scene}: ${JSON.stringify(problems)}`)
  return membersOf(read, NO_TABLES)
}

/**
 * The same experiments with all seeds replaced by one. Where runs differ in their seeds, as when a lesson trains one
 * network from many starts, they go on differing by as much.
 */
export function reseeded(experiments: readonly Experiment[], seed: number): Experiment[] {
  const own = experiments[0]?.seed
  return experiments.map((experiment) => ({
    ...experiment,
    seed: {
      data: seed + experiment.seed.data - own!.data,
      weights: seed + experiment.seed.weights - own!.weights,
      training: seed + experiment.seed.training - own!.training,
    },
  }))
}
