/**
 * Dense layers: x·W + b forward, and the backward pass. A thread computes its rows [from, to) of all, or, where those are
 * so few that going through the kernel is most of the work, all rows of its columns: then it waits for the others twice.
 */
import { biasGradient, kernelGradient } from './gradients'
import { multiply, multiplyColumns, zeros } from './matrix'
import { bytes, Layer } from './memory'
import { barrier, shareBegin, shareEnd, threads } from './team'

/** A thread with as many rows has no need of columns. */
const MANY_ROWS: i32 = 64
/** Columns are dealt out so many at a time, as they are packed; a thread should have two such panels. */
const PANEL: i32 = 8

function goesByColumns(rows: i32, columns: i32): bool {
  return threads > 1 && rows < MANY_ROWS * threads && columns >= 2 * PANEL * threads
}

export function denseForward(layer: Layer, inputs: usize, from: i32, to: i32, rows: i32): void {
  const units = layer.units
  const width = layer.inputs
  if (goesByColumns(rows, units)) {
    const j = shareBegin(units, PANEL)
    const n = shareEnd(units, PANEL) - j
    const c = layer.outputs + bytes(j)
    const kernel = layer.kernel + bytes(j)
    barrier()
    multiplyColumns(rows, n, width, inputs, width, 1, kernel, units, 1, c, units, layer.bias + bytes(j))
    barrier()
    return
  }
  const x = inputs + bytes(from * width)
  const outputs = layer.outputs + bytes(from * units)
  multiply(to - from, units, width, x, width, 1, layer.kernel, units, 1, outputs, layer.bias)
}

/** Adds all rows to this thread's share of the gradients of kernel and bias. */
export function denseGradients(layer: Layer, inputs: usize, deltas: usize, rows: i32, first: bool): void {
  const units = layer.units
  kernelGradient(layer.inputs, units, rows, inputs, deltas, layer.kernelGradient, first)
  biasGradient(rows, units, deltas, layer.biasGradient, first)
}

/** Writes the deltas of the layer's inputs to `below`. */
export function denseDeltas(layer: Layer, deltas: usize, from: i32, to: i32, rows: i32, below: usize): void {
  const units = layer.units
  const width = layer.inputs
  if (goesByColumns(rows, width)) {
    const j = shareBegin(width, PANEL)
    const n = shareEnd(width, PANEL) - j
    const kernel = layer.kernel + bytes(j * units)
    multiplyColumns(rows, n, units, deltas, units, 1, kernel, 1, units, below + bytes(j), width, zeros)
    barrier()
    return
  }
  const own = deltas + bytes(from * units)
  multiply(to - from, width, units, own, units, 1, layer.kernel, 1, units, below + bytes(from * width), zeros)
}
