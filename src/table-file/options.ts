/**
 * What a person may choose about a file instead of what was found, and what the reader asks where the file
 * does not decide.
 */
import type { Delimiter } from './scan.ts'

/** How the marks of a column are read. */
export type NumberReading = 'point' | 'comma'

/** An answer to a column's question. */
export type Answer = NumberReading | 'day-first' | 'month-first' | 'share' | 'number' | 'missing' | 'word'

/**
 * Cells of a column that have two readings. `text` is the first such cell, with its value in either; `found` is the reading
 * that the rest of the file decides on, null where it decides nothing and a person must.
 */
export interface ColumnQuestion {
  /**
   * The decimal mark, the order of day and month, a percent sign that only some cells have, or what may stand for a missing
   * value: one word among numbers, or a number of nines far from the others.
   */
  readonly kind: 'decimal' | 'date' | 'percent' | 'missing'
  readonly text: string
  readonly readings: readonly [Reading, Reading]
  readonly found: Answer | null
}

interface Reading {
  readonly answer: Answer
  /** The value in the reading; of a date, days since 1970. */
  readonly value: number
}

/** The delimiter; null lets the reader find it. */
export interface ReadOptions {
  readonly delimiter: Delimiter | null
  /** Whether the first row holds the names of the columns. */
  readonly header: boolean | null
  /** Whether lines that begin with #, % or // are left out. */
  readonly comments: boolean | null
  readonly decimal: NumberReading | null
  /** Leave rows out that have another number of cells than most, and all tables but the largest. */
  readonly skipOdd: boolean
  /** The answers, by the number of the column. */
  readonly answers: Readonly<Record<number, Answer>>
}

export const AS_FOUND: ReadOptions = {
  delimiter: null,
  header: null,
  comments: null,
  decimal: null,
  skipOdd: false,
  answers: {},
}
