/** A run as the client knows it: what it was started with, where it is, and what it has to be told when it moves. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { WeightArray } from '../domain/network/initial-weights.ts'
import { ENGINES, type EnginePreference } from '../domain/run/engines.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { Pace, RunId } from '../protocol/command.ts'
import type { StartOptions } from './engine-client.ts'
import type { WorkerConnection } from './worker-connection.ts'

export type Control = 'pause' | 'resume' | 'step' | 'stop' | 'dispose'

export interface Running {
  readonly experiment: Experiment
  readonly preference: EnginePreference
  readonly weights: readonly WeightArray[] | null
  readonly oneEpoch: boolean
  /** null while its engine is being chosen. */
  connection: WorkerConnection | null
  /** Asked to leave its worker for another. */
  moving: boolean
  /** What was said to it while it was between workers. */
  said: Control[]
  checkpoint: Checkpoint | null
  held: boolean
  pace: Pace
  /** Runs out when its warming up has lasted long enough to be told. */
  warming?: ReturnType<typeof setTimeout>
  /** When a worker was last lost under it, in ms. */
  lostAt: number
}

/** A run that has no worker yet. */
export function runningFrom(
  experiment: Experiment,
  { engine = 'auto', weights = null, from = null, oneEpoch = false, pace = null }: StartOptions,
): Running {
  return {
    experiment,
    preference: engine,
    weights,
    oneEpoch,
    connection: null,
    moving: false,
    said: [],
    checkpoint: from,
    held: false,
    pace,
    lostAt: Number.NEGATIVE_INFINITY,
  }
}

/** Gives the run to a worker, which goes on from its checkpoint if it has one. */
export function giveTo(connection: WorkerConnection, run: RunId, running: Running) {
  const { experiment, weights, checkpoint, oneEpoch, held, said, pace } = running
  const goesOn = checkpoint !== null
  running.connection = connection
  running.moving = false
  running.said = []
  connection.send({
    type: 'start',
    run,
    experiment,
    weights,
    from: checkpoint,
    oneEpoch: oneEpoch && !goesOn,
    pace,
  })
  if (held && goesOn) connection.send({ type: 'pause', run })
  for (const type of said) connection.send({ type, run })
}

/** How many runs keep a core busy: not those that wait, or whose engine has a device to compute on. */
export function countComputing(runs: Iterable<Running>): number {
  let count = 0
  for (const { connection, held } of runs)
    if (connection !== null && !held && !ENGINES[connection.name].sharesDevice) count++
  return count
}

/**
 * A run that a worker with nothing to do could take from the busiest of its engine; null where there is none, and while
 * another run is on its way. Workers that share a device have nothing to take.
 */
export function runToMove(
  connections: readonly WorkerConnection[],
  runs: ReadonlyMap<RunId, Running>,
): RunId | null {
  if ([...runs.values()].some(({ moving }) => moving)) return null
  const runsOf = (connection: WorkerConnection) =>
    [...runs].filter(([, running]) => running.connection === connection)
  const idle = connections.filter(
    (connection) => !ENGINES[connection.name].sharesDevice && runsOf(connection).length === 0,
  )
  for (const { name } of idle) {
    const most = connections
      .filter((connection) => connection.name === name)
      .map((connection) => runsOf(connection).filter(([, { held }]) => !held))
      .reduce((a, b) => (b.length > a.length ? b : a), [])
    const [run] = most.at(-1) ?? []
    if (most.length >= 2 && run !== undefined) return run
  }
  return null
}
