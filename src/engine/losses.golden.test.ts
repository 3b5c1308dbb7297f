/** Numbers from outside witnesses of losses and their gradients, through the real trainers. */
import { describe, expect, it } from 'vitest'
import { expectExperiment } from '../domain/parsing/parse.ts'
import gradients from './golden/gradients.json'
import { eachEngine, parabola, samples, step, trainerOf, weightsOf } from './trainers.testing.ts'

describe.each(eachEngine)('%s', (_, engine) => {
  /**
   * Three classes of the digits' ten would not do: the golden logits have three. Two inputs of 1 … are not needed either;
   * the gradient by the bias of the output layer IS the gradient by the logits, and a step of SGD with rate 1 shows it.
   */
  describe('losses and gradients by logits', () => {
    const logits = [
      'A z=[2,1,0] y=0',
      'B z=[2,1,0] y=2',
      'C z=[0,0,0] y=1 (uniform)',
      'D z=[10,0,0] y=1 confidently wrong',
    ] as const
    const label = { A: 0, B: 2, C: 1, D: 1 } as const
    /** Ten classes, of which seven get a logit so low that float32 gives them no share. */
    const pad = (z: readonly number[]) => [...z, ...Array<number>(7).fill(-200)]

    it.each(logits)('softmax: %s', (key) => {
      const golden = gradients[key]
      const target = label[key[0] as keyof typeof label]
      for (const loss of ['cross-entropy', 'mse'] as const) {
        const experiment = expectExperiment({
          data: { set: 'digits', train: 1, validation: 1, test: 1 },
          model: { layers: [] },
          loss,
          optimizer: { kind: 'sgd' },
        })
        const blank = samples([Array<number>(784).fill(0)], [target])
        const trainer = trainerOf(
          engine,
          experiment,
          { train: blank },
          weightsOf(experiment, [Array<number>(7840).fill(0), pad(golden.z)]),
        )
        // The golden MSE is a mean over three outputs, ours over ten, of which seven add nothing.
        const scale = loss === 'mse' ? 10 / 3 : 1
        trainer.measure('train', 0, 1)
        expect(trainer.report().train.loss * scale).toBeCloseTo(loss === 'mse' ? golden.mse : golden.ce, 5)
        step(trainer, 1, 1)
        const moved = Array.from(
          trainer.readState().weights.subarray(7840, 7843),
          (after, i) => (golden.z[i]! - after) * scale,
        )
        const expected = loss === 'mse' ? golden.dmse_dz : golden.dce_dz
        for (const [i, slope] of expected.entries()) expect(moved[i]).toBeCloseTo(slope, 5)
        trainer.dispose()
      }
    })

    const neurons = [
      ['train w=0.6 b=0.9 ce lr=0.005', 0.6, 0.9, 'cross-entropy', 0.005],
      ['train w=0.6 b=0.9 ce lr=0.15', 0.6, 0.9, 'cross-entropy', 0.15],
      ['train w=2.0 b=2.0 ce lr=0.005', 2, 2, 'cross-entropy', 0.005],
      ['train w=2.0 b=2.0 ce lr=0.15', 2, 2, 'cross-entropy', 0.15],
      // Nielsen's quadratic cost is half of the mean squared error: half the rate gives the same steps.
      ['train w=0.6 b=0.9 quad lr=0.15', 0.6, 0.9, 'mse', 0.075],
      ['train w=2.0 b=2.0 quad lr=0.15', 2, 2, 'mse', 0.075],
    ] as const

    it.each(neurons)("Nielsen's neuron: %s", (key, w, b, loss, learningRate) => {
      const experiment = expectExperiment({
        data: { set: 'circle', features: ['x'], train: 1 },
        model: { layers: [] },
        loss,
        optimizer: { kind: 'sgd' },
      })
      const trainer = trainerOf(
        engine,
        experiment,
        { train: samples([[1]], [0]) },
        weightsOf(experiment, [[w], [b]]),
      )
      const output = () => trainer.predict(Float32Array.of(1))[0]!
      const golden = gradients[key]
      let below: number | null = null
      for (let t = 1; t <= 300; t++) {
        step(trainer, 1, learningRate)
        if (below === null && output() < 0.5) below = t
        if (t === 10) expect(output()).toBeCloseTo(golden.a10, 5)
        if (t === 50) expect(output()).toBeCloseTo(golden.a50, 5)
        if (t === 150) expect(output()).toBeCloseTo(golden.a150, 4)
        if (t === 300) expect(output()).toBeCloseTo(golden.a300, 4)
      }
      expect(below).toBe(golden.first_epoch_below_half)
      trainer.dispose()
    })
  })

  describe('gradients by weights', () => {
    it('linear regression by mean squared error', () => {
      const golden = gradients['linear mse w=1,b=0 data (1,2),(2,3)']
      const { experiment } = parabola({ kind: 'sgd' })
      const data = samples([[1], [2]], [2, 3])
      const trainer = trainerOf(engine, experiment, { train: data }, weightsOf(experiment, [[1], [0]]))
      trainer.measure('train', 0, 2)
      expect(trainer.report().train.loss / 2).toBeCloseTo(golden.mse, 6)
      step(trainer, 2, 1)
      const [w, b] = trainer.readState().weights
      expect([1 - w!, 0 - b!]).toEqual([expect.closeTo(golden.dw, 5), expect.closeTo(golden.db, 5)])
      trainer.dispose()
    })

    it.each(['neuron w=0.6 b=0.9 x=1 y=0', 'neuron w=2.0 b=2.0 x=1 y=0'] as const)('%s', (key) => {
      const golden = gradients[key]
      const w0 = key.includes('w=2') ? 2 : 0.6
      const b0 = golden.z - w0
      for (const loss of ['cross-entropy', 'mse'] as const) {
        const experiment = expectExperiment({
          data: { set: 'circle', features: ['x'], train: 1 },
          model: { layers: [] },
          loss,
          optimizer: { kind: 'sgd' },
        })
        const trainer = trainerOf(
          engine,
          experiment,
          { train: samples([[1]], [0]) },
          weightsOf(experiment, [[w0], [b0]]),
        )
        // The golden quadratic loss is half of the mean squared error.
        const half = loss === 'mse' ? 1 / 2 : 1
        expect(trainer.predict(Float32Array.of(1))[0]).toBeCloseTo(golden.a, 6)
        trainer.measure('train', 0, 1)
        expect(trainer.report().train.loss * half).toBeCloseTo(
          loss === 'mse' ? golden.quad_loss : golden.ce_loss,
          5,
        )
        step(trainer, 1, 1)
        const [w] = trainer.readState().weights
        expect((w0 - w!) * half).toBeCloseTo(loss === 'mse' ? golden.dquad_dw : golden.dce_dw, 5)
        trainer.dispose()
      }
    })
  })
})
