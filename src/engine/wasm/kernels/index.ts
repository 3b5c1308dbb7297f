/**
 * A network's training step in WebAssembly. Everything is in one memory that the trainer laid out beforehand:
 * nothing here allocates. Rows come in pieces of at most as many as the activation buffers hold.
 */
import { activate, timesSlope } from './activations'
import { add, times } from './arithmetic'
import { CONVOLUTION, DENSE, RECURRENT } from './codes'
import { convolutionDeltas, convolutionForward, convolutionGradients } from './convolution'
import { denseDeltas, denseForward, denseGradients } from './dense'
import { drawMask } from './dropout'
import { score, slopes, squash } from './losses'
import { multiply, zeros } from './matrix'
import { bytes, Convolution, GRADIENTS, Layer, layerAt, Network, Rates, SIZES } from './memory'
import { step } from './optimizers'
import { pool, unpool } from './pooling'
import { markActive } from './probes'
import { recurrentDeltas, recurrentForward, recurrentGradients } from './recurrent'
import { addMove, sizeSum, squareSum } from './sums'

export { multiply, zeros }

/** Where free memory begins. */
export const heap: usize = __heap_base

/** Leaves the last layer's logits in its outputs. */
function forward(network: Network, inputs: usize, rows: i32, training: bool): Layer {
  let layer = layerAt(network, 0)
  for (let i = 0; i < network.depth; i++) {
    layer = layerAt(network, i)
    if (layer.kind == CONVOLUTION) convolutionForward(layer, inputs, rows)
    else if (layer.kind == RECURRENT) recurrentForward(layer, inputs, rows)
    else if (layer.kind == DENSE) denseForward(layer, inputs, rows)
    else unreachable()
    const length = rows * layer.units
    if (layer.skipFrom >= 0) addSkip(network, layer, rows)
    if (layer.values != 0) memory.copy(layer.values, layer.outputs, bytes(length))
    activate(layer.activation, layer.outputs, length, layer.slopes)
    if (pools(layer)) pool(changetype<Convolution>(layer.own), layer.outputs, rows)
    inputs = layer.given
    if (training && layer.mask != 0) {
      const handed = rows * layer.handed
      drawMask(
        changetype<usize>(layer) + offsetof<Layer>('stream'),
        layer.mask,
        handed,
        layer.dropBelow,
        layer.kept,
      )
      memory.copy(layer.fed, layer.given, bytes(handed))
      times(layer.fed, layer.mask, handed)
      inputs = layer.fed
    }
  }
  return layer
}

function pools(layer: Layer): bool {
  return layer.kind == CONVOLUTION && layer.given != layer.outputs
}

/** Adds what the block was given to what it made of it. */
function addSkip(network: Network, layer: Layer, rows: i32): void {
  const from = layerAt(network, layer.skipFrom)
  const sums = layer.outputs
  if (layer.projection == 0) add(sums, from.values, rows * layer.units)
  else
    multiply(
      rows,
      layer.units,
      from.units,
      from.values,
      from.units,
      1,
      layer.projection,
      layer.units,
      1,
      sums,
      sums,
    )
}

/** Leaves in `carried` what reaches the layer below the block past it; adds to the projection's gradient. */
function carry(network: Network, layer: Layer, deltas: usize, rows: i32, first: bool): void {
  const from = layerAt(network, layer.skipFrom)
  const units = layer.units
  const below = from.units
  const gradient = layer.projectionGradient
  if (gradient == 0) {
    memory.copy(network.carried, deltas, bytes(rows * units))
    return
  }
  multiply(below, units, rows, from.values, 1, below, deltas, units, 1, gradient, first ? zeros : gradient)
  multiply(rows, below, units, deltas, units, 1, layer.projection, 1, units, network.carried, zeros)
}

