/**
 * When a loop stops to let the device catch up and the worker handle its messages: after a time slice, or once as much
 * work waits in the device's queue as it does in about that time. A queue accepts work at once, so what it takes is told
 * by how long the device needed for what was queued before. Nothing that a run computes depends on any of this.
 */

/** The longest work of the worker itself between two looks at the messages, in ms. */
const TIME_SLICE = 16
/** The work that may wait in a device's queue, in ms: a run that is stopped waits for it. */
const QUEUE = 25
/** Work is counted in chunks (chunks.ts). A queue may take more of them, or a part of one, but not without limit. */
const [FEWEST, MOST] = [1 / 64, 64]

interface Clock {
  /** A monotone clock in milliseconds. */
  now(): number
  /** Resolves when waiting messages have been handled. */
  yieldToMessages(): Promise<void>
}

/** What works through a queue; a device without one is done at once. */
interface Device {
  synchronize(): Promise<void>
}

export class Pacing {
  readonly #clock: Clock
  readonly #device: Device
  #sliceBegan: number
  /** The chunks of work since the loop last waited for the device. */
  #queued = 0
  #mayQueue = 1

  constructor(clock: Clock, device: Device) {
    this.#clock = clock
    this.#device = device
    this.#sliceBegan = clock.now()
  }

  /** Work begins now: what was before it belongs to no slice. */
  restart() {
    this.#sliceBegan = this.#clock.now()
  }

  /** Counts chunks of work that were queued or done, and returns whether it is time to catch up. */
  isDue(chunks: number): boolean {
    this.#queued += chunks
    return this.#queued >= this.#mayQueue || this.#clock.now() - this.#sliceBegan >= TIME_SLICE
  }

  /** Waits for the device. */
  async catchUp() {
    const wasFull = this.#queued >= this.#mayQueue
    await this.#device.synchronize()
    const took = this.#clock.now() - this.#sliceBegan
    this.#queued = 0
    // A queue that was not full says nothing about whether it may be longer.
    const factor = Math.min(QUEUE / Math.max(took, 1), wasFull ? 2 : 1)
    this.#mayQueue = Math.min(Math.max(this.#mayQueue * factor, FEWEST), MOST)
  }

  /** Lets the worker handle its messages, and begins a new slice. Returns the ms that this took. */
  async listen(): Promise<number> {
    const from = this.#clock.now()
    await this.#clock.yieldToMessages()
    this.restart()
    return this.#sliceBegan - from
  }
}
