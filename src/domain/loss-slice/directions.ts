/**
 * Two directions in the space of all weights, in which the loss around a network is looked at: at random, scaled by filter
 * (Li et al. 2018), or those in which a run moved most.
 */
import type { Experiment } from '../experiment/experiment.ts'
import { sizeOf } from '../network/layers.ts'
import { weightTensors } from '../network/network.ts'
import { stream } from '../random.ts'

/** Flat, in the order of `weightTensors`. */
type Direction = Float32Array

/**
 * A random direction in which the incoming weights of each unit, or each filter, are as long as those of the network:
 * a step then is one of the same relative size everywhere. Biases do not move. `index` 0, 1, … gives different ones.
 */
export function filterDirection(experiment: Experiment, weights: Float32Array, index: number): Direction {
  const direction = new Float32Array(weights.length)
  let at = 0
  weightTensors(experiment).forEach(({ shape, role }, tensor) => {
    const size = sizeOf(shape)
    if (role !== 'bias') {
      const random = stream(experiment.seed.weights, 'slice', index, tensor)
      for (let i = at; i < at + size; i++) direction[i] = random.normal()
      const filters = shape.at(-1)!
      for (let filter = 0; filter < filters; filter++) {
        let [own, drawn] = [0, 0]
        for (let i = at + filter; i < at + size; i += filters) {
          own += weights[i]! ** 2
          drawn += direction[i]! ** 2
        }
        const scale = drawn === 0 ? 0 : Math.sqrt(own / drawn)
        for (let i = at + filter; i < at + size; i += filters) direction[i]! *= scale
      }
    }
    at += size
  })
  return direction
}

export interface Plane {
  /** Of length 1, at right angles to each other. */
  readonly directions: readonly [Direction, Direction]
  /** Where each of the points lies in the plane, as lengths along the two directions from the origin. */
  readonly places: readonly (readonly [number, number])[]
  /** The share of all their squared distances from the origin that lies in the plane. */
  readonly share: number
}

/** A direction whose part of the squared distances is smaller than this is only rounding. */
const ROUNDING = 1e-10

/**
 * The plane through `origin` in which the points lie, or nearest to them: their two principal directions, seen from there.
 * Where they leave one or both open, `others` stand in, made perpendicular.
 */
export function planeOf(
  origin: Float32Array,
  points: readonly Float32Array[],
  others: readonly [Direction, Direction],
): Plane {
  const moves = points.map((point) => Float64Array.from(point, (w, i) => w - origin[i]!))
  const products = moves.map((a) => moves.map((b) => dot(a, b)))
  const total = products.reduce((sum, row, i) => sum + row[i]!, 0)
  const found: Float64Array[] = []
  for (const { value, vector } of principal(products, 2)) {
    if (value <= ROUNDING * total || value <= 0) continue
    const direction = new Float64Array(origin.length)
    moves.forEach((move, j) => {
      for (let i = 0; i < direction.length; i++) direction[i]! += (vector[j]! * move[i]!) / Math.sqrt(value)
    })
    found.push(direction)
  }
  for (const other of others) if (found.length < 2) found.push(perpendicular(Float64Array.from(other), found))
  const [first, second] = found as [Float64Array, Float64Array]
  const places = moves.map((move) => [dot(move, first), dot(move, second)] as const)
  const inside = places.reduce((sum, [a, b]) => sum + a * a + b * b, 0)
  return {
    directions: [Float32Array.from(first), Float32Array.from(second)],
    places,
    share: total === 0 ? 1 : Math.min(1, inside / total),
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Of length 1. */
function perpendicular(direction: Float64Array, to: readonly Float64Array[]): Float64Array {
  for (const other of to) {
    const share = dot(direction, other) / (dot(other, other) || 1)
    for (let i = 0; i < direction.length; i++) direction[i]! -= share * other[i]!
  }
  const length = Math.sqrt(dot(direction, direction)) || 1
  return direction.map((w) => w / length)
}

/** The largest eigenvalues of a symmetric matrix and their vectors of length 1, by power iteration and deflation. */
function principal(matrix: readonly (readonly number[])[], count: number) {
  const rest = matrix.map((row) => [...row])
  const size = matrix.length
  return Array.from({ length: Math.min(count, size) }, () => {
    // The longest column is no stranger to the largest vector.
    const start = rest.reduce((best, row) => (norm(row) > norm(best) ? row : best), rest[0]!)
    let vector = scaled(start)
    let value = 0
    for (let turn = 0; turn < 500; turn++) {
      const next = rest.map((row) => row.reduce((sum, entry, j) => sum + entry * vector[j]!, 0))
      const length = norm(next)
      if (length === 0) break
      const settled = Math.abs(length - value) <= 1e-14 * length
      value = length
      vector = scaled(next)
      if (settled) break
    }
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) rest[i]![j]! -= value * vector[i]! * vector[j]!
    return { value, vector }
  })
}

const norm = (vector: readonly number[]) => Math.hypot(...vector)

function scaled(vector: readonly number[]): number[] {
  const length = norm(vector) || 1
  return vector.map((entry) => entry / length)
}
