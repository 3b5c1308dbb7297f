/** Small trainers and loops for tests: any numbers as data, on both engines that Node can run, without a worker. */
import type { Samples } from '../domain/data/samples.ts'
import type { Experiment, ExperimentInput, Part } from '../domain/experiment/experiment.ts'
import { initialWeights, type WeightArray } from '../domain/network/initial-weights.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { openTfjs } from './tfjs/engine.ts'
import { wasm } from './trained.testing.ts'
import type { Trainer } from './training/trainer.ts'

/** Each engine is a witness for the other. */
export const engines = [wasm, await openTfjs('cpu')] as const

/** Runs the tests with each engine, and its name for the title. */
export const eachEngine = engines.map((engine) => [engine.info.name, engine] as const)

export type TestEngine = (typeof engines)[number]

export function samples(inputs: readonly (readonly number[])[], targets: readonly number[]): Samples {
  return {
    count: targets.length,
    inputs: Float32Array.from(inputs.flat()),
    targets: Float32Array.from(targets),
    flipped: new Uint8Array(targets.length),
  }
}

export function trainerOf(
  engine: TestEngine,
  experiment: Experiment,
  parts: Partial<Record<Part, Samples>>,
  weights: readonly WeightArray[] = initialWeights(experiment),
): Trainer {
  return engine.createTrainer({ experiment, weights, parts })
}

/** Weights for the experiment's layers from plain numbers: kernel, bias, kernel, … */
export function weightsOf(experiment: Experiment, values: readonly (readonly number[])[]): WeightArray[] {
  return initialWeights(experiment).map((weight, i) => ({ ...weight, values: Float32Array.from(values[i]!) }))
}

/** The output is w·x: inputs of ±1 and targets of 0 make the loss exactly w² + b². */
export function parabola(optimizer: ExperimentInput['optimizer']): { experiment: Experiment; data: Samples } {
  const experiment = expectExperiment({
    data: { set: 'sine', train: 2, standardize: false },
    model: { layers: [] },
    optimizer,
    training: { batchSize: 2 },
  })
  return { experiment, data: samples([[1], [-1]], [0, 0]) }
}

/** A whole batch of the first rows. */
export function step(trainer: Trainer, to: number, learningRate: number, index = 0) {
  trainer.accumulate({ from: 0, to, epoch: 1, index }, 0, to)
  trainer.update(learningRate)
}

/** The slopes that a step of SGD at rate 1 follows, and the mean loss when one weight is moved from where it was. */
export function differentiated(trainer: Trainer, rows: number) {
  const state = trainer.readState()
  step(trainer, rows, 1)
  const after = trainer.readState().weights
  return {
    slopes: state.weights.map((w, i) => w - after[i]!),
    lossAt(index: number, shift: number) {
      const moved = state.weights.slice()
      moved[index]! += shift
      trainer.writeState({ ...state, weights: moved })
      trainer.measure('train', 0, rows)
      return trainer.report().train.loss / rows
    },
  }
}
