/**
 * Which engine trains an experiment when nobody says: the one that measured fastest here on a few of its own steps.
 * Measurements are kept by the shape of the work, for as long as the page is open: the device stays the same so long.
 * Starting never waits longer than PATIENCE for them; an answer that comes later counts from the next run on.
 */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { unitsOf } from '../domain/network/layers.ts'
import { networkLayers } from '../domain/network/network.ts'
import { ENGINES, type EngineName, type EngineSpeed } from '../domain/run/engines.ts'

/** Longest wait for measurements before a run starts, in ms. */
const PATIENCE = 250

/** Epochs per second; rejects where the engine cannot be used. */
type Measure = (engine: EngineName, experiment: Experiment) => Promise<number>

export class Chooser {
  readonly #measure: Measure
  readonly #onAnswer: () => void
  /** Epochs per second by shape and engine. */
  readonly #known = new Map<string, Map<EngineName, number>>()
  readonly #asked = new Map<string, Promise<void>>()

  constructor(measure: Measure, onAnswer: () => void) {
    this.#measure = measure
    this.#onAnswer = onAnswer
  }

  /** What is known of an experiment's shape, the fastest first. */
  speeds(experiment: Experiment): EngineSpeed[] {
    return [...(this.#known.get(shapeOf(experiment)) ?? [])]
      .map(([engine, epochsPerSecond]) => ({ engine, epochsPerSecond }))
      .sort((a, b) => b.epochsPerSecond - a.epochsPerSecond)
  }

  /** Measures beforehand what a choice would wait for. */
  async prepare(experiment: Experiment, [first, ...others]: readonly EngineName[]) {
    if (first === undefined) return
    await this.#ask(first, experiment)
    for (const engine of others) if (!this.#isOutrun(engine, experiment)) void this.#ask(engine, experiment)
  }

  /** The fastest of the engines as far as is known in time; the first of them if nothing is. */
  choose(experiment: Experiment, engines: readonly EngineName[]): EngineName | Promise<EngineName> {
    const best = () =>
      this.speeds(experiment).find(({ engine }) => engines.includes(engine))?.engine ?? engines[0]!
    const answers = engines.map((engine) => this.#ask(engine, experiment))
    if (engines.length === 1 || this.#isDecided(experiment, engines)) return best()
    return new Promise((resolve) => {
      let open = answers.length
      const decide = () => {
        clearTimeout(timer)
        resolve(best())
      }
      const timer = setTimeout(decide, PATIENCE)
      for (const answer of answers)
        void answer.then(() => {
          if (--open === 0 || this.#isDecided(experiment, engines)) decide()
        })
    })
  }

  /** Whether the answers that are missing cannot change the choice. */
  #isDecided(experiment: Experiment, engines: readonly EngineName[]): boolean {
    const known = this.#known.get(shapeOf(experiment))
    return engines.every((engine) => known?.has(engine) || this.#isOutrun(engine, experiment))
  }

  /** Whether another engine measured faster than this one can be. */
  #isOutrun(engine: EngineName, experiment: Experiment): boolean {
    const { data, training } = experiment
    const steps = Math.ceil(data.train / training.batchSize)
    return this.speeds(experiment).some(
      (other) =>
        other.engine !== engine && other.epochsPerSecond * steps > ENGINES[engine].mostStepsPerSecond,
    )
  }

  #ask(engine: EngineName, experiment: Experiment): Promise<void> {
    const shape = shapeOf(experiment)
    const question = `${engine} ${shape}`
    const asked = this.#asked.get(question)
    if (asked) return asked
    const answer = this.#measure(engine, experiment).then(
      (epochsPerSecond) => {
        this.#known.set(shape, new Map(this.#known.get(shape)).set(engine, epochsPerSecond))
        this.#onAnswer()
      },
      // An engine that is gone is not among those asked again; one that stumbled may do better.
      () => void this.#asked.delete(question),
    )
    this.#asked.set(question, answer)
    return answer
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
