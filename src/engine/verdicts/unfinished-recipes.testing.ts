/** Recipes of runs that ended before they could show how well the network fits: too early, or still improving. */
import {
  adam,
  adding,
  batches,
  convolutions,
  digits,
  firstToken,
  type Recipe,
  recipe,
  relu,
  sgd,
  spiral,
  wide,
} from './recipe.testing.ts'

const tooEarly: readonly Recipe[] = [
  recipe('circle, four epochs', 'too-early', { training: batches(10, 4) }),
  recipe('digits by convolutions, three epochs', 'too-early', {
    data: digits(300),
    model: convolutions(4),
    training: batches(32, 3),
  }),
  recipe('adding by an LSTM, two epochs', 'too-early', {
    data: adding(200, 10),
    model: { kind: 'lstm', layers: wide(8, 1) },
    training: batches(20, 2),
  }),
]

const stillImproving: readonly Recipe[] = [
  recipe('spiral, stopped on the way down', 'still-improving', {
    data: spiral,
    model: { ...relu, layers: wide(32, 2) },
    optimizer: adam(0.01),
    training: batches(20, 40),
  }),
  recipe('digits, SGD 0.02 for twenty epochs', 'still-improving', {
    data: digits(500),
    model: { ...relu, layers: wide(32, 1) },
    optimizer: sgd(0.02),
    training: batches(32, 20),
  }),
  recipe('bumps, stopped on the way down', 'still-improving', {
    data: { set: 'bumps', noise: 0, train: 300, validation: 300 },
    model: { activation: 'tanh', layers: wide(16, 2) },
    optimizer: adam(0.003),
    training: batches(10, 25),
  }),
  // Twenty-five updates in all.
  recipe('two thousand moons in one batch', 'still-improving', {
    data: { set: 'moons', noise: 0.2, train: 2000, validation: 400 },
    model: { ...relu, layers: wide(16, 2) },
    optimizer: sgd(0.1),
    training: batches(2000, 25),
  }),
  // Half a cosine takes the rate to 0 before the spiral is learned: the end of the curve is flat.
  recipe('spiral, rate faded on the way down', 'still-improving', {
    data: spiral,
    model: { ...relu, layers: wide(32, 2) },
    optimizer: { kind: 'adam', learningRate: 0.003, schedule: 'cosine' },
    training: batches(20, 50),
  }),
  recipe('first token by a GRU, stopped on the way down', 'still-improving', {
    data: firstToken(300, 8, 0.5),
    model: { kind: 'gru', layers: wide(8, 1) },
    optimizer: adam(0.003),
    training: batches(20, 18),
  }),
]

export const UNFINISHED_RECIPES = [...tooEarly, ...stillImproving]
