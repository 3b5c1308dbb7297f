/**
 * What the engines take for networks of every kind: told beforehand, and by a run's own clock. And how soon a run
 * pauses and stops while it is in the middle of its work.
 */
import type { ClientEvent } from '../../../src/client/client-event.ts'
import type { EngineClient } from '../../../src/client/engine-client.ts'
import { EngineWorkers } from '../../../src/client/engine-workers.ts'
import { loadPacked } from '../../../src/client/packed-data.ts'
import { sourceKey } from '../../../src/domain/data/source-key.ts'
import type { Experiment } from '../../../src/domain/experiment/experiment.ts'
import { median } from '../../../src/domain/numbers/median.ts'
import type { EngineName } from '../../../src/domain/run/engines.ts'
import type { EpochRow } from '../../../src/domain/run/run.ts'
import { NETWORKS } from './networks.ts'
import { createClient, spawnEngine, withEpochs } from './ours.ts'

/** A run is timed until it has had so many epochs after the first, or so many ms. */
const [EPOCHS, LONG_ENOUGH] = [6, 4000]
/** So many tries of pausing and stopping. */
const TRIES = 3

export interface EngineFigures {
  readonly network: string
  readonly engine: EngineName
  /** ms of an epoch: told beforehand, and by the run's own clock. */
  readonly told: number
  readonly epoch: number
  /** The longest of some tries, in ms: until the page hears of it. */
  readonly pause: number
  readonly stop: number
}

export async function engineFigures(
  only: string | null,
  engines: readonly EngineName[],
): Promise<EngineFigures[]> {
  const figures: EngineFigures[] = []
  for (const [network, experiment] of chosen(only))
    for (const engine of engines) {
      const client = createClient()
      await supply(client, experiment)
      const told = 1000 * (await tellBeforehand(engine, experiment))
      const { epoch, pause, stop } = await observed(client, engine, experiment)
      figures.push({ network, engine, told, epoch, pause, stop })
      console.info(
        `${network}, ${engine}: ${epoch.toFixed(2)} ms an epoch, told ${told.toFixed(2)}, pause ${pause.toFixed(0)}, stop ${stop.toFixed(0)}`,
      )
    }
  return figures
}

export function chosen(only: string | null): [string, Experiment][] {
  return Object.entries(NETWORKS).filter(([name]) => only === null || name.includes(only))
}

export async function supply(client: Pick<EngineClient, 'supply'>, { data }: Experiment) {
  const key = sourceKey(data)
  if (key !== null) client.supply(key, await loadPacked('digits', () => {}))
}

/** The seconds of an epoch, told by a worker that does nothing else, with as many cores as the run will have. */
async function tellBeforehand(engine: EngineName, experiment: Experiment): Promise<number> {
  const nothing = () => {}
  const workers = new EngineWorkers({
    spawn: spawnEngine,
    cores: navigator.hardwareConcurrency,
    ownerOf: () => ({ onOpened: nothing, onRefused: nothing, onLost: nothing, onRunEvent: nothing }),
    load: () => 0,
    anyEngine: () => engine,
  })
  await supply(workers, experiment)
  try {
    return (await workers.time(engine, experiment, () => true)).epoch
  } finally {
    for (const connection of workers.connections) connection.close()
  }
}

async function observed(client: EngineClient, engine: EngineName, experiment: Experiment) {
  const run = new ObservedRun(client)
  run.start(withEpochs(experiment, 100_000), engine)
  await run.until((event) => event.type === 'epochs')
  const from = performance.now()
  while (run.rows.length < EPOCHS + 1 && performance.now() - from < LONG_ENOUGH)
    await Promise.race([run.until((event) => event.type === 'epochs'), rest(LONG_ENOUGH)])
  const timed = run.rows.length > 1 ? run.rows.slice(1) : run.rows
  const epoch = 1000 * median(timed.map(({ seconds }) => seconds))
  const pauses: number[] = []
  for (let i = 0; i < TRIES; i++) {
    await rest(137 + 71 * i)
    pauses.push(await run.timeTo('paused', () => run.pause()))
    const running = run.until((event) => event.type === 'running')
    run.resume()
    await running
  }
  await rest(120)
  const stops = [await run.timeTo('finished', () => run.stop())]
  for (let i = 1; i < TRIES; i++) {
    run.start(withEpochs(experiment, 100_000), engine)
    await run.until((event) => event.type === 'epochs')
    await rest(150 + 83 * i)
    stops.push(await run.timeTo('finished', () => run.stop()))
  }
  return { epoch, pause: Math.max(...pauses), stop: Math.max(...stops) }
}

let started = 0

class ObservedRun {
  readonly #client: EngineClient
  #id = ''
  rows: EpochRow[] = []

  constructor(client: EngineClient) {
    this.#client = client
    client.listen((event) => {
      if (this.#isOurs(event) && event.type === 'epochs') this.rows.push(...event.rows)
    })
  }

  start(experiment: Experiment, engine: EngineName) {
    this.#id = `observed-${++started}`
    this.#client.start(this.#id, experiment, { engine })
  }
  pause = () => this.#client.pause(this.#id)
  resume = () => this.#client.resume(this.#id)
  stop = () => this.#client.stop(this.#id)

  /** Rejects when the run fails. */
  until(is: (event: ClientEvent) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const unlisten = this.#client.listen((event) => {
        if (!this.#isOurs(event)) return
        if (event.type === 'failed') reject(new Error(event.message))
        else if (!is(event)) return
        unlisten()
        resolve()
      })
    })
  }

  async timeTo(type: ClientEvent['type'], ask: () => void): Promise<number> {
    const heard = this.until((event) => event.type === type)
    const from = performance.now()
    ask()
    await heard
    return performance.now() - from
  }

  #isOurs(event: ClientEvent): boolean {
    return 'run' in event && event.run === this.#id
  }
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
