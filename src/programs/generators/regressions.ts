/** Numbers to predict. */
import { type GeneratorCode, SYMMETRIC } from './generator-code.ts'

const JUDGED = `  const judged = [x, y].map(
    (at) => at + 6 * noise * symmetric(jitter),
  )`

export const regressions = {
  plane: {
    python: `def plane(count, noise, rng):
    """A tilted plane, judged where noise moves it."""
    x = rng.uniform(-6, 6, (count, 2))
    judged = x + 6 * noise * rng.uniform(-1, 1, x.shape)
    return x, np.clip(judged.sum(axis=1) / 10, -1, 1)`,
    javascript: `${SYMMETRIC}/** A tilted plane; noise moves where it is judged. */
function plane(i, noise, where, jitter) {
  const x = 6 * symmetric(where)
  const y = 6 * symmetric(where)
${JUDGED}
  const height = (judged[0] + judged[1]) / 10
  const target = Math.max(-1, Math.min(1, height))
  return { x: [x, y], y: target }
}`,
  },
  bumps: {
    python: `def bumps(count, noise, rng):
    """Six hills and hollows of radius 2.

    Noise moves points only where they are judged.
    """
    x = rng.uniform(-6, 6, (count, 2))
    judged = x + 6 * noise * rng.uniform(-1, 1, x.shape)
    upper = [(-4, 2.5), (0, 2.5), (4, 2.5)]
    lower = [(-4, -2.5), (0, -2.5), (4, -2.5)]
    away = judged[:, None] - np.array(upper + lower)
    distance = np.linalg.norm(away, axis=2)
    signs = np.array([1, -1, 1, -1, 1, -1])
    heights = signs * np.maximum(0, 1 - distance / 2)
    largest = np.abs(heights).argmax(axis=1)
    return x, heights[np.arange(count), largest]`,
    javascript: `${SYMMETRIC}const hills = [
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
  },
  sine: {
    python: `def sine(count, noise, rng):
    """One period of a sine plus normal noise."""
    x = rng.random((count, 1))
    curve = np.sin(2 * np.pi * x[:, 0])
    return x, rng.normal(curve, noise)`,
    javascript: `/** One period of a sine plus normal noise. */
function sine(i, noise, where, jitter) {
  const x = where.uniform()
  const curve = Math.sin(2 * Math.PI * x)
  return { x: [x], y: curve + noise * jitter.normal() }
}`,
  },
  'sparse-linear': {
    python: `def sparse_linear(count, noise, rng):
    """A hundred inputs of which five matter."""
    weights = np.zeros(100)
    weights[10:100:20] = [2, -1.5, 1, -1, 1.5]
    x = rng.normal(size=(count, 100))
    return x, rng.normal(x @ weights, noise)`,
    javascript: `const weights = {
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
  },
} satisfies Record<string, GeneratorCode>
