/**
 * HOOK. The most that the engine's matrix kernel reaches on this machine, in GFLOP/s (two operations a
 * multiply-add), best of several products large enough to matter and small enough for the caches. Runs in a worker.
 * While it is null, the digits' table has no line for the limit.
 */
export const peak: (() => Promise<number>) | null = null
