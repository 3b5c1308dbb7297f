/**
 * The product as a contestant: its client on the page, its worker, its messages. Every call is a run of its own from the
 * first weights. The clock starts when the page hears that the run is training (data and network are ready, as a peer's
 * are after `prepare`) and stops when the page hears that it has finished.
 */

import { WorkerClient } from '../../../src/client/client.ts'
import type { ClientEvent } from '../../../src/client/client-event.ts'
import type { EngineClient } from '../../../src/client/engine-client.ts'
import type { Experiment } from '../../../src/domain/experiment/experiment.ts'
import type { EnginePreference } from '../../../src/domain/run/engines.ts'
import type { EpochRow } from '../../../src/domain/run/run.ts'
import type { Contestant, Trained, Work } from './contestant.ts'

let runs = 0

export const spawnEngine = () =>
  new Worker(new URL('../../../src/engine/worker.ts', import.meta.url), { type: 'module' })

export function createClient() {
  return new WorkerClient(spawnEngine, { cores: navigator.hardwareConcurrency })
}

export class Ours implements Contestant {
  readonly name: string
  readonly #client: EngineClient
  readonly #engine: EnginePreference
  #work: Work | null = null
  #device: string | null = null

  constructor(client: EngineClient, engine: EnginePreference, suffix = '') {
    this.name = `Fitting Room, ${engine}${suffix}`
    this.#client = client
    this.#engine = engine
  }

  get device() {
    return this.#device
  }

  async prepare(work: Work) {
    this.#work = work
    if (work.source) this.#client.supply(work.experiment.data.set, work.source)
  }

  async epochs(k: number): Promise<Trained> {
    const { experiment } = this.#work!
    const run = await train(this.#client, this.#engine, withEpochs(experiment, k))
    this.#device = `${run.engine} (${run.device})`
    return { train: run.last.train.loss, validation: run.last.validation.loss, ms: run.to - run.from }
  }

  /** The client's engines are shared; the page's end is theirs. */
  dispose() {}
}

export function withEpochs(experiment: Experiment, epochs: number): Experiment {
  return { ...experiment, training: { ...experiment.training, epochs } }
}

interface Finished {
  readonly engine: string
  readonly device: string
  readonly last: EpochRow
  /** When the page heard that training began, and that it was over. */
  readonly from: number
  readonly to: number
}

/** One run, start to finish. Rejects when it ends in any other way than by its number of epochs. */
export function train(
  client: EngineClient,
  engine: EnginePreference,
  experiment: Experiment,
): Promise<Finished> {
  const id = `bench-${++runs}`
  return new Promise((resolve, reject) => {
    let placed = { name: '', device: '' }
    let last: EpochRow | null = null
    let from = 0
    const hear = (event: ClientEvent) => {
      if (!('run' in event) || event.run !== id) return
      if (event.type === 'placed') placed = event.engine
      if (event.type === 'running') from = performance.now()
      if (event.type === 'epochs') last = event.rows.at(-1) ?? last
      if (event.type === 'finished') {
        unlisten()
        const { kind } = event.outcome
        if (kind !== 'completed' || last === null) reject(new Error(`the run ended as ${kind}`))
        else resolve({ engine: placed.name, device: placed.device, last, from, to: performance.now() })
      }
      if (event.type === 'failed') {
        unlisten()
        reject(new Error(event.message))
      }
    }
    const unlisten = client.listen(hear)
    client.start(id, experiment, { engine })
  })
}
