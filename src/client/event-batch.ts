/**
 * Passes events on, epochs at most every so often: what comes in between is joined. A run's first epochs and everything
 * else go through at once, after the epochs that came before, so that listeners always hear a run's story in order.
 */
import type { ClientEvent } from './client-event.ts'

type Epochs = Extract<ClientEvent, { type: 'epochs' }>

export type WhenDrawn = (callback: () => void) => void

export class EventBatch {
  readonly #listeners = new Set<(event: ClientEvent) => void>()
  readonly #held = new Map<string, Epochs>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #sentAt = Number.NEGATIVE_INFINITY
  readonly #epochsEvery: number
  readonly #whenDrawn: WhenDrawn

  /** `epochsEvery` in ms; `whenDrawn` calls back once the page has drawn what it was told before. */
  constructor(epochsEvery: number, whenDrawn: WhenDrawn = (callback) => callback()) {
    this.#epochsEvery = epochsEvery
    this.#whenDrawn = whenDrawn
  }

  listen(listener: (event: ClientEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(event: ClientEvent) {
    if (event.type !== 'epochs') {
      this.#flush()
      this.#tell(event)
      return
    }
    const held = this.#held.get(event.run)
    this.#held.set(event.run, held ? joined(held, event) : event)
    // Whoever waits for a run to begin, as in live mode, has waited long enough.
    if (event.rows[0]?.epoch === 1) return this.#flush()
    this.#timer ??= setTimeout(
      () => this.#whenDrawn(() => this.#flush()),
      Math.max(0, this.#sentAt + this.#epochsEvery - performance.now()),
    )
  }

  #flush() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#held.size === 0) return
    this.#sentAt = performance.now()
    const events = [...this.#held.values()]
    this.#held.clear()
    for (const event of events) this.#tell(event)
  }

  #tell(event: ClientEvent) {
    for (const listener of this.#listeners) listener(event)
  }
}

function joined(first: Epochs, then: Epochs): Epochs {
  const kept = [...(first.kept ?? []), ...(then.kept ?? [])]
  return { ...then, rows: [...first.rows, ...then.rows], ...(kept.length > 0 && { kept }) }
}
