/** Dense layers: x·W + b forward, and the backward pass, of rows [from, to) but for gradients. */
import { biasGradient, kernelGradient } from './gradients'
import { multiply, zeros } from './matrix'
import { bytes, Layer } from './memory'

export function denseForward(layer: Layer, inputs: usize, from: i32, to: i32): void {
  const units = layer.units
  const width = layer.inputs
  const x = inputs + bytes(from * width)
  const outputs = layer.outputs + bytes(from * units)
  multiply(to - from, units, width, x, width, 1, layer.kernel, units, 1, outputs, layer.bias)
}

/** Adds all rows to this thread's share of the gradients of kernel and bias. */
export function denseGradients(layer: Layer, fedBy: usize, deltas: usize, rows: i32, first: bool): void {
  const units = layer.units
  kernelGradient(layer.inputs, units, rows, fedBy, deltas, layer.kernelGradient, first)
  biasGradient(rows, units, deltas, layer.biasGradient, first)
}

/** Writes the deltas of the layer's inputs to `below`. */
export function denseDeltas(layer: Layer, deltas: usize, from: i32, to: i32, below: usize): void {
  const units = layer.units
  const width = layer.inputs
  const own = deltas + bytes(from * units)
  multiply(to - from, width, units, own, units, 1, layer.kernel, 1, units, below + bytes(from * width), zeros)
}
