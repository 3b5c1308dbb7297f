/** A run on the page → the JSON that people save and script with (contract: "Run"). */
import type { EpochRow, RunRecord } from '../domain/run.ts'
import { weightsToJson } from '../domain/run.ts'
import { finalWeights, outcomeOf, type RunView } from '../store/run-view.ts'

export function recordOf(run: RunView, epochs: readonly EpochRow[]): RunRecord {
  return {
    version: 1,
    id: run.id,
    experiment: run.experiment,
    engine: run.engine,
    epochs: [...epochs],
    outcome: outcomeOf(run),
    test: run.test.kind === 'opened' ? run.test.score : null,
    weights: weightsToJson(finalWeights(run) ?? []),
  }
}
