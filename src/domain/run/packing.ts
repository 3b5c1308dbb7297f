/**
 * Packs an epoch into a stretch of numbers in a block, and back. Browsers hold blocks that are years old, so
 * the stretch begins with what has always been measured, in an order that never changes: loss and quality of
 * each score, single numbers, then the values of every layer. Optional measurements follow; the layout, which
 * is stored beside the blocks, lists them.
 */
import {
  ALWAYS_MEASURED,
  type EpochRow,
  MEASUREMENT_KEYS,
  MEASUREMENTS,
  type Measurement,
  OPTIONAL,
  QUALITIES,
  type Quality,
  type Shape,
} from './measurements.ts'

/** How the numbers of all epochs of a run are laid out. */
export interface PackedShape {
  /** Numbers of an epoch. */
  readonly width: number
  /** What the scores hold beside the loss. */
  readonly quality: Quality | null
  /** In the order of their numbers; absent where a run has none. A later version may have kept a key unknown here. */
  readonly optional?: readonly { readonly key: string; readonly count: number }[]
}

/** Consecutive epochs end to end: one long array crosses between threads in a fraction of the time that many objects take. */
export interface PackedRows extends PackedShape {
  /** The epoch that comes first. */
  readonly first: number
  readonly values: Float64Array
}

/** Numbers that a measurement takes whatever the run. */
const FIXED = { number: 1, score: 2, layers: 0 } as const

interface Place {
  readonly key: Measurement
  readonly from: number
  readonly count: number
}

export class Packing {
  readonly shape: PackedShape
  /** In the order that a row's keys have. */
  readonly #places: readonly Place[]

  constructor(shape: PackedShape) {
    this.shape = shape
    const { width, optional = [] } = shape
    const all = [
      ...ALWAYS_MEASURED.map((key) => ({ key, count: FIXED[MEASUREMENTS[key].shape] })),
      ...optional,
    ]
    const fixed = all.reduce((sum, { count }) => sum + count, 0)
    const places = new Map<string, Omit<Place, 'key'>>()
    let from = 0
    for (const { key, count } of all) {
      // Gradients take the rest of the width: older blocks store no other hint of their number.
      const taken = key === 'gradients' ? Math.max(0, width - fixed) : count
      places.set(key, { from, count: taken })
      from += taken
    }
    this.#places = MEASUREMENT_KEYS.flatMap((key) => {
      const place = places.get(key)
      return place ? [{ key, ...place }] : []
    })
  }

  /** The layout of a run that begins with this epoch. What a later epoch has besides is left out, and what it lacks is NaN. */
  static of(row: EpochRow): Packing {
    const quality = QUALITIES.find((each) => row.train[each] !== undefined) ?? null
    const counted = (key: Measurement) => ({ key, count: countOf(row[key]) })
    const optional = OPTIONAL.filter((key) => row[key] !== undefined).map(counted)
    const width = [...ALWAYS_MEASURED.map(counted), ...optional].reduce((sum, { count }) => sum + count, 0)
    return new Packing({ width, quality, ...(optional.length > 0 && { optional }) })
  }

  /** Where the numbers of a measurement are in those of an epoch; none of what was not measured. */
  place(key: Measurement): { readonly from: number; readonly count: number } {
    return this.#places.find((place) => place.key === key) ?? { from: 0, count: 0 }
  }

  pack(row: EpochRow, block: Float64Array, at: number) {
    for (const { key, from, count } of this.#places) {
      const value = row[key]
      if (value === undefined) block.fill(Number.NaN, at + from, at + from + count)
      else if (typeof value === 'number') block[at + from] = value
      else if ('loss' in value) {
        block[at + from] = value.loss
        block[at + from + 1] = (this.shape.quality && value[this.shape.quality]) ?? Number.NaN
      } else for (let i = 0; i < count; i++) block[at + from + i] = value[i] ?? Number.NaN
    }
  }

  unpack(epoch: number, block: Float64Array, at: number): EpochRow {
    const row: Record<string, unknown> = { epoch }
    for (const { key, from, count } of this.#places)
      row[key] = unpacked(MEASUREMENTS[key].shape, block, at + from, count, this.shape)
    return row as unknown as EpochRow
  }
}

/** The first row decides what is packed of the others (`Packing.of`). */
export function packRows(rows: readonly EpochRow[]): PackedRows {
  const [row] = rows
  if (!row) return { width: 0, quality: null, first: 0, values: new Float64Array() }
  const packing = Packing.of(row)
  const { width } = packing.shape
  const values = new Float64Array(rows.length * width)
  for (const [i, each] of rows.entries()) packing.pack(each, values, i * width)
  return { ...packing.shape, first: row.epoch, values }
}

export function unpackRows({ first, values, ...shape }: PackedRows): EpochRow[] {
  const packing = new Packing(shape)
  const count = shape.width === 0 ? 0 : values.length / shape.width
  return Array.from({ length: count }, (_, i) => packing.unpack(first + i, values, i * shape.width))
}

function countOf(value: EpochRow[Measurement]): number {
  if (value === undefined) return 0
  return typeof value === 'number' ? FIXED.number : 'loss' in value ? FIXED.score : value.length
}

function unpacked(
  shape: Shape,
  block: Float64Array,
  at: number,
  count: number,
  { quality }: PackedShape,
): EpochRow[Measurement] {
  switch (shape) {
    case 'number':
      return block[at]!
    case 'score':
      return quality === null ? { loss: block[at]! } : { loss: block[at]!, [quality]: block[at + 1]! }
    case 'layers':
      return Array.from({ length: count }, (_, i) => block[at + i]!)
  }
}
