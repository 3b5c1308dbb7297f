/**
 * Two classes along two curves of a plane: the spiral of TensorFlow Playground, and the moons. Classes alternate, so
 * every prefix is balanced. Jitter moves the points, so that the chance of a class is Bayes' rule with equal shares.
 */
import type { Reference } from './entry.ts'
import type { Generator } from './generator.ts'
import { RADIUS, symmetric } from './playground.ts'
import type { Chance } from './truth.ts'
import { twoClasses } from './two-classes.ts'

/** Two arms of 1¾ turns. Radii follow a golden-ratio sequence: evenly spread along the arm for any number of points. */
const spiral: Generator = (index, noise, _where, jitter, offset) => {
  const target = index % 2 === 0 ? 1 : 0
  const along = spread(Math.floor(index / 2), offset)
  const angle = 1.75 * along * 2 * Math.PI + (target === 1 ? 0 : Math.PI)
  const x = RADIUS * along * Math.sin(angle) + symmetric(jitter) * noise
  const y = RADIUS * along * Math.cos(angle) + symmetric(jitter) * noise
  return { inputs: [x, y], target }
}

/** Two arms of 1¾ turns; their points are moved by a uniform jitter of ±noise in both coordinates. */
const chanceOfSpiral: Chance = (noise) => {
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

/** Two interleaved half circles of radius 1 (geometry of scikit-learn's make_moons); noise is the normal deviation. */
const moons: Generator = (index, noise, _where, jitter, offset) => {
  const target = index % 2
  const angle = Math.PI * spread(Math.floor(index / 2), offset)
  const x = target === 0 ? Math.cos(angle) : 1 - Math.cos(angle)
  const y = target === 0 ? Math.sin(angle) : 0.5 - Math.sin(angle)
  return { inputs: [x + noise * jitter.normal(), y + noise * jitter.normal()], target }
}

/** Two half circles; their points are moved by a normal jitter of that deviation. */
const chanceOfMoons: Chance = (noise) => {
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

/** Number `index` of the additive golden-ratio sequence: each prefix fills [0, 1) evenly. */
function spread(index: number, offset: number): number {
  return (offset + index * 0.6180339887498949) % 1
}

/** Steps of an integral along a curve. */
const CURVE_STEPS = 300

interface Place {
  readonly x: number
  readonly y: number
}

function along(curve: (share: number) => Place): readonly Place[] {
  return Array.from({ length: CURVE_STEPS }, (_, i) => curve((i + 0.5) / CURVE_STEPS))
}

function nearest(curve: readonly Place[], distance: (to: Place) => number): number {
  return curve.reduce((least, to) => Math.min(least, distance(to)), Number.POSITIVE_INFINITY)
}

const SCIKIT_LEARN: Reference = {
  name: 'scikit-learn, make_moons',
  url: 'https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_moons.html',
  citation:
    'F. Pedregosa et al., “Scikit-learn: machine learning in Python”, Journal of Machine Learning Research 12, 2825–2830, 2011',
}

export const planeCurves = {
  spiral: twoClasses(spiral, chanceOfSpiral),
  moons: twoClasses(moons, chanceOfMoons, SCIKIT_LEARN, [
    [-1.75, 2.75],
    [-2, 2.5],
  ]),
}
