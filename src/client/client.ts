/**
 * The page's end of the wire. Keeps one worker per engine, started when first needed, and decides which engine a run
 * goes to: the one asked for, or (`auto`) WebGL as long as it works, else the CPU. When WebGL is lost, its runs go on
 * on the CPU from their last checkpoint; the page hears `rewound` and drops the epochs after it.
 */
import type { PackedSource } from '../domain/data/dataset.ts'
import type { DataSetKey, Experiment } from '../domain/experiment.ts'
import type { WeightArray } from '../domain/initial-weights.ts'
import type { EngineInfo, EngineName, Score } from '../domain/run.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { RunId } from '../protocol/command.ts'
import type { RunEvent } from '../protocol/event.ts'
import type { ClientEvent, EnginePreference } from './client-event.ts'
import { EventBatch } from './event-batch.ts'
import { Lane, type WorkerLike } from './lane.ts'

export interface StartOptions {
  readonly engine?: EnginePreference
  readonly weights?: readonly WeightArray[] | null
  readonly oneEpoch?: boolean
}

export interface EngineClient {
  listen(listener: (event: ClientEvent) => void): () => void
  /** A packed set, before the first run that needs it. */
  supply(set: DataSetKey, source: PackedSource): void
  start(run: RunId, experiment: Experiment, options?: StartOptions): void
  pause(run: RunId): void
  resume(run: RunId): void
  step(run: RunId): void
  stop(run: RunId): void
  dispose(run: RunId): void
  /** Outputs for raw rows: of a run in progress, or of given weights. Rejects when the engine cannot tell. */
  predictLive(run: RunId, rows: Float32Array): Promise<Float32Array>
  predict(experiment: Experiment, weights: readonly WeightArray[], rows: Float32Array): Promise<Float32Array>
  test(experiment: Experiment, weights: readonly WeightArray[]): Promise<Score>
}

interface Placed {
  readonly experiment: Experiment
  readonly preference: EnginePreference
  readonly weights: readonly WeightArray[] | null
  readonly oneEpoch: boolean
  lane: Lane
  checkpoint: Checkpoint | null
  held: boolean
}

export class WorkerClient implements EngineClient {
  readonly #spawn: () => WorkerLike
  readonly #lanes = new Map<EngineName, Lane>()
  readonly #engines = new Map<EngineName, EngineInfo>()
  readonly #sources = new Map<DataSetKey, PackedSource>()
  readonly #runs = new Map<RunId, Placed>()
  readonly #batch: EventBatch
  #webglGone = false

  /** Tells of new epochs at most every `epochsEvery` ms. */
  constructor(spawn: () => WorkerLike, epochsEvery = 100) {
    this.#spawn = spawn
    this.#batch = new EventBatch(epochsEvery)
  }

  listen(listener: (event: ClientEvent) => void) {
    return this.#batch.listen(listener)
  }

  supply(set: DataSetKey, source: PackedSource) {
    if (this.#sources.has(set)) return
    this.#sources.set(set, source)
    for (const lane of this.#lanes.values()) lane.send({ type: 'supply', set, source })
  }

  start(
    run: RunId,
    experiment: Experiment,
    { engine = 'auto', weights = null, oneEpoch = false }: StartOptions = {},
  ) {
    const lane = this.#lane(this.#engineFor(engine))
    this.#runs.set(run, {
      experiment,
      preference: engine,
      weights,
      oneEpoch,
      lane,
      checkpoint: null,
      held: false,
    })
    lane.send({ type: 'start', run, experiment, weights, from: null, oneEpoch })
    const info = this.#engines.get(lane.name)
    if (info) this.#batch.add({ type: 'placed', run, engine: info })
  }

  pause(run: RunId) {
    this.#tell(run, 'pause', true)
  }

  resume(run: RunId) {
    this.#tell(run, 'resume', false)
  }

  step(run: RunId) {
    this.#tell(run, 'step', true)
  }

  stop(run: RunId) {
    this.#tell(run, 'stop', false)
  }

