/** The code of a generated set in exported programs. */
export interface GeneratorCode {
  /** `def NAME(count, noise, rng)`, of sequences with `length` at the end: the page's geometry, numpy's random draws. */
  readonly python: string
  /**
   * `function NAME(i, noise, where, jitter, offset)`, drawing in the page's own order: of the number of a sample, the
   * noise, two streams and one draw for the whole part. Sequences read `length` around it.
   */
  readonly javascript: string
}

/** JavaScript that draws uniformly from [−1, 1). */
export const SYMMETRIC = `const symmetric = (random) => 2 * random.uniform() - 1

`
