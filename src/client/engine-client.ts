/** What the page asks of whoever trains: no worker, engine or message of theirs is known beyond this. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { WeightArray } from '../domain/network/initial-weights.ts'
import type { EnginePreference, EngineSpeed } from '../domain/run/engines.ts'
import type { Score } from '../domain/run/run.ts'
import type { Source } from '../domain/table/source.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { Pace, RunId } from '../protocol/command.ts'
import type { Inspection, InspectionOf, SeenOf } from '../protocol/inspection.ts'
import type { ClientEvent } from './client-event.ts'

export interface StartOptions {
  readonly engine?: EnginePreference
  readonly weights?: readonly WeightArray[] | null
  /** Goes on from there, and not from the initial weights. */
  readonly from?: Checkpoint | null
  readonly oneEpoch?: boolean
  readonly pace?: Pace
  /** Whether to report states of its epochs, to be looked into later. */
  readonly keepEpochs?: boolean
}

export interface EngineClient {
  listen(listener: (event: ClientEvent) => void): () => void
  /** A packed set, before the first run that needs it. */
  supply(key: string, source: Source): void
  /** Opens what the experiment would start on, and measures what is worth measuring beforehand. */
  prepare(experiment: Experiment): void
  /** What was measured for experiments of this shape, the fastest engine first. */
  speeds(experiment: Experiment): readonly EngineSpeed[]
  start(run: RunId, experiment: Experiment, options?: StartOptions): void
  pause(run: RunId): void
  resume(run: RunId): void
  step(run: RunId): void
  stop(run: RunId): void
  setPace(run: RunId, pace: Pace): void
  dispose(run: RunId): void
  /** Whether runs tell how their optimizers divide the learning rate: `rates` events, from the next epoch on. */
  measureRates(on: boolean): void
  /** Outputs for raw rows: of a run in progress, or of given weights. Rejects when the engine cannot tell. */
  predictRun(run: RunId, rows: Float32Array | Float64Array): Promise<Float32Array>
  predict(
    experiment: Experiment,
    weights: readonly WeightArray[],
    rows: Float32Array | Float64Array,
  ): Promise<Float32Array>
  /** What a run in progress, or a network of given weights, looks like inside. Rejects when the engine cannot tell. */
  inspectRun<K extends Inspection['kind']>(run: RunId, what: InspectionOf<K>): Promise<SeenOf<K>>
  inspect<K extends Inspection['kind']>(
    experiment: Experiment,
    weights: readonly WeightArray[],
    what: InspectionOf<K>,
  ): Promise<SeenOf<K>>
  test(experiment: Experiment, weights: readonly WeightArray[]): Promise<Score>
}
