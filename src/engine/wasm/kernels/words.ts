/** Words that threads read and write at the same time. The build without threads has none, and does nothing here. */

export function read(word: usize): i32 {
  return ASC_FEATURE_THREADS ? atomic.load<i32>(word) : 0
}

export function write(word: usize, value: i32): void {
  if (ASC_FEATURE_THREADS) atomic.store<i32>(word, value)
}

/** Gives what was there before. */
export function addTo(word: usize, value: i32): i32 {
  return ASC_FEATURE_THREADS ? atomic.add<i32>(word, value) : 0
}

/** Sleeps until woken while the word has this value, or for so many ns; without end for a negative number. */
export function sleepOn(word: usize, value: i32, ns: i64): void {
  if (ASC_FEATURE_THREADS) atomic.wait<i32>(word, value, ns)
}

export function wake(word: usize): void {
  if (ASC_FEATURE_THREADS) atomic.notify(word, -1)
}
