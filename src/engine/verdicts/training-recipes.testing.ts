/** Recipes where training itself fails: the step is too large or too small, or no gradient arrives. */
import {
  adam,
  adding,
  batches,
  type Data,
  digits,
  type Recipe,
  recipe,
  relu,
  sgd,
  wide,
} from './recipe.testing.ts'

const moons: Data = { set: 'moons', noise: 0.2, train: 300, validation: 400 }
const sine: Data = { set: 'sine', noise: 0.1, train: 200, validation: 300 }

const diverging: readonly Recipe[] = [
  // A linear model's loss is a bowl: above twice the inverse curvature every step is longer than the one before.
  recipe('a hundred inputs by a linear model, SGD 0.5', 'diverging', {
    data: { set: 'sparse-linear', noise: 0.5, train: 60, validation: 300, standardize: false },
    model: { layers: [] },
    optimizer: sgd(0.5),
    training: batches(60, 60),
  }),
  recipe('sine by a residual network, SGD 1', 'diverging', {
    data: sine,
    model: { ...relu, kind: 'residual-mlp', layers: wide(32, 11) },
    optimizer: sgd(1),
    training: batches(20, 30),
  }),
  recipe('adding by a recurrent network of ReLUs, SGD 3', 'diverging', {
    data: adding(200, 20),
    model: { ...relu, kind: 'rnn', layers: wide(16, 1) },
    optimizer: sgd(3),
    training: batches(20, 30),
  }),
]

const learningRateTooLarge: readonly Recipe[] = [
  recipe('moons by tanh units, SGD 10', 'learning-rate-too-large', {
    data: moons,
    model: { activation: 'tanh', layers: wide(16, 2) },
    optimizer: sgd(10),
    training: batches(20, 40),
  }),
  recipe('digits by tanh units, Adam 0.3', 'learning-rate-too-large', {
    data: digits(300),
    model: { activation: 'tanh', layers: wide(32, 2) },
    optimizer: adam(0.3),
    training: batches(32, 30),
  }),
  recipe('sine by tanh units, Adam 1', 'learning-rate-too-large', {
    data: sine,
    model: { activation: 'tanh', layers: wide(16, 2) },
    optimizer: adam(1),
    training: batches(20, 60),
  }),
  recipe('adding by a GRU, Adam 1', 'learning-rate-too-large', {
    data: adding(200, 10),
    model: { kind: 'gru', layers: wide(8, 1) },
    optimizer: adam(1),
    training: batches(20, 40),
  }),
  recipe('digits by residual convolutions of tanh, Adam 0.3', 'learning-rate-too-large', {
    data: digits(200),
    model: { kind: 'residual-cnn', activation: 'tanh', blocks: [{ filters: 6, layers: 3 }], layers: [] },
    optimizer: adam(0.3),
    training: batches(20, 20),
  }),
]

