/** Sequences whose answer lies far back. Steps one after another, the features of a step together. */
import type { Generator } from './generator.ts'

export const SYMBOLS = ['A', 'B', 'C', 'D'] as const

/** Recall the first symbol: one-hot at step 1, then normal noise in every channel until the end. */
export function firstToken(length: number): Generator {
  return (index, noise, _where, jitter) => {
    const target = index % SYMBOLS.length
    const inputs = Array.from({ length: length * SYMBOLS.length }, (_, i) => {
      const value = noise * jitter.normal()
      return i < SYMBOLS.length ? Number(i === target) : value
    })
    return { inputs, target }
  }
}

/**
 * The adding problem (Hochreiter & Schmidhuber 1997, §5.4): a number between 0 and 1 at every step beside a marker, and
 * the sum of the two marked numbers, one in each half, is asked for.
 */
export function adding(length: number): Generator {
  return (_index, _noise, where) => {
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
  }
}
