/**
 * Two classes that parts of a plane decide: three sets of TensorFlow Playground. Classes alternate, so every prefix is
 * balanced. Points of `circle` and `xor` never move: noise moves the point only where its class is decided, as there.
 */
import type { Generator } from './generator.ts'
import { RADIUS, symmetric } from './playground.ts'
import type { Chance } from './truth.ts'
import { twoClasses } from './two-classes.ts'

/** A disc of one class inside a ring of the other. */
const circle: Generator = (index, noise, where, jitter) => {
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

/** Steps of the integral over one coordinate's jitter. */
const STEPS = 100

/** B within half the radius, the point moved by a uniform jitter of ±5 × noise in both coordinates. */
const chanceOfCircle: Chance = (noise) => {
  const reach = RADIUS * noise
  const limit = RADIUS / 2
  if (noise === 0) return (x, y) => (Math.hypot(x, y) < limit ? 1 : 0)
  return (x, y) => {
    let sum = 0
    for (let i = 0; i < STEPS; i++) {
      const across = x + reach * ((2 * (i + 0.5)) / STEPS - 1)
      // The stretch of the other coordinate that lies inside the disc.
      const half = Math.sqrt(Math.max(0, limit ** 2 - across ** 2))
      sum += Math.max(0, Math.min(y + reach, half) - Math.max(y - reach, -half))
    }
    return sum / (STEPS * 2 * reach)
  }
}

/** Four quadrants, opposite ones alike, with a corridor between them. */
const xor: Generator = (index, noise, where, jitter) => {
  const padding = 0.3
  const quadrant = index % 4
  const x = (quadrant < 2 ? 1 : -1) * (RADIUS * where.uniform() + padding)
  const y = (quadrant % 2 === 0 ? 1 : -1) * (RADIUS * where.uniform() + padding)
  const judged = (x + symmetric(jitter) * RADIUS * noise) * (y + symmetric(jitter) * RADIUS * noise)
  return { inputs: [x, y], target: judged >= 0 ? 1 : 0 }
}

/** B where both coordinates have one sign, the point moved by the same jitter. */
const chanceOfXor: Chance = (noise) => {
  const reach = RADIUS * noise
  const positive = (v: number) =>
    reach === 0 ? Number(v >= 0) : Math.min(1, Math.max(0, (v / reach + 1) / 2))
  return (x, y) => {
    const [right, above] = [positive(x), positive(y)]
    return right * above + (1 - right) * (1 - above)
  }
}

/** Two normal clouds around (2, 2) and (−2, −2), variance 0.5 at noise 0, growing by 7 per unit of noise. */
const gauss: Generator = (index, noise, _where, jitter) => {
  const target = index % 2 === 0 ? 1 : 0
  const centre = target === 1 ? 2 : -2
  const deviation = Math.sqrt(0.5 + 7 * noise)
  return { inputs: [centre + deviation * jitter.normal(), centre + deviation * jitter.normal()], target }
}

/** Two normal clouds around (2, 2), which is B, and (−2, −2). */
const chanceOfGauss: Chance = (noise) => {
  const variance = 0.5 + 7 * noise
  return (x, y) => 1 / (1 + Math.exp((-4 * (x + y)) / variance))
}

const between = (u: number, from: number, to: number) => from + u * (to - from)

export const planeClasses = {
  circle: twoClasses(circle, chanceOfCircle),
  xor: twoClasses(xor, chanceOfXor),
  gauss: twoClasses(gauss, chanceOfGauss),
}
