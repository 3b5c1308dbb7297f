/**
 * A step of a GRU as cuDNN and Keras define it (gates z r h, reset after the recurrent product), and the step backward.
 */
import { put, sigmoidSlope, tanhSlope } from './lanes'
import { sigmoid, tanh } from './maths'
import { bytes, Recurrent } from './memory'

export function gruStep(own: Recurrent, t: i32, from: i32, to: i32): void {
  const units = own.units
  const line = bytes(units)
  const jump = <usize>own.steps * line
  const row = <usize>from * line
  const first = <usize>t * line + <usize>from * jump
  let gates = own.gates + 3 * first
  let step = own.step + 3 * row
  let previous = own.previousStates + first
  let inner = own.cells + first
  let state = own.state + row
  for (let i = from; i < to; i++) {
    for (let u = 0; u < units; u += 4) {
      const at = bytes(u)
      const left = units - u
      const toR = at + line
      const toH = toR + line
      const z = sigmoid(f32x4.add(v128.load(gates + at), v128.load(step + at)))
      const r = sigmoid(f32x4.add(v128.load(gates + toR), v128.load(step + toR)))
      const back = v128.load(step + toH)
      const made = tanh(f32x4.add(v128.load(gates + toH), f32x4.mul(r, back)))
      const was = v128.load(state + at)
      const h = f32x4.add(f32x4.mul(z, was), f32x4.mul(f32x4.sub(f32x4.splat(1), z), made))
      put(gates + at, z, left)
      put(gates + toR, r, left)
      put(gates + toH, made, left)
      put(inner + at, back, left)
      put(previous + at, was, left)
      put(state + at, h, left)
    }
    gates += 3 * jump
    step += 3 * line
    previous += jump
    inner += jump
    state += line
  }
}

/** `state` holds the deltas of h; afterwards it holds those that pass through z. */
export function gruBack(own: Recurrent, t: i32, from: i32, to: i32): void {
  const units = own.units
  const line = bytes(units)
  const jump = <usize>own.steps * line
  const row = <usize>from * line
  const first = <usize>t * line + <usize>from * jump
  let gates = own.gates + 3 * first
  let back = own.recurrentDeltas + 3 * first
  let step = own.step + 3 * row
  let previous = own.previousStates + first
  let inner = own.cells + first
  let state = own.state + row
  for (let i = from; i < to; i++) {
    for (let u = 0; u < units; u += 4) {
      const at = bytes(u)
      const left = units - u
      const toR = at + line
      const toH = toR + line
      const z = v128.load(gates + at)
      const r = v128.load(gates + toR)
      const made = v128.load(gates + toH)
      const dh = v128.load(state + at)
      const dz = f32x4.mul(f32x4.mul(dh, f32x4.sub(v128.load(previous + at), made)), sigmoidSlope(z))
      const dm = f32x4.mul(f32x4.mul(dh, f32x4.sub(f32x4.splat(1), z)), tanhSlope(made))
      const dr = f32x4.mul(f32x4.mul(dm, v128.load(inner + at)), sigmoidSlope(r))
      const dInner = f32x4.mul(dm, r)
      put(gates + at, dz, left)
      put(gates + toR, dr, left)
      put(gates + toH, dm, left)
      put(back + at, dz, left)
      put(back + toR, dr, left)
      put(back + toH, dInner, left)
      put(step + at, dz, left)
      put(step + toR, dr, left)
      put(step + toH, dInner, left)
      put(state + at, f32x4.mul(dh, z), left)
    }
    gates += 3 * jump
    back += 3 * jump
    step += 3 * line
    previous += jump
    inner += jump
    state += line
  }
}
