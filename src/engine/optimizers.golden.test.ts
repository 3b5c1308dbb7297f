/** Numbers from outside witnesses of how optimizers move a weight, through the real trainers. */
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import traces from './golden/optimizer-traces.json'
import { eachEngine, parabola, step, trainerOf, weightsOf } from './trainers.testing.ts'

type Optimizer = NonNullable<ExperimentInput['optimizer']>

/** Which settings make each outside trace; the traces of conventions this project does not follow are left out. */
const cases: readonly [keyof typeof traces, Optimizer][] = [
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
  ['Adam lr=0.1 b1=.9 b2=.999 eps=1e-7 (epsilon-hat = Keras)', { kind: 'adam', learningRate: 0.1 }],
  ['Adam lr=0.1 eps=1e-8 (paper default eps, Alg.1)', { kind: 'adam', learningRate: 0.1, epsilon: 1e-8 }],
]

describe.each(eachEngine)('%s', (_, engine) => {
  describe('three steps on w² follow the outside trace', () => {
    it.each(cases)('%s', (key, optimizer) => {
      const { experiment, data } = parabola(optimizer)
      const trainer = trainerOf(engine, experiment, { train: data }, weightsOf(experiment, [[1], [0]]))
      for (const [i, expected] of traces[key].entries()) {
        step(trainer, 2, optimizer.learningRate!, i)
        const [w, b] = trainer.readState().weights
        expect(w).toBeCloseTo(expected.w, 5)
        expect(b).toBe(0)
        trainer.measure('train', 0, 2)
        expect(trainer.report().train.loss / 2).toBeCloseTo(expected.f, 5)
      }
      trainer.dispose()
    })

    it('AdamW without decay is Adam, and with decay first shrinks the weight', () => {
      const weightAfter = (weightDecay: number) => {
        const { experiment, data } = parabola({ kind: 'adamw', learningRate: 0.1, weightDecay })
        const trainer = trainerOf(engine, experiment, { train: data }, weightsOf(experiment, [[1], [0]]))
        step(trainer, 2, 0.1)
        const [w] = trainer.readState().weights
        trainer.dispose()
        return w!
      }
      expect(weightAfter(0)).toBeCloseTo(0.9, 5)
      expect(weightAfter(0.5)).toBeCloseTo(1 - 0.1 * 0.5 - 0.1, 5)
    })

    it('clips the gradient by its whole norm', () => {
      const { experiment, data } = parabola({ kind: 'sgd', learningRate: 1, clipNorm: 0.5 })
      const trainer = trainerOf(engine, experiment, { train: data }, weightsOf(experiment, [[3], [4]]))
      step(trainer, 2, 1)
      // Gradient (6, 8), norm 10, cut to 0.5.
      expect(Array.from(trainer.readState().weights)).toEqual([
        expect.closeTo(2.7, 5),
        expect.closeTo(3.6, 5),
      ])
      trainer.dispose()
    })
  })
})
