/** Kernels for several threads, where the page may share memory among its workers. */
import { allocate, heapOf, type KernelSource, kernelsOver, moduleOf, SMALL } from '../kernels.ts'
import { type Choice, MeasuredChoice } from './choice.ts'
import code from './kernels.wasm?url&inline'
import { assemble, type HelperLike, type LeaderKernels } from './team.ts'

export interface SharedKernels extends KernelSource {
  /** Sets how many threads each run may use from its next call on; at first all. */
  limit(threads: number): void
}

/** Throws where memory cannot be shared. `cores` is how many threads can compute at the same time. */
export function compileSharedKernels(
  cores: number,
  spawn: () => HelperLike,
  choose: () => Choice = () => new MeasuredChoice(),
): SharedKernels {
  const module = moduleOf(code)
  const shared = true
  const { mostThreads } = kernelsOver(module, allocate(SMALL, { shared })) as LeaderKernels
  const threads = Math.min(cores, mostThreads.value)
  let most = threads
  return {
    heap: heapOf(module, { shared }),
    threads,
    limit(threads) {
      most = threads
    },
    instantiate: (size) =>
      assemble(size, {
        module,
        helpers: threads - 1,
        spawn,
        limit: () => most,
        choice: choose(),
        now: () => performance.now(),
      }),
  }
}
