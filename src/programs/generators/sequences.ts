/** Sequences whose answer lies far back. */
import type { GeneratorCode } from './generator-code.ts'

export const sequences = {
  'first-token': {
    python: `def first_token(count, noise, rng, length):
    """Recall the first of four symbols after noise."""
    y = np.arange(count) % 4
    x = noise * rng.normal(size=(count, length, 4))
    x[:, 0] = np.eye(4)[y]
    return x, y`,
    javascript: `/** Recall the first of four symbols after noise. */
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
  },
  adding: {
    python: `def adding(count, noise, rng, length):
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
    javascript: `/** The sum of two marked numbers, one in each half;
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
  },
} satisfies Record<string, GeneratorCode>
