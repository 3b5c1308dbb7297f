/** An update of the weights by the accumulated gradient, which stays as it is: it is reported. */
import { bytes, GRADIENTS, Layer, layerAt, Network, Rates } from './memory'
import { step } from './optimizers'
import { measureMove, squareSum } from './sums'
import { barrier, MOST_THREADS, shareBegin, shareEnd, thread } from './team'

/** Weights are dealt out in blocks of so many. */
const BLOCK: i32 = 1024
/** Of each thread, the weights of a block as they were before the update. */
const weightsBefore = memory.data(MOST_THREADS * BLOCK * 4, 16)

/** Updates this thread's share of the weights. */
export function updateShare(network: Network, rates: Rates): void {
  const from = shareBegin(network.length, BLOCK)
  const to = shareEnd(network.length, BLOCK)
  reshapeGradient(network, rates, from, to)
  updateRange(network, rates, from, to)
  if (rates.shrinkage > 0) {
    shrinkKernels(network, rates, from, to)
    shrinkProjections(network, rates, from, to)
  }
  barrier()
}

/**
 * The same update, bit for bit, block by block, so that weights before and after are in the nearest cache together.
 * Leaves Σ ΔW² and Σ W² of each kernel in the report.
 */
export function watchedUpdateShare(network: Network, rates: Rates): void {
  const from = shareBegin(network.length, BLOCK)
  const to = shareEnd(network.length, BLOCK)
  const before = weightsBefore + bytes(thread * BLOCK)
  reshapeGradient(network, rates, from, to)
  for (let at = from; at < to; at += BLOCK) {
    const end = min(at + BLOCK, to)
    const begin = network.weights + bytes(at)
    for (let x = begin, kept = before; x < network.weights + bytes(end); x += 16, kept += 16)
      v128.store(kept, v128.load(x))
    updateRange(network, rates, at, end)
    if (rates.shrinkage > 0) shrinkKernels(network, rates, at, end)
    for (let i = 0; i < network.depth; i++) {
      const kernel = layerAt(network, i).kernel
      const length = layerAt(network, i).kernelLength
      const first = firstWithin(network, kernel, at)
      const count = countWithin(network, kernel, length, first, end)
      if (count > 0) measureMove(first, before + (first - begin), count, movesOf(network, at / BLOCK, i))
    }
  }
  if (rates.shrinkage > 0) shrinkProjections(network, rates, from, to)
  barrier()
  if (thread == 0) for (let i = 0; i < network.depth; i++) sumMoves(network, i)
}

/** Where a block and a kernel in it have their sums: from one such pair to the next, the block or the kernel is another. */
function movesOf(network: Network, block: i32, kernel: i32): usize {
  return network.moves + 16 * <usize>(block + kernel)
}

/** Adds up what the blocks say of a kernel, in their order. */
function sumMoves(network: Network, index: i32): void {
  const layer = layerAt(network, index)
  const first = <i32>((layer.kernel - network.weights) >> 2)
  const last = first + layer.kernelLength - 1
  let moved: f64 = 0
  let size: f64 = 0
  for (let block = first / BLOCK; block <= last / BLOCK; block++) {
    const sums = movesOf(network, block, index)
    moved += load<f64>(sums)
    size += load<f64>(sums, 8)
  }
  const report = network.report + GRADIENTS + 8 * <usize>network.depth + 16 * <usize>index
  store<f64>(report, moved)
  store<f64>(report, size, 8)
}

/** The rule of the optimizer over the weights [from, to). */
function updateRange(network: Network, rates: Rates, from: i32, to: i32): void {
  const at = bytes(from)
  step(
    network.optimizer,
    rates,
    to - from,
    network.weights + at,
    network.updateGradient + at,
    network.slot + at,
    network.secondSlot + at,
  )
}

/** Makes the gradient of the update from that of the data loss, where there are penalties or clipping. */
function reshapeGradient(network: Network, rates: Rates, from: i32, to: i32): void {
  const whole = network.updateGradient
  const offset = whole - network.gradient
  if (offset == 0) return
  memory.copy(whole + bytes(from), network.gradient + bytes(from), bytes(to - from))
  if (rates.l1 > 0 || rates.l2 > 0)
    for (let i = 0; i < network.depth; i++) {
      const layer = layerAt(network, i)
      penalize(network, rates, layer.kernel, layer.kernelLength, from, to)
      if (layer.projection != 0)
        penalize(network, rates, layer.projection, projectionLength(network, layer), from, to)
    }
  if (rates.clipNorm > 0) {
    // Every thread adds up the whole norm, in its one order, between what the others write before and after.
    barrier()
    const norm = sqrt(squareSum(whole, network.length))
    barrier()
    if (norm > <f64>rates.clipNorm) scale(whole + bytes(from), to - from, <f32>(<f64>rates.clipNorm / norm))
  }
}

/** Where the numbers of a matrix begin that lie among the weights [from, …). */
function firstWithin(network: Network, matrix: usize, from: i32): usize {
  return max(matrix, network.weights + bytes(from))
}

/** How many numbers of a matrix lie between `first` and the end of the weights […, to); less than 1 where none do. */
function countWithin(network: Network, matrix: usize, length: i32, first: usize, to: i32): i32 {
  const end = min(matrix + bytes(length), network.weights + bytes(to))
  return <i32>(end - first) >> 2
}

function shrinkKernels(network: Network, rates: Rates, from: i32, to: i32): void {
  for (let i = 0; i < network.depth; i++) {
    const layer = layerAt(network, i)
    shrink(network, layer.kernel, layer.kernelLength, rates.shrinkage, from, to)
  }
}

function shrinkProjections(network: Network, rates: Rates, from: i32, to: i32): void {
  for (let i = 0; i < network.depth; i++) {
    const layer = layerAt(network, i)
    if (layer.projection != 0)
      shrink(network, layer.projection, projectionLength(network, layer), rates.shrinkage, from, to)
  }
}

/** The proximal step of L1: towards 0, and no further. What is not a number stays so. */
function shrink(network: Network, matrix: usize, length: i32, by: f32, from: i32, to: i32): void {
  let w = firstWithin(network, matrix, from)
  for (let left = countWithin(network, matrix, length, w, to); left > 0; left--) {
    const x = load<f32>(w)
    store<f32>(w, abs(x) <= by ? 0 : x > 0 ? x - by : x + by)
    w += 4
  }
}

export function projectionLength(network: Network, layer: Layer): i32 {
  return layerAt(network, layer.skipFrom).units * layer.units
}

/** Adds the slopes of l1·Σ|w| + l2·Σw² over a matrix; |w| has slope 0 at 0. */
function penalize(network: Network, rates: Rates, matrix: usize, length: i32, from: i32, to: i32): void {
  let w = firstWithin(network, matrix, from)
  let g = network.updateGradient + (w - network.weights)
  for (let left = countWithin(network, matrix, length, w, to); left > 0; left--) {
    const x = load<f32>(w)
    const sign: f32 = x > 0 ? rates.l1 : x < 0 ? -rates.l1 : 0
    store<f32>(g, load<f32>(g) + 2 * rates.l2 * x + sign)
    w += 4
    g += 4
  }
}

function scale(g: usize, length: i32, by: f32): void {
  const factor = f32x4.splat(by)
  const end = g + bytes(length)
  for (; g < end; g += 16) v128.store(g, f32x4.mul(v128.load(g), factor))
}