/** Adds rows [from, to) of the ordered training samples to the gradient of the mean loss of `size` rows. */
export function accumulate(network: Network, from: i32, to: i32, size: i32, first: bool): void {
  const rows = to - from
  gather(network, from, rows)
  const last = forward(network, network.batchInputs, rows, true)
  slopes(network.head, network.loss, last.outputs, network.batchTargets, rows, last.units, size)
  let deltas = last.outputs
  let next = network.deltas
  for (let i = network.depth - 1; i >= 0; i--) {
    const layer = layerAt(network, i)
    const fedBy = i > 0 ? layerAt(network, i - 1).fed : network.batchInputs
    if (layer.kind == CONVOLUTION) convolutionGradients(layer, fedBy, deltas, rows, first)
    else if (layer.kind == RECURRENT) recurrentGradients(layer, fedBy, deltas, rows, first)
    else if (layer.kind == DENSE) denseGradients(layer, fedBy, deltas, rows, first)
    else unreachable()
    if (layer.skipFrom >= 0) carry(network, layer, deltas, rows, first)
    if (i == 0) break
    if (layer.kind == CONVOLUTION) convolutionDeltas(layer, deltas, rows, next)
    else if (layer.kind == RECURRENT) recurrentDeltas(layer, rows, next)
    else if (layer.kind == DENSE) denseDeltas(layer, deltas, rows, next)
    else unreachable()
    deltas = throughActivation(network, layerAt(network, i - 1), next, rows)
    next = other(network, deltas)
  }
}

/** From deltas of what a layer handed on to those of its sums; says in which of the two buffers they are. */
function throughActivation(network: Network, layer: Layer, deltas: usize, rows: i32): usize {
  if (layer.mask != 0) times(deltas, layer.mask, rows * layer.handed)
  if (pools(layer)) {
    const spread = other(network, deltas)
    unpool(changetype<Convolution>(layer.own), deltas, rows, spread)
    deltas = spread
  }
  const length = rows * layer.units
  if (layer.kind != RECURRENT) timesSlope(layer.activation, deltas, layer.outputs, length, layer.slopes)
  if (layer.values != 0) add(deltas, network.carried, length)
  return deltas
}

/** Of the two buffers of deltas. */
function other(network: Network, deltas: usize): usize {
  return deltas == network.deltas ? network.otherDeltas : network.deltas
}

/** Copies the rows of a piece, in the order of the epoch, end to end. */
function gather(network: Network, from: i32, rows: i32): void {
  const line = bytes(layerAt(network, 0).inputs)
  let order = network.order + bytes(from)
  let to = network.batchInputs
  let target = network.batchTargets
  for (let i = 0; i < rows; i++) {
    const row = <usize>load<i32>(order)
    const at = network.trainInputs + row * line
    if (line > 64) memory.copy(to, at, line)
    else for (let j: usize = 0; j < line; j += 4) store<f32>(to + j, load<f32>(at + j))
    store<f32>(target, load<f32>(network.trainTargets + 4 * row))
    to += line
    target += 4
    order += 4
  }
}

/** One update by the accumulated gradient, which stays as it is: it is reported. */
export function update(network: Network, rates: Rates): void {
  reshapeGradient(network, rates)
  step(
    network.optimizer,
    rates,
    network.length,
    network.weights,
    network.wholeGradient,
    network.slot,
    network.second,
  )
  if (rates.shrinkage > 0)
    for (let i = 0; i < network.depth; i++) {
      const layer = layerAt(network, i)
      shrink(layer.kernel, layer.kernelLength, rates.shrinkage)
    }
  shrinkProjections(network, rates)
}

/** Weights of a block, as they were before the update. */
const BLOCK: i32 = 1024
const earlier = memory.data(BLOCK * 4, 16)

/**
 * The same update, bit for bit, block by block, so that weights before and after are in the nearest cache together.
 * Leaves Σ ΔW² and Σ W² of each kernel in the report.
 */
export function watchedUpdate(network: Network, rates: Rates): void {
  reshapeGradient(network, rates)
  const moves = network.report + GRADIENTS + 8 * <usize>network.depth
  for (let i = 0; i < network.depth; i++) v128.store(moves + 16 * <usize>i, i32x4.splat(0))
  let first = 0
  for (let at = 0; at < network.length; at += BLOCK) {
    const count = min(BLOCK, network.length - at)
    const offset = bytes(at)
    const begin = network.weights + offset
    const end = begin + bytes(count)
    for (let to = earlier, from = begin; from < end; to += 16, from += 16) v128.store(to, v128.load(from))
    step(
      network.optimizer,
      rates,
      count,
      begin,
      network.wholeGradient + offset,
      network.slot + offset,
      network.second + offset,
    )
    for (let i = first; i < network.depth; i++) {
      const layer = layerAt(network, i)
      if (layer.kernel >= end) break
      const kernelEnd = layer.kernel + bytes(layer.kernelLength)
      const from = max(layer.kernel, begin)
      const to = min(kernelEnd, end)
      if (from < to) {
        const length = <i32>((to - from) >> 2)
        if (rates.shrinkage > 0) shrink(from, length, rates.shrinkage)
        addMove(from, earlier + (from - begin), length, moves + 16 * <usize>i)
      }
      if (kernelEnd <= end) first = i + 1
    }
  }
  shrinkProjections(network, rates)
}

