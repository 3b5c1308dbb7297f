/**
 * Losses and their slopes by logits (rows × outputs, row-major). Targets are one number a row: the class, or the value
 * to predict. Slopes are divided by the size of the batch, so that gradients are of its mean loss. A head or a loss that
 * is not known here traps.
 */
import { CROSS_ENTROPY, LINEAR_HEAD, MSE, SIGMOID_HEAD, SOFTMAX_HEAD } from './codes'
import { exp, laneSum, log, log1p, sigmoid } from './maths'
import { bytes } from './memory'
import { exactSquareSum } from './sums'

/** Whether the loss is cross-entropy and not the squared error. */
function isCrossEntropy(loss: i32): bool {
  if (loss == CROSS_ENTROPY) return true
  if (loss != MSE) unreachable()
  return false
}

/** The activation of the output layer: probabilities, or numbers, in place of logits. */
export function applyHead(head: i32, z: usize, rows: i32, units: i32): void {
  if (head == LINEAR_HEAD) return
  const end = z + bytes(rows * units)
  if (head == SIGMOID_HEAD) {
    for (; z < end; z += 16) v128.store(z, sigmoid(v128.load(z)))
    return
  }
  if (head != SOFTMAX_HEAD) unreachable()
  shiftToLargest(z, rows, units)
  for (let at = z; at < end; at += 16) v128.store(at, exp(v128.load(at)))
  const line = bytes(units)
  for (; z < end; z += line) {
    let sum: f32 = 0
    for (let j: usize = 0; j < line; j += 4) sum += load<f32>(z + j)
    for (let j: usize = 0; j < line; j += 4) store<f32>(z + j, load<f32>(z + j) / sum)
  }
}

/** Each row less its largest: softmax stays the same, and nothing overflows. */
function shiftToLargest(z: usize, rows: i32, units: i32): void {
  const line = bytes(units)
  const end = z + <usize>rows * line
  for (; z < end; z += line) {
    let largest = load<f32>(z)
    for (let j: usize = 4; j < line; j += 4) largest = max(largest, load<f32>(z + j))
    for (let j: usize = 0; j < line; j += 4) store<f32>(z + j, load<f32>(z + j) - largest)
  }
}

/** Slopes of the mean loss of `size` rows by the logits, written over the logits. */
export function slopes(
  head: i32,
  loss: i32,
  z: usize,
  targets: usize,
  rows: i32,
  units: i32,
  size: i32,
): void {
  const share = <f32>1 / <f32>size
  applyHead(head, z, rows, units)
  if (head == SOFTMAX_HEAD) softmaxSlopes(loss, z, targets, rows, units, share)
  else {
    const crossEntropy = isCrossEntropy(loss)
    const scale = f32x4.splat(crossEntropy ? share : 2 * share)
    const end = z + bytes(rows)
    const curved = head == SIGMOID_HEAD && !crossEntropy
    for (; z < end; z += 16) {
      const y = v128.load(z)
      let slope = f32x4.mul(f32x4.sub(y, v128.load(targets)), scale)
      if (curved) slope = f32x4.mul(slope, f32x4.mul(y, f32x4.sub(f32x4.splat(1), y)))
      v128.store(z, slope)
      targets += 16
    }
  }
}

function softmaxSlopes(loss: i32, p: usize, targets: usize, rows: i32, units: i32, share: f32): void {
  const line = bytes(units)
  const end = p + <usize>rows * line
  const crossEntropy = isCrossEntropy(loss)
  for (; p < end; p += line) {
    const right = bytes(<i32>load<f32>(targets))
    targets += 4
    if (crossEntropy) {
      for (let j: usize = 0; j < line; j += 4)
        store<f32>(p + j, (load<f32>(p + j) - <f32>(j == right)) * share)
    } else {
      // With e = p − y: d mean(e²)/dz = 2/K · p · (e − Σ e·p).
      let mean: f32 = 0
      for (let j: usize = 0; j < line; j += 4)
        mean += (load<f32>(p + j) - <f32>(j == right)) * load<f32>(p + j)
      const scale = (share * 2) / <f32>units
      for (let j: usize = 0; j < line; j += 4) {
        const y = load<f32>(p + j)
        store<f32>(p + j, scale * y * (y - <f32>(j == right) - mean))
      }
    }
  }
}

/**
 * Adds the rows' losses to the first number at `sums`, how many are right to the second and the squares of the losses to the
 * third. Uses up the logits, and leaves the losses in `each`.
 */
