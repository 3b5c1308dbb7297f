export type Load = () => Promise<unknown>

/** Fetches one thing after the other, each in an idle moment. What fails is left: it is asked for again when it is shown. */
export class IdleQueue {
  readonly #waiting: Load[] = []
  readonly #idleMoment: () => Promise<void>
  #isStarted = false
  #isFetching = false

  constructor(idleMoment: () => Promise<void>) {
    this.#idleMoment = idleMoment
  }

  add(load: Load) {
    this.#waiting.push(load)
    if (this.#isStarted) void this.start()
  }

  /** Resolves once everything is here, or was asked for. */
  async start(): Promise<void> {
    this.#isStarted = true
    if (this.#isFetching) return
    this.#isFetching = true
    // What is fetched may add to the queue.
    for (let load = this.#waiting.shift(); load; load = this.#waiting.shift()) {
      await this.#idleMoment()
      await load().catch(() => {})
    }
    this.#isFetching = false
  }
}
