/**
 * Convolutions, image by image: an image is copied into a border of zeros and is small enough to stay in a near cache.
 * Every other buffer holds images end to end, as the next layer reads them.
 */
import { addTaps, convolve, packAcross, packAlong } from './convolve'
import { biasGradient } from './gradients'
import { zeros } from './matrix'
import { bytes, Convolution, Layer } from './memory'
import { thread } from './team'

export function convolutionForward(layer: Layer, inputs: usize, from: i32, to: i32): void {
  const own = changetype<Convolution>(layer.own)
  const height = own.height
  const width = own.width
  const channels = own.channels
  const filters = own.filters
  const kernel = own.kernel
  const padded = ownPadded(own)
  const panels = ownPanels(own)
  packAlong(layer.kernel, kernel * kernel * channels, filters, panels)
  clear(own, padded, channels)
  const line = bytes(layer.inputs)
  const outLine = bytes(layer.units)
  let image = inputs + <usize>from * line
  let outputs = layer.outputs + <usize>from * outLine
  for (let i = from; i < to; i++) {
    copyInside(own, image, padded, channels)
    convolve(height, width, kernel, padded, channels, panels, filters, outputs, layer.bias)
    image += line
    outputs += outLine
  }
}

/** Adds all images to this thread's share of the gradients of kernel and bias. */
export function convolutionGradients(
  layer: Layer,
  inputs: usize,
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
  const padded = ownPadded(own)
  biasGradient(rows * height * width, filters, deltas, layer.biasGradient, first)
  clear(own, padded, channels)
  const line = bytes(layer.inputs)
  const outLine = bytes(layer.units)
  for (let i = 0; i < rows; i++) {
    copyInside(own, inputs, padded, channels)
    addTaps(height, width, kernel, padded, channels, deltas, filters, layer.kernelGradient, first && i == 0)
    inputs += line
    deltas += outLine
  }
}

/** Writes the deltas of the layer's inputs to `below`: a convolution with the kernel rotated by half a turn. */
export function convolutionDeltas(layer: Layer, deltas: usize, from: i32, to: i32, below: usize): void {
  const own = changetype<Convolution>(layer.own)
  const height = own.height
  const width = own.width
  const channels = own.channels
  const filters = own.filters
  const kernel = own.kernel
  const padded = ownPadded(own)
  const panels = ownPanels(own)
  packAcross(layer.kernel, kernel * kernel, channels, filters, panels)
  clear(own, padded, filters)
  const line = bytes(layer.inputs)
  const outLine = bytes(layer.units)
  deltas += <usize>from * outLine
  below += <usize>from * line
  for (let i = from; i < to; i++) {
    copyInside(own, deltas, padded, filters)
    convolve(height, width, kernel, padded, filters, panels, channels, below, zeros)
    deltas += outLine
    below += line
  }
}

/** The border of zeros and the packed kernel of this thread. */
function ownPadded(own: Convolution): usize {
  return own.padded + <usize>thread * own.threadStride
}

function ownPanels(own: Convolution): usize {
  return own.panels + <usize>thread * own.threadStride
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
