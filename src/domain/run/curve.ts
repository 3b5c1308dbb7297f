/**
 * Prepares curves for the screen: smoothing changes the drawing and never a number; thinning keeps what a
 * reader looks for.
 */
import type { EpochRow } from './run.ts'

/**
 * Exponential moving average without start-up bias (the smoothing of TensorBoard and Weights & Biases).
 * `weight` in [0, 1): 0 leaves the values as they are. Gaps (NaN) stay gaps.
 */
export function smooth(values: readonly number[], weight: number): number[] {
  let average = 0
  let mass = 0
  return values.map((value) => {
    if (!Number.isFinite(value)) return value
    average = average * weight + value * (1 - weight)
    mass = mass * weight + (1 - weight)
    return average / mass
  })
}

/**
 * At most `limit` rows (≥ 12) whose lines look like the whole: of each stretch of epochs the rows where training and
 * validation loss are lowest and highest, plus the first, the last and the rows of `keep` (epochs). The overall minima
 * are the minima of their stretches, so they survive. Rows stay in order; epochs must ascend.
 */
export function thin(
  rows: readonly EpochRow[],
  limit: number,
  keep: readonly number[] = [],
): readonly EpochRow[] {
  if (rows.length <= limit) return rows
  const kept = new Set<number>([0, rows.length - 1])
  for (const epoch of keep) {
    const index = rows.findIndex((row) => row.epoch === epoch)
    if (index >= 0) kept.add(index)
  }
  const stretches = Math.floor((limit - kept.size) / 4)
  for (let s = 0; s < stretches; s++) {
    const from = Math.floor((s * rows.length) / stretches)
    const to = Math.floor(((s + 1) * rows.length) / stretches)
    for (const part of ['train', 'validation'] as const) {
      let low = from
      let high = from
      for (let i = from + 1; i < to; i++) {
        if (rows[i]![part].loss < rows[low]![part].loss) low = i
        if (rows[i]![part].loss > rows[high]![part].loss) high = i
      }
      kept.add(low)
      kept.add(high)
    }
  }
  return [...kept].sort((a, b) => a - b).map((index) => rows[index]!)
}

/**
 * The most stretches of an outline: before it would have more, neighbouring stretches are merged in pairs.
 */
const STRETCHES = 128

/**
 * The outline of a growing run: where losses are lowest and highest in stretches of epochs. It is updated as
 * epochs come, so that drawing a hundred thousand epochs costs no more than drawing a thousand.
 */
export class Outline {
  #stretches: Stretch[] = []
  #first: EpochRow | null = null
  #last: EpochRow | null = null
  /** Epochs to a stretch. */
  #span = 1
  #cached: { readonly also: EpochRow | null; readonly rows: readonly EpochRow[] } | null = null

  add(row: EpochRow) {
    this.#cached = null
    this.#first ??= row
    this.#last = row
    const current = this.#stretches.at(-1)
    if (current && current.count < this.#span) current.add(row)
    else {
      this.#stretches.push(new Stretch(row))
      if (this.#stretches.length > STRETCHES) this.#halve()
    }
  }

  /**
   * The outline's rows in order: the first, the last, and at most four of each stretch. The epoch `also` is
   * included whatever its losses.
   */
  rows(also: EpochRow | null = null): readonly EpochRow[] {
    if (this.#cached && this.#cached.also?.epoch === also?.epoch) return this.#cached.rows
    const all = new Map<number, EpochRow>()
    const ends = [this.#first, this.#last, also].filter((row) => row !== null)
    for (const row of [...this.#stretches.flatMap(({ extremes }) => extremes), ...ends])
      all.set(row.epoch, row)
    const rows = [...all.values()].sort((a, b) => a.epoch - b.epoch)
    this.#cached = { also, rows }
    return rows
  }

  #halve() {
    const halved: Stretch[] = []
    for (let i = 0; i < this.#stretches.length; i += 2) {
      const [stretch, next] = [this.#stretches[i]!, this.#stretches[i + 1]]
      if (next) stretch.take(next)
      halved.push(stretch)
    }
    this.#stretches = halved
    this.#span *= 2
  }
}

class Stretch {
  count = 1
  /** Lowest and highest training loss, lowest and highest validation loss; not in order. */
  readonly extremes: [EpochRow, EpochRow, EpochRow, EpochRow]

  constructor(row: EpochRow) {
    this.extremes = [row, row, row, row]
  }

  add(row: EpochRow) {
    this.count++
    this.#consider(row)
  }

  take(other: Stretch) {
    this.count += other.count
    for (const row of other.extremes) this.#consider(row)
  }

  #consider(row: EpochRow) {
    const [lowTrain, highTrain, lowValidation, highValidation] = this.extremes
    if (row.train.loss < lowTrain.train.loss) this.extremes[0] = row
    if (row.train.loss > highTrain.train.loss) this.extremes[1] = row
    if (row.validation.loss < lowValidation.validation.loss) this.extremes[2] = row
    if (row.validation.loss > highValidation.validation.loss) this.extremes[3] = row
  }
}
