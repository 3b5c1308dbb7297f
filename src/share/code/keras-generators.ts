/** The generated sets in numpy: the page's geometry, its own random draws. Each is `def NAME(count, noise, rng)`. */
import type { DataSettings } from '../../domain/experiment.ts'

const UNIFORM_JITTER = '(judged by where they are after jitter)'

const GENERATORS = {
  circle: `def circle(count, noise, rng):
    """A disc of one class inside a ring of the other; noise moves points where they are judged."""
    inside = np.arange(count) % 2 == 0
    radius = np.where(inside, rng.uniform(0, 2.5, count), rng.uniform(3.5, 5, count))
    angle = rng.uniform(0, 2 * np.pi, count)
    x = radius[:, None] * np.stack([np.sin(angle), np.cos(angle)], axis=1)
    judged = x + 5 * noise * rng.uniform(-1, 1, x.shape)
    return x, (np.hypot(*judged.T) < 2.5).astype(int)`,
  xor: `def xor(count, noise, rng):
    """Four quadrants, opposite ones alike; noise moves points where they are judged."""
    quadrant = np.arange(count) % 4
    sign = np.stack([np.where(quadrant < 2, 1, -1), np.where(quadrant % 2 == 0, 1, -1)], axis=1)
    x = sign * rng.uniform(0.3, 5.3, (count, 2))
    judged = x + 5 * noise * rng.uniform(-1, 1, x.shape)
    return x, (judged.prod(axis=1) >= 0).astype(int)`,
  gauss: `def gauss(count, noise, rng):
    """Two normal clouds around (2, 2) and (-2, -2)."""
    y = (np.arange(count) + 1) % 2
    centre = np.where(y == 1, 2, -2)[:, None]
    return centre + np.sqrt(0.5 + 7 * noise) * rng.normal(size=(count, 2)), y`,
  spiral: `def spiral(count, noise, rng):
    """Two arms of 1.75 turns, evenly filled."""
    y = (np.arange(count) + 1) % 2
    along = (rng.random() + np.arange(count) // 2 * 0.6180339887498949) % 1
    angle = 1.75 * along * 2 * np.pi + np.where(y == 1, 0, np.pi)
    x = 5 * along[:, None] * np.stack([np.sin(angle), np.cos(angle)], axis=1)
    return x + noise * rng.uniform(-1, 1, x.shape), y`,
  moons: `def moons(count, noise, rng):
    """Two interleaved half circles of radius 1."""
    y = np.arange(count) % 2
    angle = np.pi * ((rng.random() + np.arange(count) // 2 * 0.6180339887498949) % 1)
    upper = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    lower = np.stack([1 - np.cos(angle), 0.5 - np.sin(angle)], axis=1)
    x = np.where((y == 0)[:, None], upper, lower)
    return x + noise * rng.normal(size=x.shape), y`,
  plane: `def plane(count, noise, rng):
    """A tilted plane ${UNIFORM_JITTER}."""
    x = rng.uniform(-6, 6, (count, 2))
    judged = x + 6 * noise * rng.uniform(-1, 1, x.shape)
    return x, np.clip(judged.sum(axis=1) / 10, -1, 1)`,
  bumps: `def bumps(count, noise, rng):
    """Six hills and hollows of radius 2 ${UNIFORM_JITTER}."""
    x = rng.uniform(-6, 6, (count, 2))
    judged = x + 6 * noise * rng.uniform(-1, 1, x.shape)
    centres = np.array([(-4, 2.5), (0, 2.5), (4, 2.5), (-4, -2.5), (0, -2.5), (4, -2.5)])
    signs = np.array([1, -1, 1, -1, 1, -1])
    distance = np.linalg.norm(judged[:, None] - centres, axis=2)
    heights = signs * np.maximum(0, 1 - distance / 2)
    return x, heights[np.arange(count), np.abs(heights).argmax(axis=1)]`,
  sine: `def sine(count, noise, rng):
    """One period of a sine plus normal noise."""
    x = rng.random((count, 1))
    return x, np.sin(2 * np.pi * x[:, 0]) + noise * rng.normal(size=count)`,
  'sparse-linear': `def sparse_linear(count, noise, rng):
    """A hundred inputs of which five matter."""
    weights = np.zeros(100)
    weights[[10, 30, 50, 70, 90]] = [2, -1.5, 1, -1, 1.5]
    x = rng.normal(size=(count, 100))
    return x, x @ weights + noise * rng.normal(size=count)`,
  'first-token': `def first_token(count, noise, rng, length):
    """Recall the first of four symbols after a gap of noise."""
    y = np.arange(count) % 4
    x = noise * rng.normal(size=(count, length, 4))
    x[:, 0] = np.eye(4)[y]
    return x, y`,
  adding: `def adding(count, noise, rng, length):
    """The sum of two marked numbers, one in each half of the sequence; there is no noise in it."""
    half = length // 2
    values, markers = rng.random((count, length)), np.zeros((count, length))
    rows = np.arange(count)
    markers[rows, rng.integers(0, half, count)] = 1
    markers[rows, rng.integers(half, length, count)] = 1
    return np.stack([values, markers], axis=2), (values * markers).sum(axis=1)`,
} satisfies Partial<Record<DataSettings['set'], string>>

export type GeneratedKey = keyof typeof GENERATORS

export const isGenerated = (set: DataSettings['set']): set is GeneratedKey => set in GENERATORS

export const generatorCode = (set: GeneratedKey): string => GENERATORS[set]

export const generatorName = (set: GeneratedKey): string => set.replace('-', '_')
