/**
 * The four classification sets and the two regressions of TensorFlow Playground, with its geometry and noise (Smilkov et al. 2017,
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

/** A tilted plane: the target rises from −1 to 1 along the diagonal. */
export const plane: Generator = (_index, noise, where, jitter) => {
  const [x, y] = [symmetric(where) * REACH, symmetric(where) * REACH]
  const [judgedX, judgedY] = [x + symmetric(jitter) * REACH * noise, y + symmetric(jitter) * REACH * noise]
  return { inputs: [x, y], target: clamped((judgedX + judgedY) / 10) }
}

/** Six hills and hollows of radius 2; where two overlap, the larger counts. */
export const bumps: Generator = (_index, noise, where, jitter) => {
  const [x, y] = [symmetric(where) * REACH, symmetric(where) * REACH]
  const [judgedX, judgedY] = [x + symmetric(jitter) * REACH * noise, y + symmetric(jitter) * REACH * noise]
  const heights = HILLS.map(([centreX, centreY, sign]) => {
    const distance = Math.hypot(judgedX - centreX, judgedY - centreY)
    return sign * Math.max(0, 1 - distance / 2)
  })
  return { inputs: [x, y], target: heights.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a)) }
}

/** Half the side of the square that the regressions fill. */
const REACH = 6

const HILLS = [
  [-4, 2.5, 1],
  [0, 2.5, -1],
  [4, 2.5, 1],
  [-4, -2.5, -1],
  [0, -2.5, 1],
  [4, -2.5, -1],
] as const

const clamped = (value: number) => Math.max(-1, Math.min(1, value))

/** Number `index` of the additive golden-ratio sequence: each prefix fills [0, 1) evenly. */
export function spread(index: number, offset: number): number {
  return (offset + index * 0.6180339887498949) % 1
}

const between = (u: number, from: number, to: number) => from + u * (to - from)
const symmetric = (random: { uniform(): number }) => 2 * random.uniform() - 1
