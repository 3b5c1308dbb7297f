/**
 * The threads that share a run's memory and do every call together: one leads, the others help. Each runs the same code
 * over its own share of the rows, of a gradient's lines or of the weights. Where one needs what another has made, all
 * meet at a barrier. A sum is never divided, so that the bits are the same for any number of threads. Without threads
 * all of this is a share of everything, and barriers that do nothing.
 */
import { Network } from './memory'
import { addTo, read, sleepOn, wake, write } from './words'

/** Most threads of a run. The word of a call has room for 15. */
export const MOST_THREADS: i32 = ASC_FEATURE_THREADS ? 8 : 1

/** The number of this thread, 0 for the leader, and how many take part in the call. */
export let thread: i32 = 0
export let threads: i32 = 1

/**
 * Rows are dealt out so many at a time: the products take four at once, and a stretch of rows ends with a whole vector
 * whatever their width.
 */
export const ROWS: i32 = 4

/** The first of this thread's share of `count` things that are dealt out `grain` at a time. */
export function shareBegin(count: i32, grain: i32): i32 {
  return shareAt(count, grain, thread)
}

/** The end of it, which is where the next thread's begins. */
export function shareEnd(count: i32, grain: i32): i32 {
  return shareAt(count, grain, thread + 1)
}

function shareAt(count: i32, grain: i32, at: i32): i32 {
  if (at == 0) return 0
  if (at == threads) return count
  return grain * ((((count + grain - 1) / grain) * at) / threads)
}

/** Whether the turn is this thread's, where turns go round. */
export function isMyTurn(turn: i32): bool {
  return turn % threads == thread
}

// What the threads tell each other lies at the same addresses for all of them, on lines of the cache apart.
const SPACE: usize = 64
const words = memory.data(8 * 64, 64)
/** 16 · the number of the call + how many take part. */
const CALL = words
/** How many helpers have come. */
const PRESENT = words + SPACE
/** How many have arrived at the barrier, and how many barriers are passed. */
const ARRIVED = words + 2 * SPACE
const PASSED = words + 3 * SPACE
/** How many sleep until the next call, and at the barrier. */
const RESTING = words + 4 * SPACE
const SLEEPING = words + 5 * SPACE
/** Not 0 once the leader has waited in vain. */
const DESERTED = words + 6 * SPACE
/** What is called, and its arguments. */
const ARGUMENTS = words + 7 * SPACE

/** Looks at a word before sleeping: some tens of µs, in which most barriers open. */
const LOOKS: i32 = 20_000
/** The leader looks so often, after so many ns each, whether a helper is still missing: 2 s that it is awake. */
const MOST_NAPS: i32 = 20
const NAP: i64 = 100_000_000

/** For the leader: how many threads take part from the next call on. */
export function setThreads(count: i32): void {
  threads = count
}

/** For the leader: how many helpers have come. */
export function helpersPresent(): i32 {
  return read(PRESENT)
}

/** How many helpers sleep until the next call. */
export function helpersAtRest(): i32 {
  return read(RESTING)
}

/** For the leader: whether it has waited for a helper in vain. */
export function isDeserted(): bool {
  return read(DESERTED) != 0
}

/** For the leader: hands a call to the helpers, who begin at once. */
export function begin(what: i32, network: Network, a: i32, b: i32, c: i32, d: i32): void {
  if (threads == 1) return
  store<i32>(ARGUMENTS, what)
  store<Network>(ARGUMENTS, network, 4)
  store<i32>(ARGUMENTS, a, 8)
  store<i32>(ARGUMENTS, b, 12)
  store<i32>(ARGUMENTS, c, 16)
  store<i32>(ARGUMENTS, d, 20)
  const number = read(CALL) >>> 4
  write(CALL, ((number + 1) << 4) | threads)
  if (read(RESTING) > 0) wake(CALL)
}

/** What the call is, its network, and then its arguments. */
export function argument(index: usize): i32 {
  return load<i32>(ARGUMENTS + (index << 2))
}

/** For a helper: the last call that it knows of. */
let last: i32 = 0

/** For a helper: takes its place. The last call is looked at before: one that counts this helper is a later one. */
export function takePlace(): void {
  last = read(CALL)
  thread = addTo(PRESENT, 1) + 1
}

/** For a helper: waits for the next call in which it takes part. While there is none it sleeps. */
export function awaitCall(): void {
  do {
    for (let i = 0; i < LOOKS && read(CALL) == last; i++) {}
    while (read(CALL) == last) {
      addTo(RESTING, 1)
      sleepOn(CALL, last, -1)
      addTo(RESTING, -1)
    }
    last = read(CALL)
    threads = last & 15
  } while (thread >= threads)
}

/** Waits until all threads of the call are here. Whatever they wrote before is seen by all of them after. */
export function barrier(): void {
  if (threads == 1) return
  const passed = read(PASSED)
  if (addTo(ARRIVED, 1) == threads - 1) {
    write(ARRIVED, 0)
    write(PASSED, passed + 1)
    if (read(SLEEPING) > 0) wake(PASSED)
    return
  }
  for (let i = 0; i < LOOKS; i++) if (read(PASSED) != passed) return
  addTo(SLEEPING, 1)
  for (let naps = 0; read(PASSED) == passed; naps++) {
    if (thread == 0 && naps == MOST_NAPS) {
      write(DESERTED, 1)
      unreachable()
    }
    sleepOn(PASSED, passed, NAP)
  }
  addTo(SLEEPING, -1)
}
