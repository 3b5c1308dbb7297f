/** A step of an LSTM (gates i f c o; Gers et al. 2000), and the step backward. */
import { put, sigmoidSlope, tanhSlope } from './lanes'
import { sigmoid, tanh } from './maths'
import { bytes, Recurrent } from './memory'

export function lstmStep(own: Recurrent, t: i32, from: i32, to: i32): void {
  const units = own.units
  const line = bytes(units)
  const jump = <usize>own.steps * line
  const row = <usize>from * line
  const first = <usize>t * line + <usize>from * jump
  let gates = own.gates + 4 * first
  let step = own.step + 4 * row
  let previous = own.previousStates + first
  let cells = own.cells + first
  let tanhCells = own.tanhCells + first
  let state = own.state + row
  let cell = own.cell + row
  for (let n = from; n < to; n++) {
    for (let u = 0; u < units; u += 4) {
      const at = bytes(u)
      const left = units - u
      const toF = at + line
      const toC = toF + line
      const toO = toC + line
      const i = sigmoid(f32x4.add(v128.load(gates + at), v128.load(step + at)))
      const f = sigmoid(f32x4.add(v128.load(gates + toF), v128.load(step + toF)))
      const g = tanh(f32x4.add(v128.load(gates + toC), v128.load(step + toC)))
      const o = sigmoid(f32x4.add(v128.load(gates + toO), v128.load(step + toO)))
      const c = f32x4.add(f32x4.mul(f, v128.load(cell + at)), f32x4.mul(i, g))
      const b = tanh(c)
      put(gates + at, i, left)
      put(gates + toF, f, left)
      put(gates + toC, g, left)
      put(gates + toO, o, left)
      put(cells + at, c, left)
      put(cell + at, c, left)
      put(tanhCells + at, b, left)
      put(previous + at, v128.load(state + at), left)
      put(state + at, f32x4.mul(o, b), left)
    }
    gates += 4 * jump
    step += 4 * line
    previous += jump
    cells += jump
    tanhCells += jump
    state += line
    cell += line
  }
}

/** `state` holds the deltas of h, and `cell` those of c from the next step. */
export function lstmBack(own: Recurrent, t: i32, from: i32, to: i32): void {
  const units = own.units
  const line = bytes(units)
  const jump = <usize>own.steps * line
  const row = <usize>from * line
  const first = <usize>t * line + <usize>from * jump
  let gates = own.gates + 4 * first
  let step = own.step + 4 * row
  let before = own.cells + first - line
  let tanhCells = own.tanhCells + first
  let state = own.state + row
  let cell = own.cell + row
  for (let n = from; n < to; n++) {
    for (let u = 0; u < units; u += 4) {
      const at = bytes(u)
      const left = units - u
      const toF = at + line
      const toC = toF + line
      const toO = toC + line
      const i = v128.load(gates + at)
      const f = v128.load(gates + toF)
      const g = v128.load(gates + toC)
      const o = v128.load(gates + toO)
      const b = v128.load(tanhCells + at)
      const dh = v128.load(state + at)
      const dc = f32x4.add(v128.load(cell + at), f32x4.mul(f32x4.mul(dh, o), tanhSlope(b)))
      const was = t > 0 ? v128.load(before + at) : f32x4.splat(0)
      const di = f32x4.mul(f32x4.mul(dc, g), sigmoidSlope(i))
      const df = f32x4.mul(f32x4.mul(dc, was), sigmoidSlope(f))
      const dg = f32x4.mul(f32x4.mul(dc, i), tanhSlope(g))
      const dz = f32x4.mul(f32x4.mul(dh, b), sigmoidSlope(o))
      put(cell + at, f32x4.mul(dc, f), left)
      put(gates + at, di, left)
      put(gates + toF, df, left)
      put(gates + toC, dg, left)
      put(gates + toO, dz, left)
      put(step + at, di, left)
      put(step + toF, df, left)
      put(step + toC, dg, left)
      put(step + toO, dz, left)
    }
    gates += 4 * jump
    step += 4 * line
    before += jump
    tanhCells += jump
    state += line
    cell += line
  }
}
