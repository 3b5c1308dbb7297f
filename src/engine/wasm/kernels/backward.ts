/**
 * The gradient of a batch. Deltas go down row by row, as in the forward pass; a gradient sums over all rows, and is
 * divided by its own lines. So the threads meet once a layer: when the deltas of all rows are there.
 */
import { timesSlope } from './activations'
import { add, times } from './arithmetic'
import { CONVOLUTION, DENSE, FIRST, RECURRENT, SCORED } from './codes'
import { convolutionDeltas, convolutionGradients } from './convolution'
import { denseDeltas, denseGradients } from './dense'
import { drawMask } from './dropout'
import { addFitLoss } from './fit-loss'
import { forward, pools } from './forward'
import { kernelGradient } from './gradients'
import { rowLosses, slopes } from './losses'
import { multiply, zeros } from './matrix'
import { bytes, Convolution, Layer, layerAt, Network } from './memory'
import { unpool } from './pooling'
import { backThroughTime, recurrentDeltas, recurrentGradients } from './recurrent'
import { barrier, isMyTurn, ROWS, shareBegin, shareEnd, thread } from './team'

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
    const losses = network.fitLosses + bytes(begin)
    rowLosses(network.head, network.loss, logits, targets, end - begin, units, free, losses)
  }
  slopes(network.head, network.loss, logits, targets, end - begin, units, size)
  let deltas = last.outputs
  let next = network.deltas
  for (let i = network.depth - 1; i >= 0; i--) {
    const layer = layerAt(network, i)
    const inputs = i > 0 ? layerAt(network, i - 1).nextInputs : network.batchInputs
    if (layer.kind == RECURRENT) backThroughTime(layer, deltas, begin, end)
    barrier()
    if (layer.kind == CONVOLUTION) convolutionGradients(layer, inputs, deltas, rows, first)
    else if (layer.kind == RECURRENT) recurrentGradients(layer, inputs, rows, first)
    else if (layer.kind == DENSE) denseGradients(layer, inputs, deltas, rows, first)
    else unreachable()
    if (layer.skipFrom >= 0) {
      projectionGradient(network, layer, deltas, rows, first)
      passSkip(network, layer, deltas, begin, end)
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
  if (scored && thread == 0) addFitLoss(network, rows)
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
    drawMask(stream, layer.mask, rows * layer.pooledUnits, layer.dropBelow, layer.keepScale)
  }
  if (turn > 0) barrier()
}

/** Leaves in `skipDeltas` what reaches the layer below a residual block along its skip connection. */
function passSkip(network: Network, layer: Layer, deltas: usize, from: i32, to: i32): void {
  const units = layer.units
  const below = layerAt(network, layer.skipFrom).units
  const own = deltas + bytes(from * units)
  const skipDeltas = network.skipDeltas + bytes(from * below)
  if (layer.projection == 0) memory.copy(skipDeltas, own, bytes((to - from) * units))
  else multiply(to - from, below, units, own, units, 1, layer.projection, 1, units, skipDeltas, zeros)
}

function projectionGradient(network: Network, layer: Layer, deltas: usize, rows: i32, first: bool): void {
  if (layer.projection == 0) return
  const source = layerAt(network, layer.skipFrom)
  kernelGradient(
    source.units,
    layer.units,
    rows,
    source.preactivations,
    deltas,
    layer.projectionGradient,
    first,
  )
}

/** From deltas of what a layer handed on to those of its preactivations; says in which of the two buffers they are. */
function throughActivation(network: Network, layer: Layer, deltas: usize, from: i32, to: i32): usize {
  const first = bytes(from * layer.pooledUnits)
  if (layer.mask != 0) times(deltas + first, layer.mask + first, (to - from) * layer.pooledUnits)
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
  if (layer.preactivations != 0) add(deltas + at, network.skipDeltas + at, length)
  return deltas
}

/** Of the two buffers of deltas. */
function other(network: Network, deltas: usize): usize {
  return deltas == network.deltas ? network.otherDeltas : network.deltas
}
