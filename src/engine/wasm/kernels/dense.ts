/** Dense layers: x·W + b forward, and the backward pass. */
import { multiply, sumRows, zeros } from './matrix'
import { Layer } from './memory'

export function denseForward(layer: Layer, inputs: usize, rows: i32): void {
  const units = layer.units
  multiply(
    rows,
    units,
    layer.inputs,
    inputs,
    layer.inputs,
    1,
    layer.kernel,
    units,
    1,
    layer.outputs,
    layer.bias,
  )
}

/** Adds to the gradients of kernel and bias. */
export function denseGradients(layer: Layer, fedBy: usize, deltas: usize, rows: i32, first: bool): void {
  const inputs = layer.inputs
  const units = layer.units
  const kernel = layer.kernelGradient
  const bias = layer.biasGradient
  multiply(inputs, units, rows, fedBy, 1, inputs, deltas, units, 1, kernel, first ? zeros : kernel)
  sumRows(rows, units, deltas, bias, first ? zeros : bias)
}

/** Writes the deltas of the layer's inputs to `below`. */
export function denseDeltas(layer: Layer, deltas: usize, rows: i32, below: usize): void {
  const units = layer.units
  multiply(rows, layer.inputs, units, deltas, units, 1, layer.kernel, 1, units, below, zeros)
}
