/** The compiled kernels (`npm run kernels` makes the file from kernels/), and instances of them. */
import code from './kernels.wasm?url&inline'

/** Addresses are in bytes; `network` and `rates` are records of kernels/memory.ts. */
export interface Kernels {
  readonly heap: WebAssembly.Global<'i32'>
  readonly zeros: WebAssembly.Global<'i32'>
  accumulate(network: number, from: number, to: number, size: number, first: boolean): void
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

/** Throws where there is no WebAssembly, or none with SIMD. */
export function compileKernels(): WebAssembly.Module {
  const bytes = Uint8Array.from(atob(code.slice(code.indexOf(',') + 1)), (char) => char.charCodeAt(0))
  return new WebAssembly.Module(bytes)
}

const PAGE = 65_536

/** Instantiates the kernels over a memory of their own, which is still empty. */
export function instantiate(module: WebAssembly.Module): {
  readonly kernels: Kernels
  readonly memory: WebAssembly.Memory
} {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  return { kernels: exports as unknown as Kernels, memory }
}

/** The memory as bytes, at least `size` of them; throws a RangeError when they cannot be allocated. */
export function grown(memory: WebAssembly.Memory, size: number): ArrayBuffer {
  const missing = Math.ceil(size / PAGE) - memory.buffer.byteLength / PAGE
  if (missing > 0) memory.grow(missing)
  return memory.buffer
}
