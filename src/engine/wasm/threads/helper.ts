/** A helper is a worker that takes part in the calls of one trainer, for as long as that lives. */

/** The module that the leader runs, and the memory that it runs on. */
export interface Invitation {
  readonly module: WebAssembly.Module
  readonly memory: WebAssembly.Memory
}

/** What a helper calls of the kernels for several threads. */
export interface HelperKernels {
  join(): void
  serve(): void
}

addEventListener('message', ({ data: { module, memory } }: MessageEvent<Invitation>) => {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  const { join, serve } = exports as unknown as HelperKernels
  join()
  // The last that is heard of it: from here on it only listens to the memory.
  postMessage('here')
  serve()
})
