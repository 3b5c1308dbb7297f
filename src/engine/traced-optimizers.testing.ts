/** Which settings make each outside trace of an optimizer; those of conventions that this project does not follow are left out. */
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import type traces from './golden/optimizer-traces.json'

export type OptimizerInput = NonNullable<ExperimentInput['optimizer']>

export const TRACED_OPTIMIZERS: readonly [keyof typeof traces, OptimizerInput][] = [
  ['SGD lr=0.1', { kind: 'sgd', learningRate: 0.1 }],
  ['SGD lr=0.5 (lands on min)', { kind: 'sgd', learningRate: 0.5 }],
  ['SGD lr=0.9 (oscillates, converges)', { kind: 'sgd', learningRate: 0.9 }],
  ['SGD lr=1.0 (period-2)', { kind: 'sgd', learningRate: 1 }],
  ['SGD lr=1.1 (diverges)', { kind: 'sgd', learningRate: 1.1 }],
  ['Momentum lr=0.1 mu=0.9 (Keras/tfjs identical for const lr)', { kind: 'momentum', learningRate: 0.1 }],
  [
    'Nesterov lr=0.1 mu=0.9 (Keras form, stored variable = lookahead)',
    { kind: 'nesterov', learningRate: 0.1 },
  ],
  [
    'Adagrad lr=0.5 acc0=0 eps=1e-7 inside sqrt',
    { kind: 'adagrad', learningRate: 0.5, initialAccumulator: 0 },
  ],
  [
    'Adagrad lr=0.5 acc0=0.1 eps=1e-7 inside (Keras & tfjs default acc)',
    { kind: 'adagrad', learningRate: 0.5 },
  ],
  ['RMSProp lr=0.1 rho=0.9 eps=1e-7 inside (Keras & tfjs)', { kind: 'rmsprop', learningRate: 0.1 }],
  ['Adam lr=0.1 b1=.9 b2=.999 eps=1e-7 (Alg.1 = tfjs)', { kind: 'adam', learningRate: 0.1 }],
  ['Adam lr=0.1 eps=1e-8 (paper default eps, Alg.1)', { kind: 'adam', learningRate: 0.1, epsilon: 1e-8 }],
]
