/**
 * A network's training step in WebAssembly. Everything is in one memory that the trainer laid out beforehand:
 * nothing here allocates. Rows come in pieces of at most as many as the activation buffers hold. The leader's calls are
 * handed to the threads that help it (team.ts), and end when all of them are done.
 */
import { accumulateShare } from './backward'
import { forward } from './forward'
import { applyHead, score } from './losses'
import { multiply, takeOwnPanel, zeros } from './matrix'
import { bytes, GRADIENTS, layerAt, Network, Rates, SIZES } from './memory'
import { markActive } from './probes'
import { sizeSum, squareSum } from './sums'
import {
  argument,
  awaitCall,
  barrier,
  begin,
  helpersAtRest,
  helpersPresent,
  isDeserted,
  MOST_THREADS,
  ROWS,
  setThreads,
  shareBegin,
  shareEnd,
  takePlace,
  thread,
} from './team'
import { projectionLength, updateShare, watchedUpdateShare } from './update'

export { helpersAtRest, helpersPresent, isDeserted, multiply, setThreads, zeros }

/** Where free memory begins, and how many threads it has room for. */
export const heap: usize = __heap_base
export const mostThreads: i32 = MOST_THREADS

const ACCUMULATE = 0
const UPDATE = 1
const WATCHED_UPDATE = 2
const MEASURE = 3
const PREDICT = 4

/** Makes the thread a helper, on whom the leader counts from its next call on. */
export function join(): void {
  takePlace()
  takeOwnPanel(thread)
}

/** A helper's life: takes part in the leader's calls, for as long as its worker lives. */
export function serve(): void {
  if (!ASC_FEATURE_THREADS) unreachable()
  for (;;) {
    awaitCall()
    const network = changetype<Network>(argument(1))
    const a = argument(2)
    const b = argument(3)
    switch (argument(0)) {
      case ACCUMULATE:
        accumulateShare(network, a, b, argument(4), argument(5))
        break
      case UPDATE:
        updateShare(network, changetype<Rates>(a))
        break
      case WATCHED_UPDATE:
        watchedUpdateShare(network, changetype<Rates>(a))
        break
      case MEASURE:
        forward(network, partInputs(network, a, b), argument(4) - b, false)
        barrier()
        break
      case PREDICT:
        predictShare(network, a)
        break
      default:
        unreachable()
    }
  }
}

/** Adds rows [from, to) of the ordered training samples to the gradient of the mean loss of `size` rows (backward.ts). */
export function accumulate(network: Network, from: i32, to: i32, size: i32, flags: i32): void {
  begin(ACCUMULATE, network, from, to, size, flags)
  accumulateShare(network, from, to, size, flags)
}

/** One update by the accumulated gradient. */
export function update(network: Network, rates: Rates): void {
  begin(UPDATE, network, changetype<i32>(rates), 0, 0, 0)
  updateShare(network, rates)
}

/** The same, and leaves Σ ΔW² and Σ W² of each kernel in the report. */
export function watchedUpdate(network: Network, rates: Rates): void {
  begin(WATCHED_UPDATE, network, changetype<i32>(rates), 0, 0, 0)
  watchedUpdateShare(network, rates)
}

/**
 * Adds loss, hits and squared loss of a part's rows [from, to) to the report; the part is 0, 1 or 2. Of the training part
 * the first rows are probes. The sums are over rows and not divided.
 */
export function measure(network: Network, part: i32, from: i32, to: i32): void {
  begin(MEASURE, network, part, from, to, 0)
  const rows = to - from
  const last = forward(network, partInputs(network, part, from), rows, false)
  barrier()
  if (part == 0 && from < network.probes) markActive(network, min(to, network.probes) - from)
  score(
    network.head,
    network.loss,
    last.outputs,
    load<usize>(partTables(network, part), 4) + bytes(from),
    rows,
    last.units,
    network.deltas,
    network.report + 24 * <usize>part,
  )
}

/** Outputs of the rows in `batchInputs`, into the last layer's. */
export function predict(network: Network, rows: i32): void {
  begin(PREDICT, network, rows, 0, 0, 0)
  predictShare(network, rows)
}

function predictShare(network: Network, rows: i32): void {
  const last = forward(network, network.batchInputs, rows, false)
  const from = shareBegin(rows, ROWS)
  const outputs = last.outputs + bytes(from * last.units)
  applyHead(network.head, outputs, shareEnd(rows, ROWS) - from, last.units)
  barrier()
}

/** The addresses of a part's inputs and targets. */
function partTables(network: Network, part: i32): usize {
  return changetype<usize>(network) + offsetof<Network>('trainInputs') + 8 * <usize>part
}

function partInputs(network: Network, part: i32, from: i32): usize {
  return load<usize>(partTables(network, part)) + bytes(from * layerAt(network, 0).inputs)
}

/** Σ|w| and Σw² over kernels, and the mean square gradient of each layer's. */
export function summarize(network: Network): void {
  const report = network.report
  let sizes: f64 = 0
  let squares: f64 = 0
  for (let i = 0; i < network.depth; i++) {
    const layer = layerAt(network, i)
    const length = layer.kernelLength
    sizes += sizeSum(layer.kernel, length)
    squares += squareSum(layer.kernel, length)
    if (layer.projection != 0) {
      sizes += sizeSum(layer.projection, projectionLength(network, layer))
      squares += squareSum(layer.projection, projectionLength(network, layer))
    }
    store<f64>(report + GRADIENTS + 8 * <usize>i, squareSum(layer.kernelGradient, length) / <f64>length)
  }
  store<f64>(report, sizes, SIZES)
  store<f64>(report, squares, SIZES + 8)
}
