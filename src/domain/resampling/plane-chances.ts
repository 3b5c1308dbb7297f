/**
 * The chance that a point of a plane's set belongs to class B. Where a set decides the class at the point moved by its
 * jitter, it is the share of the jitter that decides for B; where it moves the points of two curves or clouds, it is
 * Bayes' rule with equal shares of both, which alternate.
 */

/** For a `data.noise`: the chance of class B at a point. */
export type Chance = (noise: number) => (x: number, y: number) => number

/** Radius of the disc that Playground's points fill. */
const RADIUS = 5

/** Steps of the integral over one coordinate's jitter, and over a curve. */
const STEPS = 100
const CURVE_STEPS = 300

/** B within half the radius, the point moved by a uniform jitter of ±5 × noise in both coordinates. */
const circle: Chance = (noise) => {
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

/** B where both coordinates have one sign, the point moved as in `circle`. */
const xor: Chance = (noise) => {
  const reach = RADIUS * noise
  const positive = (v: number) =>
    reach === 0 ? Number(v >= 0) : Math.min(1, Math.max(0, (v / reach + 1) / 2))
  return (x, y) => {
    const [right, above] = [positive(x), positive(y)]
    return right * above + (1 - right) * (1 - above)
  }
}

/** Two normal clouds around (2, 2), which is B, and (−2, −2). */
const gauss: Chance = (noise) => {
  const variance = 0.5 + 7 * noise
  return (x, y) => 1 / (1 + Math.exp((-4 * (x + y)) / variance))
}

interface Place {
  readonly x: number
  readonly y: number
}

function along(curve: (share: number) => Place): readonly Place[] {
  return Array.from({ length: CURVE_STEPS }, (_, i) => curve((i + 0.5) / CURVE_STEPS))
}

/** Two arms of 1¾ turns; their points are moved by a uniform jitter of ±noise in both coordinates. */
const spiral: Chance = (noise) => {
  const arm = (turned: number) =>
    along((share) => {
      const angle = 1.75 * share * 2 * Math.PI + turned
      return { x: RADIUS * share * Math.sin(angle), y: RADIUS * share * Math.cos(angle) }
    })
  const [b, a] = [arm(0), arm(Math.PI)]
  return (x, y) => {
    const distance = (to: Place) => Math.max(Math.abs(x - to.x), Math.abs(y - to.y))
    const near = (curve: readonly Place[]) =>
      curve.reduce((count, to) => count + Number(distance(to) < noise), 0)
    const [ofA, ofB] = [near(a), near(b)]
    if (ofA + ofB > 0) return ofB / (ofA + ofB)
    // Where no point can lie, and without noise: the nearer arm.
    return nearest(b, distance) < nearest(a, distance) ? 1 : 0
  }
}

/** Two half circles; their points are moved by a normal jitter of that deviation. */
const moons: Chance = (noise) => {
  const a = along((share) => ({ x: Math.cos(Math.PI * share), y: Math.sin(Math.PI * share) }))
  const b = along((share) => ({ x: 1 - Math.cos(Math.PI * share), y: 0.5 - Math.sin(Math.PI * share) }))
  return (x, y) => {
    const squared = (to: Place) => (x - to.x) ** 2 + (y - to.y) ** 2
    const [nearA, nearB] = [nearest(a, squared), nearest(b, squared)]
    if (noise === 0) return nearB < nearA ? 1 : 0
    // Relative to the nearest point of both, so that densities far out do not all become 0.
    const least = Math.min(nearA, nearB)
    const density = (curve: readonly Place[]) =>
      curve.reduce((sum, to) => sum + Math.exp((least - squared(to)) / (2 * noise ** 2)), 0)
    const [ofA, ofB] = [density(a), density(b)]
    return ofB / (ofA + ofB)
  }
}

function nearest(curve: readonly Place[], distance: (to: Place) => number): number {
  return curve.reduce((least, to) => Math.min(least, distance(to)), Number.POSITIVE_INFINITY)
}

export const planeChances = { circle, xor, gauss, spiral, moons } satisfies Record<string, Chance>
