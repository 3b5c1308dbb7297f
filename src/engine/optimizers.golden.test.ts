/** Numbers from outside witnesses of how optimizers move a weight, through the real trainers. */
import { describe, expect, it } from 'vitest'
import traces from './golden/optimizer-traces.json'
import { TRACED_OPTIMIZERS } from './traced-optimizers.testing.ts'
import { eachEngine, parabola, step, trainerOf, weightsOf } from './trainers.testing.ts'

describe.each(eachEngine)('%s', (_, engine) => {
  describe('three steps on w² follow the outside trace', () => {
    it.each(TRACED_OPTIMIZERS)('%s', (key, optimizer) => {
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