export function score(
  head: i32,
  loss: i32,
  z: usize,
  targets: usize,
  rows: i32,
  units: i32,
  each: usize,
  sums: usize,
): void {
  let total = load<f64>(sums)
  let right = load<f64>(sums, 8)
  const crossEntropy = isCrossEntropy(loss)
  if (head == SOFTMAX_HEAD) right += largestAreTargets(z, targets, rows, units)
  else if (head == SIGMOID_HEAD) {
    const end = z + bytes(rows)
    for (let at = z, to = targets; at < end; at += 4, to += 4)
      right += <f64>(load<f32>(at) > 0 == load<f32>(to) > 0.5)
  } else if (head != LINEAR_HEAD) unreachable()
  total += sampleLosses(head, crossEntropy, z, targets, rows, units, each)
  store<f64>(sums, total)
  store<f64>(sums, right, 8)
  store<f64>(sums, load<f64>(sums, 16) + exactSquareSum(each, rows), 16)
}

/** Leaves the rows' losses in `each`, and the logits as they are; `scratch` has room for a copy of them. */
export function rowLosses(
  head: i32,
  loss: i32,
  z: usize,
  targets: usize,
  rows: i32,
  units: i32,
  scratch: usize,
  each: usize,
): void {
  const crossEntropy = isCrossEntropy(loss)
  if (head == SOFTMAX_HEAD || (head == SIGMOID_HEAD && !crossEntropy)) {
    memory.copy(scratch, z, bytes(rows * units))
    z = scratch
  }
  sampleLosses(head, crossEntropy, z, targets, rows, units, each)
}

/** Leaves the rows' losses in `each`, and gives their sum. Uses up the logits of softmax, and of sigmoid with squares. */
function sampleLosses(
  head: i32,
  crossEntropy: bool,
  z: usize,
  targets: usize,
  rows: i32,
  units: i32,
  each: usize,
): f64 {
  if (!crossEntropy) return squares(head, z, targets, rows, units, each)
  if (head == SOFTMAX_HEAD) return crossEntropies(z, targets, rows, units, each)
  return binaryCrossEntropies(z, targets, rows, each)
}

/** Rows whose largest logit, the first of equals, is the target's. */
function largestAreTargets(z: usize, targets: usize, rows: i32, units: i32): f64 {
  let right = 0
  for (let i = 0; i < rows; i++) {
    let best = 0
    let largest = load<f32>(z)
    for (let j = 1; j < units; j++) {
      const value = load<f32>(z + bytes(j))
      if (value > largest) {
        largest = value
        best = j
      }
    }
    right += i32(best == <i32>load<f32>(targets + bytes(i)))
    z += bytes(units)
  }
  return <f64>right
}

/** Σ max(z, 0) − z·y + log(1 + e^−|z|) */
function binaryCrossEntropies(z: usize, targets: usize, rows: i32, each: usize): f64 {
  let total: f64 = 0
  const zero = f32x4.splat(0)
  for (let left = rows; left > 0; left -= 4) {
    const x = v128.load(z)
    const tail = log1p(exp(f32x4.neg(f32x4.abs(x))))
    const four = f32x4.add(f32x4.sub(f32x4.pmax(x, zero), f32x4.mul(x, v128.load(targets))), tail)
    total += laneSum(v128.and(four, firstLanes(left)))
    v128.store(each, four)
    each += 16
    z += 16
    targets += 16
  }
  return total
}

/** Σ log Σ e^z − z of the target */
function crossEntropies(z: usize, targets: usize, rows: i32, units: i32, each: usize): f64 {
  const line = bytes(units)
  let total: f64 = 0
  shiftToLargest(z, rows, units)
  const end = z + <usize>rows * line
  const at = z
  for (let i = 0; i < rows; i++) {
    const right = load<f32>(z + bytes(<i32>load<f32>(targets + bytes(i))))
    total -= <f64>right
    store<f32>(each + bytes(i), right)
    z += line
  }
  for (let x = at; x < end; x += 16) v128.store(x, exp(v128.load(x)))
  for (let x = at; x < end; x += line) {
    let sum: f32 = 0
    for (let j: usize = 0; j < line; j += 4) sum += load<f32>(x + j)
    const logSum = f32x4.extract_lane(log(f32x4.splat(sum)), 0)
    total += <f64>logSum
    store<f32>(each, logSum - load<f32>(each))
    each += 4
  }
  return total
}

/** Σ over rows of the mean over outputs of (output − target)² */
function squares(head: i32, z: usize, targets: usize, rows: i32, units: i32, each: usize): f64 {
  applyHead(head, z, rows, units)
  let total: f64 = 0
  for (let i = 0; i < rows; i++) {
    const target = load<f32>(targets + bytes(i))
    let own: f64 = 0
    for (let j = 0; j < units; j++) {
      const wanted = head == SOFTMAX_HEAD ? <f32>(<f32>j == target) : target
      const off = load<f32>(z) - wanted
      total += <f64>(off * off)
      own += <f64>(off * off)
      z += 4
    }
    store<f32>(each + bytes(i), <f32>(own / <f64>units))
  }
  return total / <f64>units
}

/** All bits in the first `count` lanes. */
function firstLanes(count: i32): v128 {
  return i32x4.gt_s(i32x4.splat(count), i32x4(0, 1, 2, 3))
}
