/** A whole run as one promise, for those who want its end and not its course: scripts and sweeps. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { WeightArray } from '../domain/network/initial-weights.ts'
import type { EnginePreference } from '../domain/run/engines.ts'
import { type EpochRow, type Outcome, rewind, type Start } from '../domain/run/run.ts'
import { type TrainedBy, takenOver } from '../domain/run/trained-by.ts'
import type { KeptState } from '../protocol/checkpoint.ts'
import type { EngineClient } from './engine-client.ts'

export interface TrainOptions {
  readonly engine: EnginePreference
  readonly weights?: readonly WeightArray[] | null
  readonly onEpoch?: ((row: EpochRow) => void) | undefined
  /** Hears the states of epochs that are kept, with the last epoch so far and the best one. */
  readonly onKept?: ((states: readonly KeptState[], latest: number, best: number) => void) | undefined
  /** Aborted, the run stops where it is and the promise resolves with that. */
  readonly signal?: AbortSignal | undefined
}

export interface Ended extends TrainedBy {
  readonly rows: readonly EpochRow[]
  /** Absent of a run that ended before it was measured. */
  readonly start?: Start
  readonly outcome: Outcome
  /** null of a run that failed. */
  readonly weights: {
    readonly last: readonly WeightArray[]
    readonly best: readonly WeightArray[] | null
  } | null
}

/** Rejects on a bug alone; whatever else goes wrong is the outcome. */
export function trainOnce(
  client: Pick<EngineClient, 'listen' | 'start' | 'stop'>,
  id: string,
  experiment: Experiment,
  { engine, weights = null, onEpoch, onKept, signal }: TrainOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const rows: EpochRow[] = []
    let trainedBy: TrainedBy = { engine: null }
    let start: Start | undefined
    const stop = () => client.stop(id)
    const leave = () => {
      unlisten()
      signal?.removeEventListener('abort', stop)
    }
    const end = (outcome: Outcome, left: Ended['weights']) => {
      leave()
      resolve({ ...trainedBy, rows, ...(start && { start }), outcome, weights: left })
    }
    const unlisten = client.listen((event) => {
      if (!('run' in event) || event.run !== id) return
      if (event.type === 'placed') trainedBy = takenOver(trainedBy, event)
      if (event.type === 'started') start = event.start
      if (event.type === 'epochs') {
        rows.push(...event.rows)
        for (const row of event.rows) onEpoch?.(row)
        if (event.kept) onKept?.(event.kept, rows.length, event.patience.best)
      }
      if (event.type === 'rewound') rewind(rows, event.epoch)
      if (event.type === 'finished') end(event.outcome, { last: event.last, best: event.best })
      if (event.type === 'failed') {
        const { reason, message } = event
        if (reason === 'bug') {
          leave()
          reject(new Error(message))
        } else end({ kind: 'failed', epoch: rows.length, reason, message }, null)
      }
    })
    signal?.addEventListener('abort', stop)
    client.start(id, experiment, { engine, weights, ...(onKept && { keepEpochs: true }) })
    if (signal?.aborted) stop()
  })
}