/** Makes the whole gradient of the data's, where penalties or clipping add to it. */
function reshapeGradient(network: Network, rates: Rates): void {
  const whole = network.wholeGradient
  if (whole == network.gradient) return
  memory.copy(whole, network.gradient, bytes(network.length))
  if (rates.l1 > 0 || rates.l2 > 0)
    for (let i = 0; i < network.depth; i++) {
      const layer = layerAt(network, i)
      penalize(network, rates, layer.kernel, layer.kernelGradient, layer.kernelLength)
      if (layer.projection != 0)
        penalize(network, rates, layer.projection, layer.projectionGradient, projectionLength(network, layer))
    }
  if (rates.clipNorm > 0) clip(whole, network.length, rates.clipNorm)
}

function shrinkProjections(network: Network, rates: Rates): void {
  if (rates.shrinkage == 0) return
  for (let i = 0; i < network.depth; i++) {
    const layer = layerAt(network, i)
    if (layer.projection != 0) shrink(layer.projection, projectionLength(network, layer), rates.shrinkage)
  }
}

/** The proximal step of L1: towards 0, and no further. What is not a number stays so. */
function shrink(w: usize, length: i32, by: f32): void {
  const end = w + bytes(length)
  for (; w < end; w += 4) {
    const x = load<f32>(w)
    store<f32>(w, abs(x) <= by ? 0 : x > 0 ? x - by : x + by)
  }
}

function projectionLength(network: Network, layer: Layer): i32 {
  return layerAt(network, layer.skipFrom).units * layer.units
}

/** Adds the slopes of l1·Σ|w| + l2·Σw² over a matrix; |w| has slope 0 at 0. */
function penalize(network: Network, rates: Rates, w: usize, gradient: usize, length: i32): void {
  let g = network.wholeGradient + (gradient - network.gradient)
  const end = w + bytes(length)
  for (; w < end; w += 4) {
    const x = load<f32>(w)
    const sign: f32 = x > 0 ? rates.l1 : x < 0 ? -rates.l1 : 0
    store<f32>(g, load<f32>(g) + 2 * rates.l2 * x + sign)
    g += 4
  }
}

/** Scales the whole gradient down to norm `limit` if it is longer. */
function clip(g: usize, length: i32, limit: f32): void {
  const norm = sqrt(squareSum(g, length))
  if (norm <= <f64>limit) return
  const scale = f32x4.splat(<f32>(<f64>limit / norm))
  const end = g + bytes(length)
  for (; g < end; g += 16) v128.store(g, f32x4.mul(v128.load(g), scale))
}

/**
 * Adds loss, hits and squared loss of a part's rows [from, to) to the report; the part is 0, 1 or 2. Of the training part
 * the first rows are probes.
 */
export function measure(network: Network, part: i32, from: i32, to: i32): void {
  const tables = changetype<usize>(network) + offsetof<Network>('trainInputs') + 8 * <usize>part
  const inputs = load<usize>(tables) + bytes(from * layerAt(network, 0).inputs)
  const targets = load<usize>(tables, 4) + bytes(from)
  const last = forward(network, inputs, to - from, false)
  if (part == 0 && from < network.probes) markActive(network, min(to, network.probes) - from)
  score(
    network.head,
    network.loss,
    last.outputs,
    targets,
    to - from,
    last.units,
    network.deltas,
    network.report + 24 * <usize>part,
  )
}

/** Outputs of the rows in `batchInputs`, into the last layer's. */
export function predict(network: Network, rows: i32): void {
  const last = forward(network, network.batchInputs, rows, false)
  squash(network.head, last.outputs, rows, last.units)
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
