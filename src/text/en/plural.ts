import { whole } from '../format.ts'

/** A count with its noun: 1 row, 6 rows. Text is a count that was written already. */
export function counted(count: number | string, noun: string, nouns = `${noun}s`): string {
  const text = typeof count === 'number' ? whole(count) : count
  return `${text} ${text === '1' ? noun : nouns}`
}
