/** Refuses experiments that the device cannot hold, before anything is allocated. */
import type { Experiment } from '../experiment/experiment.ts'
import { optimizerTraits } from '../experiment/optimizers.ts'
import type { Problem } from '../experiment/problem.ts'
import { inputSize } from './inputs-outputs.ts'
import type { NetworkLayer } from './layers.ts'
import type { Cell } from './model-kinds.ts'
import { networkLayers, parameterCount } from './network.ts'

/** The most rows that go through a network at a time. */
const MOST_ROWS = 512
/**
 * How many numbers all layers may store for that many rows; where a row needs more, fewer rows go at a time.
 */
const ROOM = 2 ** 24

/**
 * Rows that go through a network at a time: buffers have room for so many, and evaluation takes so many. Dense networks
 * take them all; a row of a convolution or of a long sequence leaves many numbers.
 */
export function rowsAtOnce(experiment: Experiment): number {
  const layers = networkLayers(experiment)
  if (layers.every(({ kind }) => kind === 'dense')) return MOST_ROWS
  const each = layers.reduce((sum, layer) => sum + numbersLeft(layer), 0)
  let rows = MOST_ROWS
  while (rows > 1 && rows * each > ROOM) rows /= 2
  return rows
}

/**
 * How many numbers a cell stores of one step for each unit: gates, the states before and after, their
 * gradients, and GRU's second deltas.
 */
const KEPT: Record<Cell, number> = { rnn: 3, lstm: 8, gru: 9 }

/** How many numbers the forward pass of a row stores in a layer for the backward pass. */
function numbersLeft(layer: NetworkLayer): number {
  switch (layer.kind) {
    case 'dense':
      return layer.units
    case 'convolution':
      return layer.height * layer.width * layer.filters + (layer.pool > 1 ? 2 * layer.outputs : 0)
    case 'recurrent':
      return layer.steps * layer.units * KEPT[layer.cell]
    default:
      return layer satisfies never
  }
}

/**
 * Bytes an experiment holds while training: parameters, gradients and their flat copy, optimizer slots, best and last
 * snapshot; data; activations of the larger of a mini-batch and an evaluation slice, forward and backward. float32.
 */
function memoryNeeded(experiment: Experiment): number {
  const { data, optimizer, training } = experiment
  const parameters = parameterCount(experiment) * (5 + optimizerTraits(optimizer.kind).slots.length)
  const samples = (data.train + data.validation + data.test) * inputSize(experiment)
  const rows = Math.max(Math.min(training.batchSize, data.train), rowsAtOnce(experiment))
  const activations = rows * 3 * networkLayers(experiment).reduce((sum, layer) => sum + numbersLeft(layer), 0)
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
