/** A run's epochs, all of them, and their outline for the charts. */
import { Outline } from '../domain/curve.ts'
import type { EpochRow } from '../domain/run.ts'

export class History {
  readonly rows: EpochRow[] = []
  #outline = new Outline()

  add(rows: readonly EpochRow[]) {
    for (const row of rows) {
      this.rows.push(row)
      this.#outline.add(row)
    }
  }

  /** Drops the epochs after `epoch`: they will come again, from another engine. */
  rewind(epoch: number) {
    const kept = this.rows.slice(0, epoch)
    this.rows.length = 0
    this.#outline = new Outline()
    this.add(kept)
  }

  outline(also: EpochRow | null): readonly EpochRow[] {
    return this.#outline.rows(also)
  }
}
