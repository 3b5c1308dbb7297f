/** Recipes about how well a trained network fits: under, good, over, and too few samples to tell. */
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import {
  adam,
  adding,
  batches,
  convolutions,
  type Data,
  digits,
  firstToken,
  type Recipe,
  recipe,
  relu,
  sgd,
  spiral,
  wide,
} from './recipe.testing.ts'

/** Two interleaved half circles with 15 % of all labels flipped: the noise floor is known. */
const noisyMoons = (train: number, more: Data = {}): Data => ({
  set: 'moons',
  noise: 0.2,
  labelNoise: 0.15,
  labelNoiseIn: 'all',
  train,
  validation: 1000,
  ...more,
})
const sine = (train: number, noise: number, more: Data = {}): Data => ({
  set: 'sine',
  noise,
  train,
  validation: 300,
  ...more,
})

const moonsNet: ExperimentInput['model'] = { ...relu, layers: wide(64, 2) }

const underfitting: readonly Recipe[] = [
  recipe('spiral by a linear model', 'underfitting', {
    data: spiral,
    model: { layers: [] },
    optimizer: adam(0.01),
    training: batches(20, 100),
  }),
  recipe('spiral by a linear model, squared error', 'underfitting', {
    data: spiral,
    model: { layers: [] },
    loss: 'mse',
    optimizer: adam(0.01),
    training: batches(20, 100),
  }),
  recipe('sine by a straight line', 'underfitting', {
    data: sine(100, 0.1),
    model: { layers: [] },
    optimizer: adam(0.03),
    training: batches(20, 100),
  }),
  recipe('moons under L2 of 0.1', 'underfitting', {
    data: noisyMoons(100),
    model: moonsNet,
    regularization: { l2: 0.1 },
    optimizer: adam(0.01),
    training: batches(16, 150),
  }),
  recipe('digits by convolutions under L2 of 0.1', 'underfitting', {
    data: digits(300),
    model: convolutions(4),
    regularization: { l2: 0.1 },
    optimizer: adam(0.003),
    training: batches(32, 40),
  }),
  recipe('bumps by a residual network of linear units', 'underfitting', {
    data: { set: 'bumps', noise: 0, train: 300, validation: 300 },
    model: { kind: 'residual-mlp', activation: 'linear', layers: wide(8, 3) },
    optimizer: adam(0.003),
    training: batches(20, 80),
  }),
  // What training has not learned is plain without a validation part.
  recipe('sine by a straight line, eight points for validation', 'underfitting', {
    data: sine(100, 0.1, { validation: 8 }),
    model: { layers: [] },
    optimizer: adam(0.03),
    training: batches(20, 100),
  }),
  // Gates begin with next to no memory over forty steps: the loss stays at guessing, and small batches make it jitter there.
  recipe('adding by an LSTM, jittering on a plateau', 'underfitting', {
    data: adding(300, 40),
    model: { kind: 'lstm', layers: wide(8, 1) },
    optimizer: sgd(0.1),
    training: batches(10, 40),
  }),
  recipe('first token by one recurrent unit', 'underfitting', {
    data: firstToken(300, 10, 0.5),
    model: { kind: 'rnn', layers: wide(1, 1) },
    optimizer: adam(0.01),
    training: batches(20, 100),
  }),
]

const goodFit: readonly Recipe[] = [
  recipe('a thousand moons, clean labels', 'good-fit', {
    data: { set: 'moons', noise: 0.1, train: 1000, validation: 500 },
    model: { ...relu, layers: wide(16, 2) },
    optimizer: adam(0.003),
    training: batches(50, 60),
  }),
  recipe('two thousand moons, flipped labels', 'good-fit', {
    data: noisyMoons(2000),
    model: { ...relu, layers: wide(16, 2) },
    optimizer: adam(0.003),
    training: batches(100, 40),
  }),
  recipe('a thousand points of two clouds that overlap', 'good-fit', {
    data: { set: 'gauss', noise: 0.5, train: 1000, validation: 500 },
    model: { activation: 'tanh', layers: wide(8, 1) },
    optimizer: adam(0.01),
    training: batches(50, 60),
  }),
  recipe('two thousand points of a disc with a blurred edge', 'good-fit', {
    data: { set: 'circle', noise: 0.3, train: 2000, validation: 1000 },
    model: { activation: 'tanh', layers: wide(16, 1) },
    optimizer: adam(0.01),
    training: batches(50, 60),
  }),
  recipe('moons by squared error', 'good-fit', {
    data: { set: 'moons', noise: 0.1, train: 600, validation: 500 },
    model: { activation: 'tanh', layers: wide(16, 2) },
    loss: 'mse',
    optimizer: adam(0.01),
    training: batches(30, 60),
  }),
  recipe('sine of 400 points', 'good-fit', {
    data: sine(400, 0.2),
    model: { activation: 'tanh', layers: wide(16, 2) },
    optimizer: adam(0.01),
    training: batches(40, 120),
  }),
  recipe('nine hundred digits by residual convolutions', 'good-fit', {
    data: digits(900),
    model: { ...relu, kind: 'residual-cnn', blocks: [{ filters: 8, layers: 3 }], layers: [] },
    optimizer: adam(0.002),
    training: batches(40, 12),
  }),
  recipe('adding by a GRU', 'good-fit', {
    data: adding(500, 8),
    model: { kind: 'gru', layers: wide(12, 1) },
    optimizer: adam(0.02),
    training: batches(50, 60),
  }),
  // Later cycles are larger than those of the years that it is trained on.
  recipe('sunspots by a linear model', 'good-fit', {
    data: { set: 'sunspots', length: 11, train: 120, validation: 80, test: 50 },
    model: { layers: [] },
    optimizer: adam(0.03),
    training: batches(20, 200),
  }),
  recipe('first token by an LSTM', 'good-fit', {
    data: firstToken(400, 6, 0.2),
    model: { kind: 'lstm', layers: wide(8, 1) },
    optimizer: adam(0.02),
    training: batches(40, 30),
  }),
]

