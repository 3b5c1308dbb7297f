/**
 * From a run and an event to the run after it. It is pure, so that a test can replay a training session. `history`
 * contains the event's epochs already.
 */
import type { ClientEvent } from '../client/client-event.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { takenOver } from '../domain/run/trained-by.ts'
import type { History } from './history.ts'
import { failure, type RunView } from './run-view.ts'

export type RunOnlyEvent = Exclude<ClientEvent, { type: 'fallback' | 'no-engine' | 'timed' | 'checkpoint' }>

export function applyEvent(run: RunView, event: RunOnlyEvent, history: History): RunView {
  switch (event.type) {
    case 'placed':
      return { ...run, ...takenOver(run, event) }
    case 'warming':
    case 'running':
    case 'paused':
      return { ...run, status: { kind: event.type } }
    case 'started':
      return { ...run, start: event.start }
    case 'epochs':
      return withRows({ ...run, patience: event.patience }, history, event.rows)
    case 'rates':
      // Kept by those who asked for them (effective-rates.ts).
      return run
    case 'rewound':
      return { ...withRows(run, history, []), status: { kind: 'warming' }, patience: { best: 0, wait: 0 } }
    case 'finished':
      return {
        ...run,
        status: { kind: 'ended', outcome: event.outcome },
        weights: { last: event.last, best: event.best },
      }
    case 'failed':
      return { ...run, status: failure(event.reason, event.message, run.latest?.epoch ?? 0) }
    default:
      return event satisfies never
  }
}

function withRows(run: RunView, history: History, added: readonly EpochRow[]): RunView {
  return {
    ...run,
    latest: history.row(history.length),
    best: history.row(run.patience.best),
    seconds: added.length === 0 ? history.seconds() : run.seconds + total(added),
    epochsPerSecond: history.pace(),
  }
}

const total = (rows: readonly EpochRow[]) => rows.reduce((sum, { seconds }) => sum + seconds, 0)
