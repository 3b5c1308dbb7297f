/** Messages from page to engine: a closed union, types only. Every command about a run names it. */

import type { Experiment } from '../domain/experiment/experiment.ts'
import type { WeightArray } from '../domain/network/initial-weights.ts'
import type { EngineName } from '../domain/run/engines.ts'
import type { Source } from '../domain/table/source.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Inspection } from './inspection.ts'

export type RunId = string
/** The id of a question, by which its answer is returned to whoever asked. */
export type RequestId = number

/** The most epochs per second, for people who want to follow; null is full speed. */
export type Pace = number | null

export type Command =
  /**
   * The first message to a worker: which engine to be, and how many cores a run may use. Answered by `opened` or
   * `refused`.
   */
  | { readonly type: 'open'; readonly engine: EngineName; readonly cores: number }
  /** Answered by `pong` as soon as the worker hears it: a worker that stays silent is lost. */
  | { readonly type: 'ping' }
  /** How many cores each run here may use from now on, of those that it was opened with. */
  | { readonly type: 'cores'; readonly cores: number }
  /** Samples under their key (domain/data/source.ts), before the first run that uses it. */
  | { readonly type: 'supply'; readonly key: string; readonly source: Source }
  | {
      readonly type: 'start'
      readonly run: RunId
      readonly experiment: Experiment
      /** Weights to start from instead of those that the experiment's seed gives. */
      readonly weights: readonly WeightArray[] | null
      /** The checkpoint to continue from. */
      readonly from: Checkpoint | null
      /** Train one epoch, then pause. */
      readonly oneEpoch: boolean
      readonly pace: Pace
      /** Whether to report states of its epochs (domain/run/kept-epochs.ts) with the epochs. */
      readonly keepEpochs: boolean
    }
  /** Whether to report from now on how optimizers divide the learning rate in the runs here: `rates`. */
  | { readonly type: 'measure-rates'; readonly on: boolean }
  | { readonly type: 'pace'; readonly run: RunId; readonly pace: Pace }
  | { readonly type: 'pause' | 'resume' | 'step' | 'stop'; readonly run: RunId }
  /** End at the next epoch, to go on in another worker. Answered by `left`, or `finished` if that was the last. */
  | { readonly type: 'leave'; readonly run: RunId }
  /** Frees everything of the run; no event follows. */
  | { readonly type: 'dispose'; readonly run: RunId }
  /** Asks for outputs of a run in progress, with its present weights, for raw rows. */
  | {
      readonly type: 'predict-run'
      readonly request: RequestId
      readonly run: RunId
      readonly rows: Float32Array | Float64Array
    }
  /** Asks for outputs of given weights for raw rows. */
  | {
      readonly type: 'predict'
      readonly request: RequestId
      readonly experiment: Experiment
      readonly weights: readonly WeightArray[]
      readonly rows: Float32Array | Float64Array
    }
  /** Asks what a run in progress looks like inside, with its present weights. */
  | {
      readonly type: 'inspect-run'
      readonly request: RequestId
      readonly run: RunId
      readonly what: Inspection
    }
  /** Asks the same of given weights. */
  | {
      readonly type: 'inspect'
      readonly request: RequestId
      readonly experiment: Experiment
      readonly weights: readonly WeightArray[]
      readonly what: Inspection
    }
  /** Asks what the experiment would take here, from a few steps of it. Refused if a run is started meanwhile. */
  | { readonly type: 'time'; readonly request: RequestId; readonly experiment: Experiment }
  /** Asks for loss and accuracy of given weights on the experiment's test set. */
  | {
      readonly type: 'test'
      readonly request: RequestId
      readonly experiment: Experiment
      readonly weights: readonly WeightArray[]
    }