  dispose(run: RunId) {
    this.#tell(run, 'dispose', false)
    this.#runs.delete(run)
  }

  async predictLive(run: RunId, rows: Float32Array): Promise<Float32Array> {
    const lane = this.#runs.get(run)?.lane
    if (!lane) throw new Error('the run is over')
    const answer = await lane.ask({ type: 'predict-live', run, rows })
    return answer.type === 'predicted' ? answer.outputs : new Float32Array()
  }

  async predict(
    experiment: Experiment,
    weights: readonly WeightArray[],
    rows: Float32Array,
  ): Promise<Float32Array> {
    const answer = await this.#anyLane().ask({ type: 'predict', experiment, weights, rows })
    return answer.type === 'predicted' ? answer.outputs : new Float32Array()
  }

  async test(experiment: Experiment, weights: readonly WeightArray[]): Promise<Score> {
    const answer = await this.#anyLane().ask({ type: 'test', experiment, weights })
    if (answer.type !== 'tested') throw new Error('the engine answered something else')
    return answer.score
  }

  #tell(run: RunId, type: 'pause' | 'resume' | 'step' | 'stop' | 'dispose', held: boolean) {
    const placed = this.#runs.get(run)
    if (!placed) return
    placed.held = held
    placed.lane.send({ type, run })
  }

  #engineFor(preference: EnginePreference): EngineName {
    if (preference !== 'auto') return preference
    return this.#webglGone ? 'cpu' : 'webgl'
  }

  #anyLane(): Lane {
    return this.#lanes.values().next().value ?? this.#lane(this.#engineFor('auto'))
  }

  #lane(name: EngineName): Lane {
    const present = this.#lanes.get(name)
    if (present) return present
    const lane = new Lane(name, this.#spawn(), {
      onOpened: (engine) => {
        this.#engines.set(name, engine)
        for (const [run, placed] of this.#runs)
          if (placed.lane === lane) this.#batch.add({ type: 'placed', run, engine })
      },
      onRefused: (reason) => this.#gone(lane, 'unavailable', reason),
      onLost: (reason) => this.#gone(lane, 'lost', reason),
      onRunEvent: (event) => this.#hear(event),
    })
    this.#lanes.set(name, lane)
    for (const [set, source] of this.#sources) lane.send({ type: 'supply', set, source })
    return lane
  }

  #hear(event: RunEvent) {
    const placed = this.#runs.get(event.run)
    if (!placed) return
    if (event.type === 'checkpoint') {
      placed.checkpoint = event.checkpoint
      return
    }
    if (event.type === 'finished' || event.type === 'failed') this.#runs.delete(event.run)
    this.#batch.add(event)
  }

  #gone(lane: Lane, why: 'unavailable' | 'lost', detail: string) {
    this.#lanes.delete(lane.name)
    this.#engines.delete(lane.name)
    const stranded = [...this.#runs].filter(([, placed]) => placed.lane === lane)
    if (lane.name === 'webgl') {
      this.#webglGone = true
      this.#batch.add({ type: 'fallback', why, detail })
    }
    for (const [run, placed] of stranded) {
      if (lane.name === 'webgl' && placed.preference === 'auto') this.#moveToCpu(run, placed)
      else {
        this.#runs.delete(run)
        const reason = why === 'lost' ? 'lost' : 'engine'
        this.#batch.add({ type: 'failed', run, reason, message: detail })
      }
    }
  }

  #moveToCpu(run: RunId, placed: Placed) {
    const { experiment, weights, checkpoint, oneEpoch } = placed
    placed.lane = this.#lane('cpu')
    this.#batch.add({ type: 'rewound', run, epoch: checkpoint?.epoch ?? 0 })
    placed.lane.send({
      type: 'start',
      run,
      experiment,
      weights,
      from: checkpoint,
      oneEpoch: checkpoint ? false : oneEpoch,
    })
    if (placed.held && checkpoint) placed.lane.send({ type: 'pause', run })
    const info = this.#engines.get('cpu')
    if (info) this.#batch.add({ type: 'placed', run, engine: info })
  }
}
