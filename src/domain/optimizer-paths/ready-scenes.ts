/** What each surface is first shown with: a start and rates at which its optimizers differ. */
import type { OptimizerKind } from '../experiment/optimizers.ts'
import type { PathOptimizer, PathScene } from './paths.ts'
import type { SurfaceKey } from './surfaces.ts'

/** The optimizers that surfaces are first shown with, in the order of lists. */
const PATH_OPTIMIZERS = [
  'sgd',
  'momentum',
  'nesterov',
  'adagrad',
  'rmsprop',
  'adam',
] as const satisfies readonly OptimizerKind[]

type Rates = Readonly<Record<(typeof PATH_OPTIMIZERS)[number], number>>

const optimizersAt = (rates: Rates): PathOptimizer[] =>
  PATH_OPTIMIZERS.map((kind) => ({ kind, learningRate: rates[kind] }))

const ready = (surface: SurfaceKey, start: readonly number[], steps: number, rates: Rates): PathScene => ({
  surface,
  start,
  steps,
  optimizers: optimizersAt(rates),
})

export const READY_SCENES: Readonly<Record<SurfaceKey, PathScene>> = {
  ravine: ready('ravine', [-5, -2], 20, {
    sgd: 0.4,
    momentum: 0.1,
    nesterov: 0.1,
    adagrad: 0.4,
    rmsprop: 0.4,
    adam: 0.4,
  }),
  saddle: ready('saddle', [1, 0.001], 100, {
    sgd: 0.05,
    momentum: 0.05,
    nesterov: 0.05,
    adagrad: 0.05,
    rmsprop: 0.05,
    adam: 0.05,
  }),
  beale: ready('beale', [1, 1.5], 200, {
    sgd: 0.01,
    momentum: 0.005,
    nesterov: 0.005,
    adagrad: 0.5,
    rmsprop: 0.05,
    adam: 0.1,
  }),
  rosenbrock: ready('rosenbrock', [-1.2, 1], 400, {
    sgd: 0.002,
    momentum: 0.001,
    nesterov: 0.001,
    adagrad: 0.3,
    rmsprop: 0.02,
    adam: 0.2,
  }),
  minima: ready('minima', [4, -4], 100, {
    sgd: 0.02,
    momentum: 0.03,
    nesterov: 0.02,
    adagrad: 0.5,
    rmsprop: 0.1,
    adam: 0.3,
  }),
  'double-well': ready('double-well', [1.8], 400, {
    sgd: 0.02,
    momentum: 0.02,
    nesterov: 0.02,
    adagrad: 0.02,
    rmsprop: 0.02,
    adam: 0.02,
  }),
  'moving-target': ready('moving-target', [5], 400, {
    sgd: 0.1,
    momentum: 0.1,
    nesterov: 0.1,
    adagrad: 0.5,
    rmsprop: 0.1,
    adam: 0.1,
  }),
}
