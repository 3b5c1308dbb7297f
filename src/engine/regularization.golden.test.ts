/** Numbers from outside witnesses of penalties and dropout, through the real trainers. */
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { dropoutMask, dropoutStream } from '../domain/training/dropout.ts'
import gradients from './golden/gradients.json'
import { eachEngine, samples, step, trainerOf, weightsOf } from './trainers.testing.ts'

describe.each(eachEngine)('%s', (_, engine) => {
  describe('penalties', () => {
    const golden = gradients['reg w=[3,-.5,0] lam=.1']
    /** Three inputs that are always 0: the data say nothing, so every move is the penalty's. */
    const afterStep = (regularization: ExperimentInput['regularization']) => {
      const experiment = expectExperiment({
        data: { set: 'circle', features: ['x', 'y', 'xy'], train: 1 },
        model: { layers: [] },
        regularization,
        optimizer: { kind: 'sgd' },
      })
      const trainer = trainerOf(
        engine,
        experiment,
        { train: samples([[0, 0, 0]], [0]) },
        weightsOf(experiment, [[3, -0.5, 0], [-40]]),
      )
      const penalty = trainer.report().penalty
      step(trainer, 1, 0.1)
      const weights = Array.from(trainer.readState().weights)
      trainer.dispose()
      return { penalty, weights }
    }

    it('L2 is λ·Σw² over kernels, not biases', () => {
      const { penalty, weights } = afterStep({ l2: 0.1 })
      expect(penalty).toBeCloseTo(golden.keras_l2_pen, 5)
      golden.sgd_l2_keras_after1.forEach((expected, i) => {
        expect(weights[i]).toBeCloseTo(expected, 5)
      })
      expect(weights[3]).toBe(-40)
    })

    it('L1 is λ·Σ|w|', () => {
      const { penalty, weights } = afterStep({ l1: 0.1 })
      expect(penalty).toBeCloseTo(golden.l1_pen, 5)
      golden.sgd_l1_after1.forEach((expected, i) => {
        expect(weights[i]).toBeCloseTo(expected, 5)
      })
    })

    it('L1 by subgradient chatters around 0', () => {
      const experiment = expectExperiment({
        data: { set: 'circle', features: ['x'], train: 1 },
        model: { layers: [] },
        regularization: { l1: 0.1 },
        optimizer: { kind: 'sgd' },
      })
      const trainer = trainerOf(
        engine,
        experiment,
        { train: samples([[0]], [0]) },
        weightsOf(experiment, [[0.005], [-40]]),
      )
      const seen = gradients['l1 subgradient chatter from .005 with lr*lam=.01'].map(() => {
        const [w] = trainer.readState().weights
        step(trainer, 1, 0.1)
        return w!
      })
      gradients['l1 subgradient chatter from .005 with lr*lam=.01'].forEach((expected, i) => {
        expect(seen[i]).toBeCloseTo(expected, 6)
      })
      trainer.dispose()
    })
  })

  describe('dropout', () => {
    /** A training seed whose first mask of four is this one. */
    function seedOf(mask: readonly number[], rate: number): number {
      for (let seed = 1; ; seed++) {
        const drawn = dropoutMask(dropoutStream(seed, { epoch: 1, batch: 0, layer: 0 }), 4, rate)
        if (drawn.every((factor, i) => factor > 0 === (mask[i] === 1))) return seed
      }
    }

    /** An identity layer under an output whose kernel starts at 0: the step writes what the layer passed on. */
    const passedOn = (mask: readonly number[], rate: number) => {
      const experiment = expectExperiment({
        data: { set: 'sine', degree: 4, train: 1, standardize: false },
        model: { layers: [{ units: 4 }], activation: 'linear' },
        regularization: { dropout: rate },
        optimizer: { kind: 'sgd' },
        seed: { training: seedOf(mask, rate) },
      })
      const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
      const trainer = trainerOf(
        engine,
        experiment,
        { train: samples([[1, 2, 3, 4]], [-0.5]) },
        weightsOf(experiment, [identity, [0, 0, 0, 0], [0, 0, 0, 0], [0]]),
      )
      // d(z − y)²/dz = 2·(0 + ½) = 1 at z = 0.
      step(trainer, 1, 1)
      const kernel = Array.from(trainer.readState().weights.subarray(20, 24), (w) => -w)
      trainer.dispose()
      return kernel
    }

    it('is inverted: kept units are divided by 1 − p in training', () => {
      const half = gradients['dropout x=[1,2,3,4] mask=[1,0,1,0] rate=.5'].inverted_train
      const fifth = gradients['dropout mask=[1,1,0,1] rate=.2'].inverted_train
      passedOn([1, 0, 1, 0], 0.5).forEach((value, i) => {
        expect(value).toBeCloseTo(half[i]!, 5)
      })
      passedOn([1, 1, 0, 1], 0.2).forEach((value, i) => {
        expect(value).toBeCloseTo(fifth[i]!, 5)
      })
    })

    it('does nothing when measuring or predicting', () => {
      const experiment = expectExperiment({
        data: { set: 'sine', train: 1, standardize: false },
        model: { layers: [{ units: 1 }], activation: 'linear' },
        regularization: { dropout: 0.5 },
      })
      const trainer = trainerOf(
        engine,
        experiment,
        { train: samples([[1]], [0]) },
        weightsOf(experiment, [[3], [0], [1], [0]]),
      )
      expect(trainer.predict(Float32Array.of(1))[0]).toBe(3)
      trainer.measure('train', 0, 1)
      expect(trainer.report().train.loss).toBe(9)
      trainer.dispose()
    })
  })
})