const regularized: readonly Recipe[] = [
  recipe('six hundred moons under L2 of 0.003', 'good-fit', {
    data: noisyMoons(600),
    model: moonsNet,
    regularization: { l2: 0.003 },
    optimizer: adam(0.01),
    training: batches(32, 80),
  }),
  recipe('tumours by a linear model under L2 of 0.01', 'good-fit', {
    data: { set: 'breast-cancer', train: 200, validation: 180, test: 50 },
    model: { layers: [] },
    regularization: { l2: 0.01 },
    optimizer: adam(0.01),
    training: batches(30, 80),
  }),
  recipe('a thousand moons, stopped early', 'good-fit', {
    data: noisyMoons(1000),
    model: moonsNet,
    optimizer: adam(0.003),
    training: batches(32, 200),
    earlyStopping: { patience: 20 },
  }),
]

const overfitting: readonly Recipe[] = [
  recipe('a hundred moons, flipped labels', 'overfitting', {
    data: noisyMoons(100),
    model: moonsNet,
    optimizer: adam(0.01),
    training: batches(16, 200),
  }),
  recipe('twelve points of a sine', 'overfitting', {
    data: sine(12, 0.3),
    model: { ...relu, initializer: 'he-normal', layers: wide(64, 3) },
    optimizer: adam(0.005),
    training: batches(12, 300),
  }),
  recipe('a hundred digits, two in five labels wrong', 'overfitting', {
    data: digits(100, { labelNoise: 0.4 }),
    model: { ...relu, layers: wide(64, 1) },
    optimizer: adam(0.003),
    training: batches(20, 80),
  }),
  recipe('fifty digits by convolutions', 'overfitting', {
    data: digits(50),
    model: convolutions(8),
    optimizer: adam(0.003),
    training: batches(10, 60),
  }),
  recipe('sixty moons by a residual network, squared error', 'overfitting', {
    data: noisyMoons(60),
    model: { ...relu, initializer: 'glorot-uniform', kind: 'residual-mlp', layers: wide(32, 5) },
    loss: 'mse',
    optimizer: adam(0.005),
    training: batches(20, 150),
  }),
  recipe('sixty sequences with wrong labels by an LSTM', 'overfitting', {
    data: { ...firstToken(60, 8, 0.5), labelNoise: 0.4 },
    model: { kind: 'lstm', layers: wide(16, 1) },
    optimizer: adam(0.02),
    training: batches(20, 80),
  }),
  recipe('forty additions by a recurrent network', 'overfitting', {
    data: adding(40, 8),
    model: { kind: 'rnn', layers: wide(24, 1) },
    optimizer: adam(0.01),
    training: batches(20, 150),
  }),
]

const overfittingTables: readonly Recipe[] = [
  recipe('diabetes by two layers of 64', 'overfitting', {
    data: { set: 'diabetes', train: 150, validation: 140, test: 50 },
    model: { ...relu, layers: wide(64, 2) },
    optimizer: adam(0.003),
    training: batches(15, 100),
  }),
  recipe('sixty tumours with wrong labels by two layers of 64', 'overfitting', {
    data: { set: 'breast-cancer', train: 60, validation: 240, test: 50, labelNoise: 0.2 },
    model: { ...relu, layers: wide(64, 2) },
    optimizer: adam(0.003),
    training: batches(10, 80),
  }),
]

/** A part so small that its loss tells little, beside a network that fits the others well. */
const noisyValidation: readonly Recipe[] = [
  recipe('ten moons for validation', 'noisy-validation', {
    data: noisyMoons(1000, { validation: 10 }),
    model: { ...relu, layers: wide(16, 2) },
    optimizer: adam(0.003),
    training: batches(50, 80),
  }),
  recipe('three points of two moons for validation, all right', 'noisy-validation', {
    data: { set: 'moons', noise: 0.1, train: 1000, validation: 3 },
    model: { ...relu, layers: wide(16, 2) },
    optimizer: adam(0.003),
    training: batches(50, 60),
  }),
  recipe('six points of a noisy sine for validation', 'noisy-validation', {
    data: sine(400, 0.5, { validation: 6 }),
    model: { activation: 'tanh', layers: wide(16, 2) },
    optimizer: adam(0.01),
    training: batches(40, 60),
  }),
  recipe('eight moons for validation, squared error', 'noisy-validation', {
    data: noisyMoons(1000, { validation: 8 }),
    model: { activation: 'tanh', layers: wide(16, 2) },
    loss: 'mse',
    optimizer: adam(0.003),
    training: batches(50, 150),
  }),
]

export const FIT_RECIPES = [
  ...underfitting,
  ...goodFit,
  ...regularized,
  ...overfitting,
  ...overfittingTables,
  ...noisyValidation,
]