const learningRateTooSmall: readonly Recipe[] = [
  recipe('digits, SGD 0.001', 'learning-rate-too-small', {
    data: digits(500),
    model: { ...relu, layers: wide(32, 1) },
    optimizer: sgd(0.001),
    training: batches(32, 40),
  }),
  recipe('digits by convolutions, Adam 0.00003', 'learning-rate-too-small', {
    data: digits(300),
    model: { ...relu, kind: 'cnn', blocks: [{ filters: 4 }, { filters: 8 }], layers: [] },
    optimizer: adam(0.00003),
    training: batches(32, 40),
  }),
  recipe('circle, Adam 0.00001', 'learning-rate-too-small', {
    data: { set: 'circle', noise: 0, train: 300, validation: 400 },
    model: { ...relu, layers: wide(32, 2) },
    optimizer: adam(0.00001),
    training: batches(20, 40),
  }),
  recipe('first token by an LSTM, Adam 0.00003', 'learning-rate-too-small', {
    data: { set: 'first-token', length: 8, noise: 0.5, train: 200, validation: 300 },
    model: { kind: 'lstm', layers: wide(8, 1) },
    optimizer: adam(0.00003),
    training: batches(20, 30),
  }),
  recipe('digits by a residual network, SGD 0.0003', 'learning-rate-too-small', {
    data: digits(300),
    model: { kind: 'residual-mlp', activation: 'tanh', layers: wide(16, 3) },
    optimizer: sgd(0.0003),
    training: batches(20, 40),
  }),
  // What the rate would do is cut off.
  recipe('digits, gradient clipped to 0.001', 'learning-rate-too-small', {
    data: digits(500),
    model: { ...relu, layers: wide(32, 1) },
    optimizer: { kind: 'sgd', learningRate: 0.1, clipNorm: 0.001 },
    training: batches(32, 40),
  }),
  recipe('moons, rate 0', 'learning-rate-too-small', {
    data: moons,
    model: { ...relu, layers: wide(16, 2) },
    optimizer: sgd(0),
    training: batches(20, 20),
  }),
  // Flat from beginning to end.
  recipe('digits, SGD 0.00001', 'learning-rate-too-small', {
    data: digits(500),
    model: { ...relu, layers: wide(32, 1) },
    optimizer: sgd(0.00001),
    training: batches(32, 30),
  }),
]

const vanishingGradient: readonly Recipe[] = [
  recipe('digits by five sigmoid layers, SGD 0.1', 'vanishing-gradient', {
    data: digits(300),
    model: { activation: 'sigmoid', layers: wide(32, 5) },
    optimizer: sgd(0.1),
    training: batches(32, 30),
  }),
  recipe('digits by three sigmoid layers, SGD 0.1', 'vanishing-gradient', {
    data: digits(300),
    model: { activation: 'sigmoid', layers: wide(32, 3) },
    optimizer: sgd(0.1),
    training: batches(32, 30),
  }),
  recipe('digits by four sigmoid convolutions, SGD 0.1', 'vanishing-gradient', {
    data: digits(300),
    model: { kind: 'cnn', activation: 'sigmoid', blocks: [{ filters: 8, layers: 4 }], layers: [] },
    optimizer: sgd(0.1),
    training: batches(32, 20),
  }),
  recipe('circle by six sigmoid layers, squared error', 'vanishing-gradient', {
    data: { set: 'circle', noise: 0, train: 200, validation: 300 },
    model: { activation: 'sigmoid', layers: wide(16, 6) },
    loss: 'mse',
    optimizer: sgd(0.1),
    training: batches(20, 60),
  }),
  recipe('sine by eight sigmoid layers, SGD 0.1', 'vanishing-gradient', {
    data: sine,
    model: { activation: 'sigmoid', layers: wide(16, 8) },
    optimizer: sgd(0.1),
    training: batches(20, 60),
  }),
  recipe('digits by six sigmoid convolutions, SGD 0.1', 'vanishing-gradient', {
    data: digits(150),
    model: { kind: 'cnn', activation: 'sigmoid', blocks: [{ filters: 6, layers: 6 }], layers: [] },
    optimizer: sgd(0.1),
    training: batches(32, 15),
  }),
]

const deadRelu: readonly Recipe[] = [
  recipe('digits by ReLUs, SGD 5', 'dead-relu', {
    data: digits(300),
    model: { ...relu, layers: wide(32, 2) },
    optimizer: sgd(5),
    training: batches(32, 20),
  }),
  recipe('digits by convolutions of ReLUs, SGD 5', 'dead-relu', {
    data: digits(300),
    model: { ...relu, kind: 'cnn', blocks: [{ filters: 8 }, { filters: 16 }], layers: [] },
    optimizer: sgd(5),
    training: batches(32, 15),
  }),
]

export const TRAINING_RECIPES = [
  ...diverging,
  ...learningRateTooLarge,
  ...learningRateTooSmall,
  ...vanishingGradient,
  ...deadRelu,
]
