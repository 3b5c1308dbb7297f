/**
 * Ready sweeps: the curves that lectures draw. engine/ready-sweeps.test.ts trains them and says what each
 * must show.
 */
import type { ExperimentInput } from '../experiment/experiment.ts'
import { expectExperiment } from '../parsing/parse.ts'
import type { Sweep, SweepAxis } from './sweep.ts'
import type { Metric } from './sweep-run.ts'

export const READY_SWEEPS = ['u-curve', 'double-descent', 'training-size', 'lambda', 'dropout'] as const
export type ReadySweepKey = (typeof READY_SWEEPS)[number]

export interface ReadySweep {
  readonly sweep: Sweep
  /** The metric that it is read by. */
  readonly metric: Metric
}

const ready = (
  base: ExperimentInput,
  axis: SweepAxis,
  seeds: number,
  metric: Metric = 'validation-last',
): ReadySweep => ({
  sweep: {
    version: 1,
    base: expectExperiment({ ...base, earlyStopping: null }),
    axes: [axis],
    seeds,
    varies: 'all',
    test: false,
  },
  metric,
})

/** 100 points, 15 % of all labels flipped: the overfitting scene. */
const noisyMoons: ExperimentInput = {
  data: {
    set: 'moons',
    train: 100,
    validation: 500,
    test: 500,
    noise: 0.2,
    labelNoise: 0.15,
    labelNoiseIn: 'all',
  },
  model: { layers: [{ units: 64 }, { units: 64 }], activation: 'relu', initializer: 'he-uniform' },
  optimizer: { learningRate: 0.01 },
  training: { batchSize: 16, epochs: 300 },
}

const values = (text: string) => text.split(' ')

export function readySweep(key: ReadySweepKey): ReadySweep {
  switch (key) {
    case 'u-curve':
      return ready(noisyMoons, { setting: 'width', values: values('1 2 3 4 8 16 32 64') }, 6)
    /**
     * Sample-wise: a linear model of 100 inputs without regularization, trained to the end from zero, so that below 100
     * samples it is the shortest of all weights that fit. Its error peaks where samples are as many as weights
     * (Nakkiran, "More Data Can Hurt for Linear Regression", 2019; Belkin et al. 2019).
     */
    case 'double-descent':
      return ready(
        {
          data: { set: 'sparse-linear', train: 100, validation: 500, noise: 1, standardize: false },
          model: { layers: [], initializer: 'zeros' },
          optimizer: { kind: 'momentum', learningRate: 0.05 },
          training: { batchSize: 500, epochs: 2000 },
        },
        { setting: 'train', values: values('25 40 60 80 90 100 110 120 150 200 400') },
        8,
      )
    case 'training-size':
      return ready(noisyMoons, { setting: 'train', values: values('30 100 300 1000 3000') }, 6)
    case 'lambda':
      return ready(noisyMoons, { setting: 'l2', values: values('0 0.0001 0.001 0.003 0.01 0.03 0.1') }, 6)
    case 'dropout':
      return ready(noisyMoons, { setting: 'dropout', values: values('0 0.2 0.5 0.8 0.9') }, 6)
    default:
      return key satisfies never
  }
}
