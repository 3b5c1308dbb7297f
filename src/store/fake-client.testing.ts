import type { ClientEvent } from '../client/client-event.ts'
import type { EngineClient } from '../client/engine-client.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { EpochRow } from '../domain/run/run.ts'

/**
 * A client that ends each run when the test says so. A run's scores depend on its experiment alone, as on the real
 * engine: the validation loss is the dropout and the data seed together.
 */
export function fakeClient() {
  const listeners = new Set<(event: ClientEvent) => void>()
  const live = new Map<string, Experiment>()
  const paused = new Set<string>()
  const engines: (string | undefined)[] = []
  const tell = (event: ClientEvent) => {
    for (const listener of [...listeners]) listener(event)
  }
  const nothing = () => {}
  const client: EngineClient = {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    supply: nothing,
    prepare: nothing,
    speeds: () => [],
    start(id, experiment, { engine } = {}) {
      live.set(id, experiment)
      engines.push(engine)
    },
    pause: (id) => void paused.add(id),
    resume: (id) => void paused.delete(id),
    step: nothing,
    stop(id) {
      live.delete(id)
      const outcome = { kind: 'stopped', epoch: 0, best: 0, restored: null } as const
      tell({ type: 'finished', run: id, outcome, last: [], best: null })
    },
    setPace: nothing,
    dispose: (id) => void live.delete(id),
    measureRates: nothing,
    predictRun: quietClient.predictRun,
    predict: quietClient.predict,
    inspectRun: quietClient.inspectRun,
    inspect: quietClient.inspect,
    test: async () => ({ loss: 9 }),
  }
  const row = ({ regularization, seed }: Experiment): EpochRow => ({
    epoch: 1,
    train: { loss: regularization.dropout },
    validation: { loss: regularization.dropout + seed.data },
    penalty: 0,
    learningRate: 0.1,
    gradients: [],
    seconds: 1,
  })
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve()
  }
  return {
    client,
    live,
    paused,
    engines,
    settle,
    /** Says of all runs in progress that their engine does not start. */
    async refuse() {
      await settle()
      for (const id of [...live.keys()]) {
        live.delete(id)
        tell({ type: 'failed', run: id, reason: 'engine', message: 'no SIMD' })
      }
      await settle()
    },
    /** Ends the oldest runs in progress. */
    async end(count = 1, kind: 'completed' | 'diverged' = 'completed') {
      await settle()
      for (const [id, experiment] of [...live].slice(0, count)) {
        live.delete(id)
        tell({ type: 'epochs', run: id, rows: [row(experiment)], patience: { best: 1, wait: 0 } })
        const outcome = { kind, epoch: 1, best: 1, restored: null } as const
        tell({ type: 'finished', run: id, outcome, last: [], best: null })
        await settle()
      }
    },
  }
}
