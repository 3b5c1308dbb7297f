/** From a run on the page to the JSON that people save and script with (docs/files.md). */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { experimentToJson } from '../domain/experiment/experiment-json.ts'
import { presetScene } from '../domain/link/scene.ts'
import type { EpochRow, Outcome, RunRecord } from '../domain/run/run.ts'
import { weightsToJson } from '../domain/run/run.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'
import { recordedEngines, trainedBy } from '../domain/run/trained-by.ts'
import { changes } from '../domain/settings/changes.ts'
import { finalWeights, outcomeOf, type RunView } from '../store/run-view.ts'
import type { Kept } from '../store/stored-run.ts'

export function recordOf(run: RunView, epochs: readonly EpochRow[]): RunRecord {
  const { name, preset } = run
  return {
    version: 1,
    id: run.id,
    ...(name !== null && { name }),
    ...(preset !== null && { preset }),
    experiment: experimentToJson(run.experiment),
    ...recordedEngines(run, epochs.length),
    ...(run.branch && { branch: run.branch }),
    epochs: [...epochs],
    ...(run.start && { start: run.start }),
    outcome: outcomeOf(run),
    test: run.test.kind === 'opened' ? run.test.score : null,
    weights: weightsToJson(finalWeights(run) ?? []),
  }
}

/**
 * From records that were read to runs for the list. A record without a preset does not say what its run was changed from: it
 * is named by its differences from the first that came with it on the same data, as it was where it was started.
 */
export function runsOf(records: readonly ReadRecord[]): Kept[] {
  return records.map((record) => {
    const { preset = null } = record
    const first = records.find(
      (other) => !other.preset && other.experiment.data.set === record.experiment.data.set,
    )
    return runOf(record, preset === null ? (first ?? record).experiment : presetScene(preset).experiment)
  })
}

function runOf(record: ReadRecord, baseline: Experiment): Kept {
  const { epochs, experiment, preset = null } = record
  const outcome: Outcome = record.outcome ?? {
    kind: 'stopped',
    epoch: epochs.length,
    best: lowest(epochs),
    restored: null,
  }
  const best = outcome.kind === 'failed' ? lowest(epochs) : outcome.best
  const weights = record.weights.map(({ name, shape, values }) => ({
    name,
    shape: [...shape],
    values: Float32Array.from(values),
  }))
  return {
    rows: epochs,
    view: {
      id: record.id,
      name: record.name ?? null,
      pinned: false,
      imported: true,
      experiment,
      preset,
      changes: changes(baseline, experiment),
      lineupValue: null,
      preference: 'auto',
      colour: 6,
      visible: true,
      status: { kind: 'ended', outcome },
      engine: record.engine,
      ...(record.engines && { earlier: trainedBy(record.engines).earlier }),
      ...(record.start && { start: record.start }),
      ...(record.branch && { branch: record.branch }),
      latest: epochs.at(-1) ?? null,
      best: epochs[best - 1] ?? null,
      patience: { best, wait: Math.max(0, epochs.length - best) },
      seconds: epochs.reduce((sum, { seconds }) => sum + seconds, 0),
      epochsPerSecond: null,
      test: record.test ? { kind: 'opened', score: record.test } : { kind: 'sealed' },
      // These are the weights that the run ended with, best or last: the others were not saved.
      weights: weights.length === 0 ? null : { last: weights, best: null },
      interrupted: null,
    },
  }
}

/** The epoch of the lowest validation loss; 0 without epochs. */
function lowest(epochs: readonly EpochRow[]): number {
  const losses = epochs.map(({ validation }) => validation.loss)
  return losses.length === 0 ? 0 : losses.indexOf(losses.reduce((a, b) => Math.min(a, b))) + 1
}

export function runsFile(records: readonly RunRecord[]): string {
  return JSON.stringify({ version: 1, runs: records })
}
