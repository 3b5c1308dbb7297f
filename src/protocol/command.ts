/** Page → engine. A closed union; every command about a run names it. Types only. */

import type { Experiment } from '../domain/experiment/experiment.ts'
import type { WeightArray } from '../domain/network/initial-weights.ts'
import type { EngineName } from '../domain/run/engines.ts'
import type { Source } from '../domain/table/source.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Inspection } from './inspection.ts'

export type RunId = string
/** Names a question, so that its answer finds the asker. */
export type RequestId = number

/** Most epochs a second, for eyes that want to follow; null is as fast as it goes. */
export type Pace = number | null

export type Command =
  /** First message of a worker's life: which engine to be. Answered by `opened` or `refused`. */
  | { readonly type: 'open'; readonly engine: EngineName }
  /** Answered by `pong` as soon as the worker hears it: a worker that stays silent is lost. */
  | { readonly type: 'ping' }
  /** Samples under their key (domain/data/source.ts), before the first run that uses it. */
  | { readonly type: 'supply'; readonly key: string; readonly source: Source }
  | {
      readonly type: 'start'
      readonly run: RunId
      readonly experiment: Experiment
      /** Instead of the initial weights the experiment's seed gives. */
      readonly weights: readonly WeightArray[] | null
      /** Goes on where another engine left off. */
      readonly from: Checkpoint | null
      /** Train one epoch, then pause. */
      readonly oneEpoch: boolean
      readonly pace: Pace
    }
  | { readonly type: 'pace'; readonly run: RunId; readonly pace: Pace }
  | { readonly type: 'pause' | 'resume' | 'step' | 'stop'; readonly run: RunId }
  /** End at the next epoch, to go on in another worker. Answered by `left`, or `finished` if that was the last. */
  | { readonly type: 'leave'; readonly run: RunId }
  /** Frees everything; nothing more is heard of the run. */
  | { readonly type: 'dispose'; readonly run: RunId }
  /** Outputs of a run in progress, with its present weights, for raw rows. */
  | {
      readonly type: 'predict-live'
      readonly request: RequestId
      readonly run: RunId
      readonly rows: Float32Array | Float64Array
    }
  /** Outputs of given weights for raw rows. */
  | {
      readonly type: 'predict'
      readonly request: RequestId
      readonly experiment: Experiment
      readonly weights: readonly WeightArray[]
      readonly rows: Float32Array | Float64Array
    }
  /** What a run in progress looks like inside, with its present weights. */
  | {
      readonly type: 'inspect-live'
      readonly request: RequestId
      readonly run: RunId
      readonly what: Inspection
    }
  /** The same of given weights. */
  | {
      readonly type: 'inspect'
      readonly request: RequestId
      readonly experiment: Experiment
      readonly weights: readonly WeightArray[]
      readonly what: Inspection
    }
  /** How fast the experiment would train here, from a few steps of it. */
  | { readonly type: 'time'; readonly request: RequestId; readonly experiment: Experiment }
  /** Loss and accuracy of given weights on the experiment's test set. */
  | {
      readonly type: 'test'
      readonly request: RequestId
      readonly experiment: Experiment
      readonly weights: readonly WeightArray[]
    }
