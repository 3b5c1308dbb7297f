/**
 * Recurrent layers through time. Buffers hold rows × steps × numbers, as the next layer reads them, so that what does
 * not wait for the step before is one product over all steps; what does is rows × numbers, laid end to end.
 */
import { GRU, LSTM, RNN } from './codes'
import { gruBack, gruStep } from './gru'
import { lstmBack, lstmStep } from './lstm'
import { multiply, sumRows, zeros } from './matrix'
import { bytes, Layer, Recurrent } from './memory'
import { rnnBack, rnnStep } from './rnn'

export function recurrentForward(layer: Layer, inputs: usize, rows: i32): void {
  const own = changetype<Recurrent>(layer.own)
  const steps = own.steps
  const features = own.features
  const units = own.units
  const wide = own.wide
  multiply(rows * steps, wide, features, inputs, features, 1, layer.kernel, wide, 1, own.gates, layer.bias)
  memory.fill(own.state, 0, bytes(rows * units))
  memory.fill(own.cell, 0, bytes(rows * units))
  const start = own.recurrentBias == 0 ? zeros : own.recurrentBias
  for (let t = 0; t < steps; t++) {
    multiply(rows, wide, units, own.state, units, 1, own.recurrent, wide, 1, own.step, start)
    if (own.kind == LSTM) lstmStep(own, t, rows)
    else if (own.kind == GRU) gruStep(own, t, rows)
    else if (own.kind == RNN) rnnStep(own, t, rows)
    else unreachable()
    if (own.sequences) handOn(own, layer.outputs, t, rows)
  }
  if (!own.sequences) memory.copy(layer.outputs, own.state, bytes(rows * units))
}

/** The state of a step, among those of the others. */
function handOn(own: Recurrent, outputs: usize, t: i32, rows: i32): void {
  const line = bytes(own.units)
  let from = own.state
  let to = outputs + <usize>t * line
  for (let i = 0; i < rows; i++) {
    for (let at: usize = 0; at < line; at += 4) store<f32>(to + at, load<f32>(from + at))
    from += line
    to += <usize>own.steps * line
  }
}

/** Back through time, then the gradients of both kernels and the biases over all steps. Leaves deltas of gates in `gates`. */
export function recurrentGradients(layer: Layer, fedBy: usize, deltas: usize, rows: i32, first: bool): void {
  const own = changetype<Recurrent>(layer.own)
  const steps = own.steps
  const features = own.features
  const units = own.units
  const wide = own.wide
  const gates = own.gates
  memory.fill(own.cell, 0, bytes(rows * units))
  if (own.sequences) memory.fill(own.state, 0, bytes(rows * units))
  else memory.copy(own.state, deltas, bytes(rows * units))
  for (let t = steps - 1; t >= 0; t--) {
    if (own.sequences) takeIn(own, deltas, t, rows)
    if (own.kind == LSTM) lstmBack(own, t, rows)
    else if (own.kind == GRU) gruBack(own, t, rows)
    else if (own.kind == RNN) rnnBack(own, t, rows)
    else unreachable()
    const start = own.kind == GRU ? own.state : zeros
    if (t > 0) multiply(rows, units, wide, own.step, wide, 1, own.recurrent, 1, wide, own.state, start)
  }
  const all = rows * steps
  const kernel = layer.kernelGradient
  const recurrent = own.recurrentGradient
  const bias = layer.biasGradient
  const back = own.recurrentDeltas
  multiply(features, wide, all, fedBy, 1, features, gates, wide, 1, kernel, first ? zeros : kernel)
  multiply(units, wide, all, own.earlier, 1, units, back, wide, 1, recurrent, first ? zeros : recurrent)
  sumRows(all, wide, gates, bias, first ? zeros : bias)
  const second = own.recurrentBiasGradient
  if (second != 0) sumRows(all, wide, back, second, first ? zeros : second)
}

/** Adds what the next layer says of a step's state to what the next step says. */
function takeIn(own: Recurrent, deltas: usize, t: i32, rows: i32): void {
  const line = bytes(own.units)
  let from = deltas + <usize>t * line
  let to = own.state
  for (let i = 0; i < rows; i++) {
    for (let at: usize = 0; at < line; at += 4) store<f32>(to + at, load<f32>(to + at) + load<f32>(from + at))
    from += <usize>own.steps * line
    to += line
  }
}

/** Leaves in `below` the deltas of what the layer was given. */
export function recurrentDeltas(layer: Layer, rows: i32, below: usize): void {
  const own = changetype<Recurrent>(layer.own)
  const wide = own.wide
  multiply(rows * own.steps, own.features, wide, own.gates, wide, 1, layer.kernel, 1, wide, below, zeros)
}
