/** (run, event) → run. Pure: a training session replays in a test. `rows` is the run's history, the event's included. */
import type { ClientEvent } from '../client/client-event.ts'
import type { EpochRow } from '../domain/run.ts'
import { failure, type RunView } from './run-view.ts'

export type RunOnlyEvent = Exclude<ClientEvent, { type: 'fallback' | 'timed' }>

export function applyEvent(run: RunView, event: RunOnlyEvent, rows: readonly EpochRow[]): RunView {
  switch (event.type) {
    case 'placed':
      return { ...run, engine: event.engine }
    case 'warming':
    case 'running':
    case 'paused':
      return { ...run, status: { kind: event.type } }
    case 'epochs':
      return withRows({ ...run, patience: event.patience }, rows, event.rows)
    case 'rewound':
      return { ...withRows(run, rows, []), status: { kind: 'warming' }, patience: { best: 0, wait: 0 } }
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

function withRows(run: RunView, rows: readonly EpochRow[], added: readonly EpochRow[]): RunView {
  return {
    ...run,
    latest: rows.at(-1) ?? null,
    // Epochs count from 1 without a gap.
    best: rows[run.patience.best - 1] ?? null,
    seconds: added.length === 0 ? total(rows) : run.seconds + total(added),
    epochsPerSecond: rate(rows),
  }
}

const total = (rows: readonly EpochRow[]) => rows.reduce((sum, { seconds }) => sum + seconds, 0)

/** Rows that the pace is told from, at most. */
const RECENT = 1000

/** Epochs per second over the last second of training, or the last RECENT epochs of it. */
function rate(rows: readonly EpochRow[]): number | null {
  let seconds = 0
  let epochs = 0
  for (let i = rows.length - 1; i >= 0 && seconds < 1 && epochs < RECENT; i--) {
    seconds += rows[i]!.seconds
    epochs++
  }
  return seconds > 0 ? epochs / seconds : null
}
