/**
 * Recurrent layers through time. Buffers hold rows × steps × numbers, as the next layer reads them, so that what does
 * not wait for the step before is one product over all steps; what does is rows × numbers, laid end to end. Of rows
 * [from, to) but for gradients.
 */
import { GRU, LSTM, RNN } from './codes'
import { biasGradient, kernelGradient } from './gradients'
import { gruBack, gruStep } from './gru'
import { lstmBack, lstmStep } from './lstm'
import { multiply, zeros } from './matrix'
import { bytes, Layer, Recurrent } from './memory'
import { rnnBack, rnnStep } from './rnn'

export function recurrentForward(layer: Layer, inputs: usize, from: i32, to: i32): void {
  const own = changetype<Recurrent>(layer.own)
  const steps = own.steps
  const features = own.features
  const units = own.units
  const gateUnits = own.gateUnits
  const rows = to - from
  const x = inputs + bytes(from * steps * features)
  const gates = own.gates + bytes(from * steps * gateUnits)
  const state = own.state + bytes(from * units)
  const step = own.step + bytes(from * gateUnits)
  multiply(rows * steps, gateUnits, features, x, features, 1, layer.kernel, gateUnits, 1, gates, layer.bias)
  memory.fill(state, 0, bytes(rows * units))
  memory.fill(own.cell + bytes(from * units), 0, bytes(rows * units))
  const start = own.recurrentBias == 0 ? zeros : own.recurrentBias
  for (let t = 0; t < steps; t++) {
    multiply(rows, gateUnits, units, state, units, 1, own.recurrent, gateUnits, 1, step, start)
    if (own.kind == LSTM) lstmStep(own, t, from, to)
    else if (own.kind == GRU) gruStep(own, t, from, to)
    else if (own.kind == RNN) rnnStep(own, t, from, to)
    else unreachable()
    if (own.sequences) handOn(own, layer.outputs, t, from, to)
  }
  if (!own.sequences) memory.copy(layer.outputs + bytes(from * units), state, bytes(rows * units))
}

/** The state of a step, among those of the others. */
function handOn(own: Recurrent, outputs: usize, t: i32, from: i32, to: i32): void {
  const line = bytes(own.units)
  const jump = <usize>own.steps * line
  let state = own.state + <usize>from * line
  let output = outputs + <usize>t * line + <usize>from * jump
  for (let i = from; i < to; i++) {
    for (let at: usize = 0; at < line; at += 4) store<f32>(output + at, load<f32>(state + at))
    state += line
    output += jump
  }
}

/** Leaves the deltas of the gates' sums in `gates`. */
export function backThroughTime(layer: Layer, deltas: usize, from: i32, to: i32): void {
  const own = changetype<Recurrent>(layer.own)
  const units = own.units
  const gateUnits = own.gateUnits
  const rows = to - from
  const state = own.state + bytes(from * units)
  const step = own.step + bytes(from * gateUnits)
  memory.fill(own.cell + bytes(from * units), 0, bytes(rows * units))
  if (own.sequences) memory.fill(state, 0, bytes(rows * units))
  else memory.copy(state, deltas + bytes(from * units), bytes(rows * units))
  for (let t = own.steps - 1; t >= 0; t--) {
    if (own.sequences) takeIn(own, deltas, t, from, to)
    if (own.kind == LSTM) lstmBack(own, t, from, to)
    else if (own.kind == GRU) gruBack(own, t, from, to)
    else if (own.kind == RNN) rnnBack(own, t, from, to)
    else unreachable()
    const start = own.kind == GRU ? state : zeros
    if (t > 0) multiply(rows, units, gateUnits, step, gateUnits, 1, own.recurrent, 1, gateUnits, state, start)
  }
}

/** Adds all rows and steps to this thread's share of the gradients of both kernels and the biases. */
export function recurrentGradients(layer: Layer, inputs: usize, rows: i32, first: bool): void {
  const own = changetype<Recurrent>(layer.own)
  const gateUnits = own.gateUnits
  const gates = own.gates
  const all = rows * own.steps
  const back = own.recurrentDeltas
  kernelGradient(own.features, gateUnits, all, inputs, gates, layer.kernelGradient, first)
  kernelGradient(own.units, gateUnits, all, own.previousStates, back, own.recurrentGradient, first)
  biasGradient(all, gateUnits, gates, layer.biasGradient, first)
  const second = own.recurrentBiasGradient
  if (second != 0) biasGradient(all, gateUnits, back, second, first)
}

/** Adds what the next layer says of a step's state to what the next step says. */
function takeIn(own: Recurrent, deltas: usize, t: i32, from: i32, to: i32): void {
  const line = bytes(own.units)
  const jump = <usize>own.steps * line
  let delta = deltas + <usize>t * line + <usize>from * jump
  let state = own.state + <usize>from * line
  for (let i = from; i < to; i++) {
    for (let at: usize = 0; at < line; at += 4)
      store<f32>(state + at, load<f32>(state + at) + load<f32>(delta + at))
    delta += jump
    state += line
  }
}

/** Leaves in `below` the deltas of what the layer was given. */
export function recurrentDeltas(layer: Layer, from: i32, to: i32, below: usize): void {
  const own = changetype<Recurrent>(layer.own)
  const gateUnits = own.gateUnits
  const features = own.features
  const first = from * own.steps
  const gates = own.gates + bytes(first * gateUnits)
  const inputs = below + bytes(first * features)
  multiply(
    (to - from) * own.steps,
    features,
    gateUnits,
    gates,
    gateUnits,
    1,
    layer.kernel,
    1,
    gateUnits,
    inputs,
    zeros,
  )
}
