import { isNumeric, type Sweep } from '../../domain/sweep/sweep.ts'

/** At most this many names are compared with the best. */
const MOST_NAMES = 8

/**
 * Which cells the best one is compared with: on an axis of numbers its neighbours and both ends, among names all
 * others. On a grid the same holds along its row and its column.
 */
export function neighbours({ axes }: Pick<Sweep, 'axes'>, best: number): readonly number[] {
  const [first, second] = axes
  const columns = second?.values.length ?? 1
  const [row, column] = [Math.floor(best / columns), best % columns]
  const along = [
    ...compared(first.values.length, row, isNumeric(first)).map((i) => i * columns + column),
    ...(second ? compared(columns, column, isNumeric(second)).map((j) => row * columns + j) : []),
  ]
  return [...new Set(along)].sort((a, b) => a - b)
}

function compared(length: number, at: number, numeric: boolean): readonly number[] {
  const wanted = numeric ? [0, at - 1, at + 1, length - 1] : Array.from({ length: MOST_NAMES }, (_, i) => i)
  return [...new Set(wanted)].filter((i) => i >= 0 && i < length && i !== at)
}
