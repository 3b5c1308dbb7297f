/**
 * How many threads make a run quickest is measured while it trains: now and then a few calls are made with each number
 * that is worth a try, and the one that was quickest stays. What is quickest depends on what else the machine does
 * and on how alike its cores are; the numbers of the run do not depend on it.
 */

import { median } from '../../../domain/numbers/median.ts'

/** Calls with each number of threads. Their median counts: one call may meet with something else on the machine. */
const TRIES = 5
/**
 * From one measurement to the next, in ms; twice as long each time that the answer is the same, up to the most. The first is
 * short: at the start of a run code is still being compiled, and the page draws what is new.
 */
const FIRST_PAUSE = 250
const MOST_PAUSE = 8000

/** Decides between the calls. */
export interface Choice {
  /** Threads for the next call, of so many that are there. `now` in ms. */
  next(available: number, now: number): number
  /** A call over so many rows took from `began` to `now`, in ms. */
  took(rows: number, began: number, now: number): void
}

export class MeasuredChoice implements Choice {
  #available = 1
  #best = 1
  #pause = FIRST_PAUSE
  #measureAt = 0
  /** The numbers under measurement, with the ms that a row took in each call. */
  #trials: { readonly count: number; readonly times: number[] }[] = []

  next(available: number, now: number): number {
    if (available !== this.#available) {
      this.#available = available
      this.#best = Math.min(this.#best, available)
      this.#pause = FIRST_PAUSE
      this.#measureAt = now
      this.#trials = []
    }
    if (available > 1 && now >= this.#measureAt && this.#trials.length === 0)
      this.#trials = worthATry(available).map((count) => ({ count, times: [] }))
    return this.#trial()?.count ?? this.#best
  }

  took(rows: number, began: number, now: number) {
    const trial = this.#trial()
    if (!trial) return
    trial.times.push((now - began) / rows)
    if (this.#trial()) return
    const { count } = this.#trials.reduce((a, b) => (median(b.times) < median(a.times) ? b : a))
    this.#pause = count === this.#best ? Math.min(2 * this.#pause, MOST_PAUSE) : FIRST_PAUSE
    this.#measureAt = now + this.#pause
    this.#best = count
    this.#trials = []
  }

  /** They take turns: what makes calls slow for a while, as at the start of a run, meets all of them. */
  #trial() {
    const [first, ...others] = this.#trials
    if (!first) return undefined
    const next = others.reduce((a, b) => (b.times.length < a.times.length ? b : a), first)
    return next.times.length < TRIES ? next : undefined
  }
}

/** All of them first, which is the likeliest: whoever times a few steps gets to see it. Then … 4, 2, 1. */
function worthATry(available: number): number[] {
  const counts = [available]
  for (let count = 1; count < available; count *= 2) counts.splice(1, 0, count)
  return counts
}
