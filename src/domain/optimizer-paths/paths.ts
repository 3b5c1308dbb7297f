/**
 * Optimizers that start at one point of a named surface: a scene as plain JSON, for lessons and links, and the paths that
 * it makes. They are exact to double precision and need no engine.
 */
import * as v from 'valibot'
import { OptimizerSchema } from '../experiment/optimizer-settings.ts'
import { type OptimizerKind, slotStarts } from '../experiment/optimizers.ts'
import { effectiveRate, updated } from '../training/update-rules.ts'
import { type SurfaceKey, surfaceOf } from './surfaces.ts'

/** An optimizer of a scene. What is left out is as in experiments, but Adagrad's sum, which starts at 0 as in lectures. */
export interface PathOptimizer {
  readonly kind: OptimizerKind
  readonly learningRate: number
  readonly momentum?: number
  readonly rho?: number
  readonly beta1?: number
  readonly beta2?: number
  readonly epsilon?: number
  readonly initialAccumulator?: number
  readonly weightDecay?: number
}

export interface PathScene {
  readonly surface: SurfaceKey
  /** As many numbers as the surface has weights. */
  readonly start: readonly number[]
  /** How many updates each optimizer makes. */
  readonly steps: number
  /** The same kind may be there several times, with other settings. */
  readonly optimizers: readonly PathOptimizer[]
}

/**
 * What an optimizer did on a surface. Arrays are by step, from 0, the start, to the scene's last; those of weights are
 * row-major. After a number that double precision does not hold, all are NaN.
 */
export interface OptimizerPath {
  readonly optimizer: PathOptimizer
  readonly dimensions: 1 | 2
  /** The weights after each number of updates. */
  readonly points: Float64Array
  readonly losses: Float64Array
  /** The gradient at each point, by which the next update moves it. */
  readonly gradients: Float64Array
  /**
   * By which the learning rate and the optimizer's averages multiplied each weight's gradient (for Adam, its average) in
   * the update that led to each step: η/√(a + ε), or η. NaN at step 0.
   */
  readonly rates: Float64Array
  /** The last step whose numbers are finite: the scene's last, unless the optimizer diverged that far. */
  readonly last: number
}

/** All paths of a scene, in the order of its optimizers. Throws at a start that does not fit the surface. */
export function followPaths({ surface, start, steps, optimizers }: PathScene): readonly OptimizerPath[] {
  const { dimensions } = surfaceOf(surface)
  if (start.length !== dimensions) throw new Error(`${surface} starts at ${dimensions} numbers`)
  return optimizers.map((optimizer) => follow(surface, start, steps, optimizer))
}

/** Where an optimizer is after a number of updates; at the end of its path unless a step is given. */
export function pointAt(
  { points, dimensions }: OptimizerPath,
  step = points.length / dimensions - 1,
): number[] {
  return Array.from(points.subarray(step * dimensions, (step + 1) * dimensions))
}

/** The first step, at or after `from`, at which the point is as asked; null if it never is. */
export function firstStep(
  path: OptimizerPath,
  isAsAsked: (point: readonly number[]) => boolean,
  from = 0,
): number | null {
  for (let step = from; step <= path.last; step++) if (isAsAsked(pointAt(path, step))) return step
  return null
}

const DEFAULTS = { ...v.parse(OptimizerSchema, {}), initialAccumulator: 0 }

/** The settings of a scene's optimizer, complete. */
const pathSettings = (optimizer: PathOptimizer) => ({ ...DEFAULTS, ...optimizer })

function follow(
  key: SurfaceKey,
  start: readonly number[],
  steps: number,
  optimizer: PathOptimizer,
): OptimizerPath {
  const surface = surfaceOf(key)
  const { dimensions } = surface
  const settings = pathSettings(optimizer)
  const { learningRate } = settings
  const divided = effectiveRate(settings.kind)
  const rows = () => new Float64Array((steps + 1) * dimensions).fill(Number.NaN)
  const [points, gradients, rates] = [rows(), rows(), rows()]
  const losses = new Float64Array(steps + 1).fill(Number.NaN)
  const [first = 0, second = 0] = slotStarts(settings)
  const slots = start.map((): [number, number] => [first, second])
  let point = [...start]
  let last = -1
  for (let step = 0; step <= steps; step++) {
    const loss = surface.loss(point, step)
    const gradient = surface.gradient(point, step)
    if (![loss, ...point, ...gradient].every(Number.isFinite)) break
    points.set(point, step * dimensions)
    gradients.set(gradient, step * dimensions)
    losses[step] = loss
    last = step
    if (step === steps) break
    const moment = { settings, learningRate, update: step + 1 }
    point = point.map((weight, i) => updated(weight, gradient[i]!, slots[i]!, moment))
    slots.forEach((averages, i) => {
      rates[(step + 1) * dimensions + i] = divided ? divided.of(averages[divided.slot], moment) : learningRate
    })
  }
  return { optimizer, dimensions, points, losses, gradients, rates, last }
}
