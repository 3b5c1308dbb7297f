/**
 * How work is divided so that a person who pauses or stops a run does not wait: a batch of a wide network can take a
 * device longer than that, so the batch is divided by its amount of arithmetic. Where it is divided decides the last
 * bits, so it depends on the experiment and the device, never on the clock.
 */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { rowsAtOnce } from '../../domain/network/memory.ts'
import { multiplications, parameterCount } from '../../domain/network/network.ts'

/** Operations in a chunk: about 50 ms, at the GFLOP a second that JavaScript reaches on a laptop's core. */
export const CPU_CHUNK_FLOPS = 5e7
/**
 * Operations in a chunk: about 20 ms, at the 20 to 40 GFLOP a second of the kernels. It is a constant because the points where batches are
 * divided decide the last bits.
 */
export const WASM_CHUNK_FLOPS = 5e8
/** The cost of an update, in operations for each weight: it is bound by memory, not by arithmetic. */
const UPDATE = 100

export interface Chunks {
  /** The number of rows of a mini-batch, and of evaluation, in one chunk. */
  readonly training: number
  readonly evaluation: number
  /** The cost of a row in training and in evaluation, and of an update, as shares of a chunk. */
  readonly cost: { readonly training: number; readonly evaluation: number; readonly update: number }
}

/**
 * The size of a network: numbers that it holds, multiplications of a row in the forward pass, and rows that it takes at
 * a time.
 */
interface Effort {
  readonly parameters: number
  readonly multiplications: number
  readonly rows: number
}

/** The chunks of an experiment, of at most so many operations each. */
export function chunksOf(experiment: Experiment, flops: number): Chunks {
  return chunksFor(
    {
      parameters: parameterCount(experiment),
      multiplications: multiplications(experiment),
      rows: rowsAtOnce(experiment),
    },
    flops,
  )
}

/** A multiplication is two operations in the forward pass and four more in the backward pass. */
export function chunksFor({ parameters, multiplications, rows }: Effort, flops: number): Chunks {
  const [training, evaluation] = [6 * multiplications, 2 * multiplications]
  return {
    training: Math.max(1, Math.floor(flops / training)),
    evaluation: Math.max(1, Math.min(rows, Math.floor(flops / evaluation))),
    cost: {
      training: training / flops,
      evaluation: evaluation / flops,
      update: (UPDATE * parameters) / flops,
    },
  }
}
