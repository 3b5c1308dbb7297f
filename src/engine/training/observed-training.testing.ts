import type { Dataset } from '../../domain/data/dataset.ts'
import { networkDataset } from '../../domain/data/dataset.ts'
import type { Experiment, ExperimentInput } from '../../domain/experiment/experiment.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import type { EpochRow, Start } from '../../domain/run/run.ts'
import type { Checkpoint, KeptState } from '../../protocol/checkpoint.ts'
import { type TestEngine, trainerOf } from '../trainers.testing.ts'
import { type Trained, Training } from './train.ts'
import type { Trainer } from './trainer.ts'
import type { TrainingHost } from './training-host.ts'

/** A run that takes no time, with dropout and a penalty. */
export const SMALL: ExperimentInput = {
  data: { set: 'moons', train: 30, validation: 20, test: 10, noise: 0.2 },
  model: { layers: [{ units: 5 }, { units: 4 }], activation: 'tanh' },
  regularization: { dropout: 0.2, l2: 1e-3 },
  training: { batchSize: 8, epochs: 6 },
  earlyStopping: null,
}

/** Two equal runs may differ in wall time alone. */
export const curves = (rows: readonly EpochRow[]) => rows.map(({ seconds: _, ...row }) => row)

export interface Observed {
  readonly starts: Start[]
  readonly rows: EpochRow[]
  readonly checkpoints: Checkpoint[]
  readonly left: Checkpoint[]
  readonly kept: KeptState[]
  readonly rested: number[]
}

export interface Options {
  /** Called whenever the loop yields; `at` counts the calls. */
  onBreath?: (training: Training, at: number) => void
  onEpoch?: (training: Training, epoch: number) => void
  onPaused?: (training: Training) => void
  from?: Checkpoint
  oneEpoch?: boolean
  pace?: number
  onRest?: (training: Training) => void
  chunkFlops?: number
}

/** The checkpoint of a run that left. */
const NOT_TRAINED: Trained = {
  outcome: { kind: 'stopped', epoch: 0, best: 0, restored: null },
  last: new Float32Array(),
  best: null,
}

/** A clock that ends a time slice at every look: the loop handles messages after every chunk of work. */
export async function train(
  experiment: Experiment,
  trainer: Trainer,
  dataset: Dataset,
  { onBreath, onEpoch, onPaused, onRest, from, oneEpoch, pace, chunkFlops }: Options = {},
): Promise<Observed & Trained> {
  const observed: Observed = { starts: [], rows: [], checkpoints: [], left: [], kept: [], rested: [] }
  let clock = 0
  let breaths = 0
  const host: TrainingHost = {
    now: () => (clock += 10),
    yieldToMessages: async () => onBreath?.(training, breaths++),
    rest: async (ms) => {
      observed.rested.push(ms)
      clock += ms
      onRest?.(training)
    },
    onStart: (start) => observed.starts.push(start),
    onEpoch(row) {
      observed.rows.push(row)
      onEpoch?.(training, row.epoch)
    },
    onKept: (kept) => observed.kept.push(kept),
    onPaused: () => setImmediate(() => onPaused?.(training)),
    onRunning: () => {},
    onCheckpoint: (checkpoint) => observed.checkpoints.push(checkpoint),
    onLeft: (checkpoint) => observed.left.push(checkpoint),
  }
  const training = new Training(experiment, dataset, trainer, host, {
    from: from ?? null,
    oneEpoch: oneEpoch ?? false,
    pace: pace ?? null,
    chunkFlops: chunkFlops ?? Number.POSITIVE_INFINITY,
  })
  const trained = await training.run()
  training.dispose()
  return { ...observed, ...(trained ?? NOT_TRAINED) }
}

export async function trainOn(engine: TestEngine, input: ExperimentInput, options?: Options) {
  const experiment = expectExperiment(input)
  const dataset = networkDataset(experiment)
  const trainer = trainerOf(engine, experiment, dataset.parts)
  const observed = await train(experiment, trainer, dataset, options)
  trainer.dispose()
  return observed
}
