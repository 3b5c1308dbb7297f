/**
 * The four classification sets of TensorFlow Playground, with its geometry and noise (Smilkov et al. 2017,
 * github.com/tensorflow/playground, src/dataset.ts). Classes alternate, so every prefix is balanced. Points of
 * `circle` and `xor` never move: noise moves the point only where its class is decided, as there.
 */
import type { Generator } from './generator.ts'

const RADIUS = 5

/** A disc of one class inside a ring of the other. */
export const circle: Generator = (index, noise, where, jitter) => {
  const inside = index % 2 === 0
  const radius = inside
    ? between(where.uniform(), 0, RADIUS / 2)
    : between(where.uniform(), 0.7 * RADIUS, RADIUS)
  const angle = 2 * Math.PI * where.uniform()
  const x = radius * Math.sin(angle)
  const y = radius * Math.cos(angle)
  const judged = Math.hypot(x + symmetric(jitter) * RADIUS * noise, y + symmetric(jitter) * RADIUS * noise)
  return { inputs: [x, y], target: judged < RADIUS / 2 ? 1 : 0 }
}

/** Four quadrants, opposite ones alike, with a corridor between them. */
export const xor: Generator = (index, noise, where, jitter) => {
  const padding = 0.3
  const quadrant = index % 4
  const x = (quadrant < 2 ? 1 : -1) * (RADIUS * where.uniform() + padding)
  const y = (quadrant % 2 === 0 ? 1 : -1) * (RADIUS * where.uniform() + padding)
  const judged = (x + symmetric(jitter) * RADIUS * noise) * (y + symmetric(jitter) * RADIUS * noise)
  return { inputs: [x, y], target: judged >= 0 ? 1 : 0 }
}

/** Two normal clouds around (2, 2) and (−2, −2), variance 0.5 at noise 0, growing by 7 per unit of noise. */
export const gauss: Generator = (index, noise, _where, jitter) => {
  const target = index % 2 === 0 ? 1 : 0
  const centre = target === 1 ? 2 : -2
  const deviation = Math.sqrt(0.5 + 7 * noise)
  return { inputs: [centre + deviation * jitter.normal(), centre + deviation * jitter.normal()], target }
}

/** Two arms of 1¾ turns. Radii follow a golden-ratio sequence: evenly spread along the arm for any number of points. */
export const spiral: Generator = (index, noise, _where, jitter, offset) => {
  const target = index % 2 === 0 ? 1 : 0
  const along = spread(Math.floor(index / 2), offset)
  const angle = 1.75 * along * 2 * Math.PI + (target === 1 ? 0 : Math.PI)
  const x = RADIUS * along * Math.sin(angle) + symmetric(jitter) * noise
  const y = RADIUS * along * Math.cos(angle) + symmetric(jitter) * noise
  return { inputs: [x, y], target }
}

/** Number `index` of the additive golden-ratio sequence: each prefix fills [0, 1) evenly. */
export function spread(index: number, offset: number): number {
  return (offset + index * 0.6180339887498949) % 1
}

const between = (u: number, from: number, to: number) => from + u * (to - from)
const symmetric = (random: { uniform(): number }) => 2 * random.uniform() - 1
