/** How far a limit of the gradient's norm cuts it down, and whether that is what keeps the steps small. */
import type { Experiment, OptimizerKind } from '../experiment/experiment.ts'
import { networkLayers } from '../network/network.ts'
import type { Figures } from './verdict.ts'

/** The norm of a gradient that is known as the root mean square of each kernel's. null where it was not measured. */
export function gradientNorm(experiment: Experiment, gradients: readonly number[]): number | null {
  const layers = networkLayers(experiment)
  if (gradients.length !== layers.length) return null
  const squares = layers.map(({ kernelAt, biasAt }, i) => (biasAt - kernelAt) * gradients[i]! ** 2)
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0))
}

/** Optimizers that divide by the gradients that they have seen: their steps are as long, however small all of these are. */
const RESCALING: readonly OptimizerKind[] = ['rmsprop', 'adam', 'adamw']

/** Cut down to less than a tenth of its usual size, and by an optimizer whose steps shrink with it. */
export function isClippedDown(experiment: Experiment, figures: Figures): boolean {
  const { kind, clipNorm, epsilon } = experiment.optimizer
  if (clipNorm === null || !((figures['gradient-over-clip'].value ?? 0) >= 10)) return false
  // Even these do not scale up again what is no larger than the number that keeps them from dividing by 0.
  const weights = networkLayers(experiment).at(-1)!.end
  return !RESCALING.includes(kind) || clipNorm / Math.sqrt(weights) < 10 * epsilon
}
