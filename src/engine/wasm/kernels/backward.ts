/**
 * The gradient of a batch. Deltas go down row by row, as in the forward pass; a gradient sums over all rows, and is
 * divided by its own lines. So the threads meet once a layer: when the deltas of all rows are there.
 */
import { timesSlope } from './activations'
import { add, times } from './arithmetic'
import { CONVOLUTION, DENSE, RECURRENT } from './codes'
import { convolutionDeltas, convolutionGradients } from './convolution'
import { denseDeltas, denseGradients } from './dense'
import { drawMask } from './dropout'
import { forward, pools } from './forward'
import { kernelGradient } from './gradients'
import { rowLosses, slopes } from './losses'
import { multiply, zeros } from './matrix'
import { bytes, Convolution, Layer, layerAt, Network } from './memory'
import { unpool } from './pooling'
import { backThroughTime, recurrentDeltas, recurrentGradients } from './recurrent'
import { tally } from './seen'
import { barrier, isMyTurn, ROWS, shareBegin, shareEnd, thread } from './team'

/** Of a piece: that it is the first of its batch, and that its losses are added up. */
const FIRST = 1
const SCORED = 2

/**
 * Adds rows [from, to) of the ordered training samples to the gradient of the mean loss of `size` rows. The flags are FIRST
 * and SCORED.
 */
export function accumulateShare(network: Network, from: i32, to: i32, size: i32, flags: i32): void {
  const first = (flags & FIRST) != 0
  const scored = (flags & SCORED) != 0
  const rows = to - from
  const begin = shareBegin(rows, ROWS)
  const end = shareEnd(rows, ROWS)
  gather(network, from, begin, end)
  drawMasks(network, rows)
  const last = forward(network, network.batchInputs, rows, true)
  const units = last.units
  const logits = last.outputs + bytes(begin * units)
  const targets = network.batchTargets + bytes(begin)
  if (scored) {
    // No deltas are there yet, so that their buffer is free.
    const free = network.deltas + bytes(begin * units)
    const losses = network.seenLosses + bytes(begin)
    rowLosses(network.head, network.loss, logits, targets, end - begin, units, free, losses)
  }
  slopes(network.head, network.loss, logits, targets, end - begin, units, size)
  let deltas = last.outputs
  let next = network.deltas
  for (let i = network.depth - 1; i >= 0; i--) {
    const layer = layerAt(network, i)
    const fedBy = i > 0 ? layerAt(network, i - 1).fed : network.batchInputs
    if (layer.kind == RECURRENT) backThroughTime(layer, deltas, begin, end)
    barrier()
    if (layer.kind == CONVOLUTION) convolutionGradients(layer, fedBy, deltas, rows, first)
    else if (layer.kind == RECURRENT) recurrentGradients(layer, fedBy, rows, first)
    else if (layer.kind == DENSE) denseGradients(layer, fedBy, deltas, rows, first)
    else unreachable()
    if (layer.skipFrom >= 0) {
      projectionGradient(network, layer, deltas, rows, first)
      carry(network, layer, deltas, begin, end)
    }
    if (i == 0) break
    if (layer.kind == CONVOLUTION) convolutionDeltas(layer, deltas, begin, end, next)
    else if (layer.kind == RECURRENT) recurrentDeltas(layer, begin, end, next)
    else if (layer.kind == DENSE) denseDeltas(layer, deltas, begin, end, rows, next)
    else unreachable()
    deltas = throughActivation(network, layerAt(network, i - 1), next, begin, end)
    next = other(network, deltas)
  }
  barrier()
  if (scored && thread == 0) tally(network, rows)
}

/** Copies rows [begin, end) of a piece that starts at `from` in the order of the epoch, to where the piece lies. */
function gather(network: Network, from: i32, begin: i32, end: i32): void {
  const inputs = layerAt(network, 0).inputs
  const line = bytes(inputs)
  let order = network.order + bytes(from + begin)
  let to = network.batchInputs + bytes(begin * inputs)
  let target = network.batchTargets + bytes(begin)
  for (let i = begin; i < end; i++) {
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

/** The masks of dropout. A stream has an order, so that a mask is drawn by one thread; the layers go round. */
function drawMasks(network: Network, rows: i32): void {
  let turn = 0
  for (let i = 0; i < network.depth; i++) {
    const layer = layerAt(network, i)
    if (layer.mask == 0 || !isMyTurn(turn++)) continue
    const stream = changetype<usize>(layer) + offsetof<Layer>('stream')
    drawMask(stream, layer.mask, rows * layer.handed, layer.dropBelow, layer.kept)
  }
  if (turn > 0) barrier()
}

/** Leaves in `carried` what reaches the layer below the block past it. */
function carry(network: Network, layer: Layer, deltas: usize, from: i32, to: i32): void {
  const units = layer.units
  const below = layerAt(network, layer.skipFrom).units
  const own = deltas + bytes(from * units)
  const carried = network.carried + bytes(from * below)
  if (layer.projection == 0) memory.copy(carried, own, bytes((to - from) * units))
  else multiply(to - from, below, units, own, units, 1, layer.projection, 1, units, carried, zeros)
}

function projectionGradient(network: Network, layer: Layer, deltas: usize, rows: i32, first: bool): void {
  if (layer.projection == 0) return
  const source = layerAt(network, layer.skipFrom)
  kernelGradient(source.units, layer.units, rows, source.values, deltas, layer.projectionGradient, first)
}

/** From deltas of what a layer handed on to those of its sums; says in which of the two buffers they are. */
function throughActivation(network: Network, layer: Layer, deltas: usize, from: i32, to: i32): usize {
  const handed = bytes(from * layer.handed)
  if (layer.mask != 0) times(deltas + handed, layer.mask + handed, (to - from) * layer.handed)
  if (pools(layer)) {
    const spread = other(network, deltas)
    // Until now other threads may have been reading the deltas of the layer above there.
    barrier()
    unpool(changetype<Convolution>(layer.own), deltas, from, to, spread)
    deltas = spread
  }
  const length = (to - from) * layer.units
  const at = bytes(from * layer.units)
  if (layer.kind != RECURRENT)
    timesSlope(layer.activation, deltas + at, layer.outputs + at, length, layer.slopes + at)
  if (layer.values != 0) add(deltas + at, network.carried + at, length)
  return deltas
}

/** Of the two buffers of deltas. */
function other(network: Network, deltas: usize): usize {
  return deltas == network.deltas ? network.otherDeltas : network.deltas
}
