/** Runs that live mode trains, off the list: their views and epochs, kept up while events come. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { EnginePreference } from '../../domain/run/engines.ts'
import { applyEvent } from '../apply-event.ts'
import { freshRuns } from '../fresh-runs.ts'
import { History } from '../history.ts'
import { isInProgress, type RunView } from '../run-view.ts'
import type { StoreCore } from '../store-core.ts'

export interface Trainee {
  readonly id: string
  readonly history: History
  /** Replaced at every event. */
  view: RunView
}

interface Watcher {
  /** It has new epochs, or does something else than before. */
  onChange(): void
  onEnd(): void
}

export interface Trainees {
  /** The samples must be with the trainers. */
  start(experiment: Experiment, engine: EnginePreference, watcher: Watcher): Trainee
  /** Nothing more is heard of it. */
  cancel(trainee: Trainee): void
}

export function trainees({
  client,
  get,
  onRunEvent,
}: Pick<StoreCore, 'client' | 'get' | 'onRunEvent'>): Trainees {
  const training = new Map<string, { readonly trainee: Trainee; readonly watcher: Watcher }>()
  let started = 0

  onRunEvent((event) => {
    if (event.type === 'checkpoint') return
    const found = training.get(event.run)
    if (!found) return
    const { trainee, watcher } = found
    if (event.type === 'epochs') trainee.history.add(event.rows)
    if (event.type === 'rewound') trainee.history.rewind(event.epoch)
    trainee.view = applyEvent(trainee.view, event, trainee.history)
    if (!isInProgress(trainee.view)) {
      training.delete(trainee.id)
      watcher.onEnd()
    } else watcher.onChange()
  })

  return {
    start(experiment, engine, watcher) {
      const id = `live-${++started}`
      const [view] = freshRuns(get(), [experiment], [], () => id) as [RunView]
      const trainee: Trainee = { id, history: new History(), view }
      training.set(id, { trainee, watcher })
      client.start(id, experiment, { engine, pace: get().pace })
      return trainee
    },
    cancel({ id }) {
      if (training.delete(id)) client.dispose(id)
    },
  }
}
