/** What a worker answers: questions about its runs in progress, and about weights that come with the question. */
import { inputEncoder, outputDecoder } from '../domain/data/dataset.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { Command, RunId } from '../protocol/command.ts'
import type { Answer } from '../protocol/event.ts'
import type { Seen } from '../protocol/inspection.ts'
import { Inspector } from './inspection/inspector.ts'
import type { SuppliedData } from './supplied-data.ts'
import type { Engine } from './training/engine.ts'
import { type EstimateHost, estimate } from './training/estimate.ts'
import { lend } from './training/lend.ts'
import { testScore } from './training/score.ts'
import type { Trainer } from './training/trainer.ts'

export type Question = Extract<Command, { request: number }>
type Asking<Type extends Question['type']> = Extract<Question, { type: Type }>

/** A run in progress, with the settings that it trains with at the moment. */
interface RunInProgress {
  readonly training: { readonly settings: Experiment }
  readonly trainer: Trainer
}

/** What the worker trains meanwhile. */
interface Runs {
  inProgress(run: RunId): RunInProgress | undefined
  /** The number of runs that were started so far: no run waits behind an estimate. */
  started(): number
}

export class Answers {
  readonly #engine: Engine
  readonly #data: SuppliedData
  readonly #runs: Runs
  readonly #world: EstimateHost
  readonly #inspector: Inspector

  constructor(engine: Engine, data: SuppliedData, runs: Runs, world: EstimateHost) {
    this.#engine = engine
    this.#data = data
    this.#runs = runs
    this.#world = world
    this.#inspector = new Inspector(engine, data)
  }

  /** Throws where there is no answer. */
  async to(question: Question): Promise<Answer> {
    const { request } = question
    switch (question.type) {
      case 'predict':
        return { type: 'predicted', request, outputs: this.#predict(question) }
      case 'predict-run':
        return { type: 'predicted', request, outputs: this.#predictRun(question) }
      case 'inspect-run':
        return { type: 'inspected', request, seen: this.#inspectRun(question) }
      case 'inspect':
        return {
          type: 'inspected',
          request,
          seen: this.#inspector.ofWeights(question.experiment, question.weights, question.what),
        }
      case 'test':
        return { type: 'tested', request, score: this.#test(question) }
      case 'time':
        return { type: 'timed', request, time: await this.#time(question) }
      default:
        return question satisfies never
    }
  }

  #time({ experiment }: Asking<'time'>) {
    const started = this.#runs.started()
    const source = this.#data.source(experiment)
    return estimate(experiment, this.#engine, source, this.#world, () => this.#runs.started() !== started)
  }

  #test({ experiment, weights }: Asking<'test'>) {
    const { test } = this.#data.dataset(experiment).parts
    return lend(this.#engine, { experiment, weights, parts: { test } }, (trainer) =>
      testScore(trainer, experiment, test),
    )
  }

  #predict({ experiment, weights, rows }: Asking<'predict'>) {
    const spec = { experiment, weights, parts: {} }
    return lend(this.#engine, spec, (trainer) => this.#outputs(trainer, experiment, rows))
  }

  #predictRun({ run, rows }: Asking<'predict-run'>) {
    const { training, trainer } = this.#inProgress(run)
    return this.#outputs(trainer, training.settings, rows)
  }

  #inspectRun({ run, what }: Asking<'inspect-run'>): Seen {
    const { training, trainer } = this.#inProgress(run)
    return this.#inspector.ofRun(training.settings, trainer, what)
  }

  #inProgress(run: RunId): RunInProgress {
    const found = this.#runs.inProgress(run)
    if (!found) throw new Error('the run is over')
    return found
  }

  /** From raw rows to outputs in the units of the targets. */
  #outputs(trainer: Trainer, experiment: Experiment, rows: Float32Array | Float64Array) {
    const source = this.#data.source(experiment)
    return outputDecoder(experiment, source)(trainer.predict(inputEncoder(experiment, source)(rows)))
  }
}
