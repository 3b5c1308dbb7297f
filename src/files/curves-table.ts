/** A run's epochs as a table, one line an epoch and numbers in full, and back. Columns are found by their headings. */
import {
  type EpochRow,
  keysOf,
  MEASUREMENT_KEYS,
  MEASUREMENTS,
  type Measurement,
  QUALITIES,
} from '../domain/run/measurements.ts'
import type { Cell } from './tables.ts'

interface Column {
  readonly heading: string
  readonly cell: (row: EpochRow) => Cell
}

export function curvesTable(rows: readonly EpochRow[]): Cell[][] {
  const columns = [EPOCH, ...columnsOf(rows[0], false), ...columnsOf(rows[0], true)]
  return [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ cell }) => cell(row)))]
}

const EPOCH: Column = { heading: 'epoch', cell: ({ epoch }) => epoch }

/** The first epoch has what all have. Without one, there are the columns that no run lacks. */
function columnsOf(first: EpochRow | undefined, optional: boolean): Column[] {
  const isThere = (key: Measurement) => !optional || first?.[key] !== undefined
  const headingOf = (key: Measurement) => MEASUREMENTS[key].heading
  const scores = keysOf('score', optional).filter(isThere)
  const quality = QUALITIES.find((each) => first?.train[each] !== undefined)
  const losses = scores.map(
    (key): Column => ({ heading: `${headingOf(key)}_loss`, cell: (row) => row[key].loss }),
  )
  const qualities =
    quality === undefined
      ? []
      : scores.map(
          (key): Column => ({
            heading: `${headingOf(key)}_${quality}`,
            cell: (row) => row[key][quality] ?? null,
          }),
        )
  const numbers = keysOf('number', optional)
    .filter(isThere)
    .map((key): Column => ({ heading: headingOf(key), cell: (row) => row[key] ?? null }))
  const layers = keysOf('layers', optional).flatMap((key) =>
    (first?.[key] ?? []).map(
      (_, i): Column => ({ heading: `${headingOf(key)}_${i + 1}`, cell: (row) => row[key]?.[i] ?? null }),
    ),
  )
  return [...losses, ...qualities, ...numbers, ...layers]
}

type Line = (heading: string) => number | null

/**
 * The epochs, unchecked; null where the table is not as `curvesTable` writes it. A measurement of layers that a network
 * has none of has no column: where it is optional, it reads back as absent.
 */
export function epochsFromTable([head = [], ...body]: readonly (readonly string[])[]): object[] | null {
  const places = new Map(head.map((heading, i) => [heading, i]))
  const readers = MEASUREMENT_KEYS.map((key) => [key, readerOf(key, head)] as const)
  if (!places.has('epoch') || readers.some(([, reader]) => reader === 'missing')) return null
  const epochs = body.map((cells) => {
    if (cells.length !== head.length) return null
    const line: Line = (heading) => numberOf(cells[places.get(heading)!])
    const measured = readers.flatMap(([key, reader]) =>
      typeof reader === 'function' ? [[key, reader(line)] as const] : [],
    )
    return { epoch: line('epoch'), ...Object.fromEntries(measured) }
  })
  return epochs.every((epoch) => epoch !== null) ? epochs : null
}

/** How a measurement is read from a line of the table. */
function readerOf(
  key: Measurement,
  head: readonly string[],
): ((line: Line) => unknown) | 'missing' | 'absent' {
  const { shape, heading, optional } = MEASUREMENTS[key]
  const none = optional ? 'absent' : 'missing'
  switch (shape) {
    case 'score': {
      if (!head.includes(`${heading}_loss`)) return none
      const quality = QUALITIES.find((each) => head.includes(`${heading}_${each}`))
      return (line) => ({
        loss: line(`${heading}_loss`),
        ...(quality !== undefined && { [quality]: line(`${heading}_${quality}`) }),
      })
    }
    case 'number':
      return head.includes(heading) ? (line) => line(heading) : none
    case 'layers': {
      const columns = head.filter((each) => each.startsWith(`${heading}_`))
      return optional && columns.length === 0 ? none : (line) => columns.map(line)
    }
  }
}

/** A cell left empty is what no number can say. */
function numberOf(cell: string | undefined): number | null {
  return cell === undefined || cell.trim() === '' ? null : Number(cell)
}
