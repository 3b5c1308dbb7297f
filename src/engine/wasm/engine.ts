import { ENGINES } from '../../domain/run/engines.ts'
import { WASM_CHUNK_FLOPS } from '../training/chunks.ts'
import type { Engine } from '../training/engine.ts'
import type { TrainerSpec } from '../training/trainer.ts'
import { compileKernels } from './kernels.ts'
import type { SharedKernels } from './threads/kernels.ts'
import { isWorthThreads } from './threads/worth.ts'
import { createWasmTrainer } from './trainer.ts'

/** Throws with the reason where there is no WebAssembly SIMD. With `shared` kernels, large runs use several threads. */
export function openWasm(shared: SharedKernels | null = null): Engine {
  const alone = compileKernels()
  const kernelsFor = ({ experiment, parts }: TrainerSpec) =>
    shared !== null && parts.train && isWorthThreads(experiment) ? shared : alone
  return {
    info: {
      name: 'wasm',
      device: shared ? `128-bit SIMD, up to ${shared.threads} threads` : '128-bit SIMD',
    },
    createTrainer: (spec) => createWasmTrainer(kernelsFor(spec), spec),
    chunkFlops: () => WASM_CHUNK_FLOPS,
    queuesWork: ENGINES.wasm.queuesWork,
    limitCores: (cores) => shared?.limit(cores),
    watch: () => {},
  }
}
