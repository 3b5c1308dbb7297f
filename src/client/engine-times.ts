/**
 * What experiments take on the engines here: told from a few of their steps, and corrected by what runs really took.
 * Times are kept by the shape of the work and, between visits, for the device that they were measured on.
 */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { unitsOf } from '../domain/network/layers.ts'
import { networkLayers } from '../domain/network/network.ts'
import {
  ENGINE_NAMES,
  type EngineInfo,
  type EngineName,
  type EngineSpeed,
  type EngineTime,
} from '../domain/run/engines.ts'

/** Where times are kept between visits, as text that only this file understands. */
export interface TimesMemory {
  read(): string | null
  write(text: string): void
}

const NO_MEMORY: TimesMemory = { read: () => null, write: () => {} }

/** Rejects where the engine cannot tell now. */
type Measure = (engine: EngineName, experiment: Experiment) => Promise<EngineTime>

/** The shapes of work that are remembered of an engine: those used last. */
const REMEMBERED = 64

/** A question that was refused so many times is not asked again while its worker lives. */
const MOST_FAILURES = 5

interface Known {
  /** null until the engine has been opened, in this visit or an earlier one. */
  device: string | null
  readonly times: Map<string, EngineTime>
}

export class EngineTimes {
  readonly #measure: Measure
  readonly #onAnswer: () => void
  readonly #memory: TimesMemory
  readonly #known: ReadonlyMap<EngineName, Known>
  /** The shapes that an engine has compiled in this visit. */
  readonly #ready = new Map<EngineName, Set<string>>()
  readonly #asked = new Map<string, Promise<void>>()
  readonly #failures = new Map<string, number>()
  /** Whether something was learned since it was written down. */
  #isNew = false
  readonly #shapes = new WeakMap<Experiment, string>()

  constructor(measure: Measure, onAnswer: () => void, memory = NO_MEMORY) {
    this.#measure = measure
    this.#onAnswer = onAnswer
    this.#memory = memory
    this.#known = remembered(memory.read())
  }

  /** null where nothing is known. */
  of(engine: EngineName, experiment: Experiment): EngineTime | null {
    return this.#known.get(engine)!.times.get(this.#shapeOf(experiment)) ?? null
  }

  /** What the engine runs on; null until that is known. */
  deviceOf(engine: EngineName): string | null {
    return this.#known.get(engine)!.device
  }

  /** Whether a run could begin there now, without waiting for anything to be compiled. */
  isReady(engine: EngineName, experiment: Experiment): boolean {
    return this.#ready.get(engine)?.has(this.#shapeOf(experiment)) === true
  }

  /** What is known of an experiment's shape, the fastest engine first. */
  speeds(experiment: Experiment): EngineSpeed[] {
    return ENGINE_NAMES.flatMap((engine) => {
      const time = this.of(engine, experiment)
      return time === null ? [] : [{ engine, epochsPerSecond: 1 / time.epoch }]
    }).sort((a, b) => b.epochsPerSecond - a.epochsPerSecond)
  }

  /** Measures, unless that was done or is being done; resolves when the answer is there, or will not come. */
  ask(engine: EngineName, experiment: Experiment): Promise<void> {
    const question = `${engine} ${this.#shapeOf(experiment)}`
    const asked = this.#asked.get(question)
    if (asked) return asked
    const answer = this.#measure(engine, experiment).then(
      (time) => {
        this.#keep(engine, experiment, time)
        this.#onAnswer()
      },
      // One that was interrupted may tell another time; one that fails again and again will not.
      () => {
        const failures = (this.#failures.get(question) ?? 0) + 1
        this.#failures.set(question, failures)
        if (failures < MOST_FAILURES) this.#asked.delete(question)
      },
    )
    this.#asked.set(question, answer)
    return answer
  }

  /** A run of the experiment took `epoch` seconds for an epoch there. */
  learn(engine: EngineName, experiment: Experiment, epoch: number) {
    this.#keep(engine, experiment, { start: 0, ...this.of(engine, experiment), epoch })
  }

  /** What was measured on another device says nothing about this one. */
  onOpened({ name, device }: EngineInfo) {
    const known = this.#known.get(name)!
    if (known.device !== null && known.device !== device) known.times.clear()
    known.device = device
  }

  /** A worker of the engine is gone, and what it had compiled. */
  onClosed(engine: EngineName) {
    this.#ready.delete(engine)
    for (const question of [...this.#asked.keys()]) {
      if (!question.startsWith(`${engine} `)) continue
      this.#asked.delete(question)
      this.#failures.delete(question)
    }
  }

  /** Writes what is new for the next visit. */
  remember() {
    if (!this.#isNew) return
    this.#isNew = false
    this.#memory.write(writtenDown(this.#known))
  }

  #keep(engine: EngineName, experiment: Experiment, time: EngineTime) {
    this.#isNew = true
    const { times } = this.#known.get(engine)!
    const shape = this.#shapeOf(experiment)
    times.delete(shape)
    times.set(shape, time)
    for (const oldest of times.keys()) {
      if (times.size <= REMEMBERED) break
      times.delete(oldest)
    }
    const ready = this.#ready.get(engine) ?? new Set()
    this.#ready.set(engine, ready.add(shape))
  }

  #shapeOf(experiment: Experiment): string {
    const known = this.#shapes.get(experiment)
    if (known !== undefined) return known
    const shape = shapeOf(experiment)
    this.#shapes.set(experiment, shape)
    return shape
  }
}

/** What decides the speed of an experiment, and nothing else. */
function shapeOf(experiment: Experiment): string {
  const { data, training, optimizer, loss } = experiment
  const layers = networkLayers(experiment).map((layer) => [
    layer.name,
    layer.inputs,
    layer.outputs,
    unitsOf(layer),
    layer.activation,
    layer.dropout > 0,
    layer.skip !== null,
  ])
  return JSON.stringify([layers, data.train, data.validation, training.batchSize, optimizer.kind, loss])
}

/** { engine: { device, times: [[shape, epoch, start], …] } } */
function writtenDown(known: ReadonlyMap<EngineName, Known>): string {
  const engines = [...known]
    .filter(([, { device }]) => device !== null)
    .map(([engine, { device, times }]) => [
      engine,
      { device, times: [...times].map(([shape, { epoch, start }]) => [shape, epoch, start]) },
    ])
  return JSON.stringify(Object.fromEntries(engines))
}

/** Whatever is not as it was written is unknown. */
function remembered(text: string | null): Map<EngineName, Known> {
  let written: unknown = null
  try {
    written = JSON.parse(text ?? 'null')
  } catch {
    // It was damaged.
  }
  const engines = Object(written) as Record<string, { device?: unknown; times?: unknown } | undefined>
  return new Map(
    ENGINE_NAMES.map((engine) => {
      const { device, times } = Object(engines[engine]) as { device?: unknown; times?: unknown }
      const entries = Array.isArray(times) && typeof device === 'string' ? times.filter(isEntry) : []
      return [
        engine,
        {
          device: typeof device === 'string' ? device : null,
          times: new Map(entries.map(([shape, epoch, start]) => [shape, { epoch, start }])),
        },
      ]
    }),
  )
}

function isEntry(entry: unknown): entry is [string, number, number] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false
  return Number.isFinite(entry[1]) && entry[1] > 0 && Number.isFinite(entry[2]) && entry[2] >= 0
}
