/** The generated sets in numpy: the page's geometry, its own random draws. Each is `def NAME(count, noise, rng)`. */
import type { DataSettings } from '../domain/experiment/experiment.ts'

const GENERATORS = {
  circle: `def circle(count, noise, rng):
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
  xor: `def xor(count, noise, rng):
    """Four quadrants, opposite ones alike.

    Noise moves points only where they are judged.
    """
    signs = [(1, 1), (1, -1), (-1, 1), (-1, -1)]
    sign = np.array(signs)[np.arange(count) % 4]
    x = sign * rng.uniform(0.3, 5.3, (count, 2))
    judged = x + 5 * noise * rng.uniform(-1, 1, x.shape)
    return x, (judged.prod(axis=1) >= 0).astype(int)`,
  gauss: `def gauss(count, noise, rng):
    """Two normal clouds around (2, 2) and (-2, -2)."""
    y = (np.arange(count) + 1) % 2
    centre = np.where(y == 1, 2, -2)[:, None]
    deviation = np.sqrt(0.5 + 7 * noise)
    return rng.normal(centre, deviation, (count, 2)), y`,
  spiral: `def spiral(count, noise, rng):
    """Two arms of 1.75 turns, evenly filled."""
    y = (np.arange(count) + 1) % 2
    steps = np.arange(count) // 2 * 0.6180339887498949
    along = (rng.random() + steps) % 1
    angle = (3.5 * along + (y == 0)) * np.pi
    arms = np.array([np.sin(angle), np.cos(angle)])
    jitter = rng.uniform(-1, 1, (count, 2))
    return (5 * along * arms).T + noise * jitter, y`,
  moons: `def moons(count, noise, rng):
    """Two interleaved half circles of radius 1."""
    y = np.arange(count) % 2
    steps = np.arange(count) // 2 * 0.6180339887498949
    angle = np.pi * ((rng.random() + steps) % 1)
    cos, sin = np.cos(angle), np.sin(angle)
    upper, lower = [cos, sin], [1 - cos, 0.5 - sin]
    x = np.where(y == 0, upper, lower).T
    return rng.normal(x, noise), y`,
  plane: `def plane(count, noise, rng):
    """A tilted plane, judged where noise moves it."""
    x = rng.uniform(-6, 6, (count, 2))
    judged = x + 6 * noise * rng.uniform(-1, 1, x.shape)
    return x, np.clip(judged.sum(axis=1) / 10, -1, 1)`,
  bumps: `def bumps(count, noise, rng):
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
  sine: `def sine(count, noise, rng):
    """One period of a sine plus normal noise."""
    x = rng.random((count, 1))
    curve = np.sin(2 * np.pi * x[:, 0])
    return x, rng.normal(curve, noise)`,
  'sparse-linear': `def sparse_linear(count, noise, rng):
    """A hundred inputs of which five matter."""
    weights = np.zeros(100)
    weights[10:100:20] = [2, -1.5, 1, -1, 1.5]
    x = rng.normal(size=(count, 100))
    return x, rng.normal(x @ weights, noise)`,
  'first-token': `def first_token(count, noise, rng, length):
    """Recall the first of four symbols after noise."""
    y = np.arange(count) % 4
    x = noise * rng.normal(size=(count, length, 4))
    x[:, 0] = np.eye(4)[y]
    return x, y`,
  adding: `def adding(count, noise, rng, length):
    """The sum of two marked numbers, one in each half.

    There is no noise in it.
    """
    half = length // 2
    values = rng.random((count, length))
    marks = np.zeros((count, length))
    rows = np.arange(count)
    marks[rows, rng.integers(0, half, count)] = 1
    marks[rows, rng.integers(half, length, count)] = 1
    x = np.stack([values, marks], axis=2)
    return x, (values * marks).sum(axis=1)`,
} satisfies Partial<Record<DataSettings['set'], string>>

export type GeneratedKey = keyof typeof GENERATORS

export const isGenerated = (set: DataSettings['set']): set is GeneratedKey => set in GENERATORS

export const generatorCode = (set: GeneratedKey): string => GENERATORS[set]

export const generatorName = (set: GeneratedKey): string => set.replace('-', '_')
