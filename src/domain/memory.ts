/** Refusing, before anything is allocated, what the device cannot hold. */

import type { Experiment, OptimizerKind } from './experiment.ts'
import { denseLayers, inputSize, parameterCount } from './model.ts'
import type { Problem } from './problem.ts'

const SLOTS: Record<OptimizerKind, number> = {
  sgd: 0,
  momentum: 1,
  nesterov: 1,
  adagrad: 1,
  rmsprop: 1,
  adam: 2,
  adamw: 2,
}

/** Moving averages that an optimizer keeps for each weight. */
export const slotCount = (kind: OptimizerKind) => SLOTS[kind]

/** Rows evaluated at a time (engine/train.ts). */
export const EVALUATION_ROWS = 512

/**
 * Bytes an experiment holds while training: parameters, gradients and their flat copy, optimizer slots, best and last
 * snapshot; data; activations of the larger of a mini-batch and an evaluation slice, forward and backward. float32.
 */
function memoryNeeded(experiment: Experiment): number {
  const { data, optimizer, training } = experiment
  const parameters = parameterCount(experiment) * (5 + SLOTS[optimizer.kind])
  const samples = (data.train + data.validation + data.test) * inputSize(experiment)
  const rows = Math.max(Math.min(training.batchSize, data.train), EVALUATION_ROWS)
  const activations = rows * 3 * denseLayers(experiment).reduce((sum, { units }) => sum + units, 0)
  return 4 * (parameters + samples + activations)
}

/** Why a device cannot train an experiment, if it cannot. */
export function memoryProblem(experiment: Experiment, deviceMemory: number | undefined): Problem | null {
  const [needed, budget] = [memoryNeeded(experiment), memoryBudget(deviceMemory)]
  return needed > budget ? { path: 'model.layers', kind: 'too-much-memory', needed, budget } : null
}

/** Bytes a device that reports `deviceMemory` GiB (browsers cap it at 8) lends to one run: a quarter, 1 GiB unknown. */
function memoryBudget(deviceMemory: number | undefined): number {
  return ((deviceMemory ?? 4) / 4) * 2 ** 30
}
