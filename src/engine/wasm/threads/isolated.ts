/** Whether this page may use threads, and how. */
import { compileSharedKernels, type SharedKernels } from './kernels.ts'

/** null where the page is not isolated from others, or the processor has one core: then a run has one thread. */
export function sharedKernels(): SharedKernels | null {
  if (!crossOriginIsolated || navigator.hardwareConcurrency < 2) return null
  return compileSharedKernels(
    navigator.hardwareConcurrency,
    () => new Worker(new URL('./helper.ts', import.meta.url), { type: 'module', name: 'helper' }),
  )
}
