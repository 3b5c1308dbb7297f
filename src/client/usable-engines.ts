/**
 * Which engines can be used here, as far as it is known, and what the page is told of those that cannot. An engine that
 * does not start is told once it shows whether any worker does: where none does, it is not the engine that is missing.
 */
import { automaticEngines, type EngineName, FIRST_ENGINE } from '../domain/run/engines.ts'
import type { ClientEvent } from './client-event.ts'

export class UsableEngines {
  readonly #tell: (event: ClientEvent) => void
  readonly #worked = new Set<EngineName>()
  readonly #unusable = new Set<EngineName>()
  /** Whether any worker ever spoke. */
  #anyStarted = false
  #untold: { readonly from: EngineName; readonly detail: string } | null = null

  constructor(tell: (event: ClientEvent) => void) {
    this.#tell = tell
  }

  /** Engines that `auto` chooses from, the one to start on when nothing is known first; none where none works. */
  automatic(): readonly EngineName[] {
    return automaticEngines(this.#unusable)
  }

  isUnusable(name: EngineName): boolean {
    return this.#unusable.has(name)
  }

  /** Whether a worker of the engine has ever opened: another that does not is then a worker lost. */
  hasWorked(name: EngineName): boolean {
    return this.#worked.has(name)
  }

  /** Whoever starts a run where nothing works asks for another try. */
  tryAgain() {
    if (this.automatic().length === 0) this.#unusable.clear()
  }

  /** A worker has spoken, whatever it said. */
  onStarted() {
    this.#anyStarted = true
  }

  onOpened(name: EngineName) {
    this.#worked.add(name)
    this.onStarted()
    if (this.#untold) this.#tellFallback(this.#untold.from, 'unavailable', this.#untold.detail)
    this.#untold = null
  }

  /** Whether that was not known before. */
  markUnusable(name: EngineName): boolean {
    const isNews = !this.#unusable.has(name)
    this.#unusable.add(name)
    return isNews
  }

  /**
   * Tells the page of an engine that turned out to be unusable, where runs miss it or the page starts on it; one that was
   * only to be measured is not missed. Gives the engine whose opening would show whether any worker starts, if that has
   * to be known first.
   */
  tellRefused(name: EngineName, detail: string, isMissedByRuns: boolean): EngineName | null {
    const [next] = this.automatic()
    const missed = name === FIRST_ENGINE || isMissedByRuns
    if (next === undefined || (missed && this.#anyStarted)) {
      this.#untold = null
      this.#tellFallback(name, 'unavailable', detail)
      return null
    }
    if (!missed && !this.#untold) return null
    this.#untold ??= { from: name, detail }
    return next
  }

  tellLost(name: EngineName, detail: string) {
    this.#tellFallback(name, 'lost', detail)
  }

  #tellFallback(from: EngineName, why: 'unavailable' | 'lost', detail: string) {
    const [to] = this.automatic()
    if (to === undefined) this.#tell({ type: 'no-engine', detail })
    else this.#tell({ type: 'fallback', from, to, why, detail })
  }
}
