/** A step of Elman's network, h = f(x·W + b + h·U) with f tanh or ReLU, and the step back. */
import { RELU, TANH } from './codes'
import { put, tanhSlope } from './lanes'
import { tanh } from './maths'
import { bytes, Recurrent } from './memory'

/** Whether f is ReLU and not tanh; traps at any other. */
function rectifies(own: Recurrent): bool {
  if (own.activation == RELU) return true
  if (own.activation != TANH) unreachable()
  return false
}

export function rnnStep(own: Recurrent, t: i32, from: i32, to: i32): void {
  const units = own.units
  const line = bytes(units)
  const relu = rectifies(own)
  const jump = <usize>own.steps * line
  const first = <usize>t * line + <usize>from * jump
  let gates = own.gates + first
  let previous = own.previousStates + first
  let state = own.state + <usize>from * line
  let step = own.step + <usize>from * line
  for (let i = from; i < to; i++) {
    for (let u = 0; u < units; u += 4) {
      const at = bytes(u)
      const left = units - u
      const z = f32x4.add(v128.load(gates + at), v128.load(step + at))
      const h = relu ? f32x4.pmax(z, f32x4.splat(0)) : tanh(z)
      put(previous + at, v128.load(state + at), left)
      put(state + at, h, left)
      put(gates + at, h, left)
    }
    gates += jump
    previous += jump
    state += line
    step += line
  }
}

export function rnnBack(own: Recurrent, t: i32, from: i32, to: i32): void {
  const units = own.units
  const line = bytes(units)
  const relu = rectifies(own)
  const one = f32x4.splat(1)
  const jump = <usize>own.steps * line
  let gates = own.gates + <usize>t * line + <usize>from * jump
  let state = own.state + <usize>from * line
  let step = own.step + <usize>from * line
  for (let i = from; i < to; i++) {
    for (let u = 0; u < units; u += 4) {
      const at = bytes(u)
      const left = units - u
      const h = v128.load(gates + at)
      const slope = relu ? v128.and(f32x4.gt(h, f32x4.splat(0)), one) : tanhSlope(h)
      const delta = f32x4.mul(v128.load(state + at), slope)
      put(gates + at, delta, left)
      put(step + at, delta, left)
    }
    gates += jump
    state += line
    step += line
  }
}
