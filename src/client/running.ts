/** A run as the client knows it: what it was started with, where it is, and what it has to be told when it moves. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { WeightArray } from '../domain/network/initial-weights.ts'
import { ENGINES, type EngineName, type EnginePreference } from '../domain/run/engines.ts'
import type { EpochRow } from '../domain/run/run.ts'
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
  readonly keepEpochs: boolean
  /** null before it has its first worker, and between two. */
  connection: WorkerConnection | null
  /** The engine to whose worker it was asked to move; null while it stays. */
  movingTo: EngineName | null
  /** How many times quicker the engine is that it moved to; null where it did not move for that. */
  quicker: number | null
  /** The moves to another engine so far. */
  moves: number
  /** The last epoch that was heard of. */
  epoch: number
  /** The epochs heard of since it has its worker, and the mean seconds of those that tell something. */
  epochsHere: number
  timedHere: number
  secondsHere: number | null
  /** What its next worker has to be told. */
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
export function runningFrom(experiment: Experiment, options: StartOptions): Running {
  const { engine = 'auto', weights = null, from = null, pace = null } = options
  const { oneEpoch = false, keepEpochs = false } = options
  return {
    experiment,
    preference: engine,
    weights,
    oneEpoch,
    keepEpochs,
    connection: null,
    movingTo: null,
    quicker: null,
    moves: 0,
    epoch: from?.epoch ?? 0,
    epochsHere: 0,
    timedHere: 0,
    secondsHere: null,
    said: [],
    checkpoint: from,
    held: oneEpoch,
    pace,
    lostAt: Number.NEGATIVE_INFINITY,
  }
}

/**
 * Workers die under a run (a tab put to sleep, memory short for a moment), and it goes on in another. One that is lost
 * again sooner than this, in ms, is its own fault.
 */
const BETWEEN_LOSSES = 10_000

/** Notes that the run's worker was lost. Returns whether the one before it was lost a short time ago. */
export function isLostAgain(running: Running): boolean {
  const before = running.lostAt
  running.lostAt = performance.now()
  return running.lostAt - before < BETWEEN_LOSSES
}

/** Gives the run to a worker, which goes on from its checkpoint if it has one. */
export function giveTo(connection: WorkerConnection, run: RunId, running: Running) {
  const { experiment, weights, checkpoint, oneEpoch, held, said, pace, keepEpochs } = running
  const goesOn = checkpoint !== null
  running.connection = connection
  running.movingTo = null
  running.epoch = checkpoint?.epoch ?? 0
  running.epochsHere = 0
  running.timedHere = 0
  running.secondsHere = null
  running.said = []
  connection.send({
    type: 'start',
    run,
    experiment,
    weights,
    from: checkpoint,
    oneEpoch: oneEpoch && !goesOn,
    pace,
    keepEpochs,
  })
  if (held && goesOn) connection.send({ type: 'pause', run })
  for (const type of said) connection.send({ type, run })
}

/** Takes the run's own clock from its epochs. The first epoch on an engine with a queue compiles and is no measure. */
export function hearEpochs(running: Running, rows: readonly EpochRow[]) {
  const compiles = running.epochsHere === 0 && ENGINES[running.connection!.name].queuesWork
  const timed = compiles ? rows.slice(1) : rows
  running.epochsHere += rows.length
  running.epoch = rows.at(-1)?.epoch ?? running.epoch
  if (timed.length === 0) return
  const before = running.timedHere * (running.secondsHere ?? 0)
  running.timedHere += timed.length
  running.secondsHere = timed.reduce((sum, { seconds }) => sum + seconds, before) / running.timedHere
}

/**
 * A run that a worker with nothing to do could take from the busiest of its engine; null where there is none, and while
 * another run is on its way. Workers that share a device have nothing to take.
 */
export function runToMove(
  connections: readonly WorkerConnection[],
  runs: ReadonlyMap<RunId, Running>,
): RunId | null {
  if ([...runs.values()].some(({ movingTo }) => movingTo !== null)) return null
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
