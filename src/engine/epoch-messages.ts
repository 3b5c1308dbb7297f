import { packRows } from '../domain/run/packing.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { KeptState } from '../protocol/checkpoint.ts'
import type { RunId } from '../protocol/command.ts'
import type { EngineEvent, Patience } from '../protocol/event.ts'
import { packed } from './packed-states.ts'

/** Epochs are reported at most this often, in ms. */
const TELL_EVERY = 50

/** Gathers epochs, so that ten thousand of them a second are twenty messages. */
export class EpochMessages {
  readonly #run: RunId
  readonly #post: (event: EngineEvent) => void
  readonly #now: () => number
  #rows: EpochRow[] = []
  #kept: KeptState[] = []
  #patience: Patience = { best: 0, wait: 0 }
  #sentAt = Number.NEGATIVE_INFINITY

  constructor(run: RunId, post: (event: EngineEvent) => void, now: () => number) {
    this.#run = run
    this.#post = post
    this.#now = now
  }

  add(row: EpochRow, patience: Patience) {
    this.#rows.push(row)
    this.#patience = patience
    if (this.#now() - this.#sentAt >= TELL_EVERY) this.flush()
  }

  /** Goes with the next epochs. */
  keep(kept: KeptState) {
    this.#kept.push(kept)
  }

  flush() {
    if (this.#rows.length === 0 && this.#kept.length === 0) return
    const [rows, kept] = [this.#rows, this.#kept]
    this.#post({
      type: 'epochs',
      run: this.#run,
      rows: packRows(rows),
      patience: this.#patience,
      ...(kept.length > 0 && { kept: packed(kept) }),
    })
    this.#rows = []
    this.#kept = []
    this.#sentAt = this.#now()
  }
}
