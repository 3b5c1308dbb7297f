/** Two classes on a plane. */
import { type GeneratorCode, SYMMETRIC } from './generator-code.ts'

const SPREAD = `/** A golden-ratio sequence fills [0, 1) evenly. */
const spread = (i, offset) =>
  (offset + i * 0.6180339887498949) % 1

`

export const planeClasses = {
  circle: {
    python: `def circle(count, noise, rng):
    """A disc of one class inside a ring of the other.

    Noise moves points only where they are judged.
    """
    inner = rng.uniform(0, 2.5, count)
    outer = rng.uniform(3.5, 5, count)
    odd = np.arange(count) % 2 == 1
    radius = np.where(odd, outer, inner)
    angle = rng.uniform(0, 2 * np.pi, count)
    around = np.array([np.sin(angle), np.cos(angle)])
    x = (radius * around).T
    judged = x + 5 * noise * rng.uniform(-1, 1, x.shape)
    return x, (np.hypot(*judged.T) < 2.5).astype(int)`,
    javascript: `${SYMMETRIC}/** A disc of one class inside a ring of the other.
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
  },
  xor: {
    python: `def xor(count, noise, rng):
    """Four quadrants, opposite ones alike.

    Noise moves points only where they are judged.
    """
    signs = [(1, 1), (1, -1), (-1, 1), (-1, -1)]
    sign = np.array(signs)[np.arange(count) % 4]
    x = sign * rng.uniform(0.3, 5.3, (count, 2))
    judged = x + 5 * noise * rng.uniform(-1, 1, x.shape)
    return x, (judged.prod(axis=1) >= 0).astype(int)`,
    javascript: `${SYMMETRIC}/** Four quadrants, opposite ones alike.
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
  },
  gauss: {
    python: `def gauss(count, noise, rng):
    """Two normal clouds around (2, 2) and (-2, -2)."""
    y = (np.arange(count) + 1) % 2
    centre = np.where(y == 1, 2, -2)[:, None]
    deviation = np.sqrt(0.5 + 7 * noise)
    return rng.normal(centre, deviation, (count, 2)), y`,
    javascript: `/** Two normal clouds around (2, 2) and (-2, -2). */
function gauss(i, noise, where, jitter) {
  const y = i % 2 === 0 ? 1 : 0
  const centre = y === 1 ? 2 : -2
  const deviation = Math.sqrt(0.5 + 7 * noise)
  const x = [1, 2].map(
    () => centre + deviation * jitter.normal(),
  )
  return { x, y }
}`,
  },
  spiral: {
    python: `def spiral(count, noise, rng):
    """Two arms of 1.75 turns, evenly filled."""
    y = (np.arange(count) + 1) % 2
    steps = np.arange(count) // 2 * 0.6180339887498949
    along = (rng.random() + steps) % 1
    angle = (3.5 * along + (y == 0)) * np.pi
    arms = np.array([np.sin(angle), np.cos(angle)])
    jitter = rng.uniform(-1, 1, (count, 2))
    return (5 * along * arms).T + noise * jitter, y`,
    javascript: `${SYMMETRIC}${SPREAD}/** Two arms of 1.75 turns. */
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
  },
  moons: {
    python: `def moons(count, noise, rng):
    """Two interleaved half circles of radius 1."""
    y = np.arange(count) % 2
    steps = np.arange(count) // 2 * 0.6180339887498949
    angle = np.pi * ((rng.random() + steps) % 1)
    cos, sin = np.cos(angle), np.sin(angle)
    upper, lower = [cos, sin], [1 - cos, 0.5 - sin]
    x = np.where(y == 0, upper, lower).T
    return rng.normal(x, noise), y`,
    javascript: `${SPREAD}/** Two interleaved half circles of radius 1. */
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
  },
} satisfies Record<string, GeneratorCode>
