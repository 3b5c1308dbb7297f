/** Trains the experiments of lessons on the WASM engine, without a page. */
import { networkDataset } from '../../domain/data/dataset.ts'
import { isPacked } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { LessonKey } from '../../domain/link/lesson-keys.ts'
import { namedWeights } from '../../domain/network/initial-weights.ts'
import { weightsToJson } from '../../domain/run/run.ts'
import { packedSource, trained, wasm } from '../../engine/trained.testing.ts'
import { testScore } from '../../engine/training/score.ts'
import type { Judgement, LessonRun } from '../lesson.ts'
import { loadLesson } from '../registry.ts'
import { verify } from '../verify.ts'

export async function verifyByKey(key: LessonKey, seed: number): Promise<Judgement> {
  return verify(await loadLesson(key), seed, trainLesson)
}

async function trainLesson(
  experiment: Experiment,
  { opensTest }: { readonly opensTest: boolean },
): Promise<LessonRun> {
  const source = isPacked(experiment.data)
    ? packedSource(experiment.data.set as Parameters<typeof packedSource>[0])
    : undefined
  const { rows, start, outcome, kept } = await trained(experiment, source)
  const weights = namedWeights(experiment, kept)
  const final = {
    experiment,
    epochs: rows,
    ...(start && { start }),
    outcome,
    weights: weightsToJson(weights),
  }
  if (!opensTest) return { ...final, test: null }
  const { test } = networkDataset(experiment, source).parts
  const trainer = wasm.createTrainer({ experiment, weights, parts: { test } })
  try {
    return { ...final, test: testScore(trainer, experiment, test) }
  } finally {
    trainer.dispose()
  }
}
