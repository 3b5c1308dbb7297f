/** Sequences whose answer lies far back, and a series of years. Steps lie one after another, a step's features together. */
import { generatedSet, sequence, storedSet } from './data-set.ts'
import { byLength, type GeneratedEntry, type PackedEntry, type Reference } from './entry.ts'

const LONG_MEMORY: Reference = {
  name: 'Hochreiter & Schmidhuber 1997',
  url: 'https://doi.org/10.1162/neco.1997.9.8.1735',
  citation:
    'S. Hochreiter and J. Schmidhuber, “Long short-term memory”, Neural Computation 9(8), 1735–1780, 1997',
}

const SYMBOLS = ['A', 'B', 'C', 'D'] as const

/** Recall the first symbol: one-hot at step 1, then normal noise in every channel until the end. */
const firstToken: GeneratedEntry = {
  origin: 'generated',
  group: 'sequences',
  reference: LONG_MEMORY,
  truth: null,
  describe: byLength((length) =>
    generatedSet({
      shape: sequence(length, SYMBOLS.length),
      noise: 'sample',
      classes: SYMBOLS,
      generate(index, noise, _where, jitter) {
        const target = index % SYMBOLS.length
        const inputs = Array.from({ length: length * SYMBOLS.length }, (_, i) => {
          const value = noise * jitter.normal()
          return i < SYMBOLS.length ? Number(i === target) : value
        })
        return { inputs, target }
      },
    }),
  ),
}

/**
 * The adding problem (Hochreiter & Schmidhuber 1997, §5.4): a number between 0 and 1 at every step beside a marker, and
 * the sum of the two marked numbers, one in each half, is asked for.
 */
const adding: GeneratedEntry = {
  origin: 'generated',
  group: 'sequences',
  reference: LONG_MEMORY,
  truth: null,
  describe: byLength((length) =>
    generatedSet({
      shape: sequence(length, 2),
      noise: 'none',
      generate(_index, _noise, where) {
        const half = Math.floor(length / 2)
        const marked = [where.below(half), half + where.below(length - half)]
        let target = 0
        const inputs = Array.from({ length }, (_, step) => {
          const value = where.uniform()
          const marker = Number(marked.includes(step))
          target += value * marker
          return [value, marker]
        })
        return { inputs: inputs.flat(), target }
      },
    }),
  ),
}

/** Years of the sunspot series. */
const SUNSPOT_YEARS = 309

/** Windows of so many years, and the year after each. */
const sunspots: PackedEntry = {
  origin: 'packed',
  group: 'sequences',
  describe: byLength((length) =>
    storedSet({
      shape: sequence(length, 1),
      available: Math.max(0, SUNSPOT_YEARS - length),
      classes: [],
      order: 'series',
    }),
  ),
}

export const sequenceSets = { 'first-token': firstToken, adding, sunspots }
