/** Whether this page may use threads, and how. */
import type { SharedKernels } from './kernels.ts'

/**
 * null where a run has one thread: the page is not isolated from others, there is one core, or the browser does not share
 * memory in spite of both.
 */
export async function sharedKernels(cores: number): Promise<SharedKernels | null> {
  if (!crossOriginIsolated || cores < 2) return null
  const { compileSharedKernels } = await import('./kernels.ts')
  try {
    return compileSharedKernels(
      cores,
      () => new Worker(new URL('./helper.ts', import.meta.url), { type: 'module', name: 'helper' }),
    )
  } catch {
    return null
  }
}
