/** Numbers from outside witnesses through the real trainers. */
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { dropoutMask, dropoutStream } from '../domain/training/dropout.ts'
import gradients from './golden/gradients.json'
import traces from './golden/optimizer-traces.json'
import { eachEngine, parabola, samples, step, trainerOf, weightsOf } from './trainers.testing.ts'

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
