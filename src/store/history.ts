/**
 * A run's epochs: all of them, as numbers end to end (an object each would take three times the memory, and be in the
 * garbage collector's way), and their outline for the charts. Epochs count from 1 without a gap.
 */
import type { EpochColumns } from '../domain/diagnosis/epoch-columns.ts'
import { median } from '../domain/numbers/median.ts'
import { Outline } from '../domain/run/curve.ts'
import type { Measurement } from '../domain/run/measurements.ts'
import { type PackedShape, Packing } from '../domain/run/packing.ts'
import type { EpochRow } from '../domain/run/run.ts'

/** Epochs to a block. */
const BLOCK = 1024
/** Epochs that the pace is told from, at most. */
const RECENT = 1000

/** A history as numbers, which a database takes without looking at each. */
export interface PackedHistory extends PackedShape {
  readonly length: number
  readonly blocks: readonly Float64Array[]
}

/** The part of a packed history that is not saved yet: `blocks` belong at `firstBlock` and after it. */
export interface HistoryChanges extends PackedHistory {
  readonly firstBlock: number
}

export class History {
  #blocks: Float64Array[] = []
  #length = 0
  /** Epochs that were handed out to be saved. */
  #saved = 0
  /** The first epoch decides; before it there is nothing to lay out. */
  #packing = new Packing({ width: 0, quality: null })
  #outline = new Outline()
  /** Seconds up to the end of each epoch, as far as somebody asked. */
  #elapsed: number[] = [0]

  get length(): number {
    return this.#length
  }

  /** In memory, without the outline. */
  get bytes(): number {
    return this.#blocks.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }

  add(rows: readonly EpochRow[]) {
    for (const row of rows) {
      if (this.#length === 0) this.#packing = Packing.of(row)
      const { width } = this.#packing.shape
      if (this.#length % BLOCK === 0) this.#blocks.push(new Float64Array(BLOCK * width))
      this.#packing.pack(row, this.#blocks.at(-1)!, (this.#length % BLOCK) * width)
      this.#length++
      this.#outline.add(row)
    }
  }

  /** null if there is none. */
  row(epoch: number): EpochRow | null {
    if (epoch < 1 || epoch > this.#length) return null
    const [block, at] = this.#place(epoch)
    return this.#packing.unpack(epoch, block, at)
  }

  rows(): EpochRow[] {
    return Array.from({ length: this.#length }, (_, i) => this.row(i + 1)!)
  }

  /** What verdicts are made from, without an object for each epoch. */
  columns(): EpochColumns {
    const { from, count } = this.#packing.place('updates')
    const first = (block: Float64Array, at: number, count: number) => (count === 0 ? Number.NaN : block[at]!)
    return {
      length: this.#length,
      train: this.#column('train', first),
      validation: this.#column('validation', first),
      validationError: this.#column('validationError', first),
      gradient: this.#column('gradients', largest),
      update: (epoch) => {
        const [block, at] = this.#place(epoch)
        return median(block.subarray(at + from, at + from + count))
      },
      row: (epoch) => this.row(epoch) ?? undefined,
    }
  }

  /** One number of each epoch, from the `count` numbers of a measurement at `at`. */
  #column(key: Measurement, of: (block: Float64Array, at: number, count: number) => number): Float64Array {
    const { from, count } = this.#packing.place(key)
    const column = new Float64Array(this.#length)
    for (let i = 0; i < column.length; i++) {
      const [block, at] = this.#place(i + 1)
      column[i] = of(block, at + from, count)
    }
    return column
  }

  /**
   * The blocks that changed since this was last called, or all of them. They are the history's own memory, so they must
   * be copied before the next epoch comes (a database does so when it is handed them).
   */
  takeChanges(all: boolean): HistoryChanges {
    const firstBlock = all ? 0 : Math.floor(this.#saved / BLOCK)
    this.#saved = this.#length
    const blocks = this.#blocks.slice(firstBlock)
    const last = blocks.at(-1)
    const used = (this.#length % BLOCK) * this.#packing.shape.width
    if (last && used > 0) blocks[blocks.length - 1] = last.slice(0, used)
    return { length: this.#length, ...this.#packing.shape, firstBlock, blocks }
  }

  static unpacked({ length, blocks, ...shape }: PackedHistory): History {
    const bare = new History()
    bare.#blocks = [...blocks]
    bare.#length = length
    bare.#packing = new Packing(shape)
    const history = new History()
    history.add(bare.rows())
    return history
  }

  /** The first, the last, the lowest and highest of every stretch, and this one. */
  outline(also: EpochRow | null): readonly EpochRow[] {
    return this.#outline.rows(also)
  }

  /** Drops the epochs after `epoch`: they will come again, from another engine. */
  rewind(epoch: number) {
    const kept = this.rows().slice(0, epoch)
    this.#blocks = []
    this.#length = 0
    this.#outline = new Outline()
    this.#elapsed = [0]
    this.#saved = Math.min(this.#saved, kept.length)
    this.add(kept)
  }

  /** Trained in all. */
  seconds(): number {
    return this.elapsed(this.#length)
  }

  /** Trained up to the end of an epoch. */
  elapsed(epoch: number): number {
    const known = this.#elapsed
    const last = Math.min(epoch, this.#length)
    while (known.length <= last) known.push(known.at(-1)! + this.#secondsOf(known.length))
    return known[last]!
  }

  /** Epochs per second over the last second of training, or the last RECENT epochs of it. */
  pace(): number | null {
    let seconds = 0
    let epochs = 0
    while (epochs < this.#length && seconds < 1 && epochs < RECENT)
      seconds += this.#secondsOf(this.#length - epochs++)
    return seconds > 0 ? epochs / seconds : null
  }

  #secondsOf(epoch: number): number {
    const [block, at] = this.#place(epoch)
    return block[at + this.#packing.place('seconds').from]!
  }

  /** Where the numbers of an epoch begin. */
  #place(epoch: number): readonly [Float64Array, number] {
    const at = ((epoch - 1) % BLOCK) * this.#packing.shape.width
    return [this.#blocks[Math.floor((epoch - 1) / BLOCK)]!, at]
  }
}

/** NaN where one of the numbers is. */
function largest(block: Float64Array, at: number, count: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) most = Math.max(most, block[at + i]!)
  return most
}
