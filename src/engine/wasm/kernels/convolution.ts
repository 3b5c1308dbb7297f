/**
 * Convolutions, image by image: an image is copied into a border of zeros and is small enough to stay in a near cache.
 * Every other buffer holds images end to end, as the next layer reads them.
 */
import { addTaps, convolve, packAcross, packAlong } from './convolve'
import { sumRows, zeros } from './matrix'
import { bytes, Convolution, Layer } from './memory'

export function convolutionForward(layer: Layer, inputs: usize, rows: i32): void {
  const own = changetype<Convolution>(layer.own)
  const height = own.height
  const width = own.width
  const channels = own.channels
  const filters = own.filters
  const kernel = own.kernel
  const padded = own.padded
  const panels = own.panels
  packAlong(layer.kernel, kernel * kernel * channels, filters, panels)
  clear(own, padded, channels)
  const line = bytes(layer.inputs)
  const outLine = bytes(layer.units)
  let to = layer.outputs
  for (let i = 0; i < rows; i++) {
    copyInside(own, inputs, padded, channels)
    convolve(height, width, kernel, padded, channels, panels, filters, to, layer.bias)
    inputs += line
    to += outLine
  }
}

/** Adds to the gradients of kernel and bias. */
export function convolutionGradients(
  layer: Layer,
  fedBy: usize,
  deltas: usize,
  rows: i32,
  first: bool,
): void {
  const own = changetype<Convolution>(layer.own)
  const height = own.height
  const width = own.width
  const channels = own.channels
  const filters = own.filters
  const kernel = own.kernel
  const padded = own.padded
  const bias = layer.biasGradient
  sumRows(rows * height * width, filters, deltas, bias, first ? zeros : bias)
  clear(own, padded, channels)
  const line = bytes(layer.inputs)
  const outLine = bytes(layer.units)
  for (let i = 0; i < rows; i++) {
    copyInside(own, fedBy, padded, channels)
    addTaps(height, width, kernel, padded, channels, deltas, filters, layer.kernelGradient, first && i == 0)
    fedBy += line
    deltas += outLine
  }
}

/** Writes the deltas of the layer's inputs to `below`: a convolution with the kernel rotated by half a turn. */
export function convolutionDeltas(layer: Layer, deltas: usize, rows: i32, below: usize): void {
  const own = changetype<Convolution>(layer.own)
  const height = own.height
  const width = own.width
  const channels = own.channels
  const filters = own.filters
  const kernel = own.kernel
  const padded = own.padded
  const panels = own.panels
  packAcross(layer.kernel, kernel * kernel, channels, filters, panels)
  clear(own, padded, filters)
  const line = bytes(layer.inputs)
  const outLine = bytes(layer.units)
  for (let i = 0; i < rows; i++) {
    copyInside(own, deltas, padded, filters)
    convolve(height, width, kernel, padded, filters, panels, channels, below, zeros)
    deltas += outLine
    below += line
  }
}

/** Writes zeros where images of this many channels have their borders. */
function clear(own: Convolution, padded: usize, channels: i32): void {
  const border = own.kernel - 1
  memory.fill(padded, 0, bytes((own.height + border) * (own.width + border) * channels))
}

function copyInside(own: Convolution, image: usize, padded: usize, channels: i32): void {
  const border = own.kernel - 1
  const line = bytes(own.width * channels)
  const step = bytes((own.width + border) * channels)
  let to = padded + <usize>(border >> 1) * (step + bytes(channels))
  const vectors = line & ~15
  for (let y = 0; y < own.height; y++) {
    let x: usize = 0
    for (; x < vectors; x += 16) v128.store(to + x, v128.load(image + x))
    for (; x < line; x += 4) store<f32>(to + x, load<f32>(image + x))
    image += line
    to += step
  }
}
