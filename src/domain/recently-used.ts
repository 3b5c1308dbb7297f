/** A map of at most so many entries: where one more comes, the one goes that was unused longest. */
export class RecentlyUsed<Value> {
  readonly #most: number
  /** The one used last comes last. */
  readonly #entries = new Map<string, Value>()

  constructor(most: number) {
    this.#most = most
  }

  get(key: string): Value | undefined {
    const found = this.#entries.get(key)
    if (found !== undefined) this.put(key, found)
    return found
  }

  put(key: string, value: Value) {
    this.#entries.delete(key)
    this.#entries.set(key, value)
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#most) return
      this.#entries.delete(oldest)
    }
  }
}
