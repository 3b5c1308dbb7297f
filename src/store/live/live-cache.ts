/** Live runs that ended, by experiment: going back to one is instant. The ones unused longest go when room is short. */
export class LiveCache<T> {
  readonly #most: number
  readonly #bytesOf: (value: T) => number
  /** The one used last comes last. */
  readonly #kept = new Map<string, T>()
  #bytes = 0

  /** `most` in bytes. */
  constructor(most: number, bytesOf: (value: T) => number) {
    this.#most = most
    this.#bytesOf = bytesOf
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: string): T | undefined {
    const found = this.#kept.get(key)
    if (found === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, found)
    return found
  }

  has(key: string): boolean {
    return this.#kept.has(key)
  }

  put(key: string, value: T) {
    this.#drop(key)
    this.#kept.set(key, value)
    this.#bytes += this.#bytesOf(value)
    for (const old of this.#kept.keys()) {
      if (this.#bytes <= this.#most || old === key) return
      this.#drop(old)
    }
  }

  clear() {
    this.#kept.clear()
    this.#bytes = 0
  }

  #drop(key: string) {
    const old = this.#kept.get(key)
    if (old === undefined) return
    this.#kept.delete(key)
    this.#bytes -= this.#bytesOf(old)
  }
}
