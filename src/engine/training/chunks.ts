/**
 * How much work is done between two looks at the messages. WebGL works through a queue while the worker listens, so its
 * batches stay whole. JavaScript and WebAssembly listen to nobody while they compute, and a batch of a wide network can
 * take them longer than a person waits for Pause: there the batch is cut by its arithmetic.
 */

/** About 50 ms at the GFLOP a second that JavaScript reaches on a laptop's core. */
export const CPU_FLOPS = 5e7
/** About 20 ms at the 20 to 40 GFLOP a second of the kernels. A constant: where batches are cut decides the last bits. */
export const WASM_FLOPS = 5e8
/** A queue is worked through while the worker listens. */
export const QUEUED = Number.POSITIVE_INFINITY

/** What an update of the weights costs, in operations a weight: it is bound by memory, not by arithmetic. */
const UPDATE = 100

export interface Chunks {
  /** Rows of a mini-batch, and of evaluation, that make a chunk. */
  readonly training: number
  readonly evaluation: number
  /** What a row costs in training and in evaluation, and what an update costs, as shares of a chunk. */
  readonly cost: { readonly training: number; readonly evaluation: number; readonly update: number }
}

/** What a network takes: numbers it holds, multiplications for a row going forward, and rows it takes at a time. */
interface Effort {
  readonly parameters: number
  readonly multiplications: number
  readonly rows: number
}

/** Two operations a multiplication going forward, four more going back. */
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
