/**
 * The compiled kernels, and instances of them. `npm run kernels` makes two files from kernels/: this one for a thread
 * alone, and one for several that share a memory (threads/).
 */
import code from './kernels.wasm?url&inline'

/** Addresses are in bytes; `network` and `rates` are records of kernels/memory.ts. */
export interface Kernels {
  readonly heap: WebAssembly.Global<'i32'>
  readonly zeros: WebAssembly.Global<'i32'>
  /** Flags: FIRST and SCORED (kernels/codes.ts). */
  accumulate(network: number, from: number, to: number, size: number, flags: number): void
  update(network: number, rates: number): void
  watchedUpdate(network: number, rates: number): void
  measure(network: number, part: number, from: number, to: number): void
  predict(network: number, rows: number): void
  summarize(network: number): void
  multiply(
    m: number,
    n: number,
    k: number,
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    bColumn: number,
    c: number,
    start: number,
  ): void
}

/** Kernels over a memory of their own, which belongs to whoever asked for it. */
export interface Instance {
  readonly kernels: Kernels
  readonly memory: ArrayBufferLike
  /** Resolves when the instance is as quick as it will be: the threads that help have come, or will not. */
  settled(): Promise<void>
  dispose(): void
}

/** What instances are made from: a memory of so many bytes, of which those below `heap` are the kernels'. */
export interface KernelSource {
  readonly heap: number
  /** Most threads of an instance. */
  readonly threads: number
  /** Throws a RangeError where the memory cannot be allocated. */
  instantiate(size: number): Instance
}

/** Throws where there is no WebAssembly, or none with SIMD. */
export function compileKernels(): KernelSource {
  const module = moduleOf(code)
  return {
    heap: heapOf(module, {}),
    threads: 1,
    instantiate(size) {
      const memory = allocate(size, {})
      const kernels = kernelsOver(module, memory)
      return { kernels, memory: memory.buffer, settled: async () => {}, dispose() {} }
    },
  }
}

/** Compiles a file that was bundled as a data URL. */
export function moduleOf(url: string): WebAssembly.Module {
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (char) => char.charCodeAt(0))
  return new WebAssembly.Module(bytes)
}

/** What distinguishes a memory from others of its size. */
interface Kind {
  readonly shared?: boolean
}

const PAGE = 65_536
/** Everything below the heap of either build has room in so many bytes. */
export const SMALL = 1 << 21

/** Where free memory begins, the same in all instances. */
export function heapOf(module: WebAssembly.Module, kind: Kind): number {
  return kernelsOver(module, allocate(SMALL, kind)).heap.value
}

export function allocate(size: number, { shared = false }: Kind): WebAssembly.Memory {
  const pages = Math.ceil(size / PAGE)
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared })
  } catch (cause) {
    throw new RangeError(`the allocation failed: ${pages * PAGE} bytes`, { cause })
  }
}

export function kernelsOver(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernels
}
