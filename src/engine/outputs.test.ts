/** Values that can be looked up or computed by hand, against the real trainer. */
import { describe, expect, it } from 'vitest'
import type { Activation } from '../domain/experiment/experiment.ts'
import { meanSquare } from '../domain/numbers/moments.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { eachEngine, samples, trainerOf, weightsOf } from './trainers.testing.ts'
import { scoreOf } from './training/score.ts'

describe.each(eachEngine)('%s', (_, engine) => {
  /** One hidden unit that passes its input through the activation, and a linear output that passes it on. */
  function through(activation: Activation, x: number): number {
    const experiment = expectExperiment({
      data: { set: 'sine', standardize: false },
      model: { layers: [{ units: 1 }], activation },
    })
    const trainer = trainerOf(engine, experiment, {}, weightsOf(experiment, [[1], [0], [1], [0]]))
    const [y] = trainer.predict(Float32Array.of(x))
    trainer.dispose()
    return y!
  }

  describe('activations', () => {
    it.each([
      ['linear', -1, -1],
      ['sigmoid', 1, 0.7310586],
      ['tanh', 1, 0.7615942],
      ['relu', -1, 0],
      ['relu', 2, 2],
      ['leaky-relu', -1, -0.2],
      ['elu', -1, -0.6321206],
      // x·Φ(x), with Φ(1) from tables.
      ['gelu', 1, 0.8413447],
      ['gelu', -1, -0.1586553],
    ] as const)('%s(%f) = %f', (activation, x, y) => expect(through(activation, x)).toBeCloseTo(y, 5))
  })

  describe('scores', () => {
    it('ten classes: the first of equal logits is the answer', () => {
      const experiment = expectExperiment({ data: { set: 'digits' }, model: { layers: [] } })
      const blank = samples(Array(3).fill(Array(784).fill(0)), [2, 3, 0])
      const logits = [0, 0, 5, 5, 1, 5, 0, 0, 0, 0]
      const trainer = trainerOf(
        engine,
        experiment,
        { train: blank },
        weightsOf(experiment, [Array(7840).fill(0), logits]),
      )
      trainer.measure('train', 0, 3)
      expect(trainer.report().train.correct).toBe(1)
      trainer.dispose()
    })

    it.each([
      [20, 2.0611536e-9],
      [80, 1.8048514e-35],
      [-80, 80],
    ])('the loss of a logit of %f, target 1, is log(1 + e^−z) = %f', (z, expected) => {
      const experiment = expectExperiment({ data: { set: 'circle', features: ['x'] }, model: { layers: [] } })
      const trainer = trainerOf(
        engine,
        experiment,
        { train: samples([[1]], [1]) },
        weightsOf(experiment, [[z], [0]]),
      )
      trainer.measure('train', 0, 1)
      expect(trainer.report().train.loss / expected).toBeCloseTo(1, 4)
      trainer.dispose()
    })

    it('two classes: right above ½, wrong at or below', () => {
      const experiment = expectExperiment({
        data: { set: 'circle', features: ['x'], train: 4 },
        model: { layers: [] },
      })
      // Logits 0.2, −0.2, 0.2, −0.2 against 1, 0, 0, 1.
      const train = samples([[0.2], [-0.2], [0.2], [-0.2]], [1, 0, 0, 1])
      const trainer = trainerOf(engine, experiment, { train }, weightsOf(experiment, [[1], [0]]))
      trainer.measure('train', 0, 4)
      expect(trainer.report().train.correct).toBe(2)
      trainer.measure('train', 0, 2)
      expect(trainer.report().train.correct).toBe(2)
      trainer.dispose()
    })

    it('ten classes: the largest logit', () => {
      const experiment = expectExperiment({
        data: { set: 'digits', train: 2, validation: 1, test: 1 },
        model: { layers: [] },
      })
      const blank = Array<number>(784).fill(0)
      const bias = [0, 0, 0, 0.1, 0, 0, 0, 0, 0, 0]
      const trainer = trainerOf(
        engine,
        experiment,
        { train: samples([blank, blank], [3, 4]) },
        weightsOf(experiment, [Array<number>(7840).fill(0), bias]),
      )
      trainer.measure('train', 0, 2)
      expect(trainer.report().train.correct).toBe(1)
      const outputs = trainer.predict(Float32Array.from(blank))
      expect(outputs.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6)
      trainer.dispose()
    })

    it('numbers: R² is 1 − MSE ÷ variance of the targets, and none where these do not vary', () => {
      const targets = Float32Array.of(1, 2, 3, 4)
      expect(meanSquare(targets)).toBe(1.25)
      const experiment = expectExperiment({ data: { set: 'sine' } })
      expect(scoreOf({ loss: 2, squares: 0, correct: 0 }, 4, experiment, 1.25)).toEqual({
        loss: 0.5,
        r2: 0.6,
      })
      expect(meanSquare(Float32Array.of(3))).toBe(0)
      expect(scoreOf({ loss: 2, squares: 0, correct: 0 }, 1, experiment, 0).r2).toBeNaN()
    })
  })
})
