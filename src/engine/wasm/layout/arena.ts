/** Allocates addresses end to end; each is a multiple of 16 bytes and has room for a whole vector at its end. */
export class Arena {
  #end: number
  constructor(start: number) {
    this.#end = aligned(start)
  }
  take(bytes: number): number {
    const at = this.#end
    this.#end = aligned(at + bytes)
    return at
  }
  /** Allocates this many four-byte numbers. */
  numbers(count: number): number {
    return this.take(4 * count)
  }
  /** Loops that read eight numbers at a time read past the last buffer, and use nothing of what they read there. */
  get size(): number {
    return this.#end + 32
  }
}

const aligned = (bytes: number) => Math.ceil(bytes / 16) * 16
