/**
 * Two classes on a plane: the four sets of TensorFlow Playground, the moons, and a person's own points. Classes
 * alternate, so every prefix is balanced. Points of `circle` and `xor` never move: noise moves the point only where its
 * class is decided, as there.
 */
import { type Extent, generatedSet, square, storedSet, vector } from './data-set.ts'
import { always, dependingOn, type GeneratedEntry, type OwnEntry, type Reference } from './entry.ts'
import type { Generator } from './generator.ts'
import { PLAYGROUND, REACH, symmetric } from './playground.ts'

const TWO = ['A', 'B'] as const

/** Radius of the disc that Playground's points fill. */
const RADIUS = 5

/** Drawn points lie within ±6 of the origin, as TensorFlow Playground's do. */
export const DRAWN_REACH = 6

const onPlane = (
  generate: Generator,
  reference: Reference = PLAYGROUND,
  extent: Extent = square(REACH),
): GeneratedEntry => ({
  origin: 'generated',
  group: 'plane',
  reference,
  describe: always(generatedSet({ shape: vector(2), generate, noise: 'sample', classes: TWO, extent })),
})

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

/** Four quadrants, opposite ones alike, with a corridor between them. */
const xor: Generator = (index, noise, where, jitter) => {
  const padding = 0.3
  const quadrant = index % 4
  const x = (quadrant < 2 ? 1 : -1) * (RADIUS * where.uniform() + padding)
  const y = (quadrant % 2 === 0 ? 1 : -1) * (RADIUS * where.uniform() + padding)
  const judged = (x + symmetric(jitter) * RADIUS * noise) * (y + symmetric(jitter) * RADIUS * noise)
  return { inputs: [x, y], target: judged >= 0 ? 1 : 0 }
}

/** Two normal clouds around (2, 2) and (−2, −2), variance 0.5 at noise 0, growing by 7 per unit of noise. */
const gauss: Generator = (index, noise, _where, jitter) => {
  const target = index % 2 === 0 ? 1 : 0
  const centre = target === 1 ? 2 : -2
  const deviation = Math.sqrt(0.5 + 7 * noise)
  return { inputs: [centre + deviation * jitter.normal(), centre + deviation * jitter.normal()], target }
}

/** Two arms of 1¾ turns. Radii follow a golden-ratio sequence: evenly spread along the arm for any number of points. */
const spiral: Generator = (index, noise, _where, jitter, offset) => {
  const target = index % 2 === 0 ? 1 : 0
  const along = spread(Math.floor(index / 2), offset)
  const angle = 1.75 * along * 2 * Math.PI + (target === 1 ? 0 : Math.PI)
  const x = RADIUS * along * Math.sin(angle) + symmetric(jitter) * noise
  const y = RADIUS * along * Math.cos(angle) + symmetric(jitter) * noise
  return { inputs: [x, y], target }
}

/** Two interleaved half circles of radius 1 (geometry of scikit-learn's make_moons); noise is the normal deviation. */
const moons: Generator = (index, noise, _where, jitter, offset) => {
  const target = index % 2
  const angle = Math.PI * spread(Math.floor(index / 2), offset)
  const x = target === 0 ? Math.cos(angle) : 1 - Math.cos(angle)
  const y = target === 0 ? Math.sin(angle) : 0.5 - Math.sin(angle)
  return { inputs: [x + noise * jitter.normal(), y + noise * jitter.normal()], target }
}

/** Number `index` of the additive golden-ratio sequence: each prefix fills [0, 1) evenly. */
function spread(index: number, offset: number): number {
  return (offset + index * 0.6180339887498949) % 1
}

const between = (u: number, from: number, to: number) => from + u * (to - from)

const SCIKIT_LEARN: Reference = {
  name: 'scikit-learn, make_moons',
  url: 'https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_moons.html',
  citation:
    'F. Pedregosa et al., “Scikit-learn: machine learning in Python”, Journal of Machine Learning Research 12, 2825–2830, 2011',
}

const drawn: OwnEntry = {
  origin: 'own',
  group: 'own',
  describe: dependingOn(
    ({ points = [] }) => points.length,
    ({ points = [] }) =>
      storedSet({
        shape: vector(2),
        available: points.length,
        from: 'points',
        classes: TWO,
        extent: square(DRAWN_REACH),
      }),
  ),
}

export const planeClasses = {
  circle: onPlane(circle),
  xor: onPlane(xor),
  gauss: onPlane(gauss),
  spiral: onPlane(spiral),
  moons: onPlane(moons, SCIKIT_LEARN, [
    [-1.75, 2.75],
    [-2, 2.5],
  ]),
  drawn,
}
