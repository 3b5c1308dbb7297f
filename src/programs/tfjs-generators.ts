/**
 * The generated sets in JavaScript, drawing in the page's own order. Each is a function of the number of a sample, the
 * noise, two streams and one draw for the whole part.
 */
import type { GeneratedKey } from './keras-generators.ts'

const SYMMETRIC = `const symmetric = (random) => 2 * random.uniform() - 1

`

const SPREAD = `/** A golden-ratio sequence fills [0, 1) evenly. */
const spread = (i, offset) =>
  (offset + i * 0.6180339887498949) % 1

`

const JUDGED = `  const judged = [x, y].map(
    (at) => at + 6 * noise * symmetric(jitter),
  )`

const GENERATORS: Record<GeneratedKey, string> = {
  circle: `${SYMMETRIC}/** A disc of one class inside a ring of the other.
 * Noise moves points only where they are judged. */
function circle(i, noise, where, jitter) {
  const u = where.uniform()
  const radius = i % 2 === 0 ? 2.5 * u : 3.5 + 1.5 * u
  const angle = 2 * Math.PI * where.uniform()
  const x = radius * Math.sin(angle)
  const y = radius * Math.cos(angle)
  const judged = Math.hypot(
    x + 5 * noise * symmetric(jitter),
    y + 5 * noise * symmetric(jitter),
  )
  return { x: [x, y], y: judged < 2.5 ? 1 : 0 }
}`,
  xor: `${SYMMETRIC}/** Four quadrants, opposite ones alike.
 * Noise moves points only where they are judged. */
function xor(i, noise, where, jitter) {
  const away = () => 5 * where.uniform() + 0.3
  const x = (i % 4 < 2 ? 1 : -1) * away()
  const y = (i % 2 < 1 ? 1 : -1) * away()
  const judged =
    (x + 5 * noise * symmetric(jitter)) *
    (y + 5 * noise * symmetric(jitter))
  return { x: [x, y], y: judged >= 0 ? 1 : 0 }
}`,
  gauss: `/** Two normal clouds around (2, 2) and (-2, -2). */
function gauss(i, noise, where, jitter) {
  const y = i % 2 === 0 ? 1 : 0
  const centre = y === 1 ? 2 : -2
  const deviation = Math.sqrt(0.5 + 7 * noise)
  const x = [1, 2].map(
    () => centre + deviation * jitter.normal(),
  )
  return { x, y }
}`,
  spiral: `${SYMMETRIC}${SPREAD}/** Two arms of 1.75 turns. */
function spiral(i, noise, where, jitter, offset) {
  const y = i % 2 === 0 ? 1 : 0
  const along = spread(Math.floor(i / 2), offset)
  const start = y === 1 ? 0 : Math.PI
  const angle = start + 3.5 * Math.PI * along
  const x = [Math.sin(angle), Math.cos(angle)].map(
    (at) => 5 * along * at + noise * symmetric(jitter),
  )
  return { x, y }
}`,
  moons: `${SPREAD}/** Two interleaved half circles of radius 1. */
function moons(i, noise, where, jitter, offset) {
  const y = i % 2
  const along = spread(Math.floor(i / 2), offset)
  const cos = Math.cos(Math.PI * along)
  const sin = Math.sin(Math.PI * along)
  const x = y === 0 ? [cos, sin] : [1 - cos, 0.5 - sin]
  return {
    x: x.map((at) => at + noise * jitter.normal()),
    y,
  }
}`,
  plane: `${SYMMETRIC}/** A tilted plane; noise moves where it is judged. */
function plane(i, noise, where, jitter) {
  const x = 6 * symmetric(where)
  const y = 6 * symmetric(where)
${JUDGED}
  const height = (judged[0] + judged[1]) / 10
  const target = Math.max(-1, Math.min(1, height))
  return { x: [x, y], y: target }
}`,
  bumps: `${SYMMETRIC}const hills = [
  [-4, 2.5, 1], [0, 2.5, -1], [4, 2.5, 1],
  [-4, -2.5, -1], [0, -2.5, 1], [4, -2.5, -1],
]

/** Six hills and hollows of radius 2.
 * Noise moves where points are judged. */
function bumps(i, noise, where, jitter) {
  const x = 6 * symmetric(where)
  const y = 6 * symmetric(where)
${JUDGED}
  const heights = hills.map(([atX, atY, sign]) => {
    const [x, y] = [judged[0] - atX, judged[1] - atY]
    return sign * Math.max(0, 1 - Math.hypot(x, y) / 2)
  })
  const target = heights.reduce((a, b) =>
    Math.abs(b) > Math.abs(a) ? b : a,
  )
  return { x: [x, y], y: target }
}`,
  sine: `/** One period of a sine plus normal noise. */
function sine(i, noise, where, jitter) {
  const x = where.uniform()
  const curve = Math.sin(2 * Math.PI * x)
  return { x: [x], y: curve + noise * jitter.normal() }
}`,
  'sparse-linear': `const weights = {
  10: 2, 30: -1.5, 50: 1, 70: -1, 90: 1.5,
}

/** A hundred inputs of which five matter. */
function sparseLinear(i, noise, where, jitter) {
  const x = Array.from({ length: 100 }, where.normal)
  let y = noise * jitter.normal()
  for (const [at, weight] of Object.entries(weights))
    y += weight * x[at]
  return { x, y }
}`,
  'first-token': `/** Recall the first of four symbols after noise. */
function firstToken(i, noise, where, jitter) {
  const y = i % 4
  const x = Array.from(
    { length: 4 * length },
    () => noise * jitter.normal(),
  )
  x.splice(0, 4, 0, 0, 0, 0)
  x[y] = 1
  return { x, y }
}`,
  adding: `/** The sum of two marked numbers, one in each half;
 * there is no noise in it. */
function adding(i, noise, where) {
  const half = Math.floor(length / 2)
  const first = where.below(half)
  const second = half + where.below(length - half)
  let y = 0
  const steps = Array.from({ length }, (_, step) => {
    const value = where.uniform()
    const marked = step === first || step === second
    if (marked) y += value
    return [value, Number(marked)]
  })
  return { x: steps.flat(), y }
}`,
}

export const generatorCode = (set: GeneratedKey): string => GENERATORS[set]

export const generatorName = (set: GeneratedKey): string =>
  set.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
