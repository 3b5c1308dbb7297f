/** The forward pass. Rows do not meet on their way: a thread takes its own through all layers. */
import { activate } from './activations'
import { add, times } from './arithmetic'
import { CONVOLUTION, DENSE, RECURRENT } from './codes'
import { convolutionForward } from './convolution'
import { denseForward } from './dense'
import { multiply } from './matrix'
import { bytes, Convolution, Layer, layerAt, Network } from './memory'
import { pool } from './pooling'
import { recurrentForward } from './recurrent'
import { ROWS, shareBegin, shareEnd } from './team'

/** Leaves the logits of `rows` rows in the last layer's outputs. */
export function forward(network: Network, inputs: usize, rows: i32, training: bool): Layer {
  const from = shareBegin(rows, ROWS)
  const to = shareEnd(rows, ROWS)
  let layer = layerAt(network, 0)
  for (let i = 0; i < network.depth; i++) {
    layer = layerAt(network, i)
    if (layer.kind == CONVOLUTION) convolutionForward(layer, inputs, from, to)
    else if (layer.kind == RECURRENT) recurrentForward(layer, inputs, from, to)
    else if (layer.kind == DENSE) denseForward(layer, inputs, from, to, rows)
    else unreachable()
    const length = (to - from) * layer.units
    const at = bytes(from * layer.units)
    const outputs = layer.outputs + at
    if (layer.skipFrom >= 0) addSkip(network, layer, from, to)
    if (layer.preactivations != 0) memory.copy(layer.preactivations + at, outputs, bytes(length))
    activate(layer.activation, outputs, length, layer.slopes + at)
    if (pools(layer)) pool(changetype<Convolution>(layer.own), layer.outputs, from, to)
    inputs = layer.pooledOutputs
    if (training && layer.mask != 0) {
      const count = (to - from) * layer.pooledUnits
      const first = bytes(from * layer.pooledUnits)
      memory.copy(layer.nextInputs + first, layer.pooledOutputs + first, bytes(count))
      times(layer.nextInputs + first, layer.mask + first, count)
      inputs = layer.nextInputs
    }
  }
  return layer
}

export function pools(layer: Layer): bool {
  return layer.kind == CONVOLUTION && layer.pooledOutputs != layer.outputs
}

/** Adds what the skip connection of a residual block brings, through its projection if it has one. */
function addSkip(network: Network, layer: Layer, from: i32, to: i32): void {
  const source = layerAt(network, layer.skipFrom)
  const units = layer.units
  const below = source.units
  const outputs = layer.outputs + bytes(from * units)
  const skipped = source.preactivations + bytes(from * below)
  if (layer.projection == 0) add(outputs, skipped, (to - from) * units)
  else multiply(to - from, units, below, skipped, below, 1, layer.projection, units, 1, outputs, outputs)
}
